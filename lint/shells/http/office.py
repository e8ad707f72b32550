"""What a worker works with: the desk, the files of the service, what it says of the stylebook."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from lint.readers.fields import FIELD_FORMATS, Field, read_fields
from lint.shells.configuration import load_configuration
from lint.shells.desk import Desk
from lint.shells.save.checking import SaveDesk
from lint.shells.save.headlines import HeadlineArchive
from lint.shells.save.ledger import Ledger

_REST = 30.0  # seconds for which a grammar engine that fails is left alone


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a service; plain, so that it can be sent."""

    config: str = ""
    books: tuple[str, ...] = ()
    store: str = ""
    headlines: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A desk with the files beside it."""

    desk: SaveDesk

    @property
    def ledger(self) -> Ledger:
        """The file of dismissals and counts."""
        assert self.desk.ledger is not None
        return self.desk.ledger

    @property
    def book(self) -> dict[str, str]:
        """The stylebook as answers name it."""
        book = self.desk.desk.book
        return {"name": book.name, "digest": book.digest}


def open_office(options: Options) -> Office:
    """Load configuration and stylebook, and open the files.

    Raises:
        StylebookError: with every complaint about configuration and stylebook.
        CannotOpen: a file cannot be used.
    """
    configuration = load_configuration(Path(options.config) if options.config else None)
    desk = Desk(configuration, books=options.books, rest=_REST)
    headlines = HeadlineArchive(options.headlines) if options.headlines else None
    return Office(SaveDesk(desk, ledger=Ledger(options.store), headlines=headlines))


def warm(office: Office) -> None:
    """Check the examples of every rule at work, so that all that is made when it is first needed
    has been made. A grammar engine is not asked."""
    desk = office.desk.desk
    for rule in desk.rules:
        for example in desk.book.checks[rule].rule.examples:
            form = example.format if example.format in FIELD_FORMATS else "plain"
            article = read_fields([Field("article", example.bad or example.ok, form)]).article
            desk.engine.check(article, desk.settings(article))


def key_of(office: Office) -> str:
    """What changes when the same article might be judged otherwise."""
    desk = office.desk.desk
    stets = desk.configuration.beside(desk.configuration.stet)
    told = stets.read_bytes() if stets.is_file() else b""
    return f"{desk.key} {hashlib.blake2b(told, digest_size=16).hexdigest()}"


def part(office: Office) -> None:
    """Let go of what must not be carried over a fork: open files.

    Each process opens its own when it first needs them. A grammar engine is started here, once
    for all workers; each of them opens its own connection to it.
    """
    desk = office.desk
    for file in (desk.ledger, desk.headlines):
        if file is not None:
            file.close()
    desk.desk.start_grammar()
