"""Word vectors for training: what words keep company with, from the corpora alone.

Positive pointwise mutual information of each word with the frequent words up to four places
away, reduced by a truncated singular value decomposition (Levy and Goldberg, 2014). Nothing
of them ships: a model that is linear in them is multiplied out into one number a word.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.sparse.linalg import svds

from benchmarks.corpora import OUT
from benchmarks.train.confusions.text import Text

_WINDOW = 4
_CONTEXTS = 6000
_CACHE = OUT / "confusions-vectors.npy"

Vectors = npt.NDArray[np.float32]


def vectors(text: Text, size: int = 96) -> Vectors:
    """One row a word of the vocabulary, each of unit variance over the running words."""
    if _CACHE.exists():
        kept: Vectors = np.load(_CACHE)
        if kept.shape == (len(text.words), size):
            return kept
    counts = np.bincount(text.ids, minlength=len(text.words))
    frequent = np.sort(np.argsort(-counts, kind="stable")[:_CONTEXTS])
    column = np.full(len(text.words), -1, np.int32)
    column[frequent] = np.arange(_CONTEXTS)
    together: Any = None
    for away in range(1, _WINDOW + 1):
        same = text.block[away:] == text.block[:-away]
        one, other = text.ids[:-away][same], text.ids[away:][same]
        for row, col, side in ((one, column[other], 1), (other, column[one], 0)):
            use = col >= 0
            part = sp.coo_matrix(
                (
                    np.full(use.sum(), 1.0 / away, np.float32),
                    (row[use], col[use] + side * _CONTEXTS),
                ),
                shape=(len(text.words), 2 * _CONTEXTS),
            ).tocsr()
            together = part if together is None else together + part
    table = together.tocoo()
    rows = np.asarray(together.sum(axis=1)).ravel()
    columns = np.asarray(together.sum(axis=0)).ravel() ** 0.75
    chance = rows[table.row] * columns[table.col] / columns.sum()
    weight = np.log(np.maximum(table.data / np.maximum(chance, 1e-9), 1e-9))
    weight = np.maximum(weight, 0).astype(np.float32)
    matrix = sp.csr_matrix((weight, (table.row, table.col)), shape=table.shape)
    start = np.random.default_rng(0).standard_normal(min(matrix.shape))
    left, scale, _ = svds(matrix, k=size, v0=start, solver="arpack")
    made: Vectors = (left * np.sqrt(scale)).astype(np.float32)
    share = counts / counts.sum()
    made -= (share[:, None] * made).sum(axis=0)
    made /= np.sqrt((share[:, None] * made**2).sum(axis=0)) + 1e-9
    np.save(_CACHE, made)
    return made
