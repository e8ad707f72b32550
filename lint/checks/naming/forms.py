"""The right forms of the names of a rule, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lint.checks.naming.common import GIVEN, SURNAMES, WORDS
from lint.checks.naming.deriving import made_from_any
from lint.checks.naming.spelling import core, fold, folds


@dataclass(frozen=True)
class Form:
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


class Roll:
    """Every right form that a rule knows, and every word that is nobody's misspelling.

    ``forms`` are looked for; ``others`` are only known.
    """

    def __init__(self, forms: Iterable[Form], others: Iterable[str]) -> None:
        self.forms = tuple(forms)
        self.people: set[str] = set()
        self.places: set[str] = set()
        self.whole: set[tuple[str, ...]] = set()
        self._entries: dict[str, set[tuple[str, ...]]] = {}
        for name in (*(form.name for form in self.forms), *others):
            self._learn(name)
        self.places -= {word for form in self.whole if len(form) > 1 for word in form}

    def _learn(self, name: str) -> None:
        words = words_of(name)
        folded = tuple(fold(word) for word in words)
        self.whole.add(folded)
        for word, plain in zip(words, folded, strict=True):
            for form in (*folds(word), *(fold(part) for part in word.split("-"))):
                self.people.add(form)
                if len(words) == 1:
                    self.places.add(form)
            self._entries.setdefault(plain, set()).add(folded)

    def knows(self, folded: str) -> bool:
        """Whether a folded word is a word of a right form, or made from one."""
        return (
            folded in self.people
            or folded in WORDS
            or made_from_any(folded, self.people, self.places)
        )

    def is_common(self, folded: str) -> bool:
        """Whether many people bear a folded word as a name, or several forms hold it."""
        plain = folded.replace("'", "")
        if plain in GIVEN or plain in SURNAMES:
            return True
        holders = self._entries.get(folded, set())
        return len({holder[-1] if holder[-1] != folded else holder[:1] for holder in holders}) > 1

    def forms_of(self, folded: str) -> Iterator[tuple[Form, int]]:
        """The forms that hold a folded word, each with the place of the word in it."""
        return iter(self._holding.get(folded, ()))

    @cached_property
    def _holding(self) -> dict[str, list[tuple[Form, int]]]:
        holding: dict[str, list[tuple[Form, int]]] = {}
        for form in self.forms:
            for place, word in enumerate(form.folded):
                holding.setdefault(word, []).append((form, place))
        return holding
