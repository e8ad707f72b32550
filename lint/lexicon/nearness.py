"""How one word may have become another by a slip, and how likely the slip is.

The sorts of slip and their order follow what is known of typing and spelling: most
misspellings are one letter too many, too few, wrong, or two neighbours swapped (Damerau
1964); among the letters dropped and added doubled ones lead, among wrong ones vowels and
neighbours on the keyboard; the first letter is seldom wrong (Pollock and Zamora 1984).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from lint.frozen import Frozen

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG = 9  # letters; from here on two edits are looked for
_SEEN = 16  # frequency of a word that one article has
_STEM = 3  # letters that a word two edits away still shares at its beginning
_LOST_BY_DEPTH = 60  # points of frequency that a second edit costs
_FIRST_LETTER = 60  # points that a wrong first letter costs
_FIRST_SWAPPED = 40  # the same, where it was swapped with the second (hte, ahve)

# What each sort of slip is worth, on the scale of frequencies (16 points: twice as common).
SLIPS = {
    "swapped letters": 50,
    "a doubled letter": 50,
    "a dropped double": 50,
    "a vowel": 30,
    "a dropped letter": 30,
    "a neighbouring key": 20,
    "an added letter": 15,
    "a wrong letter": 0,
}


class Words(Protocol):
    """What this module asks of a word list."""

    def __contains__(self, word: str) -> bool: ...

    def frequency(self, word: str) -> int:
        """How common a word is, logarithmic."""

    def is_obscure(self, word: str) -> bool:
        """Whether hardly anybody uses a word: it is never what was meant."""

    def begins(self, prefix: str) -> bool:
        """Whether any word begins so."""

    def starting(self, prefix: str) -> list[str]:
        """Every word that begins so."""


class Near(Frozen):
    """A word near to one that is unknown: how it went wrong, and how likely it was meant."""

    word: str
    slip: str
    edits: int
    frequency: int
    score: int


def _keys_beside() -> frozenset[tuple[str, str]]:
    places = {
        letter: (column + row * 0.4, row)
        for row, letters in enumerate(_ROWS)
        for column, letter in enumerate(letters)
    }
    return frozenset(
        (one, other)
        for one, (x, y) in places.items()
        for other, (u, v) in places.items()
        if one != other and abs(x - u) < 1.1 and abs(y - v) <= 1
    )


_BESIDE = _keys_beside()


def one_edit(word: str) -> Iterator[str]:
    """Every string one edit away: a letter taken out, put in, changed, or two swapped."""
    for place in range(len(word) + 1):
        yield from _edits_at(word, place)


def _edits_at(word: str, place: int) -> Iterator[str]:
    before, after = word[:place], word[place:]
    if after:
        yield before + after[1:]
        for letter in _LETTERS:
            yield before + letter + after[1:]
    if len(after) > 1:
        yield before + after[1] + after[0] + after[2:]
    for letter in _LETTERS:
        yield before + letter + after


def slip_between(meant: str, written: str) -> str:
    """The sort of slip by which a word became another that is one edit away (see SLIPS)."""
    start = 0
    while start < min(len(meant), len(written)) and meant[start] == written[start]:
        start += 1
    if len(meant) > len(written):
        return "a dropped double" if meant[start] in _around(meant, start) else "a dropped letter"
    if len(meant) < len(written):
        added = written[start]
        if added in _around(written, start):
            return "a doubled letter"
        beside = any((added, key) in _BESIDE for key in _around(written, start))
        return "a neighbouring key" if beside else "an added letter"
    if meant[start + 1 :] == written[start + 1 :]:
        pair = meant[start], written[start]
        if pair[0] in _VOWELS and pair[1] in _VOWELS:
            return "a vowel"
        return "a neighbouring key" if pair in _BESIDE else "a wrong letter"
    return "swapped letters"


def _around(word: str, place: int) -> str:
    return word[max(0, place - 1) : place] + word[place + 1 : place + 2]


def close_words(word: str, words: Words) -> list[Near]:
    """The words one edit from a word in small letters, best first; two edits for long ones.

    The score is the frequency and what the sort of slip is worth (see ``SLIPS``). Two
    edits are tried only where no word of the news is one edit away, the word has nine
    letters or more, and its first three letters are right.
    """
    found = [_weighed(candidate, word, words) for candidate in set(_one_edit_words(word, words))]
    if len(word) >= _LONG and all(near.frequency < _SEEN for near in found):
        found.extend(_two_edits(word, words))
    return sorted(found, key=lambda near: (-near.score, near.word))


def plain_slips(word: str, words: Words) -> list[Near]:
    """As :func:`close_words`, only those of which letters were swapped or doubled: few to try."""
    near = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    single = (
        word[:at] + word[at + 1 :] for at in range(len(word)) if word[at] in _around(word, at)
    )
    found = {candidate for candidate in (*near, *single) if candidate in words} - {word}
    return sorted(
        (_weighed(candidate, word, words) for candidate in found),
        key=lambda near: (-near.score, near.word),
    )


def _one_edit_words(word: str, words: Words) -> Iterator[str]:
    """The words among all strings one edit away; what no word begins like is not tried."""
    for place in range(len(word) + 1):
        if not words.begins(word[:place]):
            return
        for candidate in filter(words.__contains__, _edits_at(word, place)):
            if candidate != word and not words.is_obscure(candidate):
                yield candidate


def _weighed(candidate: str, word: str, words: Words) -> Near:
    slip = slip_between(candidate, word)
    frequency = words.frequency(candidate)
    lost = 0
    if candidate[:1] != word[:1]:
        lost = _FIRST_SWAPPED if slip == "swapped letters" else _FIRST_LETTER
    score = frequency + SLIPS[slip] - lost
    return Near(candidate, slip, 1, frequency, score)


def _two_edits(word: str, words: Words) -> Iterator[Near]:
    from rapidfuzz.distance import OSA

    length = len(word)
    for candidate in words.starting(word[:_STEM]):
        if abs(len(candidate) - length) > 2 or candidate == word or candidate not in words:
            continue
        if OSA.distance(candidate, word, score_cutoff=2) == 2 and not words.is_obscure(candidate):
            frequency = words.frequency(candidate)
            yield Near(candidate, "two letters", 2, frequency, frequency - _LOST_BY_DEPTH)
