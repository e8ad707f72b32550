"""The kinds of check, one file each, and the table that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.checks.base import Check

# kind → (module, class): imported when a rule uses the kind, so that the others cost nothing.
KINDS: dict[str, tuple[str, str]] = {
    "archive-names": ("lint.checks.archive_names", "ArchiveNames"),
    "avoid": ("lint.checks.avoid", "Avoid"),
    "confusions": ("lint.checks.confusions", "Confusions"),
    "consistency": ("lint.checks.consistency", "Consistency"),
    "frames": ("lint.checks.frames", "Frames"),
    "grammar": ("lint.checks.grammar", "Grammar"),
    "brackets": ("lint.checks.brackets", "Brackets"),
    "known-names": ("lint.checks.known_names", "KnownNames"),
    "name-consistency": ("lint.checks.name_consistency", "NameConsistency"),
    "names": ("lint.checks.names", "Names"),
    "pattern": ("lint.checks.pattern", "PatternCheck"),
    "headlines": ("lint.checks.headlines", "Headlines"),
    "placeholders": ("lint.checks.placeholders", "Placeholders"),
    "quotes": ("lint.checks.quotes", "Quotes"),
    "repetition": ("lint.checks.repetition", "Repetition"),
    "spelling": ("lint.checks.spelling", "Spelling"),
    "terms": ("lint.checks.terms", "Terms"),
    "context": ("lint.checks.context", "Context"),
    "agreement": ("lint.checks.agreement", "Agreement"),
    "dates": ("lint.checks.dates", "Dates"),
    "dashes": ("lint.checks.dashes", "Dashes"),
}


def check_class(kind: str) -> type[Check]:
    """The class of a kind.

    Raises:
        KeyError: there is no such kind.
    """
    from importlib import import_module

    module, name = KINDS[kind]
    found: type[Check] = getattr(import_module(module), name)
    return found
