"""Which words that resemble a listed name can have anything to tell, before a rule is asked.

Most of them are another name: what resembles a first name is a slip for it only beside its
surname, or what resembles that, and few surnames are judged alone. Both are looked up here for
all rules at once, so that a rule is woken, and its names are opened, where one of its
questions may come out. What is kept here may still turn out to be nothing; what is not kept
is nothing for certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lint.checks.naming.forms import Form, Known, beside, naming_words, trie_of
from lint.checks.naming.spelling import near
from lint.checks.naming.whereabouts import Whereabouts
from lint.kept import cached_property
from lint.mapped import trie_in
from lint.reading import Reading
from lint.tuples import NamedTuple

ALONE = 6  # letters that a name needs in order to be judged alone
UNNAMED = 7  # letters that it needs where the article never spells it rightly
_FOLLOWED, _LED, _ALONE = "\t", "\n", "\r"  # what a key says of the word that it begins with
_SINGLE, _OF_SEVERAL = "1", "2"  # whether a last word is all of its name
_MEMO = 8_000  # pairs of words remembered over a run


class Resemblance(NamedTuple):
    """A capitalised word, as written, and the words of the book that are near to it.

    ``start`` and ``end`` are its core and ``folded`` the fold of that; ``near`` are the words
    near to it, ``near_singular`` those near to it without the s of a plural.
    """

    start: int
    end: int
    folded: str
    near: frozenset[str]
    near_singular: frozenset[str]


class Company:
    """The company that the words of the names of a book keep: one trie of keys.

    A key is a folded word, a mark, and what may follow it, what may go before it where it is
    the last, or, of a last word that may be judged alone, whether it is all of the name and how
    it is written.
    """

    def __init__(self, keys: Any) -> None:
        self._keys = keys

    @classmethod
    def of(cls, forms: Iterable[Form]) -> Company:
        """The company in some right forms."""
        return cls(trie_of(key for form in forms for key in _keys(form)))

    def packed(self) -> bytes:
        """All keys as bytes."""
        packed: bytes = self._keys.tobytes()
        return packed

    @classmethod
    def unpacked(cls, packed: memoryview) -> Company:
        """What :meth:`packed` gave, made whole again."""
        return cls(trie_in(packed))

    def follows(self, word: str, next_word: str) -> bool:
        """Whether one folded word follows another in a name."""
        return f"{word}{_FOLLOWED}{next_word}" in self._keys

    def leads(self, word: str, last: str) -> bool:
        """Whether a folded word stands before another that is the last of a name."""
        return f"{last}{_LED}{word}" in self._keys

    def alone(self, word: str) -> Iterator[tuple[bool, str]]:
        """Of a folded word that may be judged alone: whether it is all of a name, and how that
        name writes it, in small letters."""
        start = f"{word}{_ALONE}"
        for key in self._keys.keys(start):
            yield key[len(start)] == _SINGLE, key[len(start) + 1 :]


def _keys(form: Form) -> Iterator[str]:
    for place, word in naming_words(form):
        for last, other in beside(form, place):
            yield f"{word}{_LED if last else _FOLLOWED}{other}"
    if form.alone and len(form.folded[-1]) >= ALONE:
        whole = _SINGLE if form.is_single else _OF_SEVERAL
        yield f"{form.folded[-1]}{_ALONE}{whole}{form.words[-1].casefold()}"


class _Alone(NamedTuple):
    """What a word may be a slip for by itself: at once, or where one of ``named`` stands."""

    unnamed: bool
    named: tuple[str, ...]


class Sieve:
    """Tells words that may be a slip for a listed name from those that are none."""

    def __init__(
        self,
        company: Company,
        near_words: Callable[[str], Sequence[str]],
        known: Callable[[], Known],
    ) -> None:
        self._company = company
        self._near_words = near_words
        self._make_known = known
        self._beside: dict[tuple[str, str, bool], bool] = {}
        self._by_itself: dict[str, _Alone] = {}

    @cached_property
    def _known(self) -> Known:
        return self._make_known()

    def kept(self, reading: Reading, words: Mapping[str, Sequence[Resemblance]]) -> Iterator[str]:
        """Those of some words, as written, that may be a slip, with all that are folded like
        one of them."""
        if not words:
            return
        if max(len(self._beside), len(self._by_itself)) > _MEMO:
            self._beside.clear()
            self._by_itself.clear()
        small = reading.prose.casefold()
        folded = {
            seen.folded
            for word, resemblances in words.items()
            for seen in resemblances
            if self._stands_alone(seen, small) or self._stands_in_full(reading, word, seen)
        }
        if folded:
            for word, resemblances in words.items():
                if any(seen.folded in folded for seen in resemblances):
                    yield word

    # Beside the other words of a name

    def _stands_in_full(self, reading: Reading, word: str, seen: Resemblance) -> bool:
        if not seen.near:
            return False
        where = reading.once(Whereabouts)
        for at in where.of(word):
            left, right = where.at((at + seen.start, at + seen.end)).beside
            if any(self._fits(seen, other, False) for other in right):
                return True
            if any(self._fits(seen, other, True) for other in left):
                return True
        return False

    def _fits(self, seen: Resemblance, other: str, last: bool) -> bool:
        """Whether a word may stand beside what another is near to: behind it, or, where that
        is the ``last`` word of a name, before it."""
        key = (seen.folded, other, last)
        fits = self._beside.get(key)
        if fits is None:
            others = ("", other, *self._near_words(other))
            fits = self._beside[key] = any(
                self._company.leads(each, word) if last else self._company.follows(word, each)
                for word in seen.near
                for each in others
            )
        return fits

    # By itself

    def _stands_alone(self, seen: Resemblance, small: str) -> bool:
        found = self._by_itself.get(seen.folded)
        if found is None:
            found = self._by_itself[seen.folded] = self._judged_alone(seen)
        return found.unnamed or any(written in small for written in found.named)

    def _judged_alone(self, seen: Resemblance) -> _Alone:
        unnamed, named = False, []
        for folded, words in ((seen.folded, seen.near), (seen.folded[:-1], seen.near_singular)):
            if not words or self._known.has(folded) or self._known.is_common(folded):
                continue
            for word in words:
                if len(word) < ALONE or not near(folded, word, strict=True):
                    continue
                long = min(len(word), len(folded)) >= UNNAMED
                for single, written in self._company.alone(word):
                    named.append(written)
                    unnamed |= (single or long) and not self._known.is_common(word)
        return _Alone(unnamed, tuple(named))
