"""Quotation marks: which of them open, which close, and which are no quotation marks at all.

Apostrophes (O’Brien, the players’, ’90s, rock ’n’ roll) and the marks of feet and inches
(6'2", a 12" single) look like quotation marks and are told apart here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from lint.article import Block
from lint.late import late
from lint.tuples import NamedTuple

Side = Literal["opens", "closes", "either"]

# don’t, O’Brien: most of all the single marks in a newspaper are seen off here.
_CANDIDATES = tuple(
    (glyph, late(f"{glyph}(?:(?<![^\\W_].)|(?![^\\W_]))" if glyph in "'‘’" else glyph))
    for glyph in "\"'`“”„«»‘’"
)
_ASCII_CANDIDATES = _CANDIDATES[:3]
_SINGLE = frozenset("'‘’")
_DOUBLED = frozenset("'‘’`")  # two of them side by side are a double mark
_FEET_AND_INCHES = late(r"(?<!\d)\d{1,2}['’′]\s?\d{1,2}(?!\d)(?:\s?(?:[\"”″]|['’]{2}))?")
# Words that lose their beginning: the mark before them is an apostrophe.
_ELISION = late(r"(?:\d\ds|n|till?|em|tis|twas|cos|cuz|ello|allo)\b", re.IGNORECASE)
_SPACES = " \t\n\r\u00a0\u2009\u202f"
_OPENS_AFTER = frozenset(_SPACES + "([{—–-/…|>*_~")
_NEVER_OPENS_BEFORE = frozenset(_SPACES + ".,;:!?)]}")
_CLOSES_BEFORE = frozenset(_SPACES + ")]}—–-/.,;:!?…|<*_~")
_MARKS = frozenset("\"“”„«»'‘’`")
_OPENING = frozenset(("“", "„", "«", "‘", "‘‘", "``"))
_CLOSING = frozenset(("”", "»", "’", "’’"))
_POSSESSIVE = late(r"s(?![^\W_])")


class Mark(NamedTuple):
    """One quotation mark of the prose: its offset, its glyph, the side on which it stands."""

    at: int
    glyph: str
    side: Side

    @property
    def single(self) -> bool:
        """Whether it is one of ' ‘ ’ alone."""
        return self.glyph in _SINGLE

    @property
    def end(self) -> int:
        """The prose offset after the mark."""
        return self.at + len(self.glyph)


BlockMarks = tuple[tuple[int, tuple[Mark, ...]], ...]
"""The marks of an article by the number of their block; blocks without any are left out."""


def marks_by_block(prose: str, blocks: Sequence[Block]) -> BlockMarks:
    """The quotation marks of every block that has any, as :func:`marks` gives them."""
    places = _candidates(prose, 0, len(prose))
    found: list[tuple[int, tuple[Mark, ...]]] = []
    if not places:
        return ()
    first = 0
    for number, block in enumerate(blocks):
        last = bisect_left(places, block.end, first)
        inside = places[bisect_left(places, block.start, first) : last]
        own = tuple(_marks(prose, inside, block.start, block.end)) if inside else ()
        if own:
            found.append((number, own))
        first = last
    return tuple(found)


def marks(prose: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a prose range, in order; apostrophes and primes are left out.

    Two single marks side by side are a double one. A single mark after a letter may close
    or be an apostrophe (the players’); it is given as one that closes, and whoever pairs
    them decides.
    """
    return _marks(prose, _candidates(prose, start, end), start, end)


def _candidates(prose: str, start: int, end: int) -> list[int]:
    """The places of what is drawn like a quotation mark and stands not between two letters.

    One glyph after the other, since to search for one character is many times as fast as
    to search for any of a set.
    """
    found: list[int] = []
    for glyph, pattern in _ASCII_CANDIDATES if prose.isascii() else _CANDIDATES:
        if glyph in prose:
            found += [mark.start() for mark in pattern.finditer(prose, start, end)]
    found.sort()
    return found


def _marks(prose: str, places: Iterable[int], start: int, end: int) -> Iterator[Mark]:
    """Those of the candidates of a range that are quotation marks."""
    passed = start
    for at in places:
        if at < passed:
            continue
        glyph, before = prose[at], prose[at - 1] if at > start else " "
        after = prose[at + 1] if at + 1 < end else " "
        side = _at_a_glance(glyph, before, after)
        if side == "unclear":
            if after == glyph and glyph in _DOUBLED:
                glyph += after
                after = prose[at + 2] if at + 2 < end else " "
            passed = at + len(glyph)
            if before.isdigit() and _is_prime(prose, at, start, end):
                continue
            if glyph in _SINGLE and _is_apostrophe(prose, at, before, after, end):
                continue
            side = _side(glyph, before, after)
        if side != "none":
            yield Mark(at, glyph, "closes" if at == start and after in _SPACES else side)


@lru_cache(maxsize=4096)  # the same few characters, again and again
def _at_a_glance(glyph: str, before: str, after: str) -> Side | Literal["none", "unclear"]:
    """The side of a candidate, where the characters beside it are enough to tell."""
    if after == glyph and glyph in _DOUBLED:
        return "unclear"
    if glyph == "`":
        return "none"
    return "unclear" if glyph in _SINGLE or before.isdigit() else _side(glyph, before, after)


def _opens(before: str) -> bool:
    return before in _OPENS_AFTER or before in _MARKS


def _side(glyph: str, before: str, after: str) -> Side:
    """The side that a mark stands on, by its glyph and by what stands beside it."""
    may_open = _opens(before) and after not in _NEVER_OPENS_BEFORE
    may_close = before not in _SPACES and (after in _CLOSES_BEFORE or after in _MARKS)
    if glyph in _OPENING:
        # An opening glyph typed where only a closing one makes sense: a word“ he said.
        wrong_way = glyph == "“" and not _opens(before) and after in _CLOSES_BEFORE
        return "closes" if wrong_way else "opens"
    if glyph in _CLOSING:
        return "opens" if glyph == "”" and before in _SPACES and after.isalnum() else "closes"
    if may_open != may_close:
        return "opens" if may_open else "closes"
    return "either"


def _is_apostrophe(prose: str, at: int, before: str, after: str, end: int) -> bool:
    """Whether a single mark stands for letters left out at the beginning or around an n."""
    if _opens(before) and after.isalnum():
        # ’90s, ’til: the closing glyph never opens a quotation.
        return prose[at] == "’" or _ELISION.match(prose, at + 1, end) is not None
    if before not in _SPACES and _POSSESSIVE.match(prose, at + 1, end):
        return True  # Which?'s, (RFEF)'s
    return prose[max(0, at - 3) : at].lower() in {" 'n", " ‘n", " ’n"}


def _is_prime(prose: str, at: int, start: int, end: int) -> bool:
    """Whether the mark after a digit belongs to a measure (6'2", 6' 2")."""
    return any(
        found.start() <= at < found.end()
        for found in _FEET_AND_INCHES.finditer(prose, max(start, at - 7), min(end, at + 7))
    )
