"""Near-misses of listed names: which of the words that resemble one are slips for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.checks.naming.common import BORNE, GIVEN
from lint.checks.naming.company import (
    QUARTERS,
    Neighbour,
    Occurrence,
    after,
    before,
    joined_after,
    occurrence,
)
from lint.checks.naming.deriving import made_from_any, related
from lint.checks.naming.forms import Form, Roll
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.spelling import SHORTEST, core, distance, fold, folds, near, sound
from lint.reading import Reading

_ALONE = 6  # letters that a name needs to be judged without the article naming it rightly
_UNNAMED = 7  # letters that it needs where the article never spells it rightly
_OFTEN = 3  # a spelling used so often in one article is likelier somebody else's
_BOTH = 14  # letters of a first name and a surname together, where both may be off by one
_MEMO = 200_000  # distinct words remembered over a run


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A word at a prose range that is taken for a slip for a word of a listed name.

    ``found`` is what the article has, as much of the name as stands there; ``right`` is
    what to write in its place, ``form`` the right form meant.
    """

    start: int
    end: int
    found: str
    right: str
    form: Form
    whole: bool


@dataclass(frozen=True, slots=True)
class _Suspect:
    """What a capitalised word, as written, is near to: its core, its fold, the words near."""

    start: int
    end: int
    folded: str
    plural: bool
    candidates: tuple[str, ...]


