"""Quotation marks: which of them open, which close, and which are no quotation marks at all.

Apostrophes (O’Brien, the players’, ’90s, rock ’n’ roll) and the marks of feet and inches
(6'2", a 12" single) look like quotation marks and are told apart here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Side = Literal["opens", "closes", "either"]

# One plain set of characters, since a search for it is several times as fast as a choice
# of patterns; what stands beside a mark is looked at afterwards.
_CANDIDATE = re.compile(r"[\"“”„«»'‘’`]")
_SINGLE = frozenset("'‘’")
_FEET_AND_INCHES = re.compile(r"(?<!\d)\d{1,2}['’′]\s?\d{1,2}(?!\d)(?:\s?(?:[\"”″]|['’]{2}))?")
# Words that lose their beginning: the mark before them is an apostrophe.
_ELISION = re.compile(r"(?:\d\ds|n|till?|em|tis|twas|cos|cuz|ello|allo)\b", re.IGNORECASE)
_SPACES = " \t\n\r\u00a0\u2009\u202f"
_OPENS_AFTER = frozenset(_SPACES + "([{—–-/…|>*_~")
_NEVER_OPENS_BEFORE = frozenset(_SPACES + ".,;:!?)]}")
_CLOSES_BEFORE = frozenset(_SPACES + ")]}—–-/.,;:!?…|<*_~")
_MARKS = frozenset("\"“”„«»'‘’`")
_OPENING = frozenset(("“", "„", "«", "‘", "‘‘", "``"))
_CLOSING = frozenset(("”", "»", "’", "’’"))
_POSSESSIVE = re.compile(r"s(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Mark:
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


def any_marks(prose: str) -> bool:
    """Whether there may be a quotation mark in the prose."""
    return _CANDIDATE.search(prose) is not None


def marks(prose: str, start: int, end: int) -> Iterator[Mark]:
    """The quotation marks of a prose range, in order; apostrophes and primes are left out.

    Two single marks side by side are a double one. A single mark after a letter may close
    or be an apostrophe (the players’); it is given as one that closes, and whoever pairs
    them decides.
    """
    passed = start
    for found in _CANDIDATE.finditer(prose, start, end):
        at = found.start()
        if at < passed:
            continue
        glyph, before = prose[at], prose[at - 1] if at > start else " "
        after = prose[at + 1] if at + 1 < end else " "
        if after == glyph and glyph in "'‘’`":
            glyph += after
            after = prose[at + 2] if at + 2 < end else " "
        elif glyph == "`" or (glyph in _SINGLE and before.isalnum() and after.isalnum()):
            continue  # don’t, O’Brien: most of all the marks in a newspaper
        passed = at + len(glyph)
        if before.isdigit() and _is_prime(prose, at, start, end):
            continue
        if glyph in _SINGLE and _is_apostrophe(prose, at, before, after, end):
            continue
        side: Side = "closes" if at == start and after in _SPACES else _side(glyph, before, after)
        yield Mark(at, glyph, side)


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
