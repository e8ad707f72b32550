"""A stylebook: a folder of rule files, which may extend another."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lint.checks.base import Check, option
from lint.finding import Severity
from lint.frozen import Frozen
from lint.roster import Present, Roster
from lint.rule import Card
from lint.stylebook import cache
from lint.stylebook.compiled import Compiled, Shelf
from lint.stylebook.container import Container
from lint.stylebook.unpacking import unpacker

if TYPE_CHECKING:
    from pathlib import Path

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
    from pathlib import Path

    return Path(_shipped_rules())


def _shipped_rules() -> str:
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    inside = os.path.join(package, "rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "rules")


def shipped_book(name: str) -> Path | None:
    """The folder of a stylebook that ships under a name, or None where none has that name."""
    from pathlib import Path

    found = _shipped_book(name)
    return None if found is None else Path(found)


def _shipped_book(name: str) -> str | None:
    rules = _shipped_rules()
    if name == SHIPPED:
        return rules
    folder = os.path.join(os.path.dirname(rules), "stylebooks", name)
    return folder if name.isidentifier() and os.path.isdir(folder) else None


def load_stylebook(*books: str | Path) -> Stylebook:
    """Load one or several stylebooks; of rules with the same id the later one holds.

    A book is a folder, or the name of one that ships: ``"copydesk"`` (the default), or one
    of those in ``stylebooks/``.

    Raises:
        StylebookError: with every complaint about every file.
    """
    asked = [str(book) for book in books or (SHIPPED,)]
    here = os.getcwd()
    where = [where_is(book, here) for book in asked]
    kept = kept_book(cache.load(where))
    if kept is not None:
        return kept
    from lint.stylebook.opening import open_first  # only where the YAML has to be read

    return open_first(asked, where)


def folder_of(book: str, beside: Path) -> Path:
    """The folder that a name of a stylebook stands for, seen from another folder.

    A folder of one’s own goes before a book that ships under the same name.
    """
    from pathlib import Path

    return Path(where_is(book, str(beside)))


def where_is(book: str, beside: str) -> str:
    """The same, all paths as texts."""
    own = os.path.realpath(os.path.join(beside, book))
    return own if book != SHIPPED and os.path.isdir(own) else _shipped_book(book) or own


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
