"""The forms under which a name of an article is counted in the index, and looked up in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lint.checks.naming.spelling import core, fold, sound

if TYPE_CHECKING:
    from lint.mentioned import Name

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00ad": ""})
_LONGEST = 6  # words; a longer run is a list or a title, and no name
_SHORTEST = 2  # letters of a word that is counted by itself


def printed_forms(names: Sequence[Name]) -> set[str]:
    """What one article adds to the index: its names as printed, and their words.

    Left out are lines in title case and in capitals, where a capital says nothing, and a
    single word that opens a sentence.
    """
    found: set[str] = set()
    for name in names:
        if not name.loud and len(name.words) <= _LONGEST:
            found.update(_forms(name.words, len(name.words) == 1 and name.opens))
    return found


@lru_cache(maxsize=1 << 16)
def _forms(words: tuple[str, ...], uncertain: bool) -> tuple[str, ...]:
    return () if uncertain else tuple(printed_of(words))


def printed_of(words: tuple[str, ...]) -> Iterator[str]:
    """The forms under which one name is counted: the whole, its end, its words."""
    plain = plain_words(words)
    for start, end in spans(plain):
        yield " ".join(plain[start:end])
    for word in plain:
        bare = word[slice(*core(word))]
        if len(bare) >= _SHORTEST and bare[0].isupper() and not bare.isupper():
            yield bare


def plain_words(words: Sequence[str]) -> tuple[str, ...]:
    """Words with plain apostrophes and hyphens, and nothing that cannot be seen."""
    return tuple(word if word.isascii() else word.translate(_APOSTROPHES) for word in words)


def spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The parts of a run of words that are names of several words: the whole, and the end.

    Of “Australian Jannik Sinner” the last two words are a name as well, and often the name.
    """
    size = len(words)
    if size > 1:
        yield 0, size
    if size > 2 and not is_small(words[-2]) and not is_small(words[-1]):
        yield size - 2, size


def is_small(word: str) -> bool:
    """Whether a word is an initial or a particle, which says little of whose name it is."""
    return len(word.rstrip(".")) == 1 or not word[0].isupper()


@lru_cache(maxsize=1 << 17)
def folded_form(text: str) -> str:
    """A name folded word by word, joined articles kept: what it is looked up by."""
    return fold(text)


def near_keys(folded: str) -> set[str]:
    """What a folded word has in common with every word that is near it.

    Each form with one letter left out (the first excepted, which near words share), the
    word itself, and how it sounds.
    """
    keys = {folded[:at] + folded[at + 1 :] for at in range(1, len(folded))}
    keys.add(folded)
    keys.add(f"~{sound(folded)}")
    return keys
