"""The index of printed names that a configuration names, given to the rules that ask it."""

from __future__ import annotations

from lint.shells.configuration import Configuration
from lint.stylebook.book import Stylebook
from lint.tuples import NamedTuple

_KIND = "archive-names"


class Consulted(NamedTuple):
    """What came of it: what is wrong with the index, and the rules that have none to ask."""

    remarks: tuple[str, ...]
    idle: frozenset[str]


def consult(book: Stylebook, configuration: Configuration) -> Consulted:
    """Give the rules of a book the configured index.

    A run goes on without an index that cannot be used, and is told why.
    """
    rules = frozenset(rule for rule, card in book.cards.items() if card.kind == _KIND)
    if not configuration.archive or not rules:
        return Consulted((), rules)
    from lint.checks.archive_names import ArchiveNames
    from lint.lexicon.archive import Unusable, open_archive

    path = str(configuration.beside(configuration.archive))
    try:
        archive = open_archive(path)
    except Unusable as error:
        return Consulted((f"{path}: {error}. The names of the archive are not looked up",), rules)
    for rule in rules:
        check = book.checks[rule]
        assert isinstance(check, ArchiveNames)
        check.consult(archive)
    return Consulted((), frozenset())
