"""The phrase index: every literal phrase of every rule, looked up in one pass.

The prose is turned into a key of the same length: one byte a code point, ASCII letters
lowered, everything that is no ASCII letter, digit or underscore a space. Phrases are
turned the same way and wrapped in spaces, so that one look-up over bytes
finds every candidate, whatever the case, the punctuation or the quotation marks, and a
byte offset is a code point offset. Candidates are then confirmed on the prose itself.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lint.automata import KeyFinder
from lint.tuples import NamedTuple

_WORD_CHARS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_KEY_TABLE = bytes(
    ord(chr(byte).lower()) if chr(byte) in _WORD_CHARS else 32 for byte in range(256)
)
# What counts as the same character in a phrase: apostrophes, spaces, hyphens.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "\t": " ",
                        "\u202f": " ", "\u2011": "-", "\u2010": "-"})  # fmt: skip
_PLAIN_BEFORE, _PLAIN_AFTER = frozenset(" \n"), frozenset(" \n,.")
_CONTRACTIONS = ("t", "ll", "re", "ve", "d", "m")


class Phrase(NamedTuple):
    """A literal that a check wants to hear of.

    ``exact`` asks for the capitals as written (ALL CAPS is accepted as well); otherwise
    any case will do. ``payload`` is handed back with each hit; a tuple of any class comes back
    from a compiled stylebook as a bare tuple. What is not None, a number, a string or a tuple
    of those makes all phrases of the check be made anew in every run.
    """

    text: str
    exact: bool
    payload: Any


# Its owner, and every way of writing it: none where whatever has its key is so written.
_Wanted = tuple[int, Phrase, frozenset[str]]


class Hit(NamedTuple):
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
    """All phrases of all checks, owned by the number of the check that asked for them.

    What is kept of a phrase is its owner and its number among the phrases of that owner;
    ``phrases_of`` gives those when one of them may have been found, so that a stylebook
    that was compiled before need not be read for what does not occur.
    """

    def __init__(
        self,
        finder: KeyFinder | None,
        owners: Owners,
        phrases_of: Callable[[int], Sequence[Phrase]],
    ) -> None:
        self._finder = finder
        self._owners = owners
        self._phrases_of = phrases_of
        self._resolved: dict[int, list[_Wanted]] = {}

    @classmethod
    def of(cls, phrases: Iterable[tuple[int, Phrase]]) -> PhraseIndex:
        """The index of phrases that are there, each with the number of its owner."""
        lists: dict[int, list[Phrase]] = {}
        for owner, phrase in phrases:
            lists.setdefault(owner, []).append(phrase)
        finder, owners = keyed(lists)
        return cls(finder, owners, lists.__getitem__)

    def look_up(self, prose: str) -> dict[int, list[Hit]]:
        """Every confirmed phrase of the prose, by the number of its owner, in order of place."""
        hits: dict[int, list[Hit]] = {}
        if self._finder is None:
            return hits
        haystack = b" " + key_of(prose) + b" "
        resolved, size = self._resolved, len(prose)
        for number, start, stop in self._finder.find(haystack):
            # The key begins one space before the phrase and the haystack one before the prose.
            end = stop - 2
            before = prose[start - 1] if start else " "
            after = prose[end] if end < size else " "
            plain = before in _PLAIN_BEFORE and after in _PLAIN_AFTER  # as nearly always
            if not plain and not _stands_alone(prose, start, end):
                continue
            found_there = prose[start:end]
            written = folded = ""
            for owner, phrase, wanted in resolved.get(number) or self._resolve(number):
                if wanted and not written:
                    written = alike(found_there)
                    folded = written.casefold()
                if not wanted or (written if phrase.exact else folded) in wanted:
                    found = Hit(start, end, phrase.payload)
                    if owner in hits:
                        hits[owner].append(found)
                    else:
                        hits[owner] = [found]
        return hits

    def _resolve(self, number: int) -> list[_Wanted]:
        """The phrases of a key, each with every way of writing it, as the look-up has them."""
        found = [(owner, *self._want(owner, nth)) for owner, nth in self._owners.of(number)]
        self._resolved[number] = found
        return found

    def _want(self, owner: int, nth: int) -> tuple[Phrase, frozenset[str]]:
        phrase = self._phrases_of(owner)[nth]
        if not phrase.exact and _WORD_CHARS.issuperset(phrase.text):
            return phrase, frozenset()  # a key without a space says all but the capitals
        forms = {alike(form) for form in _written(phrase.text)}
        if phrase.exact:
            forms |= {form.upper() for form in forms}
        else:
            forms = {form.casefold() for form in forms}
        return phrase, frozenset(forms)


class Owners:
    """Which phrases of which owners each key stands for, in three flat rows of numbers."""

    def __init__(self, starts: Sequence[int], owners: Sequence[int], nths: Sequence[int]) -> None:
        self.starts, self.owners, self.nths = starts, owners, nths

    def of(self, number: int) -> Iterable[tuple[int, int]]:
        """The owner and the number within it of every phrase of a key."""
        start, end = self.starts[number], self.starts[number + 1]
        return zip(self.owners[start:end], self.nths[start:end], strict=True)


def keyed(phrases: Mapping[int, Sequence[Phrase]]) -> tuple[KeyFinder | None, Owners]:
    """The finder of the keys of some phrases by owner, and whose each key is."""
    places: dict[bytes, list[tuple[int, int]]] = {}
    for owner, own in phrases.items():
        for nth, phrase in enumerate(own):
            for form in _written(phrase.text):
                key = b" %b " % key_of(form)
                if key in places:
                    places[key].append((owner, nth))
                else:
                    places[key] = [(owner, nth)]
    starts, owners, nths = array("I", [0]), array("I"), array("I")
    if not places:
        return None, Owners(starts, owners, nths)
    keys = list(places)
    finder, numbers = KeyFinder.of(keys)
    for _, key in sorted(zip(numbers, keys, strict=True)):
        whose = places[key]
        for owner, nth in whose if len(whose) == 1 else sorted(set(whose)):
            owners.append(owner)
            nths.append(nth)
        starts.append(len(owners))
    return finder, Owners(starts, owners, nths)


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
