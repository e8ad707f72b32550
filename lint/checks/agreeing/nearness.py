"""Which folded words may be slips for one another, and what sort of slip it would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from sys import intern
from typing import Literal

from lint.checks.naming.deriving import related
from lint.checks.naming.spelling import LONG, SHORTEST, distance, sound
from lint.late import late
from lint.lexicon.nearness import slip_between

Edit = Literal["swapped", "doubled", "dropped", "vowel", "sound", "key", "letter", "two"]

# Words, and pairs of words, remembered. Few pairs are met again, and of the words the common ones.
_REMEMBERED, _PAIRS = 1 << 13, 1 << 10
# Deletes the letters that ``coarse`` ever puts in or takes out; the others stay, in their order.
_FIRM = {code: None for code in range(128) if chr(code) not in "abglmnr"}
# What stands before a key, by its kind.
_SOUND, _BEGIN, _END, _MIDDLE, _TWO = "~<>=^"
_ONE_EDIT = frozenset((_BEGIN, _END, _MIDDLE))  # keys that words one edit apart may share
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
def keys_of(word: str) -> tuple[str, ...]:
    """Keys of which two words that may be near share one: few, since each costs a look-up.

    One edit leaves the beginning or the end of a word as it is: three letters of each in words
    of seven and more, two in shorter ones (a word of seven has both, for its neighbours of six).
    Only the middle of four letters can be swapped so that neither stays. Besides, how it
    sounds, of which the first letter and those that no other is heard for say enough; and of
    long words, which may be two letters apart, the beginning, with the second letter and
    without it.
    """
    size = len(word)
    found = [_SOUND + word[:1] + "".join(dict.fromkeys(word.translate(_FIRM)))]
    if size < LONG:
        found += (_BEGIN + word[:2], _END + word[-2:])
    if size >= LONG - 1:
        found += (_BEGIN + word[:3], _END + word[-3:])
    if size == SHORTEST:
        found.append(_MIDDLE + word[0] + min(word[1:3], word[2:0:-1]) + word[3])
    if size >= LONG:
        found += {_TWO + word[:2], _TWO + word[0] + word[2]}
    return tuple(map(intern, found))  # a few thousand keys in all


@lru_cache(maxsize=_REMEMBERED)
def coarse(word: str) -> str:
    """How a folded word sounds, to an ear less fine than :func:`sound`."""
    for written, heard in _COARSE:
        word = word.replace(written, heard)
    return sound(_DOUBLED.sub(itemgetter(1), word.translate(_COARSE_LETTERS)))


def near_pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that may be slips for one another, each pair once."""
    return (pair for pair in neighbours(words) if edit_between(*pair) is not None)


def neighbours(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """As :func:`near_pairs`, but for some short words that a letter parts: in whatever order
    the words come, no pair of theirs is missing."""
    owners: dict[str, str] = {}
    shared: dict[str, list[str]] = {}
    own = owners.setdefault
    for word in words:
        met: dict[str, None] = {}
        for key in keys_of(word):
            first = own(key, word)
            if first is not word:
                others = shared.setdefault(key, [first])
                for other in others:
                    if other not in met and _are_near(other, word, key[0]):
                        met[other] = None
                others.append(word)
        for other in met:
            yield other, word


def _are_near(one: str, other: str, kind: str) -> bool:
    """Whether two words that share a key of a kind are near."""
    if kind in _ONE_EDIT:
        return _is_one_edit(one, other)
    if kind == _SOUND and coarse(one) != coarse(other):
        return False
    edit = edit_between(one, other)
    if edit == "two" and one[1] != other[1]:
        return not _shortened(one).isdisjoint(_shortened(other))
    return edit is not None


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter is too many, too few, wrong, or swapped with its neighbour."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(longer) - len(shorter) > 1:
        return False
    at = 0
    for left, right in zip(longer, shorter, strict=False):
        if left != right:
            break
        at += 1
    rest = longer[at + 1 :]
    if len(longer) > len(shorter):
        return rest == shorter[at:]
    if rest == shorter[at + 1 :]:
        return True
    return rest[1:] == shorter[at + 2 :] and longer[at : at + 2] == shorter[at + 1 :: -1][:2]


def _shortened(word: str) -> set[str]:
    """A word with each of its letters left out in turn."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


@lru_cache(maxsize=_PAIRS)
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
