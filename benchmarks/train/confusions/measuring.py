"""How well a pair is told apart in articles of corpora that the model has not seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from benchmarks.train.confusions.fitting import Array, Design, fit
from benchmarks.train.confusions.text import Text
from benchmarks.train.confusions.uses import Uses

TAUGHT = 15_000  # uses of each word that a model is fitted to, at most
_MORE = 1 / 3  # slips added to those known: a word that was never a slip here may be one there
_LEAST = 2.5  # log odds below which nothing is told
# Known slips, from which on a warning wants this margin, and to find this share of slips.
_MARGINS = ((10, 0.7, 0.05), (2, 1.5, 0.05), (0, 2.5, 0.4))
_FEWEST = 0.05  # the share of slips below which telling is not worth it


def taught(rows: npt.NDArray[np.int64], second: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Of some rows, those that a model is fitted to: as many of either word as there may be."""
    chance = np.random.default_rng(2)
    parts = [chance.permutation(rows[second[rows] == side])[:TAUGHT] for side in (False, True)]
    return np.sort(np.concatenate(parts))


def unseen_scores(text: Text, design: Design, uses: Uses) -> Array:
    """Log odds for the second word, of every use, by a model of the other corpora alone."""
    corpus = text.corpus[design.article]
    scores = np.zeros(len(corpus))
    for number in np.unique(corpus[: len(uses.at)]):
        rows = taught(np.flatnonzero((corpus != number) & design.learn), design.second)
        held = np.flatnonzero(corpus == number)
        scores[held] = fit(design, rows).scores(design)[held]
    return scores[: len(uses.at)]


@dataclass(frozen=True)
class Fading:
    """How fast the scores of true uses grow rare at their top: the tail of an exponential law.

    Of so many true uses, ``exp((start - score) / scale)`` are expected above a score.
    """

    start: float
    scale: float

    def above(self, score: float) -> float:
        """How many true uses are expected above a score."""
        return float(np.exp((self.start - score) / self.scale))

    def where(self, count: float) -> float:
        """The score above which so many true uses are expected."""
        return float(self.start - self.scale * np.log(count))


def fading(right: Array, share: float = 1.0) -> Fading:
    """The tail of the scores of true uses, from the fourth and the thirtieth highest.

    The highest itself is too chancy. Of few uses, places as far down are taken. ``share`` is
    how much of all uses was looked at.
    """
    down = np.sort(right)[::-1]
    far = max(2, min(30, len(down) // 12))
    near = max(1, far // 7)
    scale = max(float(down[near - 1] - down[far - 1]) / float(np.log(far / near)), 0.05)
    return Fading(float(down[near - 1]) + scale * float(np.log(near / share)), scale)


@dataclass(frozen=True)
class Level:
    """From which score on a use is told, and what that finds and costs.

    ``recall`` is the share of uses of the other word that would be told had this word been
    written for them; ``alarms`` how many true uses are told, ``slips`` how many known slips.
    """

    score: float
    recall: float
    alarms: int
    slips: int


@dataclass(frozen=True)
class Use:
    """The scores (towards “a slip”) of the uses of one word of a pair.

    ``right`` are true uses, ``slips`` uses known to be slips, ``swapped`` true uses of the
    other word, scored as they would be had this word been written for them; ``share`` is how
    much of all true uses was looked at.
    """

    right: Array
    slips: Array
    swapped: Array
    share: float = 1.0

    def level(self, score: float) -> Level:
        """What telling from a score on finds and costs."""
        return Level(
            score,
            float((self.swapped >= score).mean()),
            int((self.right >= score).sum()),
            int((self.slips >= score).sum()),
        )

    def at_precision(self, wanted: float) -> Level | None:
        """The lowest level at which so much of what is told is expected to be a slip.

        None where fewer than one slip in twenty would be found.
        """
        tail, often = self._tail_and_slips()
        for score in np.arange(_LEAST, 40, 0.1):
            recall = float((self.swapped >= score).mean())
            if recall < _FEWEST:
                return None
            found = often * recall
            if found / (found + tail.above(score)) >= wanted:
                return self.level(round(float(score), 2))
        return None

    def beyond_all(self) -> Level | None:
        """The level above every true use by a margin (of the scale at which they fade).

        The margin is the wider the fewer known slips say that the word is one at all; where
        there are fewer than two, nothing is told unless slips are told apart well.
        """
        tail = fading(self.right, self.share)
        known = int((self.slips >= tail.where(10)).sum())
        margin, fewest = next(how for least, *how in _MARGINS if known >= least)
        return self.beyond(margin, fewest)

    def beyond(self, margin: float, fewest: float = _FEWEST) -> Level | None:
        """The level above every true use by a margin; None where too few slips are told there."""
        tail = fading(self.right, self.share)
        found = self.level(round(max(float(self.right.max()) + margin * tail.scale, _LEAST), 2))
        return found if found.recall >= fewest else None

    def at_share(self, wanted: float) -> Level:
        """The level at which such a share of the true uses is told, as they fade at their top."""
        tail = fading(self.right, self.share)
        return self.level(round(tail.where(wanted * len(self.right) / self.share), 2))

    def chance(self) -> tuple[float, float]:
        """Slope and offset of the log odds that a use of this score is a slip.

        Slips are taken to be spread evenly over the scores of swapped uses where it matters,
        true uses to fade (:func:`fading`).
        """
        tail, often = self._tail_and_slips()
        base = tail.where(10)
        spread = max(float(np.quantile(self.swapped, 0.95)) - base, 2.0)
        here = often * max(float((self.swapped >= base).mean()), _FEWEST) / spread
        even = tail.start - tail.scale * float(np.log(tail.scale * here))
        return round(1 / tail.scale, 4), round(-even / tail.scale, 4)

    def _tail_and_slips(self) -> tuple[Fading, float]:
        """The tail of the true uses, and how many slips of this word there are, known or not.

        A third of one is added to those known: a word that was never a slip here may be one
        elsewhere.
        """
        tail = fading(self.right, self.share)
        base = tail.where(10)
        known = int((self.slips >= base).sum()) + _MORE
        return tail, known / max(float((self.swapped >= base).mean()), 0.1)
