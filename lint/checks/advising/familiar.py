"""Words that somebody knows: the house, its archive, the gazetteer, a dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint.checks.base import Check
from lint.checks.naming.spelling import core, fold
from lint.kept import cached_property

if TYPE_CHECKING:
    from lint.lexicon.archive import Archive

_NAMING = "names"  # the kind of rule that lists the names of the house


class Familiar:
    """What is known of words and names, looked up only when an engine doubts one.

    ``checks`` are those of the stylebook; ``archive`` is the index of what was printed.
    """

    def __init__(self, checks: Sequence[Check] = (), archive: Archive | None = None) -> None:
        self._checks = checks
        self.archive = archive

    def knows(self, text: str) -> bool:
        """Whether every word of a text is a known one, or (a part of) a known name."""
        words = text.split()
        return bool(words) and all(self._knows(word) for word in words)

    def _knows(self, word: str) -> bool:
        start, end = core(word)
        folded = fold(word[start:end])
        return folded in self._house or self._is_listed(folded) or self._is_printed(folded)

    @cached_property
    def _house(self) -> frozenset[str]:
        forms = (
            claim.form
            for check in self._checks
            if check.rule.kind == _NAMING
            for claim in check.claims()
            if claim.right
        )
        return frozenset(fold(word) for form in forms for word in form.split())

    @staticmethod
    def _is_listed(folded: str) -> bool:
        from lint.lexicon.names import open_names
        from lint.lexicon.words import open_words

        return folded in open_names() or folded in open_words()

    def _is_printed(self, folded: str) -> bool:
        return self.archive is not None and self.archive.find(folded) is not None
