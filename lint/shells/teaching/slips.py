"""Made-up slips: one in each sentence, in about the mix in which newsrooms make them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from lint.context.columns import DELETION, INSERTION, REPLACEMENT
from lint.context.counts import Ids
from lint.context.knowledge import Knowledge
from lint.context.relations import NEIGHBOURS, NUMBER_OF, RELATIONS
from lint.context.tokens import CAPITAL, HEADLINE

#: missing word, extra word, small word, form, neighbour
MIX = (0.28, 0.18, 0.09, 0.32, 0.13)
_ATTEMPTS = 6
_TRIES = 20  # of places at which a word could be changed
_SMALL = tuple(NUMBER_OF[name] for name in ("small", "agree", "preposition"))
_NEIGHBOURS = tuple(NUMBER_OF[name] for name in NEIGHBOURS)
#: How likely a slip of the keys is, by what it is; letters go missing, double and change
#: places far oftener than the first one turns into another.
_KEYED = {NUMBER_OF[name]: chance for name, chance in zip(
    NEIGHBOURS, (1.0, 1.0, 0.8, 0.8, 0.45, 0.12), strict=True)}  # fmt: skip
#: Forms that are seldom written for each other (nearer, near; formerly, former).
_KEYED |= {NUMBER_OF[name]: 0.3 for name in ("add-er", "drop-er", "add-ly", "drop-ly")}
_USUAL = tuple(NUMBER_OF[name] for name in ("add-s", "drop-s"))
_S_AMONG_FORMS = 0.7
_PLAUSIBLE = 0.35  # of the words too many are such as read well on one side at least
_DROPPED_IN_HEADLINES = frozenset(
    "the a an is are was were be been has have and that their his".split()
)

Sentence = tuple[list[int], list[int]]


@dataclass(slots=True)
class Slip:
    """What mends a sentence: the kind of edit, its place in the sentence, what to write."""

    kind: int
    at: int
    write: int


@dataclass(slots=True)
class Slipper:
    """Puts slips into sentences, with a generator of its own."""

    knowledge: Knowledge
    random: np.random.Generator
    headline_words: frozenset[int]
    _insertable: frozenset[int] = field(init=False)
    _deletable: list[int] = field(init=False)
    _weights: Ids = field(init=False)

    def __post_init__(self) -> None:
        choices = self.knowledge.choices
        self._insertable = frozenset(choices.inserted.tolist())
        self._deletable = choices.deleted.tolist()
        weights = self.knowledge.counts[choices.deleted] ** 0.8
        self._weights = np.cumsum(weights / weights.sum())

    def slipped(self, sentence: Sentence) -> tuple[Sentence, Slip] | None:
        """The sentence with one slip, and what mends it; None where none could be made."""
        for _ in range(_ATTEMPTS):
            kind = int(np.searchsorted(np.cumsum(MIX), self.random.random() * sum(MIX)))
            made = (
                self._missing, self._extra, self._small, self._form, self._neighbour
            )[min(kind, 4)](sentence)  # fmt: skip
            if made is not None:
                return made
        return None

    def _missing(self, sentence: Sentence) -> tuple[Sentence, Slip] | None:
        words, flags = sentence
        headline = bool(flags[0] & HEADLINE)
        places = [
            at for at in range(1, len(words))
            if words[at] in self._insertable and not (headline and words[at] in self.headline_words)
        ]  # fmt: skip
        if not places:
            return None
        at = places[self.random.integers(len(places))]
        if at + 1 < len(words) and words[at - 1] == words[at + 1]:
            return None
        left = (words[:at] + words[at + 1 :], flags[:at] + flags[at + 1 :])
        return left, Slip(INSERTION, at, words[at])

    def _extra(self, sentence: Sentence) -> tuple[Sentence, Slip] | None:
        words, flags = sentence
        at = 1 + int(self.random.integers(len(words) - 1))
        word = self._stray(words, at)
        if word in (words[at - 1], words[at]) or words[at] < 2:
            return None
        more = [*words[:at], word, *words[at:]]
        marks = [*flags[:at], flags[at] & HEADLINE, *flags[at:]]
        return (more, marks), Slip(DELETION, at, -1)

    def _stray(self, words: list[int], at: int) -> int:
        """A small word that an edit left behind: from nearby, like its neighbour, or any."""
        chance = self.random.random()
        if chance < 0.25:
            near = [w for w in words[max(0, at - 4) : at + 4] if w in self._insertable]
            if near:
                return near[int(self.random.integers(len(near)))]
        elif chance < 0.5:
            like = self._replacements(words[at - 1], _SMALL) + self._replacements(words[at], _SMALL)
            if like:
                return like[int(self.random.integers(len(like)))][0]
        elif chance < 0.5 + _PLAUSIBLE:
            return self._plausible(words[at - 1], words[at])
        return self._deletable[int(np.searchsorted(self._weights, self.random.random()))]

    def _plausible(self, before: int, after: int) -> int:
        """A word as it stands after the one before or before the one after: what an earlier
        wording left behind, such as survives."""
        know, listed = self.knowledge, self.knowledge.choices.deleted
        before_, after_ = (np.full(len(listed), word) for word in (before, after))
        left, right = know.words(before_, listed) + 0.3, know.words(listed, after_) + 0.3
        weights = np.maximum(left / left.sum(), right / right.sum()) ** 0.75
        chosen = np.searchsorted(np.cumsum(weights), self.random.random() * weights.sum())
        return int(listed[min(int(chosen), len(listed) - 1)])

    def _replacements(self, word: int, relations: tuple[int, ...]) -> list[tuple[int, int]]:
        """What may replace a word, with the relation of the two."""
        choices = self.knowledge.choices
        first, last = int(choices.offsets[word]), int(choices.offsets[word + 1])
        both = zip(choices.targets[first:last], choices.relations[first:last], strict=True)
        return [(int(target), int(relation)) for target, relation in both if relation in relations]

    def _small(self, sentence: Sentence) -> tuple[Sentence, Slip] | None:
        return self._replaced(sentence, _SMALL, 1)

    def _neighbour(self, sentence: Sentence) -> tuple[Sentence, Slip] | None:
        return self._replaced(sentence, _NEIGHBOURS, 0)

    def _form(self, sentence: Sentence) -> tuple[Sentence, Slip] | None:
        if self.random.random() < _S_AMONG_FORMS:
            return self._replaced(sentence, _USUAL, 1)
        return self._replaced(sentence, _FORMS, 1)

    def _replaced(
        self, sentence: Sentence, relations: tuple[int, ...], start: int
    ) -> tuple[Sentence, Slip] | None:
        words, flags = sentence
        for _ in range(_TRIES):
            at = start + int(self.random.integers(len(words) - start))
            likely = self._replacements(words[at], relations)
            if not likely:
                continue
            wrong, relation = likely[int(self.random.integers(len(likely)))]
            if self.random.random() > _KEYED.get(relation, 1.0):
                continue
            back = [target for target, _ in self._replacements(wrong, _ALL)]
            if words[at] not in back or wrong in words[at - 1 : at + 2]:
                continue
            if flags[at] & CAPITAL and at and relations == _NEIGHBOURS:
                continue
            more = [*words[:at], wrong, *words[at + 1 :]]
            return (more, flags), Slip(REPLACEMENT, at, words[at])
        return None


_FORMS = tuple(range(NUMBER_OF["add-s"], len(RELATIONS)))
_ALL = tuple(range(2, len(RELATIONS)))


def headline_words(known: Callable[[str], int]) -> frozenset[int]:
    """The numbers of the words that headlines leave out."""
    return frozenset(map(known, _DROPPED_IN_HEADLINES))
