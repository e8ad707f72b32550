"""Finding many keys in one pass over a text: natively, or along a trie.

Both finders give the same hits. The trie is opened from a file in no time and serves a few
articles; the Aho-Corasick automaton takes longer to build than a hundred articles take to
check, and is an order quicker from then on. (Aho and Corasick, “Efficient string matching”,
CACM 18, 1975, in the implementation of ahocorasick_rs; marisa-trie by Susumu Yata.)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lint.late import late

Found = tuple[int, int, int]  # the number of a key, and the half-open range of the bytes

_SPACE = late(rb" ")
_EARNED = 150_000  # bytes looked through along the trie before the automaton is worth building
_BULK = 20_000  # a text so long earns it at once


class KeyFinder:
    """Finds keys, each of which begins and ends with a space, in a text of the same sort.

    ``trie`` numbers the keys; ``longest`` is the length of the longest in bytes.
    """

    def __init__(self, trie: Any, longest: int) -> None:
        self._trie = trie
        self._longest = longest
        self._automaton: Any = None
        self._looked = 0

    @classmethod
    def of(cls, keys: Sequence[bytes]) -> tuple[KeyFinder, list[int]]:
        """A finder of keys, and the number that it gives to each of them."""
        from marisa_trie import BinaryTrie

        trie = BinaryTrie(keys)
        return cls(trie, max(map(len, keys), default=0)), [trie.get(key) for key in keys]

    @property
    def trie(self) -> Any:
        """The trie itself, in order to be saved."""
        return self._trie

    @property
    def longest(self) -> int:
        """The length of the longest key in bytes."""
        return self._longest

    def find(self, text: bytes) -> list[Found]:
        """Every key in the text, overlapping ones too, in order of place."""
        if self._automaton is None and self._looked < _EARNED:
            self._looked += len(text) if len(text) < _BULK else _EARNED
            if self._looked < _EARNED:
                return self._along(text)
        if self._automaton is None:
            self._automaton = self._build() or self._along
        found: list[Found] = self._automaton(text)
        return found

    def _along(self, text: bytes) -> list[Found]:
        prefixes, number, longest = self._trie.prefixes, self._trie.get, self._longest
        found = []
        for place in _SPACE.finditer(text):
            start = place.start()
            for key in prefixes(text[start : start + longest]):
                found.append((number(key), start, start + len(key)))
        return found

    def _build(self) -> Any:
        """The look-up of the automaton; None where the platform has no wheel of it."""
        try:
            from ahocorasick_rs import BytesAhoCorasick, Implementation
        except ImportError:
            return None
        keys: list[bytes] = [b""] * len(self._trie)
        for key, number in self._trie.items():
            keys[number] = key
        automaton = BytesAhoCorasick(keys, implementation=Implementation.ContiguousNFA)

        def find(text: bytes) -> list[Found]:
            found: list[Found] = automaton.find_matches_as_indexes(text, overlapping=True)
            found.sort(key=_by_place)
            return found

        return find


def _by_place(found: Found) -> tuple[int, int]:
    return found[1], found[2]
