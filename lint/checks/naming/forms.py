"""The right forms of the names of a rule, word by word."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any

from lint.checks.naming.common import BORNE, WORDS
from lint.checks.naming.deriving import made_from_any
from lint.checks.naming.spelling import core, fold, folds
from lint.frozen import Frozen
from lint.kept import cached_property
from lint.mapped import trie_in
from lint.tuples import NamedTuple

_JOINT = "\n"  # between the words of a form that is kept whole


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
    """Every right form of a stylebook, and so every word that is nobody's misspelling.

    Each part is a set, or a trie that was opened from a compiled stylebook.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        people: set[str] = set()
        places: set[str] = set()
        whole: dict[tuple[str, ...], None] = {}
        holders: dict[str, set[str]] = {}
        for name in dict.fromkeys(names):
            words = words_of(name)
            folded = tuple(fold(word) for word in words)
            whole[folded] = None
            for word, plain in zip(words, folded, strict=True):
                forms = _styled(word)
                people.update(forms)
                if len(words) == 1:
                    places.update(forms)
                # Whom a surname belongs to is told by the first name, else by the surname.
                holder = folded[0] if plain == folded[-1] else folded[-1]
                holders.setdefault(plain, set()).add(holder)
        places -= {word for form in whole if len(form) > 1 for word in form}
        self._parts: dict[str, Container[str]] = {
            "people": people,
            "places": places,
            "whole": {_JOINT.join(form) for form in whole},
            "shared": {word for word, held in holders.items() if len(held) > 1},
        }

    def packed(self) -> dict[str, bytes]:
        """What is known as bytes by part."""
        return {name: trie_of(part).tobytes() for name, part in self._parts.items()}

    @classmethod
    def unpacked(cls, part: Callable[[str], memoryview]) -> Known:
        """What :meth:`packed` gave, made whole again."""
        known = cls()
        known._parts = {name: trie_in(part(name)) for name in known._parts}
        return known

    def has(self, folded: str) -> bool:
        """Whether a folded word is a word of a right form, or made from one."""
        people, places = self._parts["people"], self._parts["places"]
        return folded in people or folded in WORDS or made_from_any(folded, people, places)

    def is_name(self, folded: tuple[str, ...]) -> bool:
        """Whether folded words in a row are a whole right form."""
        return _JOINT.join(folded) in self._parts["whole"]

    def is_common(self, folded: str) -> bool:
        """Whether many people bear a folded word as a name, or several forms hold it."""
        return folded.replace("'", "") in BORNE or folded in self._parts["shared"]


def _styled(word: str) -> frozenset[str]:
    """The folds of a word that are a matter of style, and those of its parts."""
    forms = folds(word)
    return forms.union(fold(part) for part in word.split("-")) if "-" in word else forms


def trie_of(words: Any) -> Any:
    """A trie of words."""
    from marisa_trie import Trie

    return Trie(words)


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
            for last, folded in beside(form, place):
                sides[last][folded] = (*sides[last].get(folded, ()), number)
        return cls(holding, *sides)

    def alone(self) -> Iterator[Form]:
        """The forms of which it is the last word, and which may be judged by that."""
        last = (form for form, place in self.holding if place == len(form.words) - 1)
        return (form for form in last if form.alone)


def beside(form: Form, place: int) -> Iterator[tuple[bool, str]]:
    """What may stand beside the word at a place of a form of several words, folded: what
    follows it, or, where it is the last, what goes before; and whether it is the last."""
    if not form.is_single:
        last = place == len(form.words) - 1
        for folded in _styles(form, place - 1 if last else place + 1):
            yield last, folded


def _styles(form: Form, place: int) -> Iterable[str]:
    word = form.words[place]
    if word[0].islower():
        return ("",)
    return (form.folded[place],) if word.isascii() else form.styles[place]


# The forms that hold a folded word, each with the place of the word in it.
Holding = Callable[[str], Sequence[tuple[Form, int]]]


class Roll:
    """The right forms that a rule looks for, by their words, and what is known besides."""

    def __init__(self, holding: Holding, known: Known) -> None:
        self.known = known
        self._holding = holding
        self._bearers: dict[str, Bearers] = {}

    @classmethod
    def of(cls, forms: Iterable[Form], known: Known) -> Roll:
        """The roll of some forms that are there."""
        holding: dict[str, list[tuple[Form, int]]] = {}
        for form in forms:
            for place, word in naming_words(form):
                holding.setdefault(word, []).append((form, place))
        return cls(lambda word: holding.get(word, ()), known)

    def bearers(self, folded: str) -> Bearers:
        """The forms that hold a folded word, sorted when they are first asked for."""
        found = self._bearers.get(folded)
        if found is None:
            found = self._bearers[folded] = Bearers.of(self._holding(folded))
        return found


def naming_words(form: Form) -> Iterator[tuple[int, str]]:
    """The places and folds of the words of a form, less van, of, upon: no names by themselves."""
    for place, word in enumerate(form.folded):
        if not form.words[place][0].islower():
            yield place, word
