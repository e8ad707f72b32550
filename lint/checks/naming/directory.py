"""What all rules of names of one stylebook know together, worked out once for them all."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any

from lint.checks.naming.forms import Form, Known, Roll, naming_words, trie_of
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.sieve import Company
from lint.checks.naming.suspects import Lookout
from lint.kept import cached_property
from lint.mapped import numbers_in, trie_in, view_of
from lint.reading import Reading
from lint.tuples import NamedTuple

# A right form of a rule by the numbers of its entry and of the name in that.
FormOf = Callable[[str, int, int], Form]
_AFTER = "\t"  # between the number of a rule and a wrong form
_EACH = 4  # numbers that say where a word is held: rule, entry, name, place


class Listed(NamedTuple):
    """What the directory needs of one rule of names, to be made.

    ``forms`` are the right forms near which a slip is looked for, each with the numbers of
    its entry and of the name in that; ``wrong`` the folds of the wrong forms of one word.
    """

    forms: Sequence[tuple[int, int, Form]]
    wrong: Collection[str]


class Directory:
    """The right forms of a stylebook, the words near which a slip is looked for, whose they are.

    ``rules`` are the rules of names by number. The word with number ``n`` in the index is held
    in the forms that ``held`` names from ``starts[n]`` up to ``starts[n + 1]``, four numbers
    each. ``wrong`` holds the listed wrong forms, each after the number of its rule. ``known``
    is asked for when something is near, ``form_of`` when it is near that form.
    """

    def __init__(
        self,
        rules: Sequence[str],
        index: NearIndex,
        starts: Sequence[int],
        held: Sequence[int],
        wrong: Any,
        company: Company,
        known: Callable[[], Known],
        form_of: FormOf,
    ) -> None:
        self.rules = rules
        self._index = index
        self._starts = starts
        self._held = held
        self._wrong = wrong
        self._company = company
        self._make_known = known
        self._form_of = form_of

    @classmethod
    def of(cls, listed: Mapping[str, Listed], right: Iterable[str]) -> Directory:
        """The directory of some rules by their ids, of a book that holds these right forms."""
        known = Known(right)
        holding: dict[str, list[int]] = {}
        forms: dict[tuple[str, int, int], Form] = {}
        for number, (rule, own) in enumerate(listed.items()):
            for entry, name, form in own.forms:
                forms[rule, entry, name] = form
                for place, word in naming_words(form):
                    holding.setdefault(word, []).extend((number, entry, name, place))
        index = NearIndex.of(holding)
        starts, held = array("I", [0]), array("I")
        for word in map(index.words.restore_key, range(len(index.words))):
            held.extend(holding[word])
            starts.append(len(held))
        wrong = trie_of(
            f"{number}{_AFTER}{fold}"
            for number, own in enumerate(listed.values())
            for fold in own.wrong
        )
        company = Company.of(forms.values())
        rules = list(listed)
        return cls(
            rules, index, starts, held, wrong, company, lambda: known, lambda *key: forms[key]
        )

    @cached_property
    def known(self) -> Known:
        """Every right form of the book."""
        return self._make_known()

    @cached_property
    def lookout(self) -> Lookout:
        """Who looks capitalised words up for all the rules."""
        return Lookout(
            self._index, self._company, self._rules_of, lambda: self.known, self._roll_of
        )

    def _where(self, word: str) -> Sequence[int]:
        number = self._index.words.get(word)
        if number is None:
            return ()
        return self._held[self._starts[number] : self._starts[number + 1]]

    def _rules_of(self, word: str) -> Iterable[int]:
        return self._where(word)[::_EACH]

    def _roll_of(self, number: int) -> tuple[Roll, Callable[[str], bool]]:
        rule, form_of, wrong = self.rules[number], lru_cache(self._form_of), self._wrong

        def holding(word: str) -> list[tuple[Form, int]]:
            held = iter(self._where(word))
            return [
                (form_of(rule, entry, name), place)
                for owner, entry, name, place in zip(held, held, held, held, strict=True)
                if owner == number
            ]

        return Roll(holding, self.known), lambda fold: f"{number}{_AFTER}{fold}" in wrong

    def number(self, rule: str) -> int:
        """The number of a rule, by its id."""
        return self.rules.index(rule)

    def awake(self, reading: Reading) -> Iterable[str]:
        """The rules that have a capitalised word of an article to judge."""
        return [self.rules[number] for number in reading.once(self.lookout.in_all)]

    def packed(self) -> dict[str, bytes]:
        """The directory as bytes by part, for a compiled stylebook."""
        index = self._index
        return {
            "rules": "\n".join(self.rules).encode(),
            "words": index.words.tobytes(),
            "forms": index.trie.tobytes(),
            "starts": array("I", index.starts).tobytes(),
            "places": array("I", index.places).tobytes(),
            "held-starts": array("I", self._starts).tobytes(),
            "held": array("I", self._held).tobytes(),
            "wrong": self._wrong.tobytes(),
            "company": self._company.packed(),
            **{f"known-{name}": part for name, part in self.known.packed().items()},
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, bytes], form_of: FormOf) -> Directory:
        """What :meth:`packed` gave, made whole again; what is known is read when it is needed."""
        part = partial(view_of, packed)
        words, forms = trie_in(part("words")), trie_in(part("forms"))
        starts, places = numbers_in(part("starts")), numbers_in(part("places"))
        return cls(
            packed["rules"].decode().split("\n"),
            NearIndex(words, forms, starts, places),
            numbers_in(part("held-starts")),
            numbers_in(part("held")),
            trie_in(part("wrong")),
            Company.unpacked(part("company")),
            lambda: Known.unpacked(lambda name: part(f"known-{name}")),
            form_of,
        )