class Judge:
    """Finds the near-misses of the forms of a roll. Words once looked up are remembered."""

    def __init__(self, roll: Roll, wrong: frozenset[str]) -> None:
        self._roll = roll
        self._wrong = wrong  # folds of listed variants, which are told as such
        self._memo: dict[str, _Suspect | None] = {}

    @cached_property
    def _index(self) -> NearIndex:
        return NearIndex(word for form in self._roll.forms for word in form.folded)

    def near_misses(self, reading: Reading) -> Iterator[NearMiss]:
        """Every near-miss of an article, in order of place."""
        memo = self._memo
        if len(memo) > _MEMO:
            memo.clear()
        suspects: dict[str, _Suspect] = {}
        for word in reading.capitalised:
            if word not in memo:
                memo[word] = self._suspect(word)
            suspect = memo[word]
            if suspect is not None:
                suspects[word] = suspect
        if not suspects:
            return
        found: dict[tuple[int, int], NearMiss] = {}
        scene = _Scene(reading, suspects)
        for folded in sorted(scene.groups):
            for miss in self._judge(scene, folded):
                found.setdefault((miss.start, miss.end), miss)
        yield from (found[place] for place in sorted(found))

    def _suspect(self, word: str) -> _Suspect | None:
        """What a capitalised word is near to, or None where it is near to nothing."""
        start, end = core(word)
        if end < start + SHORTEST or any(char.isdigit() for char in word):
            return None
        suspect = self._near(word, start, end)
        if suspect is not None or "-" not in word[start:end]:
            return suspect
        if self._roll.knows(fold(word[start:end])):
            return None
        head, tail = word.split("-", 1)
        if tail[:1].isupper():
            return None  # half of a double-barrelled name is not judged
        return self._near(word, start, core(head)[1])

    def _near(self, word: str, start: int, end: int) -> _Suspect | None:
        folded = fold(word[start:end])
        if folded in self._wrong:
            return None
        candidates = self._index.near(folded)
        if candidates:
            return _Suspect(start, end, folded, False, candidates)
        if folded.endswith("s") and not self._roll.knows(folded):
            candidates = self._index.near(folded[:-1])
            if candidates:
                return _Suspect(start, end - 1, folded[:-1], True, candidates)
        return None

    def _judge(self, scene: _Scene, folded: str) -> Iterator[NearMiss]:
        """The near-misses among the occurrences of one word."""
        group = scene.groups[folded]
        seen = [scene.occurrence(start, end) for start, end in group.places]
        beside: list[NearMiss] = []
        for standing in seen:
            miss = None if group.plural else self._in_full(scene, standing, group)
            if miss is not None:
                beside.append(miss)
        yield from beside
        surnames = {miss.form for miss in beside if fold(miss.right) == miss.form.folded[-1]}
        yield from self._alone(scene, group, seen, surnames)

    # Beside the other words of the name ------------------------------------------------

    def _in_full(self, scene: _Scene, standing: Occurrence, group: _Group) -> NearMiss | None:
        for candidate in group.candidates:
            for form, place in self._roll.forms_of(candidate):
                if not form.is_single:
                    miss = self._full_name(scene, standing, group.folded, form, place)
                    if miss is not None:
                        return miss
        return None

    def _full_name(
        self, scene: _Scene, standing: Occurrence, folded: str, form: Form, place: int
    ) -> NearMiss | None:
        """The near-miss of a whole name whose word at ``place`` may be off here."""
        words = _around(scene.reading, standing, form, place)
        if words is None:
            return None
        texts = tuple(
            folded if number == place else word.folded if word else ""
            for number, word in enumerate(words)
        )
        if texts in self._roll.whole or self._is_relation(folded, form, place):
            return None
        first = words[0]
        opening = scene.occurrence(first.start, first.end) if first else standing
        if opening.given_before() is not None and self._roll.is_common(folded):
            return None  # Asim Iftikhar Ahmed is not Iftikhar Ahmad
        off = [n for n, text in enumerate(texts) if text not in folds(form.words[n])]
        if off != [place] and not _both_off(texts, form.folded, off):
            return None
        if not self._is_slip(scene, texts, form, place):
            return None
        final = words[-1]
        start = first.start if first else standing.start
        end = final.end if final else standing.end
        found = " ".join(scene.reading.prose[start:end].split())
        return NearMiss(
            standing.start, standing.end, found, form.words[place], form, whole=True
        )

    def _is_slip(self, scene: _Scene, texts: tuple[str, ...], form: Form, place: int) -> bool:
        """Whether a name that is nearly a listed one is a slip for it, not somebody else's."""
        right, found = form.folded[place], texts[place]
        if len(right) == SHORTEST and len(found) == SHORTEST and sorted(right) != sorted(found):
            return sound(right) == sound(found)
        if not self._roll.knows(found) and not self._roll.is_common(found):
            return True
        anchors = [word for n, word in enumerate(form.folded) if n != place and len(word) > 3]
        if any(not self._roll.is_common(word) for word in anchors):
            return True
        if sound(right) == sound(found) and any(word not in BORNE for word in anchors):
            return True  # Mahmud Abbas
        return scene.count(texts, whole=True) == 1 and scene.count(form.folded, whole=True) > 0

    @staticmethod
    def _is_relation(folded: str, form: Form, place: int) -> bool:
        """Whether a word is another form of the word of a name, or a pet form of it."""
        right, given = form.folded[place], place < len(form.words) - 1
        if given and folded in GIVEN and (folded.startswith(right) or right.startswith(folded)):
            return True  # Steve and Steven
        return (
            related(folded, right, place=False, given=given)
            # Latin American, Saudi Arabian
            or (not given and made_from_any(folded, set(), {right}))
        )

    # By itself -------------------------------------------------------------------------

    def _alone(
        self, scene: _Scene, group: _Group, seen: Sequence[Occurrence], surnames: set[Form]
    ) -> Iterator[NearMiss]:
        """The near-misses of a last word that stands without the rest of its name."""
        for candidate in group.candidates:
            forms = [
                form
                for form, place in self._roll.forms_of(candidate)
                if form.alone and place == len(form.words) - 1
            ]
            form = next((form for form in forms if form in surnames), forms[0] if forms else None)
            if form is None or not self._is_alone_slip(
                scene, group, seen, form, sure=form in surnames
            ):
                continue
            for standing in seen:
                yield NearMiss(
                    standing.start, standing.end, standing.text, form.words[-1], form, whole=False
                )
            return

    def _is_alone_slip(
        self,
        scene: _Scene,
        group: _Group,
        seen: Sequence[Occurrence],
        form: Form,
        *,
        sure: bool,
    ) -> bool:
        found, right = group.folded, form.folded[-1]
        roll = self._roll
        if related(found, right, place=form.is_single, given=False):
            return False
        if not sure and not near(found, right, strict=True):
            return False
        if roll.knows(found) or roll.is_common(found) or scene.has_in_small_letters(found):
            return False
        named = scene.count((right,), whole=False)
        if any(_somebody_else(standing, form, named=named > 0) for standing in seen):
            return False
        if group.plural and not all(s.left and s.left.folded == "the" for s in seen):
            return False
        if sure:
            return True
        if len(right) < _ALONE or not any(standing.certain for standing in seen):
            return False
        if named:
            return len(seen) < max(_OFTEN, named)
        if len(seen) >= _OFTEN or roll.is_common(right):
            return False
        if form.is_single:
            return (
                min(len(right), len(found)) >= _UNNAMED
                or sound(right) == sound(found)
                or any(standing.in_place for standing in seen)
            )
        return min(len(right), len(found)) >= _UNNAMED and any(s.title or s.telling for s in seen)


@dataclass(frozen=True, slots=True)
class _Group:
    """The occurrences of one folded word, however written."""

    folded: str
    plural: bool
    candidates: tuple[str, ...]
    places: list[tuple[int, int]]


