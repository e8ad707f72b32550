"""Which capitalised words are worth a second look: looked up once a run, then remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lint.checks.naming.common import GIVEN
from lint.checks.naming.deriving import made_from_any, related
from lint.checks.naming.forms import Form, Roll
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.spelling import SHORTEST, core, distance, fold

_DIGIT = re.compile(r"\d")
_MEMO = 200_000  # distinct words remembered over a run


@dataclass(frozen=True, slots=True)
class Suspect:
    """A capitalised word, as written, that is near to a word of a listed name.

    ``start`` and ``end`` are its core, without a joined article, a possessive and, of a
    ``plural``, the s. It may be a slip for the word at a place of a form, beside the rest
    of the form (``in_full``), or for the last word of one that stands by itself (``alone``).
    """

    start: int
    end: int
    folded: str
    plural: bool
    in_full: tuple[tuple[Form, int], ...]
    alone: tuple[Form, ...]


class Suspects:
    """Looks capitalised words up, and remembers what it found."""

    def __init__(self, roll: Roll, wrong: frozenset[str]) -> None:
        self._roll = roll
        self._wrong = wrong  # folds of listed variants, which are told as such
        self._memo: dict[str, Suspect | None] = {}

    @cached_property
    def _index(self) -> NearIndex:
        return NearIndex(self._roll.words())

    def among(self, words: frozenset[str]) -> dict[str, Suspect]:
        """The suspects among words as written."""
        memo = self._memo
        if len(memo) > _MEMO:
            memo.clear()
        found: dict[str, Suspect] = {}
        for word in words:
            if word not in memo:
                memo[word] = self._suspect(word)
            suspect = memo[word]
            if suspect is not None:
                found[word] = suspect
        return found

    def _suspect(self, word: str) -> Suspect | None:
        cut = _cut(word)
        if cut is None:
            return None
        start, end, folded = cut
        suspect = self._near(start, end, folded)
        if suspect is not None or "-" not in word[start:end]:
            return suspect
        if self._roll.known.has(folded):
            return None
        head, tail = word.split("-", 1)
        if tail[:1].isupper():
            return None  # half of a double-barrelled name is not judged
        stop = core(head)[1]
        return self._near(start, stop, fold(word[start:stop]))

    def _near(self, start: int, end: int, folded: str) -> Suspect | None:
        if folded in self._wrong:
            return None
        found = self._index.near(folded)
        if found:
            return self._told(start, end, folded, found, plural=False)
        if folded.endswith("s") and not self._roll.known.has(folded):
            found = self._index.near(folded[:-1])
            if found:
                return self._told(start, end - 1, folded[:-1], found, plural=True)
        return None

    def _told(
        self, start: int, end: int, folded: str, found: tuple[str, ...], *, plural: bool
    ) -> Suspect | None:
        """The suspect that a word is, without the forms that it cannot be a slip for."""
        nearest = sorted(found, key=lambda word: (distance(folded, word), word))
        places = [place for word in nearest for place in self._roll.forms_of(word)]
        in_full = () if plural else tuple(
            (form, place)
            for form, place in places
            if not form.is_single and not _relation(folded, form, place)
        )  # fmt: skip
        alone: tuple[Form, ...] = ()
        if not self._roll.known.has(folded) and not self._roll.known.is_common(folded):
            alone = tuple(
                form
                for form, place in places
                if form.alone
                and place == len(form.words) - 1
                and not _relation(folded, form, place)
            )
        if not in_full and not alone:
            return None
        return Suspect(start, end, folded, plural, in_full, alone)


@lru_cache(maxsize=4096)  # several rules ask for the words of one article, one after another
def _cut(word: str) -> tuple[int, int, str] | None:
    """The core of a word as written and its fold, or None where it is too short or no word."""
    start, end = core(word)
    if end < start + SHORTEST or _DIGIT.search(word):
        return None
    if word[end - 1] == "â":
        return None  # what is left of an apostrophe that was decoded wrongly
    return start, end, fold(word[start:end])


def _relation(folded: str, form: Form, place: int) -> bool:
    """Whether a word is another form of the word of a name, or a pet form of it."""
    right, given = form.folded[place], place < len(form.words) - 1
    if given and folded in GIVEN and (folded.startswith(right) or right.startswith(folded)):
        return True  # Steve and Steven
    if not given and made_from_any(folded, set(), {right}):
        return True  # Latin American, Saudi Arabian
    return related(folded, right, place=form.is_single, given=given)
