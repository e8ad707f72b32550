"""Counting runs of words and classes, with or without the articles of one fold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import CountTable, Hashes, Ids, built, hashed, level
from lint.context.knowledge import CLASSES, WORDS, Choices, Knowledge
from lint.context.shelf import long, short
from lint.shells.teaching.lexicon import Lexicon

#: How often a run must be met to be kept: (of words or classes, length) → uses.
LEAST = {(WORDS, 2): 1, (WORDS, 3): 2, (WORDS, 4): 2,
         (CLASSES, 3): 2, (CLASSES, 4): 3, (CLASSES, 5): 4}  # fmt: skip
_AT_ONCE = 16_000_000  # runs sorted at a time


def knowledge(
    lexicon: Lexicon, choices: Choices, kept: NDArray[np.bool_] | None = None
) -> Knowledge:
    """What the text teaches; ``kept`` are the places that count (None: all)."""
    words = lexicon.words
    classes = lexicon.classes[words]
    sizes = len(lexicon.counts), len(lexicon.names)
    counts = lexicon.counts
    if kept is not None:
        counts = np.bincount(words[kept], minlength=sizes[0]).astype(np.float32)
        counts[:2] /= 3
    runs, levels = [], []
    for (kind, length), least in LEAST.items():
        column = words if kind == WORDS else classes
        found, amount = _runs(column, kind * 8 + length, length, least, kept)
        runs.append(found)
        levels.append(level(amount))
    keys, first = np.unique(np.concatenate(runs), return_index=True)
    cells = built(keys, np.concatenate(levels)[first])
    # As they will be read from the file, so that lessons and life are the same.
    pairs = long(short(_pairs(classes, sizes[1], kept)))
    return Knowledge(
        long(short(counts)), lexicon.classes, pairs, CountTable(cells),
        lexicon.grammar, choices,
    )  # fmt: skip


def _pairs(classes: Ids, size: int, kept: NDArray[np.bool_] | None) -> NDArray[np.float32]:
    first, second = classes[:-1].astype(np.int32), classes[1:]
    both = first * size + second
    if kept is not None:
        both = both[kept[:-1]]
    pairs = np.bincount(both, minlength=size * size).reshape(size, size).astype(np.float32)
    pairs[0, 0] = pairs[1, 1] = 0  # within a boundary
    return pairs


def _runs(
    column: Ids, salt: int, length: int, least: int, kept: NDArray[np.bool_] | None
) -> tuple[Hashes, Ids]:
    """The runs met often enough, and how often; a part of them at a time."""
    size = len(column) - length + 1
    parts = 1 + size // _AT_ONCE
    found, amount = [], []
    for part in range(parts):
        chunks = []
        for start in range(0, size, _AT_ONCE):
            end = min(size, start + _AT_ONCE)
            keys = hashed(salt, *(column[start + at : end + at] for at in range(length)))
            mask = (column[start:end] > 1) | (column[start + length - 1 : end + length - 1] > 1)
            if kept is not None:
                mask &= kept[start:end]
            if parts > 1:
                mask &= keys % np.uint64(parts) == part
            chunks.append(keys[mask])
        keys, counts = np.unique(np.concatenate(chunks), return_counts=True)
        often = counts >= least
        found.append(keys[often])
        amount.append(counts[often])
    return np.concatenate(found), np.concatenate(amount)
