"""The right forms of the names of a rule, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lint.checks.naming.common import BORNE, WORDS
from lint.checks.naming.deriving import made_from_any
from lint.checks.naming.spelling import core, fold, folds
from lint.frozen import Frozen


class Form(Frozen):
    """One right form of a name, and the number of the entry that it belongs to.

    ``words`` are its words as written, without joined articles and possessives;
    ``alone`` says that its last word may be judged without the others.
    """

    entry: int
    name: str
    words: tuple[str, ...]
    alone: bool

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The folds of the words."""
        return tuple(fold(word) for word in self.words)

    @cached_property
    def styles(self) -> tuple[frozenset[str], ...]:
        """The folds of each word that are a matter of style."""
        return tuple(folds(word) for word in self.words)

    @property
    def is_single(self) -> bool:
        """Whether it is one word: mostly a place or a body."""
        return len(self.words) == 1


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, each without a joined article, a possessive and commas."""
    found = []
    for raw in name.split():
        word = raw.strip(",.()")
        start, end = core(word)
        found.append(word[start:end])
    return tuple(word for word in found if word)


class Known:
    """Every right form of a stylebook, and so every word that is nobody's misspelling."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.people: set[str] = set()
        self.places: set[str] = set()
        self.whole: set[tuple[str, ...]] = set()
        self._holders: dict[str, set[str]] = {}
        for name in dict.fromkeys(names):
            self._learn(name)
        self.places -= {word for form in self.whole if len(form) > 1 for word in form}

    def packed(self) -> dict[str, Any]:
        """What is known as plain lists, in order."""
        return {
            "people": sorted(self.people),
            "places": sorted(self.places),
            "whole": sorted(self.whole),
            "holders": {word: sorted(held) for word, held in sorted(self._holders.items())},
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, Any]) -> Known:
        """What :meth:`packed` gave, made whole again."""
        known = cls()
        known.people, known.places = set(packed["people"]), set(packed["places"])
        known.whole = {tuple(words) for words in packed["whole"]}
        known._holders = {word: set(held) for word, held in packed["holders"].items()}
        return known

    def _learn(self, name: str) -> None:
        words = words_of(name)
        folded = tuple(fold(word) for word in words)
        self.whole.add(folded)
        for word, plain in zip(words, folded, strict=True):
            forms = folds(word)
            if "-" in word:
                forms = forms.union(fold(part) for part in word.split("-"))
            self.people.update(forms)
            if len(words) == 1:
                self.places.update(forms)
            # Whom a surname belongs to is told by the first name, else by the surname.
            holder = folded[0] if plain == folded[-1] else folded[-1]
            self._holders.setdefault(plain, set()).add(holder)

    def has(self, folded: str) -> bool:
        """Whether a folded word is a word of a right form, or made from one."""
        return (
            folded in self.people
            or folded in WORDS
            or made_from_any(folded, self.people, self.places)
        )

    def is_common(self, folded: str) -> bool:
        """Whether many people bear a folded word as a name, or several forms hold it."""
        plain = folded.replace("'", "")
        return plain in BORNE or len(self._holders.get(folded, ())) > 1


class Bearers(NamedTuple):
    """The forms that hold one word, in their order, each with the place of the word in it.

    ``before`` and ``behind`` are the numbers of those of several words by the fold of the word
    beside it: the one that follows, or, where it is the last, the one that goes before. A word
    beside it that is no name by itself (van, of) is kept as an empty one.
    """

    holding: Sequence[tuple[Form, int]]
    before: dict[str, tuple[int, ...]]
    behind: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, holding: Sequence[tuple[Form, int]]) -> Bearers:
        """Sort the forms."""
        sides: tuple[dict[str, tuple[int, ...]], ...] = ({}, {})
        for number, (form, place) in enumerate(holding):
            if not form.is_single:
                last = place == len(form.words) - 1
                side = sides[last]
                for folded in _styles(form, place - 1 if last else place + 1):
                    side[folded] = (*side.get(folded, ()), number)
        return cls(holding, *sides)

    def alone(self) -> Iterator[Form]:
        """The forms of which it is the last word, and which may be judged by that."""
        last = (form for form, place in self.holding if place == len(form.words) - 1)
        return (form for form in last if form.alone)


def _styles(form: Form, place: int) -> Iterable[str]:
    word = form.words[place]
    if word[0].islower():
        return ("",)
    return (form.folded[place],) if word.isascii() else form.styles[place]


class Roll:
    """The right forms that a rule looks for, by their words, and what is known besides."""

    def __init__(self, forms: Iterable[Form], known: Known) -> None:
        self.known = known
        self._holding: dict[str, list[tuple[Form, int]]] = {}
        self._bearers: dict[str, Bearers] = {}
        for form in forms:
            for place, word in enumerate(form.folded):
                if form.words[place][0].islower():
                    continue  # van, of, upon: no name by themselves
                self._holding.setdefault(word, []).append((form, place))

    def words(self) -> Iterable[str]:
        """Every folded word of the forms."""
        return self._holding

    def bearers(self, folded: str) -> Bearers:
        """The forms that hold a folded word, sorted when they are first asked for."""
        found = self._bearers.get(folded)
        if found is None:
            found = self._bearers[folded] = Bearers.of(self._holding.get(folded, ()))
        return found
