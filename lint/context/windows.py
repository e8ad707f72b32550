"""A small network that reads the words around an edit: one column more for the trees.

Counts tell only of runs that were met before. Each word has some numbers of its own, close to
those of words that are used alike; a network with one layer between weighs them by place.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats, Ids
from lint.context.edits import Edits
from lint.context.page import Page

REACH = 4  # words on either side


def windows(page: Page, edits: Edits, kind: int) -> Ids:
    """The words around edits, a row an edit: those before from the farthest on, those after,
    the word that is there (unless one is put in) and the one that is written (unless one is
    taken out)."""
    at, w = edits.at, page.words
    right = at if kind == 0 else at + 1
    columns = [w[at - away] for away in range(REACH, 0, -1)]
    columns += [w[right + away] for away in range(REACH)]
    if kind != 0:
        columns.append(w[at])
    if kind != 1:
        columns.append(edits.write)
    return np.stack(columns, axis=1).astype(np.int32)


@dataclass(slots=True)
class Network:
    """Numbers of words, and weights: a hidden layer, what it adds up to."""

    vectors: NDArray[np.int8]  # a row a word
    hidden: Floats  # place and number by unit
    start: Floats  # by unit
    out: Floats  # by unit, the last one stands alone

    def __call__(self, words: Ids) -> Floats:
        """The log odds of rows of words, in the order of :func:`windows`."""
        if not len(words):
            return np.zeros(0, np.float32)
        inside = self.vectors[words].astype(np.float32).reshape(len(words), -1)
        units = np.maximum(inside @ self.hidden + self.start, 0)
        odds: Floats = (units @ self.out[:-1] + self.out[-1]).astype(np.float32)
        return odds


def with_column(rows: Floats, network: Network, words: Ids) -> Floats:
    """The rows of edits with what the network says of their windows as the last column."""
    return np.concatenate([rows, network(words)[:, None]], axis=1)
