"""The wording of a headline, apart from capitals, quotation marks and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lint.article import Block
from lint.late import late
from lint.reading import Reading
from lint.tuples import NamedTuple

_WORD = late(r"[^\W_]+(?:[.,][0-9]+)*")
_APOSTROPHES = "'’‘ʼ"
_ANYTHING = late(r"\s*(?:…|\.\.\.)\s*")


@lru_cache(maxsize=128)  # several rules ask for the same few lines of an article
def wording(text: str) -> tuple[str, ...]:
    """The words of a text casefolded, without apostrophes, quotation marks and punctuation."""
    for mark in _APOSTROPHES:
        text = text.replace(mark, "")
    return tuple(_WORD.findall(text.casefold()))


class Head(NamedTuple):
    """The headline of an article: its block, its words, and where the text below it starts."""

    block: Block
    words: tuple[str, ...]
    text_start: int


def head_of(reading: Reading) -> Head | None:
    """The headline of an article, looked for once for all the rules of this kind."""
    return reading.once(_head)


def _head(reading: Reading) -> Head | None:
    heads = [block for block in reading.blocks if block.kind in {"slug", "headline"}]
    headline = next((block for block in heads if block.kind == "headline"), None)
    if headline is None:
        return None
    words = wording(reading.prose[headline.start : headline.end])
    return Head(headline, words, max(block.end for block in heads))


class StandingHeads:
    """Heads that stand over many articles by right (Letters, In brief), given by example.

    A “…” in an example stands for any words, or none: “Letters: …”, “… – live”.
    """

    def __init__(self, examples: Iterable[str]) -> None:
        first, last, patterns = [], [], []
        self._whole: set[str] = set()
        for example in examples:
            parts = [" ".join(wording(part)) for part in _ANYTHING.split(example)]
            match parts:
                case [words]:
                    self._whole.add(words)
                case [words, ""] if words:
                    first.append(words + " ")
                case ["", words] if words:
                    last.append(" " + words)
                case _:
                    patterns.append(_pattern(parts))
        self._first, self._last = tuple(first), tuple(last)
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def __contains__(self, words: tuple[str, ...]) -> bool:
        text = " ".join(words)
        return (
            text in self._whole
            or f"{text} ".startswith(self._first)
            or f" {text}".endswith(self._last)
            or (self._pattern is not None and self._pattern.fullmatch(text) is not None)
        )


def _pattern(parts: Iterable[str]) -> str:
    """A regular expression over words joined by single spaces."""
    parts = [re.escape(part) for part in parts]
    pattern = "(?: .*)? ".join(part for part in parts if part)
    if not parts[0]:
        pattern = "(?:.* )?" + pattern
    if not parts[-1]:
        pattern += "(?: .*)?"
    return pattern
