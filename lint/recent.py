"""Memory with a bound, for what is worked out per word: what was asked of late is kept.

The words of a language never end: of two thousand articles a third of the words stand in one
only. A memory of all of them grows with the archive and helps little more than one of the last
few thousand, in which whatever is common has its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(dict[Key, Value]):
    """What ``make`` gives for a key, remembered for the ``room`` last keys at least and for
    twice as many at most.

    What is there is found at the speed of a dictionary. When there is no more room, all that is
    there becomes old; of the old, what is asked for again comes back, and the rest is forgotten
    the next time.
    """

    def __init__(self, make: Callable[[Key], Value], room: int) -> None:
        super().__init__()
        self._make = make
        self._room = room
        self._old: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        old = self._old
        value = old[key] if key in old else self._make(key)
        if len(self) >= self._room:
            self._old = dict(self)
            self.clear()
        self[key] = value
        return value


class Met(Generic[Key]):
    """A set of what was met of late, with the bound of :class:`Recent`, which only what is met
    again all at once may go beyond."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._new: set[Key] = set()
        self._old: set[Key] = set()

    def add(self, key: Key) -> None:
        """Remember something."""
        if len(self._new) >= self._room:
            self._new, self._old = set(), self._new
        self._new.add(key)

    def without(self, keys: set[Key]) -> set[Key]:
        """What has not been met of some keys."""
        unknown = keys - self._new
        if self._old and unknown:
            again = unknown & self._old
            self._new |= again  # a little beyond the room, where there is much of it at once
            unknown -= again
        return unknown

    def __len__(self) -> int:
        return len(self._new) + len(self._old)