class _Scene:
    """One article under judgement."""

    def __init__(self, reading: Reading, suspects: dict[str, _Suspect]) -> None:
        self.reading = reading
        self.groups: dict[str, _Group] = {}
        self._standing: dict[tuple[int, int], Occurrence] = {}
        for word, suspect in suspects.items():
            group = self.groups.setdefault(
                suspect.folded, _Group(suspect.folded, suspect.plural, suspect.candidates, [])
            )
            for start in _places(reading.prose, word):
                place = (start + suspect.start, start + suspect.end)
                if self._is_a_word(*place):
                    group.places.append(place)
        for group in self.groups.values():
            group.places.sort()

    def _is_a_word(self, start: int, end: int) -> bool:
        """Leave out acronyms and codes: capitals inside a line that is not all capitals."""
        if not self.reading.prose[start:end].isupper():
            return True
        block = self.reading.block_at(start)
        return block is not None and self.reading.article.text(block).isupper()

    def occurrence(self, start: int, end: int) -> Occurrence:
        """What stands around the word at a range."""
        place = (start, end)
        if place not in self._standing:
            self._standing[place] = occurrence(self.reading, start, end)
        return self._standing[place]

    @cached_property
    def _flat(self) -> str:
        """The cores of all words, folded, between spaces."""
        words = (fold(raw.strip("\"'“”‘’()[],.;:!?—–")) for raw in self.reading.prose.split())
        return " " + "  ".join(word[slice(*core(word))] for word in words) + " "

    def count(self, folded: tuple[str, ...], *, whole: bool) -> int:
        """How often the article has these words in a row (``whole``), or this one word."""
        return self._flat.count(" " + "  ".join(folded) + " ")

    def has_in_small_letters(self, folded: str) -> bool:
        """Whether the article has the word without a capital."""
        return re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", self.reading.prose) is not None


def _places(prose: str, word: str) -> Iterator[int]:
    """Where a word as written stands in the prose, as :attr:`Reading.capitalised` cuts it."""
    at = prose.find(word)
    while at >= 0:
        tail = joined_after(prose, at + len(word))
        whole = not (at and prose[at - 1].isalnum()) and not (
            tail[:1].isalnum() or (tail[:1] in ("'", "’", "-") and tail[1:2].isalnum())
        )
        if whole:
            yield at
        at = prose.find(word, at + len(word))


def _around(
    reading: Reading, standing: Occurrence, form: Form, place: int
) -> list[Neighbour | None] | None:
    """The words that stand where the other words of a form would; None at ``place`` itself.

    An initial between a first name and a surname is passed over (Donald J. Trump).
    """
    block = reading.block_at(standing.start)
    floor, ceiling = (block.start, block.end) if block else (0, len(reading.prose))
    words: list[Neighbour | None] = [None]
    at = standing.left
    for number in range(place - 1, -1, -1):
        if at is not None and at.is_initial and len(form.words[number]) > 1:
            at = before(reading.prose, floor, at.outer_start)
        if at is None or at.possessive:
            return None
        words.insert(0, at)
        at = before(reading.prose, floor, at.outer_start) if number else None
    at = standing.right
    for number in range(place + 1, len(form.words)):
        if at is not None and at.is_initial and len(form.words[number]) > 1:
            stop = at.end + (reading.prose[at.end : at.end + 1] == ".")
            at = after(reading.prose, ceiling, stop)
        if at is None or (at.possessive and number + 1 < len(form.words)):
            return None
        words.append(at)
        at = after(reading.prose, ceiling, at.end) if number + 1 < len(form.words) else None
    return words


def _both_off(texts: tuple[str, ...], folded: tuple[str, ...], off: list[int]) -> bool:
    """Whether a first name and a surname are each one slip away, and long enough for it."""
    if len(folded) != 2 or len(off) != 2 or sum(map(len, folded)) < _BOTH:
        return False
    return all(
        near(text, word) and distance(text, word) == 1 and text not in GIVEN
        for text, word in zip(texts, folded, strict=True)
    )


def _somebody_else(standing: Occurrence, form: Form, *, named: bool) -> bool:
    """Whether the words beside it make it a part of somebody else's name."""
    given = standing.given_before()
    if given is not None:
        if form.is_single:
            return given.folded not in QUARTERS
        firsts = form.folded[:-1]
        return not any(
            given.folded == first
            or (given.is_initial and first.startswith(given.folded))
            or (len(given.folded) > 2 and first.startswith(given.folded))
            or near(given.folded, first)
            for first in firsts
        )
    if form.is_single and named:
        return False
    return standing.leads()
