"""The phrase index: every literal phrase of every rule, looked up in one pass.

The prose is turned into a key of the same length: one byte a code point, ASCII letters
lowered, everything that is no ASCII letter, digit or underscore a space. Phrases are
turned the same way and wrapped in spaces, so that one Aho-Corasick automaton over bytes
finds every candidate, whatever the case, the punctuation or the quotation marks, and a
byte offset is a code point offset. Candidates are then confirmed on the prose itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_WORD_CHARS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_KEY_TABLE = bytes(
    ord(chr(byte).lower()) if chr(byte) in _WORD_CHARS else 32 for byte in range(256)
)
# What counts as the same character in a phrase: apostrophes, spaces, hyphens.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\t": " ",
                        "\u202f": " ", "\u2011": "-", "\u2010": "-"})  # fmt: skip
_CONTRACTIONS = ("t", "ll", "re", "ve", "d", "m")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A literal that a check wants to hear of.

    ``exact`` asks for the capitals as written (ALL CAPS is accepted as well); otherwise
    any case will do. ``payload`` is handed back with each hit.
    """

    text: str
    exact: bool
    payload: Any


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at a half-open range of prose offsets."""

    start: int
    end: int
    payload: Any


def key_of(text: str) -> bytes:
    """The look-up key of a text: one byte for each code point of it."""
    return text.encode("ascii", "replace").translate(_KEY_TABLE)


def alike(text: str) -> str:
    """The text with curly apostrophes straight, every space plain, every hyphen plain."""
    if text.isascii() and "\n" not in text and "\t" not in text:
        return text  # nothing to change, as in nearly every phrase
    return text.translate(_ALIKE)


class PhraseIndex:
    """All phrases of all checks, owned by the number of the check that asked for them."""

    def __init__(self, phrases: Iterable[tuple[int, Phrase]]) -> None:
        self._owners: list[list[tuple[int, Phrase, str]]] = []
        keys: dict[bytes, int] = {}
        for owner, phrase in phrases:
            for form in _written(phrase.text):
                key = b" " + key_of(form) + b" "
                number = keys.setdefault(key, len(keys))
                if number == len(self._owners):
                    self._owners.append([])
                wanted = alike(form)
                self._owners[number].append(
                    (owner, phrase, wanted if phrase.exact else wanted.casefold())
                )
        self._automaton = _automaton(list(keys)) if keys else None

    def look_up(self, prose: str) -> dict[int, list[Hit]]:
        """Every confirmed phrase of the prose, by the number of its owner, in order of place."""
        hits: dict[int, list[Hit]] = {}
        if self._automaton is None:
            return hits
        haystack = b" " + key_of(prose) + b" "
        for number, start, end in self._automaton.find(haystack):
            # The key begins one space before the phrase and the haystack one before the prose.
            self._confirm(prose, number, start, end - 2, hits)
        return hits

    def _confirm(
        self, prose: str, number: int, start: int, end: int, hits: dict[int, list[Hit]]
    ) -> None:
        if not _stands_alone(prose, start, end):
            return
        written = alike(prose[start:end])
        folded = written.casefold()
        for owner, phrase, wanted in self._owners[number]:
            if phrase.exact:
                same = written == wanted or (written.isupper() and written == wanted.upper())
            else:
                same = folded == wanted
            if same:
                hits.setdefault(owner, []).append(Hit(start, end, phrase.payload))


def _written(text: str) -> Iterable[str]:
    """A phrase with its accents composed, and with them apart."""
    return (text,) if text.isascii() else {text, unicodedata.normalize("NFD", text)}


def _stands_alone(prose: str, start: int, end: int) -> bool:
    """Whether a range is made of whole words: no letter, mark or contraction goes on beside it."""
    if start and (_joins(prose[start - 1]) or _elided(prose, start)):
        return False
    if end >= len(prose):
        return True
    after = prose[end]
    if _joins(after):
        return False
    if after in "'’":
        tail = prose[end + 1 : end + 4]
        letters = next((i for i, char in enumerate(tail) if not char.isalpha()), len(tail))
        return tail[:letters].lower() not in _CONTRACTIONS
    return True


def _elided(prose: str, start: int) -> bool:
    """Whether an apostrophe joins the range to a letter before it (O’Brien, d’état)."""
    return start >= 2 and prose[start - 1] in "'’" and prose[start - 2].isalpha()


def _joins(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.combining(char) != 0


class _Native:
    """Aho-Corasick in native code (ahocorasick_rs)."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, Implementation

        self._automaton = BytesAhoCorasick(list(keys), implementation=Implementation.ContiguousNFA)

    def find(self, haystack: bytes) -> list[tuple[int, int, int]]:
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(
            haystack, overlapping=True
        )
        found.sort(key=lambda hit: (hit[1], hit[2]))
        return found


class _Pure:
    """The same answers in Python alone, for platforms without the native wheel."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._by_first: dict[bytes, list[tuple[bytes, int]]] = {}
        for number, key in enumerate(keys):
            first = key[1:].split(b" ", 1)[0]
            self._by_first.setdefault(first, []).append((key, number))

    def find(self, haystack: bytes) -> Iterator[tuple[int, int, int]]:
        at = haystack.find(b" ")
        while 0 <= at < len(haystack) - 1:
            after = haystack.find(b" ", at + 1)
            for key, number in self._by_first.get(haystack[at + 1 : after], ()):
                if haystack.startswith(key, at):
                    yield number, at, at + len(key)
            at = after


def _automaton(keys: Sequence[bytes]) -> _Native | _Pure:
    try:
        return _Native(keys)
    except ImportError:  # no wheel for this platform: slower, the same hits
        return _Pure(keys)
