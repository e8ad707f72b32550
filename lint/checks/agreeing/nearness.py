"""Which folded words may be slips for one another, and what sort of slip it would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from lint.checks.naming.deriving import related
from lint.checks.naming.spelling import LONG, SHORTEST, distance, sound
from lint.late import late
from lint.lexicon.nearness import slip_between

Edit = Literal["swapped", "doubled", "dropped", "vowel", "sound", "key", "letter", "two"]

_REMEMBERED = 1 << 16
_FAR = 3  # edits; no further apart may be what sounds alike
# What romanisations and ears exchange, besides what ``sound`` has made one already.
_COARSE = (("tch", "ch"), ("zh", "j"), ("dj", "j"), ("ee", "i"), ("oo", "u"), ("ij", "i"),
           ("gh", "g"), ("th", "t"), ("ei", "i"), ("ai", "a"), ("yev", "ev"), ("ie", "i"),
           ("sh", "s"))  # fmt: skip
_COARSE_LETTERS = str.maketrans("cz", "ks")
_DOUBLED = late(r"(.)\1+")
_APOSTROPHE = str.maketrans("", "", "'’")
_SLIPS: dict[str, Edit] = {
    "swapped letters": "swapped",
    "a doubled letter": "doubled",
    "a dropped double": "doubled",
    "a dropped letter": "dropped",
    "an added letter": "dropped",
    "a vowel": "vowel",
    "a neighbouring key": "key",
    "a wrong letter": "letter",
}
# Endings by which a word is made from another; two that differ by these are no spellings of
# one name.
_ENDINGS = frozenset(
    """
    es ies an ian ans ians ism isms ist ists istic ic ics ical al ise ize ish ite ites ia iya
    er ers ed ing ive ion ions ors man men land ese ment ence ance ent ant ary ity ate age ages
    ness ville ton town wood ova eva ina aya
    """.split()
)
_LETTERS = frozenset(("", "s", "n", "a", "i"))  # an ending too, beside one of those
_STEM = 4


@lru_cache(maxsize=_REMEMBERED)
def keys(word: str) -> tuple[str, ...]:
    """Keys of which two words that may be near share one.

    The word itself and the word with one letter left out; how it sounds, coarsely; and of
    long words, which may be two letters apart, the first two letters.
    """
    found = {word[:at] + word[at + 1 :] for at in range(len(word))}
    found |= {word, "~" + coarse(word)}
    if len(word) >= LONG:
        found.add("^" + word[:2])
    return tuple(sorted(found))


def coarse(word: str) -> str:
    """How a folded word sounds, to an ear less fine than :func:`sound`."""
    for written, heard in _COARSE:
        word = word.replace(written, heard)
    return sound(_DOUBLED.sub(r"\1", word.translate(_COARSE_LETTERS)))


def near_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that may be slips for one another, each pair once."""
    owners: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    told: set[tuple[str, str]] = set()
    own = owners.setdefault
    for word in words:
        for key in keys(word):
            first = own(key, word)
            if first is word:
                continue
            others = shared.setdefault(key, [first])
            for other in others:
                if (other, word) not in told:
                    told.add((other, word))
                    if edit_between(other, word) is not None:
                        yield other, word
            others.append(word)


@lru_cache(maxsize=_REMEMBERED)
def edit_between(one: str, other: str) -> Edit | None:
    """The sort of slip that parts two folded words; None where they are two words."""
    if max(len(one), len(other)) < SHORTEST or _has_letter_for_apostrophe(one, other):
        return None
    apart = distance(one, other, limit=_FAR)
    if apart == 1:
        edit = _SLIPS[slip_between(one, other)]
        if edit in ("doubled", "swapped"):
            return edit
        if min(len(one), len(other)) < SHORTEST:
            return "dropped" if edit == "dropped" else None
        return "sound" if edit != "vowel" and sound(one) == sound(other) else edit
    if one[0] != other[0]:
        return None
    if apart <= _FAR and coarse(one) == coarse(other):
        return "sound"
    if apart == 2 and min(len(one), len(other)) >= LONG:
        return "two"
    return None


def _has_letter_for_apostrophe(one: str, other: str) -> bool:
    """Whether one has an apostrophe that the other lacks, and they differ without it (As'ad)."""
    left, right = one.translate(_APOSTROPHE), other.translate(_APOSTROPHE)
    return left != right and (left == one) != (right == other)


def is_number(one: str, other: str) -> bool:
    """Whether two are singular and plural, or plurals of a place and its people (Indias)."""
    left, right = one.rstrip("s"), other.rstrip("s")
    if left == right:
        return True
    if len(one) - len(left) != 1 or len(other) - len(right) != 1:
        return False
    return any(
        longer == shorter + ending
        for longer, shorter in ((left, right), (right, left))
        for ending in ("n", "an", "ian", "u", "i", "e")
    )


def is_inflected(one: str, other: str) -> bool:
    """Whether one may be the plural, the adjective or the feminine of the other."""
    return related(one, other, place=True, given=False)


def is_ending(one: str, other: str) -> bool:
    """Whether the two differ by endings of which words are made, as a name and its adjective."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    for stem in range(max(_STEM, shared - 2), shared + 1):
        left, right = one[stem:], other[stem:]
        if left == right:
            continue
        if (left in _ENDINGS and (right in _ENDINGS or right in _LETTERS)) or (
            right in _ENDINGS and left in _LETTERS
        ):
            return True
    return False
