"""Counts of runs of words in sixteen bits each: a table that is asked, and holds no words.

A Bloomier filter (Chazelle, Kilian, Rubinfeld and Tal 2004) in the layout of the xor filter
(Graf and Lemire 2020): the three places of a key, taken together by exclusive or, give a
fingerprint of eleven bits and a count of five. A key that was never put in is taken for one
that was in one case of 2,048; callers hold counts of longer runs under those of shorter ones.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Ids = NDArray[Any]  # of any integers
Floats = NDArray[np.float32]

LEVELS = 32
_FIRST = np.uint64(0x9E3779B97F4A7C15)
_SECOND = np.uint64(0xBF58476D1CE4E5B9)
_THIRD = np.uint64(0x94D049BB133111EB)
_START = np.uint64(0x1234567)
_LOW = np.uint64(0xFFFFFFFF)
_HALF, _SHIFT = np.uint64(32), np.uint64(29)

#: What a level stands for: 1, 2, 3, 4, then 1.6 levels an octave, to some 480,000.
VALUES = np.concatenate([np.arange(5.0), 4 * 2 ** (np.arange(1, 28) / 1.6)]).astype(np.float32)
_COUNTS = np.append(VALUES, np.float32(0))  # what is no level is no count
_LEVELS = np.append(np.arange(LEVELS), 0).astype(np.uint8)


def level(count: NDArray[Any]) -> NDArray[np.uint16]:
    """The level of counts of one or more."""
    exact = np.asarray(count, dtype=np.float64)
    wide = 4 + np.rint((np.log2(np.maximum(exact, 4)) - 2) * 1.6)
    return np.where(exact <= 4, exact, np.minimum(wide, LEVELS - 1)).astype(np.uint16)


def hashed(salt: int | Ids, *columns: Ids) -> Hashes:
    """Sixty-four bits for each run of numbers; runs are the rows of the columns. Each may have
    a salt of its own."""
    start = np.atleast_1d(np.asarray(salt, np.uint64)) * _FIRST + _START
    state: Hashes = extended(start ^ columns[0].astype(np.uint64))
    for column in columns[1:]:
        state = extended(state ^ column.astype(np.uint64))
    return state


def extended(state: Hashes) -> Hashes:
    """One step of mixing (the multiplier of splitmix64)."""
    mixed = state * _SECOND
    mixed ^= mixed >> _SHIFT
    return mixed


def places(keys: Hashes, third: int) -> tuple[Ids, Ids, Ids, NDArray[np.uint16]]:
    """The three places of each key in a table of three times ``third``, and its fingerprint
    (in the upper eleven bits of sixteen)."""
    size = np.uint64(third)
    two = keys * _THIRD
    two ^= two >> _HALF
    three = two ^ keys
    three *= _FIRST
    print_ = three.astype(np.uint16)
    print_ <<= np.uint16(5)
    one = two & _LOW
    two >>= _HALF
    three >>= _HALF
    for at in (one, two, three):
        np.multiply(at, size, out=at)
        np.right_shift(at, _HALF, out=at)
    two += size
    three += size + size
    return one.view(np.int64), two.view(np.int64), three.view(np.int64), print_


class CountTable:
    """The counts of runs, looked up many at a time."""

    def __init__(self, cells: NDArray[np.uint16]) -> None:
        self.cells = cells
        self._third = len(cells) // 3

    def __call__(self, keys: Hashes) -> Floats:
        """The counts of hashed runs; 0 for what is not there."""
        return _COUNTS.take(self._found(keys), mode="clip")

    def levels(self, keys: Hashes) -> NDArray[np.uint8]:
        """The levels of the counts; 0 for what is not there."""
        return _LEVELS.take(self._found(keys), mode="clip")

    def _found(self, keys: Hashes) -> NDArray[np.uint16]:
        """The level of each run; what is not there has one above all of them."""
        one, two, three, found = places(keys.ravel(), self._third)
        cells = self.cells
        found ^= cells.take(one)
        found ^= cells.take(two)
        found ^= cells.take(three)
        return found.reshape(keys.shape)  # of a fingerprint that is the key’s nothing is left


def built(keys: Hashes, levels: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """The cells of a table that holds these keys, each once.

    1.25 cells a key leave room for an order in which they can be set; where there is none,
    a little more does.

    Raises:
        ValueError: two keys are the same.
    """
    if len(np.unique(keys)) != len(keys):
        raise ValueError("the counts cannot be put in a table: two runs are the same")
    third = int(len(keys) * 1.25 / 3) + 32
    while True:
        one, two, three, print_ = places(keys, third)
        columns = np.stack([one, two, three], axis=1)
        rounds = _peeled(columns, 3 * third)
        if rounds is not None:
            return _set(rounds, columns, print_ | levels, 3 * third)
        third += third // 20


def _peeled(columns: Ids, size: int) -> list[tuple[Ids, Ids]] | None:
    """Keys by the round in which one of their places was theirs alone, with that place."""
    alive = np.arange(len(columns))
    rounds = []
    while len(alive):
        mine = columns[alive]
        free = np.bincount(mine.ravel(), minlength=size)[mine] == 1
        peeled = free.any(axis=1)
        if not peeled.any():
            return None
        rounds.append((alive[peeled], mine[peeled, free[peeled].argmax(axis=1)]))
        alive = alive[~peeled]
    return rounds


def _set(
    rounds: list[tuple[Ids, Ids]], columns: Ids, values: NDArray[np.uint16], size: int
) -> NDArray[np.uint16]:
    """Cells set in the reverse order, so that nothing set is needed for another key."""
    cells = np.zeros(size, dtype=np.uint16)
    for chosen, place in reversed(rounds):
        mine = columns[chosen]
        others = cells[mine[:, 0]] ^ cells[mine[:, 1]] ^ cells[mine[:, 2]] ^ cells[place]
        cells[place] = values[chosen] ^ others
    return cells
