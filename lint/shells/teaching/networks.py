"""Numbers of words from what stands beside them, and the networks that read windows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats, Ids
from lint.context.windows import Network

_NUMBERS = 32  # of each word
_UNITS = 128
_NEIGHBOURS = 1200  # the commonest words, by which others are told apart
_OFFSETS = (-2, -1, 1, 2)
_ROWS = 512  # at a time
_ROUNDS = 6
_RATE, _WORD_RATE = 0.002, 0.02
_SCALE = 1 / 3  # of the numbers at the start
_HEAVIEST = 10.0  # of the weights of rows
_FEW = 5  # uses of a word that tell little of its neighbours


@dataclass(slots=True)
class Windows:
    """What a network learns from: windows of words, whether a slip, weights."""

    words: Ids
    slip: NDArray[np.bool_]
    weight: Floats


def vectors(words: Ids, size: int) -> Floats:
    """Thirty-two numbers for each of ``size`` words of a text: those of like use are close.

    Positive pointwise mutual information with the commonest words one and two places off,
    by singular value decomposition (Levy and Goldberg 2014).
    """
    from scipy import sparse
    from scipy.sparse.linalg import svds

    counts = np.bincount(words, minlength=size)
    rank = np.full(size, -1, np.int32)
    rank[np.argsort(-counts, kind="stable")[:_NEIGHBOURS]] = np.arange(min(size, _NEIGHBOURS))
    blocks = [_informed(words, rank, offset, size) for offset in _OFFSETS]
    table = sparse.hstack(blocks).tocsr()
    start = np.random.default_rng(1).normal(size=min(table.shape))
    left, strength, _ = svds(table, k=_NUMBERS, v0=start)
    numbers = left * np.sqrt(strength)
    numbers[:, left.sum(axis=0) < 0] *= -1
    result: Floats = (numbers / numbers.std() * _SCALE).astype(np.float32)
    return result


def _informed(words: Ids, rank: Ids, offset: int, size: int) -> Any:
    """How much oftener than by chance common words stand at an offset of each word (logs)."""
    from scipy import sparse

    back, on = max(0, -offset), max(0, offset)
    here, there = words[back : len(words) - on], rank[words[on : len(words) - back]]
    mask = (there >= 0) & (here > 1)
    both, many = np.unique(
        here[mask].astype(np.int64) * _NEIGHBOURS + there[mask], return_counts=True
    )
    row, column = both // _NEIGHBOURS, both % _NEIGHBOURS
    by_row = np.bincount(row, many, size)
    by_column = np.bincount(column, many, _NEIGHBOURS) ** 0.75  # rare ones are not all telling
    share = by_column / by_column.sum()
    value = np.maximum(np.log(many / ((by_row[row] + _FEW) * share[column])), 0)
    return sparse.csr_matrix((value, (row, column)), shape=(size, _NEIGHBOURS))


def trained(start: Floats, lessons: Sequence[Windows], seed: int) -> list[Network]:
    """A network for each kind of edit, over the same numbers of words; ``start`` are those
    at the beginning, and rows of the kinds take turns."""
    from threadpoolctl import threadpool_limits

    random = np.random.default_rng(seed)
    numbers = start.copy()
    coaches = [_Coach(numbers, lesson, random) for lesson in lessons]
    turns = np.concatenate(
        [np.full(len(lesson.slip) // _ROWS, kind) for kind, lesson in enumerate(lessons)]
    )
    seen = np.zeros(len(numbers), np.float32)
    total = max(1, _ROUNDS * len(turns))
    step = 0
    with threadpool_limits(limits=1):
        for _ in range(_ROUNDS):
            for coach in coaches:
                coach.shuffle(random)
            for kind in random.permutation(turns).tolist():
                step += 1
                coaches[kind].learn(numbers, seen, 1 - 0.95 * step / total)
    return [coach.network(numbers) for coach in coaches]


class _Coach:
    """Teaches one network by steps of Adam (Kingma and Ba 2015); the numbers of words by
    those of AdaGrad (Duchi, Hazan and Singer 2011)."""

    def __init__(self, numbers: Floats, lesson: Windows, random: np.random.Generator) -> None:
        self._lesson = lesson
        wide = lesson.words.shape[1] * numbers.shape[1]
        spread = np.sqrt(2 / wide)
        odds = (lesson.weight * lesson.slip).sum() / max((lesson.weight * ~lesson.slip).sum(), 1)
        self._weights: list[Any] = [
            (random.normal(size=(wide, _UNITS)) * spread).astype(np.float32),
            np.zeros(_UNITS, np.float32),
            np.append(np.zeros(_UNITS), np.log(odds + 1e-9)).astype(np.float32),
        ]
        self._mean: list[Any] = [np.zeros_like(each) for each in self._weights]
        self._square: list[Any] = [np.zeros_like(each) for each in self._weights]
        self._steps = 0
        self._order = np.arange(len(lesson.slip))
        self._at = 0

    def shuffle(self, random: np.random.Generator) -> None:
        """Begin anew, in another order."""
        self._order = random.permutation(len(self._lesson.slip))
        self._at = 0

    def learn(self, numbers: Floats, seen: Floats, slower: float) -> None:
        """One step, over the next rows."""
        chosen = self._order[self._at : self._at + _ROWS]
        self._at += _ROWS
        words = self._lesson.words[chosen]
        hidden, start, out = self._weights
        inside = numbers[words].reshape(len(chosen), -1)
        units = np.maximum(inside @ hidden + start, 0)
        odds = units @ out[:-1] + out[-1]
        weight = np.minimum(self._lesson.weight[chosen], _HEAVIEST)
        off = (1 / (1 + np.exp(-odds)) - self._lesson.slip[chosen]) * weight / len(chosen)
        off = off.astype(np.float32)
        back = np.outer(off, out[:-1]) * (units > 0)
        self._adam([inside.T @ back, back.sum(axis=0), np.append(units.T @ off, off.sum())],
                   _RATE * slower)  # fmt: skip
        _moved(numbers, seen, words, back @ hidden.T, _WORD_RATE * slower)

    def _adam(self, slopes: list[Any], rate: float) -> None:
        self._steps += 1
        fresh, fresher = 1 - 0.9**self._steps, 1 - 0.999**self._steps
        for number, slope in enumerate(slopes):
            mean, square = self._mean[number], self._square[number]
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            step = mean / fresh / (np.sqrt(square / fresher) + 1e-8)
            self._weights[number] -= rate * step

    def network(self, numbers: Floats) -> Network:
        """The network as it is now."""
        hidden, start, out = self._weights
        return rounded(numbers.astype(np.float16), hidden.astype(np.float16), start, out)


def rounded(numbers: Any, hidden: Any, start: Floats, out: Floats) -> Network:
    """A network with numbers of eight bits; what they are counted in goes into the weights."""
    numbers = numbers.astype(np.float32)
    unit = np.maximum(np.abs(numbers).max(axis=0), 1e-6) / 127
    by_place = hidden.astype(np.float32).reshape(-1, len(unit), hidden.shape[1])
    weights = (by_place * unit[:, None]).reshape(hidden.shape)
    return Network(np.rint(numbers / unit).astype(np.int8), weights, start, out)


def _moved(numbers: Floats, seen: Floats, words: Ids, slopes: Floats, rate: float) -> None:
    """Move the numbers of words against their slopes; ``seen`` sums the squares so far."""
    flat = words.ravel()
    order = np.argsort(flat, kind="stable")
    which, first = np.unique(flat[order], return_index=True)
    summed = np.add.reduceat(slopes.reshape(len(flat), -1)[order], first, axis=0)
    seen[which] += (summed**2).mean(axis=1)
    numbers[which] -= rate * summed / (np.sqrt(seen[which])[:, None] + 1e-6)
