"""The wording of a headline, apart from capitals, quotation marks and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ")
_ANYTHING = re.compile(r"\s*(?:…|\.\.\.)\s*")


def wording(text: str) -> tuple[str, ...]:
    """The words of a text casefolded, without apostrophes, quotation marks and punctuation."""
    return tuple(_WORD.findall(text.translate(_APOSTROPHES).casefold()))


class StandingHeads:
    """Heads that stand over many articles by right (Letters, In brief), given by example.

    A “…” in an example stands for any words, or none: “Letters: …”, “… – live”.
    """

    def __init__(self, examples: Iterable[str]) -> None:
        patterns = [_pattern(example) for example in examples]
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return bool(self._pattern and self._pattern.fullmatch(" ".join(words)))


def _pattern(example: str) -> str:
    """A regular expression over words joined by single spaces."""
    parts = [re.escape(" ".join(wording(part))) for part in _ANYTHING.split(example)]
    pattern = "(?: .*)? ".join(part for part in parts if part)
    if not parts[0]:
        pattern = "(?:.* )?" + pattern
    if not parts[-1]:
        pattern += "(?: .*)?"
    return pattern
