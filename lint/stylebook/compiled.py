"""A compiled stylebook: ready to be put to work, its rules unpacked only when they are needed.

Of a rule the card is there at once (what a desk must know in order to say whether it is on);
its options are unpacked when one of its phrases stands in the copy, or when its kind reads
every article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lint.automata import KeyFinder
from lint.checks import check_class
from lint.checks.base import Check, Sentry
from lint.frozen import replace
from lint.index import Owners, Phrase, PhraseIndex
from lint.jsontext import loads
from lint.kept import cached_property
from lint.mapped import numbers_in, trie_in
from lint.patterns import Guarded, Pattern, PatternIndex
from lint.reading import Reading
from lint.roster import EXCEPTION, phrases_of
from lint.rule import Card
from lint.stylebook.container import Container
from lint.stylebook.rows import Rows
from lint.stylebook.unpacking import Unpack, unpacker

if TYPE_CHECKING:
    from lint.watchwords import Watch

RULE = "rule"  # no kind is called so: the shape of what all rules have


def _phrase(row: list[Any]) -> Phrase:
    if len(row) == 2:
        return Phrase(row[0], row[1], EXCEPTION)
    text, exact, payload = row
    return Phrase(text, exact, tuple(payload) if type(payload) is list else payload)


def _value(part: bytes) -> Any:
    return loads(part.decode("utf-8", "surrogatepass"))


class Shelf(Mapping[str, Check]):
    """The checks of a compiled stylebook by the ids of their rules, made when asked for."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self.cards = [Card.unpacked(packed) for packed in _value(container["cards"])]
        self._numbers = {card.id: number for number, card in enumerate(self.cards)}
        self._made: dict[int, Check] = {}
        self._phrases: dict[int, Sequence[Phrase]] = {}
        self._patterns: dict[int, list[Pattern]] = {}
        self._unpackers: dict[str, tuple[Unpack, list[tuple[int, Unpack]]]] = {}
        self.guarded_kinds: list[str] = _value(container["sentries"])
        self.advised_kinds: list[str] = _value(container["advised"])

    def __getitem__(self, rule: str) -> Check:
        return self.check(self._numbers[rule])

    def __contains__(self, rule: object) -> bool:
        return rule in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, rule: str) -> int:
        """The number of a rule."""
        return self._numbers[rule]

    def check(self, number: int) -> Check:
        """A check by its number."""
        made = self._made.get(number)
        if made is None:
            packed_rule, packed_options = _value(self._container[f"rule/{number}"])
            kind = self.cards[number].kind
            options = self._unpacked(f"rows/{number}", kind, packed_options)
            rule = self._unpacked(f"about/{number}", RULE, packed_rule)
            made = check_class(kind)(replace(rule, options=options), options)
            self._made[number] = made
            sentry = self.sentry(kind)
            if sentry is None:
                made.introduce(_Everybody(self))
            else:
                made.introduce(_Everybody(self), sentry)
        return made

    def _unpacked(self, name: str, what: str, packed: list[Any]) -> Any:
        """A rule or its options, whose long lists are unpacked item by item when looked at."""
        unpack, items = self._unpackers.get(what) or self._unpackers_of(what)
        for place, unpack_item in items:
            part = f"{name}/{place}"
            if part in self._container:
                packed[place] = Rows(self._container.view(part), unpack_item)
        return unpack(packed)

    def _unpackers_of(self, what: str) -> tuple[Unpack, list[tuple[int, Unpack]]]:
        """What unpacks all of a sort, and an item of each of its fields that may be a long list."""
        shape = self._shapes[what]
        home = "" if what == RULE else check_class(what).__module__
        items = [
            (place, unpacker(inner[1], home))
            for place, inner in enumerate(shape[2:])
            if type(inner) is list and inner[0] == "tuple"
        ]
        made = self._unpackers[what] = unpacker(shape, home), items
        return made

    @cached_property
    def _shapes(self) -> dict[str, Any]:
        shapes: dict[str, Any] = _value(self._container["shapes"])
        return shapes

    def phrases_of(self, number: int) -> Sequence[Phrase]:
        """What a check listens for, by its number."""
        found = self._phrases.get(number)
        if found is None:
            part = f"phrases/{number}"
            if part in self._container:
                found = Rows(self._container.view(part), _phrase)
            else:
                found = phrases_of(self.check(number))
            self._phrases[number] = found
        return found

    def patterns_of(self, number: int) -> list[Pattern]:
        """The patterns of a check, by its number."""
        found = self._patterns.get(number)
        if found is None:
            found = self._patterns[number] = list(self.check(number).patterns())
        return found

    def sentry(self, kind: str) -> Sentry | None:
        """The sentry of a kind, if it has one."""
        return self._sentries[kind]() if kind in self._sentries else None

    @cached_property
    def _sentries(self) -> dict[str, Callable[[], Sentry]]:
        return {kind: _once(self, self._container, kind) for kind in self.guarded_kinds}

    @cached_property
    def phrases(self) -> PhraseIndex:
        """The phrase index of all checks."""
        part = self._container
        longest = _value(part["longest"])
        finder = None
        if longest:
            finder = KeyFinder(trie_in(part.view("phrases"), "BinaryTrie"), longest)
        flat = [numbers_in(part.view(name)) for name in ("starts", "owners", "nths")]
        return PhraseIndex(finder, Owners(*flat), self.phrases_of)

    @cached_property
    def patterns(self) -> PatternIndex:
        """The pattern index of all checks."""
        kept = Rows(self._container.view("patterns"), lambda values: Guarded(*values))
        return PatternIndex(kept, self.patterns_of, lambda: self._watch)

    @cached_property
    def _watch(self) -> Watch:
        from lint.watchwords import Watch

        return Watch.unpacked(self._container.below("watch"))


def _once(shelf: Shelf, container: Container, kind: str) -> Callable[[], Sentry]:
    made: list[Sentry] = []

    def sentry() -> Sentry:
        if not made:
            opened = check_class(kind).open_sentry(container.below(kind), shelf.__getitem__)
            made.append(opened)
        return made[0]

    return sentry


class _Everybody(Sequence[Check]):
    """All checks of a shelf in order, each made when it is looked at."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self._shelf.check(n) for n in range(*number.indices(len(self)))]
        return self._shelf.check(range(len(self))[number])

    def __len__(self) -> int:
        return len(self._shelf)


class Compiled:
    """The roster of some rules of a compiled stylebook."""

    def __init__(self, shelf: Shelf, rules: Iterable[str]) -> None:
        self._shelf = shelf
        self.ids = {shelf.number(rule): rule for rule in rules}
        self.phrases = shelf.phrases
        self.patterns = shelf.patterns
        cards = {number: shelf.cards[number] for number in self.ids}
        self._unguarded = [
            number
            for number, card in cards.items()
            if card.whole and card.kind not in shelf.guarded_kinds
        ]
        kinds = {card.kind for card in cards.values()}
        self._guarded = [kind for kind in shelf.guarded_kinds if kind in kinds]

    def check(self, number: int) -> Check:
        """See :class:`lint.roster.Roster`."""
        return self._shelf.check(number)

    def awake(self, reading: Reading) -> Iterator[int]:
        """See :class:`lint.roster.Roster`."""
        yield from self._unguarded
        for kind in self._guarded:
            if kind in self._shelf.advised_kinds and not reading.advice:
                continue  # nothing to judge: not even its sentry need be made
            sentry = self._shelf.sentry(kind)
            for rule in sentry.awake(reading) if sentry is not None else ():
                yield self._shelf.number(rule)
