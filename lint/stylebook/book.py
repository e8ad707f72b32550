"""A stylebook: a folder of rule files, which may extend another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from lint.checks.base import Check, option
from lint.finding import Severity
from lint.frozen import Frozen
from lint.roster import Present, Roster
from lint.rule import Card
from lint.stylebook import cache
from lint.stylebook.compiled import Compiled, Shelf
from lint.stylebook.container import Container
from lint.stylebook.unpacking import unpacker

SHIPPED = "copydesk"  # what “extends:” and the configuration call the stylebook that ships


class RuleSetting(Frozen):
    """What a stylebook says of a rule of the book that it extends."""

    on: bool | None = option("true or false", default=None)
    severity: Severity | None = option("error, warning or suggestion", default=None)
    min_confidence: float | None = option(
        "the lowest confidence that is told, 0 to 1", default=None, between=(0, 1)
    )


class Stylebook(Frozen):
    """Every rule that may speak, by id, in order of id.

    ``settings`` are what extending books say of rules; ``digest`` changes whenever a file
    of the book does.
    """

    name: str
    checks: Mapping[str, Check]
    settings: Mapping[str, RuleSetting]
    digest: str
    cards: Mapping[str, Card]

    __eq__ = object.__eq__  # the same book only if it is the same object
    __hash__ = object.__hash__

    def says_on(self, rule: str) -> bool:
        """Whether a rule is on, going by itself and by the books that extend its book."""
        setting = self.settings.get(rule)
        if setting is not None and setting.on is not None:
            return setting.on
        return self.cards[rule].on

    def is_on(self, rule: str) -> bool:
        """Whether a rule speaks without being selected: on, and not made needless by another."""
        others = self.cards[rule].unless
        needless = any(self.says_on(other) for other in others if other in self.cards)
        return self.says_on(rule) and not needless

    def roster(self, rules: Iterable[str]) -> Roster:
        """Some rules of the book (their ids), ready for an engine."""
        if isinstance(self.checks, Shelf):
            return Compiled(self.checks, rules)
        return Present([self.checks[rule] for rule in rules])


def shipped_rules() -> Path:
    """The folder of the stylebook that ships: in the wheel, or beside the package."""
    inside = Path(__file__).resolve().parent.parent / "rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def shipped_book(name: str) -> Path | None:
    """The folder of a stylebook that ships under a name, or None where none has that name."""
    if name == SHIPPED:
        return shipped_rules()
    folder = shipped_rules().parent / "stylebooks" / name
    return folder if name.isidentifier() and folder.is_dir() else None


def load_stylebook(*books: str | Path) -> Stylebook:
    """Load one or several stylebooks; of rules with the same id the later one holds.

    A book is a folder, or the name of one that ships: ``"copydesk"`` (the default), or one
    of those in ``stylebooks/``.

    Raises:
        StylebookError: with every complaint about every file.
    """
    asked = [str(book) for book in books or (SHIPPED,)]
    where = [str(folder_of(book, Path.cwd())) for book in asked]
    kept = kept_book(cache.load(where))
    if kept is not None:
        return kept
    from lint.stylebook.opening import open_first  # only where the YAML has to be read

    return open_first(asked, where)


def folder_of(book: str, beside: Path) -> Path:
    """The folder that a name of a stylebook stands for, seen from another folder.

    A folder of one’s own goes before a book that ships under the same name.
    """
    own = Path(os.path.realpath(beside / book))
    return own if book != SHIPPED and own.is_dir() else shipped_book(book) or own


def kept_book(kept: tuple[dict[str, Any], Container] | None) -> Stylebook | None:
    """The stylebook that is kept, if one is that can be used."""
    if kept is not None:
        with suppress(ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            return _from_cache(*kept)  # else damaged by somebody's hand: the YAML is read again
    return None


def _from_cache(about: dict[str, Any], container: Container) -> Stylebook:
    shelf = Shelf(container)
    unpack = unpacker(about["shape"])
    settings = {rule: unpack(packed) for rule, packed in about["settings"].items()}
    cards = {card.id: card for card in shelf.cards}
    return Stylebook(about["name"], shelf, settings, about["digest"], cards)
