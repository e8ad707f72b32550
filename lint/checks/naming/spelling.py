"""The shapes of a name: what counts as the same spelling, and how far apart two are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from lint.late import late

# Letters that no decomposition takes apart.
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th",
     "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-",
     "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": ""}
)  # fmt: skip
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"))
# Articles and particles that are joined to a name and come and go with the style of a house.
_PREFIX = late(r"(?:al|el|ul|an|as|ash|at|ad|ar|az)-(?=[^\W_])|[dl]['’](?=[^\W_])", re.I)
_JOINTS = late(r"[-'’]")
_POSSESSIVE = late(r"['’](?:s|S)?$")
# In this order: what is heard or written alike over the romanisations of a name.
_CLASSES = (("sch", "sh"), ("kh", "h"), ("ph", "v"), ("cks", "x"), ("cs", "x"), ("ks", "x"),
            ("ck", "k"), ("ou", "u"), ("iy", "i"), ("yi", "i"))  # fmt: skip
_LETTERS = str.maketrans("fwqy", "vvki", "-'")
_DOUBLED = late(r"(.)\1+")
_VOWELS = frozenset("aeiouy")
# Consonants that are heard or typed for one another.
_HEARD = ("ckqsxz", "dt", "bp", "mn", "fvw", "gjk", "lr", "jz")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SHORTEST = 4  # letters; a shorter word has too many neighbours to be judged
LONG = 8  # letters; from here on two edits are near
_FAR = 3  # edits; no further apart may be what sounds alike
_EARNED = 1_000  # distances worked out here before a library is imported for them
_MEMO = 1 << 13  # words whose sound is remembered: each is compared with many


def fold(word: str) -> str:
    """A word without case, accents and curls: “Perón” and “PERON” are both “peron”."""
    folded = word.casefold()
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded.translate(_SPECIAL))
    return "".join(char for char in apart if not unicodedata.combining(char))


def folds(word: str) -> frozenset[str]:
    """Every fold of a word that is a matter of style: “müller” is “muller” and “mueller”."""
    if word.isascii():
        return frozenset((word.casefold(),))
    folded = unicodedata.normalize("NFC", word.casefold())
    for letter, pair in _UMLAUTS:
        folded = folded.replace(letter, pair)
    return frozenset((fold(word), fold(folded)))


def core(word: str) -> tuple[int, int]:
    """The half-open range of a word without a joined article (al-, d’) and a possessive."""
    if not _JOINTS.search(word):
        return 0, len(word)
    prefix = _PREFIX.match(word)
    start = prefix.end() if prefix else 0
    possessive = _POSSESSIVE.search(word, start)
    return start, possessive.start() if possessive else len(word)


@lru_cache(maxsize=_MEMO)
def sound(folded: str) -> str:
    """The key under which transliterations of one name meet (i/y/iy, ks/x, kh/h, v/w …)."""
    for written, heard in _CLASSES:
        folded = folded.replace(written, heard)
    return _DOUBLED.sub(itemgetter(1), folded.translate(_LETTERS))


def _exchanged() -> frozenset[tuple[str, str]]:
    """Pairs of letters of which one is easily written for the other."""
    sets = [*map(set, _HEARD), set(_VOWELS)]
    for row in _ROWS:
        sets.extend({left, right} for left, right in pairwise(row))
    return frozenset((one, other) for group in sets for one in group for other in group)


_EXCHANGED = _exchanged()


class _Native:
    """The distance of a library, in which all letters count alike, once it is earned.

    Importing it takes as long as a thousand distances do here.
    """

    def __init__(self) -> None:
        self.distance: Callable[..., int] | None = None
        self._aligned = 0

    def one_more(self) -> None:
        """Hear that a distance had to be worked out here."""
        self._aligned += 1
        if self._aligned == _EARNED:
            from rapidfuzz.distance import OSA

            self.distance = OSA.distance


_native = _Native()


def distance(one: str, other: str, limit: int = _FAR, *, strict: bool = False) -> int:
    """The optimal string alignment distance: edits and transpositions, counted to ``limit`` + 1.

    ``strict`` counts a letter in place of another for two, unless the two are easily
    mistaken: vowels, consonants that sound alike, neighbours on the keyboard. The common
    beginning and end are cut off first, so that near words cost next to nothing.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    if _native.distance is not None:
        apart = _native.distance(one, other, score_cutoff=limit)
        if not strict or apart > limit:
            return apart
    start = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        start += 1
    one, other = one[start:], other[start:]
    end = 0
    for left, right in zip(reversed(one), reversed(other), strict=False):
        if left != right:
            break
        end += 1
    one, other = one[: len(one) - end], other[: len(other) - end]
    if not one or not other:
        return min(len(one) + len(other), limit + 1)
    if limit == 1:  # what is left is one letter for another or two that have changed places
        if len(one) == len(other) == 1:
            return 1 if not strict or (one, other) in _EXCHANGED else 2
        return 1 if len(one) == 2 and one == other[::-1] else 2
    _native.one_more()
    return _aligned(one, other, limit, strict=strict)


def _aligned(one: str, other: str, limit: int, *, strict: bool) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one):
        older, before = before, row
        row = [i + 1]
        for j, right in enumerate(other):
            unlike = 0 if left == right else 2 if strict and (left, right) not in _EXCHANGED else 1
            best = min(before[j + 1] + 1, row[j] + 1, before[j] + unlike)
            if i and j and left == other[j - 1] and one[i - 1] == right:
                best = min(best, older[j - 1] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def near(one: str, other: str, *, strict: bool = False) -> bool:
    """Whether two different folded words are near enough for one to be a slip for the other.

    One edit or transposition, two where both words are long, or any of the transliteration
    classes. The first letter is hardly ever the slip, and where it differs it is mostly
    another name (Essex, Wessex); so it must be the same, or of the same class. ``strict``
    as in :func:`distance`.
    """
    if one == other or min(len(one), len(other)) < SHORTEST:
        return False
    alike = sound(one) == sound(other)
    if one[0] != other[0] and not alike:
        return False
    if alike:
        return distance(one, other) <= _FAR
    allowed = 2 if min(len(one), len(other)) >= LONG else 1
    apart = distance(one, other, allowed, strict=strict)
    if apart > allowed:
        return False
    if apart == 2 and (one.startswith(other) or other.startswith(one)):
        return False  # two letters more at the end are an ending, not a slip
    # Nor is the plural of a third word.
    return apart < 2 or one.endswith("s") == other.endswith("s")
