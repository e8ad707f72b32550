"""Whether the quotation in which a word stands is in another language than English."""

from __future__ import annotations

from lint.checks.misspelling.suspects import Desk
from lint.late import late
from lint.reading import Reading

_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST = 300  # code points; nobody quotes more in another language
_COMMON = 30  # frequency: words that English sentences are made of
_HALF = 0.5
# Small words that only other languages have, and those that English shares with them.
_THEIRS = frozenset(
    "de del der des di du e el en es et il la las le les los mi mon na par per por pour que qui se "
    "si su sur te tu un una une va viva y und och".split()
)
_SHARED = frozenset("a an as do die i in is me no non on".split())


def in_foreign_quotation(reading: Reading, desk: Desk, start: int, end: int) -> bool:
    """Whether ``[start, end)`` stands in a quotation of which half or more is no English."""
    for opened, closed in reading.speech:
        if opened <= start and end <= closed and closed - opened <= _LONGEST:
            return _is_foreign(reading.prose[opened:start] + " " + reading.prose[end:closed], desk)
    return False


def _is_foreign(text: str, desk: Desk) -> bool:
    """Whether the words beside a suspect are foreign, going by those that say anything."""
    words = [word for word in _WORD.findall(text.lower()) if len(word) > 1]
    theirs = not _THEIRS.isdisjoint(words)
    telling = [word for word in words if word not in _SHARED and word not in _THEIRS]
    known = sum(
        desk.words.frequency(word.split("'")[0].split("’")[0]) >= _COMMON for word in telling
    )
    if theirs:  # la revolucion
        return known <= _HALF * len(telling)
    return known < _HALF * len(telling)
