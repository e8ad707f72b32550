"""Steps down a slope: Adam for weights, AdaGrad by rows for tables of which few rows move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from lint.context.counts import Floats, Ids


class Adam:
    """Moves weights in place (Kingma and Ba 2015)."""

    def __init__(self, weights: Sequence[Floats]) -> None:
        self._weights = weights
        self._mean: list[Any] = [np.zeros_like(each) for each in weights]
        self._square: list[Any] = [np.zeros_like(each) for each in weights]
        self._steps = 0

    def move(self, slopes: Sequence[Floats], rate: float) -> None:
        """Move each of the weights against its slope."""
        self._steps += 1
        fresh, fresher = 1 - 0.9**self._steps, 1 - 0.999**self._steps
        for number, slope in enumerate(slopes):
            mean, square = self._mean[number], self._square[number]
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            step = mean / fresh / (np.sqrt(square / fresher) + 1e-8)
            self._weights[number][...] -= rate * step


class Rows:
    """Moves rows of a table, each the less the farther it was moved (Duchi, Hazan and Singer
    2011)."""

    def __init__(self, table: Floats) -> None:
        self._table = table
        self._seen = np.full(len(table), 1e-7, np.float32)

    def move(self, rows: Ids, slopes: Floats, rate: float) -> None:
        """Move rows against their slopes; a row may be named more than once."""
        order = np.argsort(rows, kind="stable")
        which, first = np.unique(rows[order], return_index=True)
        summed = np.add.reduceat(slopes[order], first, axis=0)
        self._seen[which] += (summed * summed).mean(axis=1)
        self._table[which] -= (rate / np.sqrt(self._seen[which]))[:, None] * summed
