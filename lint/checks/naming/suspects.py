"""Which capitalised words are worth a second look: looked up once a run, then remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lint.checks.naming.common import GIVEN
from lint.checks.naming.deriving import made_from_any, related
from lint.checks.naming.forms import Form, Known, Roll
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.spelling import SHORTEST, core, distance, fold
from lint.late import late

_DIGIT = late(r"\d")
_MEMO = 200_000  # distinct words remembered over a run


class Suspect(NamedTuple):
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


class Lookout:
    """Looks capitalised words up once for all rules and all articles of a run.

    ``holders`` are the numbers of the rules whose names hold a word, by the word's number in
    the index. ``roll_of`` gives the names of a rule with the folds of its listed variants,
    which are told as such and not judged here; it is asked when a word is near one of them.
    """

    def __init__(
        self,
        index: NearIndex,
        holders: Sequence[Sequence[int]],
        known: Callable[[], Known],
        roll_of: Callable[[int], tuple[Roll, frozenset[str]]],
    ) -> None:
        self._index = index
        self._holders = dict(zip(index.words, holders, strict=True))
        self._make_known = known
        self._roll_of = roll_of
        self._judging: dict[int, _Judging] = {}
        self._memo: dict[str, tuple[tuple[int, Suspect], ...]] = {}
        self._asked: frozenset[str] = frozenset()
        self._answer: dict[int, dict[str, Suspect]] = {}

    @cached_property
    def _known(self) -> Known:
        return self._make_known()

    def among(self, words: frozenset[str], rule: int) -> Mapping[str, Suspect]:
        """The suspects of a rule, by its number, among words as written."""
        return self.in_all(words).get(rule, {})

    def in_all(self, words: frozenset[str]) -> Mapping[int, Mapping[str, Suspect]]:
        """The suspects of every rule that has any among words as written."""
        if words is not self._asked:  # the rules ask one after another about one article
            self._asked, self._answer = words, self._look_up(words)
        return self._answer

    def _look_up(self, words: frozenset[str]) -> dict[int, dict[str, Suspect]]:
        memo = self._memo
        if len(memo) > _MEMO:
            memo.clear()
        answer: dict[int, dict[str, Suspect]] = {}
        for word in words:
            suspects = memo.get(word)
            if suspects is None:
                suspects = memo[word] = self._suspects(word)
            for rule, suspect in suspects:
                answer.setdefault(rule, {})[word] = suspect
        return answer

    def _suspects(self, word: str) -> tuple[tuple[int, Suspect], ...]:
        resemblances = tuple(self._of(word))
        if not resemblances:
            return ()
        near = {word for seen in resemblances for word in (*seen.near, *seen.near_singular)}
        rules = sorted({rule for word in near for rule in self._holders[word]})
        judged = ((rule, self._of_rule(rule).suspect(resemblances)) for rule in rules)
        return tuple((rule, suspect) for rule, suspect in judged if suspect is not None)

    def _of_rule(self, rule: int) -> _Judging:
        if rule not in self._judging:
            self._judging[rule] = _Judging(*self._roll_of(rule))
        return self._judging[rule]

    def _of(self, word: str) -> Iterator[Resemblance]:
        """What a word resembles: first as a whole, then without a joined tail."""
        cut = _cut(word)
        if cut is None:
            return
        start, end, folded = cut
        yield from self._near(start, end, folded)
        if "-" in word[start:end] and not self._known.has(folded):
            head, tail = word.split("-", 1)
            if not tail[:1].isupper():  # half of a double-barrelled name is not judged
                stop = core(head)[1]
                yield from self._near(start, stop, fold(word[start:stop]))

    def _near(self, start: int, end: int, folded: str) -> Iterator[Resemblance]:
        near = frozenset(self._index.near(folded))
        singular: frozenset[str] = frozenset()
        if folded.endswith("s") and not self._known.has(folded):
            singular = frozenset(self._index.near(folded[:-1]))
        if near or singular:
            yield Resemblance(start, end, folded, near, singular)


class _Judging:
    """Which resemblances are suspects to one rule."""

    def __init__(self, roll: Roll, wrong: frozenset[str]) -> None:
        self._roll = roll
        self._words = frozenset(roll.words())
        self._wrong = wrong

    def suspect(self, resemblances: Sequence[Resemblance]) -> Suspect | None:
        """The first resemblance that is a suspect."""
        suspects = (self._suspect(resemblance) for resemblance in resemblances)
        return next((suspect for suspect in suspects if suspect is not None), None)

    def _suspect(self, seen: Resemblance) -> Suspect | None:
        if seen.folded in self._wrong:
            return None
        near = seen.near & self._words
        if near:
            return self._told(seen.start, seen.end, seen.folded, near, plural=False)
        near = seen.near_singular & self._words
        if near:
            return self._told(seen.start, seen.end - 1, seen.folded[:-1], near, plural=True)
        return None

    def _told(
        self, start: int, end: int, folded: str, found: frozenset[str], *, plural: bool
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
