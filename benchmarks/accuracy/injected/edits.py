"""One slip of the hand in one word: the edits that real misspellings are made of."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = "aeiou"

# Letters that agencies write for one another when they take a name from another script.
_CLASSES = (
    ("kh", "h"), ("kh", "k"), ("ou", "u"), ("oo", "u"), ("ei", "ey"), ("ai", "ay"), ("ph", "f"),
    ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("iy", "y"), ("ij", "y"), ("ov", "off"),
    ("ev", "eff"), ("sh", "sch"), ("zh", "j"), ("dj", "j"), ("tch", "ch"), ("v", "w"),
    ("ee", "i"), ("yev", "ev"), ("ks", "x"), ("th", "t"), ("gh", "g"),
)  # fmt: skip


def _neighbours() -> Mapping[str, str]:
    """The letters next to each letter: in its row, and those that touch it above and below."""
    found: dict[str, set[str]] = {}
    for row in _ROWS:
        for place, letter in enumerate(row):
            found[letter] = set(row[max(0, place - 1) : place + 2]) - {letter}
    for upper, lower in pairwise(_ROWS):
        for place, letter in enumerate(lower):  # each row stands a little to the right
            for above in upper[place : place + 2]:
                found[letter].add(above)
                found[above].add(letter)
    return {letter: "".join(sorted(near)) for letter, near in found.items()}


NEIGHBOURS = _neighbours()


def _transposed(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _dropped(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _doubled(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        if word[at] != word[at - 1] and word[at : at + 1] != word[at + 1 : at + 2]:
            yield word[: at + 1] + word[at:]


def _neighbouring(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        for other in NEIGHBOURS.get(word[at], ""):
            yield word[:at] + other + word[at + 1 :]


def _vowel(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        if word[at] in _VOWELS:
            for other in _VOWELS.replace(word[at], ""):
                yield word[:at] + other + word[at + 1 :]


def _transliterated(word: str) -> Iterator[str]:
    for one, two in _CLASSES:
        for old, new in ((one, two), (two, one)):
            for found in re.finditer(re.escape(old), word):
                if found.start() > 0:
                    yield word[: found.start()] + new + word[found.end() :]


SORTS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "transposition": _transposed,
    "dropped letter": _dropped,
    "doubled letter": _doubled,
    "neighbouring key": _neighbouring,
    "vowel swap": _vowel,
    "transliteration": _transliterated,
}


def edited(word: str, sort: str, chance: random.Random, bad: Callable[[str], bool]) -> str | None:
    """A word with one edit of a sort, drawn at random from those that are not ``bad``.

    The first letter stays: writers seldom miss it.
    """
    forms = [form for form in dict.fromkeys(SORTS[sort](word)) if form != word and not bad(form)]
    return chance.choice(forms) if forms else None
