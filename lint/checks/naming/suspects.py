"""Which capitalised words are worth a second look: looked up once a run, then remembered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from lint.checks.naming.common import GIVEN
from lint.checks.naming.deriving import made_from_any, related
from lint.checks.naming.forms import Bearers, Form, Known, Roll
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.sieve import Company, Resemblance, Sieve
from lint.checks.naming.spelling import SHORTEST, core, distance, fold
from lint.kept import cached_property
from lint.late import late
from lint.reading import Reading
from lint.recent import Recent
from lint.tuples import NamedTuple

_DIGIT = late(r"\d")
_MEMO = 2_000  # distinct words remembered over a run that are near a listed one
_ALL = 8_000  # and of all words with a capital


Near = Callable[[str], Sequence[str]]  # the words of the book near a folded word


class Bearing(NamedTuple):
    """The bearers of a word, and whether a suspect may be that word as a first, as a last one."""

    bearers: Bearers
    given: bool
    last: bool


class InFull:
    """The forms of several words of which a suspect may be one, found by the word beside it.

    A common first name may be borne by thousands, and each is looked at only where the word
    beside it is that of the form, or near it.
    """

    def __init__(self, bearing: Sequence[Bearing], near: Near) -> None:
        self.bearing = bearing
        self._near = near

    def beside(self, left: Collection[str], right: Collection[str]) -> Iterator[tuple[Form, int]]:
        """The forms, and the place of the word in each, that may stand between two words.

        ``left`` and ``right`` are the folded words that may count as the one beside it.
        """
        before, behind = self._like(left), self._like(right)
        for bearers, given, last in self.bearing:
            found: set[int] = set()
            if given:
                found.update(*(bearers.before.get(word, ()) for word in behind))
            if last:
                found.update(*(bearers.behind.get(word, ()) for word in before))
            yield from (bearers.holding[number] for number in sorted(found))

    def _like(self, words: Collection[str]) -> set[str]:
        if not words:
            return set()
        return {"", *words, *(near for word in words for near in self._near(word))}


class Suspect(NamedTuple):
    """A capitalised word, as written, that is near to a word of a listed name.

    ``start`` and ``end`` are its core, without a joined article, a possessive and, of a
    ``plural``, the s. It may be a slip for the word at a place of a form, beside the rest
    of a form (``in_full``), or for the last word of one that stands by itself (``alone``).
    """

    start: int
    end: int
    folded: str
    plural: bool
    in_full: InFull
    alone: tuple[Form, ...]


class Lookout:
    """Looks capitalised words up once for all rules and all articles of a run.

    ``company`` says in what company the words of the index stand in the names, ``holders``
    gives the numbers of the rules whose names hold one. ``roll_of`` gives the names of a rule,
    and says of a fold whether it is one of its listed variants, which are told as such and
    not judged here.
    """

    def __init__(
        self,
        index: NearIndex,
        company: Company,
        holders: Callable[[str], Iterable[int]],
        known: Callable[[], Known],
        roll_of: Callable[[int], tuple[Roll, Callable[[str], bool]]],
    ) -> None:
        self._index = index
        self._holders = lru_cache(maxsize=_MEMO)(lambda word: frozenset(holders(word)))
        self._make_known = known
        self._roll_of = roll_of
        self._judging: dict[int, _Judging] = {}
        self._near_words = lru_cache(maxsize=_MEMO)(index.near)
        self._memo: dict[str, tuple[tuple[int, Suspect], ...]] = {}
        self._like = Recent(self._resemblances, _ALL)
        self._sieve = Sieve(company, self._near_words, lambda: self._known)

    @cached_property
    def _known(self) -> Known:
        return self._make_known()

    def among(self, reading: Reading, rule: int) -> Mapping[str, Suspect]:
        """The suspects of a rule, by its number, in an article."""
        return reading.once(self.in_all).get(rule, {})

    def in_all(self, reading: Reading) -> Mapping[int, Mapping[str, Suspect]]:
        """The suspects of every rule that has any in an article, by the word as written."""
        like = self._like
        near: dict[str, tuple[Resemblance, ...]] = {}
        for word in reading.capitalised:
            seen = like[word]
            if seen:
                near[word] = seen
        answer: dict[int, dict[str, Suspect]] = {}
        for word in self._sieve.kept(reading, near):
            for rule, suspect in self._suspects(word, near[word]):
                answer.setdefault(rule, {})[word] = suspect
        return answer

    def _suspects(
        self, word: str, resemblances: Sequence[Resemblance]
    ) -> tuple[tuple[int, Suspect], ...]:
        if len(self._memo) > _MEMO:
            self._memo.clear()
        found = self._memo.get(word)
        if found is None:
            found = self._memo[word] = tuple(self._by_rule(resemblances))
        return found

    def _by_rule(self, resemblances: Sequence[Resemblance]) -> Iterator[tuple[int, Suspect]]:
        near = {word for seen in resemblances for word in (*seen.near, *seen.near_singular)}
        rules = sorted({rule for word in near for rule in self._holders(word)})
        for rule in rules:
            suspect = self._of_rule(rule).suspect(resemblances)
            if suspect is not None:
                yield rule, suspect

    def _of_rule(self, rule: int) -> _Judging:
        if rule not in self._judging:
            self._judging[rule] = _Judging(
                *self._roll_of(rule), lambda word: rule in self._holders(word), self._near_words
            )
        return self._judging[rule]

    def _resemblances(self, word: str) -> tuple[Resemblance, ...]:
        return tuple(self._of(word))

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

    def __init__(
        self,
        roll: Roll,
        is_listed: Callable[[str], bool],
        holds: Callable[[str], bool],
        near: Near,
    ) -> None:
        self._roll = roll
        self._near = near
        self._holds = holds
        self._is_listed = is_listed

    def suspect(self, resemblances: Sequence[Resemblance]) -> Suspect | None:
        """The first resemblance that is a suspect."""
        suspects = (self._suspect(resemblance) for resemblance in resemblances)
        return next((suspect for suspect in suspects if suspect is not None), None)

    def _suspect(self, seen: Resemblance) -> Suspect | None:
        if self._is_listed(seen.folded):
            return None
        near = frozenset(filter(self._holds, seen.near))
        if near:
            return self._told(seen.start, seen.end, seen.folded, near, plural=False)
        near = frozenset(filter(self._holds, seen.near_singular))
        if near:
            return self._told(seen.start, seen.end - 1, seen.folded[:-1], near, plural=True)
        return None

    def _told(
        self, start: int, end: int, folded: str, found: frozenset[str], *, plural: bool
    ) -> Suspect | None:
        """The suspect that a word is, without the forms that it cannot be a slip for."""
        nearest = sorted(found, key=lambda word: (distance(folded, word), word))
        in_full = InFull([] if plural else list(self._beside(folded, nearest)), self._near)
        alone: tuple[Form, ...] = ()
        if not self._roll.known.has(folded) and not self._roll.known.is_common(folded):
            alone = tuple(self._by_itself(folded, nearest))
        if not in_full.bearing and not alone:
            return None
        return Suspect(start, end, folded, plural, in_full, alone)

    def _by_itself(self, folded: str, nearest: Sequence[str]) -> Iterator[Form]:
        """The forms whose last word a suspect may be meant for without the others."""
        for word in nearest:
            made = [_is_related(folded, word, single=s, given=False) for s in (False, True)]
            yield from (
                form for form in self._roll.bearers(word).alone() if not made[form.is_single]
            )

    def _beside(self, folded: str, nearest: Sequence[str]) -> Iterator[Bearing]:
        """The words that a suspect may be meant for beside other words of a name."""
        for word in nearest:
            bearers = self._roll.bearers(word)
            given, last = (
                bool(forms) and not _is_related(folded, word, single=False, given=side)
                for forms, side in ((bearers.before, True), (bearers.behind, False))
            )
            if given or last:
                yield Bearing(bearers, given, last)


def _cut(word: str) -> tuple[int, int, str] | None:
    """The core of a word as written and its fold, or None where it is too short or no word."""
    start, end = core(word)
    if end < start + SHORTEST or _DIGIT.search(word):
        return None
    if word[end - 1] == "â":
        return None  # what is left of an apostrophe that was decoded wrongly
    return start, end, fold(word[start:end])


def _is_related(folded: str, right: str, *, single: bool, given: bool) -> bool:
    """Whether a word is another form of the word of a name, or a pet form of it."""
    if given and folded in GIVEN and (folded.startswith(right) or right.startswith(folded)):
        return True  # Steve and Steven
    if not given and made_from_any(folded, set(), {right}):
        return True  # Latin American, Saudi Arabian
    return related(folded, right, place=single, given=given)
