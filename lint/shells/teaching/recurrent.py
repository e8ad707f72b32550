"""Units that read sentences from both ends, and learn by going back over what they read."""

from __future__ import annotations

import numpy as np

from lint.context.cloze import stepped
from lint.context.counts import Floats, Ids
from lint.shells.teaching.steps import Adam, Rows

_SPREAD = 0.3  # of the numbers of words at the start
_LESS = 0.7  # of the usual spread of weights
_WORD_RATE = 100.0  # how much faster the numbers of words move


class Reader:
    """Numbers of words, and gated units for either way of reading (Cho et al. 2014)."""

    def __init__(
        self, words: int, numbers: int, units: int, random: np.random.Generator
    ) -> None:  # fmt: skip
        self.vectors = _drawn(random, (words, numbers), _SPREAD)
        self.inside = _drawn(random, (2, numbers, 3 * units), _LESS / _SPREAD / numbers**0.5)
        self.inner = _drawn(random, (2, units, 3 * units), _LESS / units**0.5)
        self.start = np.zeros((2, 3 * units), np.float32)
        self.start[:, :units] = 1  # what was read is kept at first
        self._coach = Adam([self.inside, self.inner, self.start])
        self._words = Rows(self.vectors)

    def read(self, words: Ids) -> Floats:
        """The units after each step; ``words`` are by way, step and sentence, the units by
        step, way and sentence."""
        _, steps, many = words.shape
        size = self.inner.shape[1]
        self._read = words
        self._numbers = self.vectors[words].reshape(2, steps * many, -1)
        given = np.matmul(self._numbers, self.inside) + self.start[:, None]
        given = given.reshape(2, steps, many, 3 * size)
        self._units = np.zeros((steps + 1, 2, many, size), np.float32)
        self._gates = np.empty((steps, 2, many, 3 * size), np.float32)
        self._before = np.empty((steps, 2, many, size), np.float32)
        for step in range(steps):
            self._units[step + 1], self._gates[step], before = stepped(
                given[:, step], self._units[step], self.inner
            )
            self._before[step] = before[..., 2 * size :]
        return self._units[1:]

    def learn(self, slopes: Floats, rate: float) -> None:
        """Go back over what was read last; ``slopes`` are those of the units."""
        given, before = self._back(slopes)
        numbers = np.matmul(given, self.inside.transpose(0, 2, 1))
        units = _by_way(self._units[:-1])
        moves = [
            np.matmul(self._numbers.transpose(0, 2, 1), given),
            np.matmul(units.transpose(0, 2, 1), before), given.sum(axis=1),
        ]  # fmt: skip
        self._coach.move(moves, rate)
        flat = numbers.reshape(-1, numbers.shape[-1])
        self._words.move(self._read.ravel(), flat, rate * _WORD_RATE)

    def _back(self, slopes: Floats) -> tuple[Floats, Floats]:
        """The slopes of what words and what units gave to the gates, by way and by step and
        sentence."""
        steps, _, many, size = slopes.shape
        given = np.empty((steps, 2, many, 3 * size), np.float32)
        before = np.empty((steps, 2, many, 3 * size), np.float32)
        across = np.ascontiguousarray(self.inner.transpose(0, 2, 1))
        slope = np.zeros((2, many, size), np.float32)
        for step in range(steps - 1, -1, -1):
            slope += slopes[step]
            gates = self._gates[step]
            keep, reset, new = (gates[..., n * size : (n + 1) * size] for n in range(3))
            fresh = slope * (1 - keep) * (1 - new * new)
            given[step, ..., 2 * size :] = fresh
            before[step, ..., 2 * size :] = fresh * reset
            keeping = slope * (self._units[step] - new) * keep * (1 - keep)
            resetting = fresh * self._before[step] * reset * (1 - reset)
            for slot in (given, before):
                slot[step, ..., :size], slot[step, ..., size : 2 * size] = keeping, resetting
            slope = slope * keep + np.matmul(before[step], across)
        return _by_way(given), _by_way(before)


def _by_way(steps: Floats) -> Floats:
    """What stands by step, way and sentence by way, and by step and sentence in one."""
    turned: Floats = steps.transpose(1, 0, 2, 3).reshape(2, -1, steps.shape[-1])
    return turned


def _drawn(random: np.random.Generator, shape: tuple[int, ...], spread: float) -> Floats:
    values: Floats = (random.standard_normal(shape) * spread).astype(np.float32)
    return values
