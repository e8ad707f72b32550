"""A page: the words of an article, or of many, as arrays, with what each place tells."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lint.context.clauses import Clauses, Phrases, clauses, phrases
from lint.context.cloze import Heard
from lint.context.counts import Floats, Ids, hashed
from lint.context.knowledge import CLASSES, WORDS, Knowledge, salt
from lint.context.subjects import subjects
from lint.context.tokens import HEADLINE, PAD

_NEARBY = 500  # places in which a word or a pair of words may be repeated
_OFTEN = 4  # uses nearby that are counted
_THREE = np.array([[salt(WORDS, 3)], [salt(CLASSES, 3)]])
EDGE = 5  # places looked at on either side of an edit, and held free at both ends of a page


@dataclass(slots=True)
class Page:
    """Words by number and flags of tokens; sentences apart by at least three boundaries.

    The first and last :data:`EDGE` places are boundaries. ``real`` are the places of words
    and marks.
    """

    words: Ids
    flags: Ids
    knowledge: Knowledge
    classes: Ids = field(init=False)
    real: NDArray[np.bool_] = field(init=False)
    one: Floats = field(init=False)
    two: Floats = field(init=False)
    three: Floats = field(init=False)
    three_classes: Floats = field(init=False)
    surprise: Floats = field(init=False)
    heads: Ids = field(init=False)
    nearest: Ids = field(init=False)
    ages: Ids = field(init=False)
    repeated: Ids = field(init=False)
    clauses: Clauses = field(init=False)
    phrases: Phrases = field(init=False)
    articled: Floats = field(init=False)
    heard: Heard | None = field(init=False)
    from_start: Ids = field(init=False)
    to_end: Ids = field(init=False)
    _in_order: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        know = self.knowledge
        w = self.words
        c = self.classes = know.classes[w]
        self.real = w > 1
        self._count_runs()
        self.surprise = self._surprise()
        grammar = know.grammar
        found = subjects(grammar.role[c].tolist(), grammar.number[c].tolist())
        self.heads, self.nearest, self.ages = (np.array(each, np.int8) for each in found)
        self.repeated = self._repeated()
        self.from_start, self.to_end = self._distances()
        coarse = grammar.coarse[c]
        self.clauses, self.phrases = clauses(coarse), phrases(coarse)
        self.articled = self._articled()
        self.heard = know.cloze.heard(w) if know.cloze else None
        self._in_order = np.sort((w.astype(np.int64) << 32) | np.arange(len(w)))

    def _count_runs(self) -> None:
        """How often the runs were met that begin at each place, and how likely the next word
        is."""
        know, w = self.knowledge, self.words
        self.two = _padded(know.words(w[:-1], w[1:]), 1)
        self.one = know.after_one(self.two[:-1], w[:-1], w[1:])
        both = np.stack([w, self.classes])
        three, three_classes = know.runs(hashed(_THREE, both[:, :-2], both[:, 1:-1], both[:, 2:]))
        three = np.minimum(three, np.minimum(self.two[:-2], self.two[1:-1]))
        self.three, self.three_classes = _padded(three, 2), _padded(three_classes, 2)

    def _surprise(self) -> Floats:
        """For each place how unlikely its word is after the two before it (natural log)."""
        know, w = self.knowledge, self.words
        result = np.zeros(len(w), np.float32)
        two = know.after_two(self.three[:-2], self.two[:-2], self.one[1:])
        result[2:] = -np.log(two)
        result[~self.real] = 0
        return result

    def _repeated(self) -> Ids:
        """Whether the pair of a place and the next stands once more within reach: what is
        written twice is seldom a slip."""
        w = self.words.astype(np.int64)
        pairs = (w[:-1] << 32) | w[1:]
        order = np.argsort(pairs, kind="stable")
        same = (np.diff(pairs[order]) == 0) & (np.diff(order) <= _NEARBY)
        result = np.zeros(len(w), np.int8)
        result[order[1:][same]] = 1
        result[order[:-1][same]] = 1
        return result

    def uses(self, at: Ids, words: Ids) -> Ids:
        """How often words stand within reach of places: what an article is about is no slip."""
        keys = words.astype(np.int64) << 32
        first = np.searchsorted(self._in_order, keys | np.maximum(at - _NEARBY, 0))
        last = np.searchsorted(self._in_order, keys | (at + _NEARBY))
        many: Ids = np.minimum(last - first, _OFTEN)
        return many

    def _articled(self) -> Floats:
        """For the head of each place’s noun phrase the shares of its uses that come right
        after “the”, and after “a” or “an” (natural logs); a row a place."""
        know = self.knowledge
        heads, which = np.unique(self.words[self.phrases.head], return_inverse=True)
        the, a, an = know.words(know.choices.inserted[:3, None], heads)
        uses = know.counts[heads]
        definite = (the + 0.5) / (uses + 5)
        indefinite = (a + an + 0.5) / (uses + 5)
        shares: Floats = np.log(np.stack([definite, indefinite], axis=1)).astype(np.float32)
        return shares[which]

    def _distances(self) -> tuple[Ids, Ids]:
        places = np.arange(len(self.words))
        edges = np.where(self.real, 0, places)
        before = np.maximum.accumulate(edges)
        after = np.minimum.accumulate(np.where(self.real, len(places), places)[::-1])[::-1]
        return np.minimum(places - before, 12), np.minimum(after - places, 12)

    def strangeness(self, reach: int = 9) -> Floats:
        """For each place the mean surprise of the words around it, the nearest four aside."""
        total = np.concatenate([[0], np.cumsum(self.surprise, dtype=np.float64)])
        count = np.concatenate([[0], np.cumsum(self.real)])
        places = np.arange(len(self.words))
        size = len(self.words)
        far_left, left = np.maximum(places - reach, 0), np.maximum(places - 1, 0)
        right, far_right = np.minimum(places + 4, size), np.minimum(places + reach + 1, size)
        amount = total[left] - total[far_left] + total[far_right] - total[right]
        number = count[left] - count[far_left] + count[far_right] - count[right]
        mean: Floats = (amount / np.maximum(number, 1)).astype(np.float32)
        return mean

    @property
    def headline(self) -> NDArray[np.bool_]:
        """Which places stand in a headline."""
        inside: NDArray[np.bool_] = (self.flags & HEADLINE) != 0
        return inside


def _padded(values: Floats, missing: int) -> Floats:
    return np.concatenate([values, np.zeros(missing, np.float32)])


def joined(sentences: list[tuple[list[int], list[int]]]) -> tuple[Ids, Ids]:
    """The numbers and flags of sentences in one run, with boundaries around each.

    A sentence of a headline has boundaries of its own sort.
    """
    words: list[int] = [0] * EDGE
    flags: list[int] = [0] * EDGE
    last = 0
    for numbers, marks in sentences:
        edge = 1 if marks and marks[0] & HEADLINE else 0
        before = [edge] * PAD if edge != last else []
        words += [*before, *numbers, *[edge] * PAD]
        flags += [*[0] * len(before), *marks, *[0] * PAD]
        last = edge
    return (
        np.array(words + [0] * EDGE, np.int32),
        np.array(flags + [0] * EDGE, np.uint8),
    )
