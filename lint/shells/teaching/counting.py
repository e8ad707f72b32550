"""Counting runs of words and classes, with or without the articles of one fold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lint.context.cloze import Cloze
from lint.context.counts import CountTable, Hashes, Ids, built, hashed, level
from lint.context.knowledge import (
    AFTER,
    APART,
    AROUND,
    BEFORE,
    CLASSES,
    OVER_AFTER,
    OVER_BEFORE,
    WORDS,
    Choices,
    Knowledge,
)
from lint.context.sixteen import long, short
from lint.shells.teaching.lexicon import Lexicon, counted

_WORD, _CLASS, _PART = range(3)


class Run(NamedTuple):
    """A sort of run: its salt, what stands at which offset, the uses from which it is kept."""

    salt: int
    columns: tuple[tuple[int, int], ...]
    least: int


def _plain(kind: int, column: int, length: int, least: int) -> Run:
    return Run(kind * 8 + length, tuple((column, offset) for offset in range(length)), least)


RUNS = (
    _plain(WORDS, _WORD, 2, 1), _plain(WORDS, _WORD, 3, 2), _plain(WORDS, _WORD, 4, 3),
    _plain(CLASSES, _CLASS, 3, 3), _plain(CLASSES, _CLASS, 4, 5), _plain(CLASSES, _CLASS, 5, 6),
    Run(APART, ((_WORD, 0), (_WORD, 2)), 4),
    Run(AFTER, ((_WORD, 0), (_PART, 1)), 3),
    Run(BEFORE, ((_PART, 0), (_WORD, 1)), 3),
    Run(OVER_AFTER, ((_WORD, 0), (_WORD, 1), (_PART, 2)), 4),
    Run(OVER_BEFORE, ((_PART, 0), (_WORD, 1), (_WORD, 2)), 4),
    Run(AROUND, ((_PART, 0), (_WORD, 1), (_PART, 2)), 3),
)  # fmt: skip
_AT_ONCE = 16_000_000  # runs sorted at a time


def knowledge(
    lexicon: Lexicon,
    choices: Choices,
    cloze: Cloze | None = None,
    kept: NDArray[np.bool_] | None = None,
) -> Knowledge:
    """What the text teaches; ``kept`` are the places that count (None: all)."""
    words = lexicon.words
    classes = lexicon.classes[words]
    sizes = len(lexicon.counts), len(lexicon.names)
    counts = counted(words if kept is None else words[kept], sizes[0])
    runs, levels = [], []
    columns = (words, classes, lexicon.grammar.coarse[classes])
    for run in RUNS:
        found, amount = _runs(columns, run, kept)
        runs.append(found)
        levels.append(level(amount))
    keys, first = np.unique(np.concatenate(runs), return_index=True)
    cells = built(keys, np.concatenate(levels)[first])
    # As they will be read from the file, so that lessons and life are the same.
    pairs = long(short(_pairs(classes, sizes[1], kept)))
    return Knowledge(
        long(short(counts)), lexicon.classes, pairs, CountTable(cells),
        lexicon.grammar, choices, cloze,
    )  # fmt: skip


def _pairs(classes: Ids, size: int, kept: NDArray[np.bool_] | None) -> NDArray[np.float32]:
    first, second = classes[:-1].astype(np.int32), classes[1:]
    both = first * size + second
    if kept is not None:
        both = both[kept[:-1]]
    pairs = np.bincount(both, minlength=size * size).reshape(size, size).astype(np.float32)
    pairs[0, 0] = pairs[1, 1] = 0  # within a boundary
    return pairs


def _runs(columns: Sequence[Ids], run: Run, kept: NDArray[np.bool_] | None) -> tuple[Hashes, Ids]:
    """The runs of a sort met often enough, and how often; a part of them at a time."""
    words, length = columns[_WORD], run.columns[-1][1] + 1
    size = len(words) - length + 1
    parts = 1 + size // _AT_ONCE
    found, amount = [], []
    for part in range(parts):
        chunks = []
        for start in range(0, size, _AT_ONCE):
            end = min(size, start + _AT_ONCE)
            taken = (columns[of][start + at : end + at] for of, at in run.columns)
            keys = hashed(run.salt, *taken)
            mask = (words[start:end] > 1) | (words[start + length - 1 : end + length - 1] > 1)
            if kept is not None:
                mask &= kept[start:end]
            if parts > 1:
                mask &= keys % np.uint64(parts) == part
            chunks.append(keys[mask])
        keys, counts = np.unique(np.concatenate(chunks), return_counts=True)
        often = counts >= run.least
        found.append(keys[often])
        amount.append(counts[often])
    return np.concatenate(found), np.concatenate(amount)
