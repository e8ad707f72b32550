"""Where words stand in one article, found once for all rules of names."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.naming.company import Occurrence
from lint.late import late
from lint.reading import Reading

_TAIL = late(r"[-'’]?\w")


class Whereabouts:
    """Where words stand in one article, found once for all rules of names."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: dict[str, tuple[int, ...]] = {}
        self._made: dict[tuple[int, int], Occurrence] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The offsets of a word as written."""
        if word not in self._places:
            self._places[word] = tuple(_places(self._reading.prose, word))
        return self._places[word]

    def at(self, place: tuple[int, int]) -> Occurrence:
        """What stands at a place, which remembers what was asked of it."""
        if place not in self._made:
            self._made[place] = Occurrence(self._reading, *place)
        return self._made[place]


def whole_words(prose: str, word: str) -> Iterator[int]:
    """Where a word stands in the prose as a word; a hyphen or an apostrophe may follow."""
    at = prose.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and prose[at - 1].isalnum()) and not prose[end : end + 1].isalnum():
            yield at
        at = prose.find(word, end)


def _places(prose: str, word: str) -> Iterator[int]:
    """Where a word as written stands, as :attr:`Reading.capitalised` cuts it."""
    for at in whole_words(prose, word):
        if not _TAIL.match(prose, at + len(word)):
            yield at
