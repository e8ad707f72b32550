"""Whether a word that a speller doubts is a slip: most that no dictionary has are none.

Of what LanguageTool's speller doubts in published news, nine in ten are names, terms and new
words. Told is what one edit makes a common word (Additonal), and two words run together one of
which is a small word (ratesince) or begins with a capital (saysMeta).
"""

from __future__ import annotations

from collections.abc import Iterable

from lint.late import late
from lint.lexicon.words import WordList

_COMMON = 85  # of the scale of WordList.frequency: in some seventy articles of 30,000
_SHORTEST = 5  # letters; a shorter word is near to many
_SHORT, _COMMONEST = 4, 140  # unless it is so long, in small letters, and near to a very common one
_NAMED = late(r"[-‐‑].*[A-Z]|[A-Z].*[-‐‑]")
_SMALL = frozenset(
    """
    a about after all also an and any are as at be been before being but by can could did do does
    for from had has have he her here his how if in into is it its just like may more most no not
    now of off on one only or other our out over said she since so some than that the their them
    then there these they this those through to two under until up us was we were what when where
    which while who will with would you your
    """.split()
)

# Small words with which compounds begin that dictionaries do not have yet (afterparty).
_JOINED = frozenset("after all down in like off on one out over self through under up".split())


def likely(found: str, offers: Iterable[str], words: WordList, *, opens: bool) -> list[str]:
    """The offers that a word is likely a slip for; none where it may well be a word.

    ``opens`` tells that a sentence begins with it.
    """
    if _NAMED.search(found):
        return []
    return [
        offer
        for offer in offers
        if _is_split(found, offer, words, opens=opens) or _is_near(found, offer, words)
    ]


def _is_split(found: str, offer: str, words: WordList, *, opens: bool) -> bool:
    left, space, right = offer.partition(" ")
    if not space or left + right != found:
        return False
    if right[0].isupper():
        if not left.islower():
            return left.lower() in _SMALL
        # Within a sentence it may be a brand (iiMedia), where one begins stray keystrokes.
        return words.frequency(left) >= _COMMON or (opens and left in words)
    parts = (left.lower(), right.lower())
    return (
        any(part in _SMALL for part in parts)
        and parts[0] not in _JOINED
        and all(part in _SMALL or words.frequency(part) > 0 for part in parts)
    )


def _is_near(found: str, offer: str, words: WordList) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    one, other = found.lower(), offer.lower()
    is_long = len(found) >= _SHORTEST
    is_short = len(found) == _SHORT and found.islower() and words.frequency(other) >= _COMMONEST
    return (
        (is_long or is_short)
        and found.isalpha()
        and found[1:].islower()  # iFAST is a name
        and (found.islower() or one[0] == other[0])  # Punit is one, where a sentence begins
        and words.frequency(other) >= _COMMON
        and DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
    )
