"""Guesses of what a place holds, from what was read on both sides of it, and how they improve.

Of all answers only some are weighed each time: nothing, the small words, others drawn by how
common they are (each counts for those not drawn, as in Bengio and Senécal 2008), and the words
that the right one is mistaken for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lint.context.cloze import NOTHING
from lint.context.counts import Floats, Ids
from lint.context.knowledge import Choices
from lint.shells.teaching.steps import Adam, Rows

_DRAWN = 320
_FLATTER = 0.6  # the power of their uses by which others are drawn
_MISTAKEN = 8  # words that are mistaken for one, at most
_FAR = -50.0  # odds of what is no answer
_ANSWER_RATE = 40.0


@dataclass(slots=True)
class Answers:
    """All answers: nothing, small words, then the others that may be mistaken for a word.

    ``words`` are those of the answers (-1 for nothing), ``number`` the answer of each word (-1
    for none), ``mistaken`` what each is mistaken for, a row an answer (-1: no more).
    """

    words: Ids
    number: Ids
    mistaken: Ids
    uses: Floats
    small: int


def answers(choices: Choices, counts: Floats) -> Answers:
    """The answers that the choices of a model make."""
    wrong = np.repeat(np.arange(len(counts)), np.diff(choices.offsets))
    right = choices.targets
    few = np.unique(np.concatenate([choices.inserted, choices.deleted]))
    others = np.setdiff1d(np.concatenate([wrong, right]), few)
    words = np.concatenate([[-1], few, others]).astype(np.int32)
    number = np.full(len(counts), -1, np.int32)
    number[words[1:]] = np.arange(1, len(words))
    small = len(few) + 1
    mistaken = np.full((len(words), _MISTAKEN), -1, np.int32)
    pairs = np.stack([number[right], number[wrong]], axis=1)
    pairs = pairs[(pairs >= small).any(axis=1)]
    pairs = pairs[np.argsort(pairs[:, 0], kind="stable")]
    nth = np.arange(len(pairs)) - np.searchsorted(pairs[:, 0], pairs[:, 0])
    pairs, nth = pairs[nth < _MISTAKEN], nth[nth < _MISTAKEN]
    mistaken[pairs[:, 0], nth] = pairs[:, 1]
    uses = np.concatenate([[0], counts[words[1:]]]).astype(np.float32)
    return Answers(words, number, mistaken, uses, small)


class _Weighed(NamedTuple):
    """Chances of answers, a row a place: of those that all places share, and for the ``rare``
    places (of no small word) of the right one and those that it is mistaken for."""

    shared: Ids
    of_shared: Floats
    rare: Ids
    own: Ids
    of_own: Floats


class Guesser:
    """Two layers over what was read on both sides of places, and a weight for each answer."""

    def __init__(
        self, answers: Answers, units: int, sizes: tuple[int, int], random: np.random.Generator
    ) -> None:
        self.answers = answers
        wide, narrow = sizes
        self.mix = _drawn(random, (2 * units, wide), (1 / units) ** 0.5)
        self.mix_start = np.zeros(wide, np.float32)
        self.hidden = _drawn(random, (wide, narrow), (2 / wide) ** 0.5)
        self.hidden_start = np.zeros(narrow, np.float32)
        self.table = _drawn(random, (len(answers.words), narrow), 0.02)
        self.table_start = np.log(np.maximum(answers.uses, 1) / max(answers.uses.sum(), 1))
        self.table_start[NOTHING] = 0
        self._random = random
        self._layers = Adam([self.mix, self.mix_start, self.hidden, self.hidden_start])
        self._starts = Adam([self.table_start])
        self._rows = Rows(self.table)
        drawn = np.maximum(answers.uses, 1) ** _FLATTER
        drawn[: answers.small] = 0
        self._drawn = np.cumsum(drawn / max(drawn.sum(), 1e-9))
        self._chance = drawn / max(drawn.sum(), 1e-9)

    def learn(self, sides: Floats, right: Ids, gaps: NDArray[np.bool_], rate: float) -> Floats:
        """One step: what was read on both ``sides`` of places, the right answers, and which
        places are gaps, where small words alone could be; the slopes of the sides."""
        wide = np.maximum(sides @ self.mix + self.mix_start, 0)
        layer = np.maximum(wide @ self.hidden + self.hidden_start, 0)
        off = self._off(self._weigh(layer, right, gaps), right)
        slope = off.of_shared @ self.table[off.shared]
        slope[off.rare] += np.matmul(off.of_own[:, None, :], self.table[off.own])[:, 0]
        slope *= layer > 0
        back = (slope @ self.hidden.T) * (wide > 0)
        result: Floats = back @ self.mix.T
        self._move_answers(off, layer, rate)
        moves = [sides.T @ back, back.sum(axis=0), wide.T @ slope, slope.sum(axis=0)]
        self._layers.move(moves, rate)
        return result

    def _weigh(self, layer: Floats, right: Ids, gaps: NDArray[np.bool_]) -> _Weighed:
        small = self.answers.small
        drawn = np.unique(np.searchsorted(self._drawn, self._random.random(_DRAWN)))
        drawn = drawn[(drawn >= small) & (drawn < len(self.table))]
        shared = np.concatenate([np.arange(small), drawn])
        odds = layer @ self.table[shared].T + self.table_start[shared]
        odds[:, small:] -= np.minimum(np.log(_DRAWN * self._chance[drawn] + 1e-9), 0)
        odds[gaps, small:] = _FAR
        rare = np.flatnonzero(right >= small)
        place = np.full(len(self.table), -1, np.int32)
        place[shared] = np.arange(len(shared))
        hit = place[right[rare]]
        odds[rare[hit >= 0], hit[hit >= 0]] = _FAR  # it is among its own
        own = np.concatenate([right[rare][:, None], self.answers.mistaken[right[rare]]], axis=1)
        of_own = np.matmul(self.table[own], layer[rare][:, :, None])[:, :, 0]
        of_own += self.table_start[own]
        of_own[own < 0] = _FAR
        best = odds.max(axis=1)
        best[rare] = np.maximum(best[rare], of_own.max(axis=1))
        odds, of_own = np.exp(odds - best[:, None]), np.exp(of_own - best[rare][:, None])
        total = odds.sum(axis=1)
        total[rare] += of_own.sum(axis=1)
        odds /= total[:, None]
        of_own /= total[rare][:, None]
        return _Weighed(shared, odds, rare, own, of_own)

    def _off(self, weighed: _Weighed, right: Ids) -> _Weighed:
        """By how much the chances are off, for the mean of all places."""
        usual = np.flatnonzero(right < self.answers.small)
        weighed.of_shared[usual, right[usual]] -= 1
        weighed.of_own[:, 0] -= 1
        many = np.float32(len(right))
        return weighed._replace(of_shared=weighed.of_shared / many, of_own=weighed.of_own / many)

    def _move_answers(self, off: _Weighed, layer: Floats, rate: float) -> None:
        there = off.own >= 0
        rows = np.concatenate([off.shared, off.own[there]])
        of_own = (off.of_own[:, :, None] * layer[off.rare][:, None, :])[there]
        slopes = np.concatenate([off.of_shared.T @ layer, of_own])
        weights = np.concatenate([off.of_shared.sum(axis=0), off.of_own[there]])
        starts = np.bincount(rows, weights, len(self.table)).astype(np.float32)
        self._rows.move(rows, slopes, rate * _ANSWER_RATE)
        self._starts.move([starts], rate)


def _drawn(random: np.random.Generator, shape: tuple[int, int], spread: float) -> Floats:
    values: Floats = (random.standard_normal(shape) * spread).astype(np.float32)
    return values
