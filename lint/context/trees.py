"""Boosted trees as plain arrays, evaluated for many rows at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats, Ids

_EARLY = 24  # trees that are asked of every row; the others only where these have hope


@dataclass(slots=True)
class Trees:
    """A forest whose values add up to log odds.

    Each array has a row a tree and a column a node; a leaf leads to itself. A row goes left
    where its column is not above the threshold.
    """

    column: Ids
    threshold: Floats
    left: Ids
    right: Ids
    value: NDArray[np.floating[Any]]
    base: float
    depth: int
    hope: float  # what the early trees must add up to

    def __call__(self, rows: Floats) -> Floats:
        """The log odds of rows; those without hope get the sum of the early trees less 20."""
        early = self.base + self._sum(rows, 0, _EARLY)
        result = early - 20
        some = np.flatnonzero(early >= self.hope)
        if len(some):
            result[some] = early[some] + self._sum(rows[some], _EARLY, len(self.column))
        return result.astype(np.float32)

    def early(self, rows: Floats) -> Floats:
        """What the early trees add up to."""
        sums: Floats = (self.base + self._sum(rows, 0, _EARLY)).astype(np.float32)
        return sums

    def _sum(self, rows: Floats, first: int, last: int) -> NDArray[np.float64]:
        total = np.zeros(len(rows))
        flat = np.ascontiguousarray(rows).ravel()
        width = rows.shape[1] if len(rows) else 1
        for start in range(0, len(rows), 4096):
            part = np.arange(start, min(start + 4096, len(rows)))
            total[part] = self._part(flat, part * width, first, last)
        return total

    def _part(self, flat: Floats, starts: Ids, first: int, last: int) -> NDArray[np.float64]:
        size = self.column.shape[1]
        base = (np.arange(first, min(last, len(self.column))) * size).astype(np.int32)
        node = np.broadcast_to(base, (len(starts), len(base))).copy()
        column, threshold = self.column.ravel(), self.threshold.ravel()
        left, right = self.left.ravel(), self.right.ravel()
        for _ in range(self.depth):
            values = flat.take(starts[:, None] + column.take(node))
            goes_left = values <= threshold.take(node)
            node = base + np.where(goes_left, left.take(node), right.take(node))
        summed: NDArray[np.float64] = self.value.take(node).sum(axis=1, dtype=np.float64)
        return summed
