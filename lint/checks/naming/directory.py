"""What all rules of names of one stylebook know together, worked out once for them all."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from lint.checks.naming.forms import Known, Roll
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.suspects import Lookout
from lint.reading import Reading

# A rule's names, given what the book knows, and the folds of its listed wrong forms.
RollOf = Callable[[str, Known], tuple[Roll, frozenset[str]]]


class Directory:
    """The right forms of a stylebook, the words near which a slip is looked for, whose they are.

    ``rules`` are the rules of names by number; ``holders`` the numbers of those whose names
    hold a word, by the number of the word in the index. ``known`` is asked for when something
    is near.
    """

    def __init__(
        self,
        rules: Sequence[str],
        index: NearIndex,
        holders: Sequence[Sequence[int]],
        known: Callable[[], Known],
        roll_of: RollOf,
    ) -> None:
        self.rules = rules
        self._index = index
        self._holders = holders
        self._make_known = known
        self._roll_of = roll_of

    @classmethod
    def of(cls, rules: Sequence[str], right: Iterable[str], roll_of: RollOf) -> Directory:
        """The directory of some rules (their ids) of a book that holds these right forms."""
        known = Known(right)
        holding: dict[str, list[int]] = {}
        for number, rule in enumerate(rules):
            for word in roll_of(rule, known)[0].words():
                holding.setdefault(word, []).append(number)
        index = NearIndex.of(holding)
        return cls(rules, index, [holding[word] for word in index.words], lambda: known, roll_of)

    @cached_property
    def known(self) -> Known:
        """Every right form of the book."""
        return self._make_known()

    @cached_property
    def lookout(self) -> Lookout:
        """Who looks capitalised words up for all the rules."""
        return Lookout(
            self._index,
            self._holders,
            lambda: self.known,
            lambda number: self._roll_of(self.rules[number], self.known),
        )

    def number(self, rule: str) -> int:
        """The number of a rule, by its id."""
        return self.rules.index(rule)

    def awake(self, reading: Reading) -> Iterable[str]:
        """The rules that have a capitalised word of an article to judge."""
        return [self.rules[number] for number in self.lookout.in_all(reading.capitalised)]

    def packed(self) -> dict[str, bytes]:
        """The directory as bytes by part, for a compiled stylebook."""
        index = self._index
        table = {"rules": self.rules, "words": index.words, "holders": self._holders}
        return {
            "table": _json(table),
            "known": _json(self.known.packed()),
            "forms": index.trie.tobytes(),
            "starts": index.starts.tobytes(),
            "places": index.places.tobytes(),
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, bytes], roll_of: RollOf) -> Directory:
        """What :meth:`packed` gave, made whole again; what is known is read when it is needed."""
        from marisa_trie import Trie

        table = json.loads(packed["table"])
        starts, places = array("I"), array("I")
        starts.frombytes(packed["starts"])
        places.frombytes(packed["places"])
        index = NearIndex(table["words"], Trie().frombytes(packed["forms"]), starts, places)
        return cls(
            table["rules"],
            index,
            table["holders"],
            lambda: Known.unpacked(json.loads(packed["known"])),
            roll_of,
        )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
