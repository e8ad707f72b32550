"""What a model knows of words and their runs, as arrays: the numbers behind every score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.cloze import Cloze
from lint.context.counts import VALUES, CountTable, Floats, Ids, hashed

WORDS, CLASSES = 1, 2  # the salt of a run: of words or of classes, its length beside
#: The salts of pairs with a word between them, and of words mixed with coarse parts: a word
#: and the part after it, a part and the word after it, the same over two words, and a word
#: between two parts.
APART, AFTER, BEFORE, OVER_AFTER, OVER_BEFORE, AROUND = 26, 33, 34, 35, 36, 37
_UNDER_PAIR, _UNDER_THREE, _UNDER_FOUR = 20.0, 5.0, 3.0  # how far shorter runs are believed
_UNDER_CLASSES = 20.0
_SHORT = np.minimum(VALUES, 60000).astype(np.float16).astype(np.float32)  # as they were taught


def salt(kind: int, length: int) -> int:
    """The salt of runs of words or classes."""
    return kind * 8 + length


@dataclass(slots=True)
class Grammar:
    """What is known of each class of words; one entry a class.

    ``coarse`` is a part of speech in small numbers (:mod:`lint.context.parts`), ``number``
    that of a noun or subject, ``role`` what the finder of subjects does with it.
    """

    coarse: Ids
    number: Ids
    role: Ids


@dataclass(slots=True)
class Choices:
    """The edits that are thought of: numbers of words, and for each word what may replace it.

    The articles stand first in ``inserted``: the, a, an. ``offsets[w] : offsets[w + 1]`` are
    the places in ``targets`` and ``relations`` of word ``w``. A relation says how the two
    words are related (:mod:`lint.context.relations`).
    """

    inserted: Ids
    deleted: Ids
    offsets: Ids
    targets: Ids
    relations: Ids


@dataclass(slots=True)
class Knowledge:
    """Counts of words, of pairs of classes, and of longer runs."""

    counts: Floats  # by word
    classes: Ids  # by word
    pairs: Floats  # class by class
    runs: CountTable
    grammar: Grammar
    choices: Choices
    cloze: Cloze | None = None  # the network that reads whole sentences; None: counts alone
    total: float = field(init=False)
    logs: Floats = field(init=False)  # of the counts
    class_counts: Floats = field(init=False)
    pair_chance: Floats = field(init=False)
    share: Floats = field(init=False)
    first: Floats = field(init=False)
    part_chance: Floats = field(init=False)  # of the coarse part after another
    part_before: Floats = field(init=False)  # of the coarse part before another
    part_share: Floats = field(init=False)  # of a word in its coarse part
    is_deleted: NDArray[np.bool_] = field(init=False)
    _beside: tuple[Floats, Floats] | None = field(init=False)
    _rows: tuple[NDArray[Any], NDArray[Any], NDArray[np.bool_]] = field(init=False)

    def __post_init__(self) -> None:
        self.total = float(self.counts.sum())
        self.logs = np.log(self.counts + 0.5)
        size = len(self.pairs)
        self.class_counts = np.bincount(self.classes, self.counts, size).astype(np.float32)
        lines = self.pairs.sum(axis=1, keepdims=True)
        columns = self.pairs.sum(axis=0)
        plain = (columns + 1) / (columns.sum() + size)
        chance = (self.pairs + 10 * plain) / (lines + 10)
        self.pair_chance = chance.astype(np.float32)
        held = np.maximum(self.class_counts[self.classes], 1)
        self.share = (np.maximum(self.counts, 0.3) / held).astype(np.float32)
        self.first = ((self.counts + 0.3) / self.total).astype(np.float32)
        self._count_parts()
        self.is_deleted = np.zeros(len(self.counts), dtype=np.bool_)
        self.is_deleted[self.choices.deleted] = True
        shape = (len(self.counts), len(self.choices.inserted))
        self._beside = None
        # Pairs of a word and each of the inserted ones are asked once a run, not once a place.
        self._rows = (
            np.zeros(shape, np.uint8),
            np.zeros(shape, np.uint8),
            np.zeros(len(self.counts), np.bool_),
        )

    def _count_parts(self) -> None:
        """What pairs of classes tell of pairs of coarse parts."""
        part = self.grammar.coarse.astype(np.int64)
        many = int(part.max()) + 1
        is_part = (np.arange(many)[:, None] == part).astype(np.float64)
        pairs = is_part @ self.pairs @ is_part.T
        self.part_chance = ((pairs + 0.1) / (pairs + 0.1).sum(axis=1, keepdims=True)).astype("f4")
        self.part_before = ((pairs + 0.1) / (pairs + 0.1).sum(axis=0)).astype("f4")
        held = np.bincount(part, self.class_counts, many)
        share = np.maximum(self.counts, 0.3) / np.maximum(held[part[self.classes]], 1)
        self.part_share = share.astype(np.float32)

    def words(self, *columns: Ids) -> Floats:
        """How often runs of two to four words were met."""
        return self.runs(hashed(salt(WORDS, len(columns)), *columns))

    def apart(self, first: Ids, second: Ids) -> Floats:
        """How often two words were met with one between them."""
        return self.runs(hashed(APART, first, second))

    def mixed(self, kind: int | Ids, *columns: Ids) -> Floats:
        """How often a run of words and coarse parts was met; ``kind`` is its salt."""
        return self.runs(hashed(kind, *columns))

    def held(self, salts: Ids, columns: Sequence[Ids], most: Floats) -> Floats:
        """How often runs were met, no oftener than ``most``, what is known of their parts; those
        of which no more than one is known are not asked for. ``salts`` say of each what it is
        of; all are of one shape, or are made so."""
        some = most > 1
        counts = np.zeros(most.shape, np.float32)
        if some.any():
            salt = np.broadcast_to(salts, most.shape)[some]
            met = self.runs(hashed(salt, *(column[some] for column in columns)))
            counts[some] = np.minimum(met, most[some])
        return counts

    def beside(
        self, before: Ids, after: Ids
    ) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
        """The counts of each of the inserted words after some words, and its chance there; the
        same before others: how likely these are then. A row a word."""
        first, second, known = self._rows
        small = self.choices.inserted
        new = np.unique(np.concatenate([before, after]))
        new = new[~known[new]]
        if len(new):
            pair = salt(WORDS, 2)
            first[new] = self.runs.levels(hashed(pair, new[:, None], small))
            second[new] = self.runs.levels(hashed(pair, small, new[:, None]))
            known[new] = True
        to_left, to_right = self._by_class()
        left, right = _SHORT.take(first[before]), _SHORT.take(second[after])
        one = _UNDER_PAIR * to_left[self.classes[before]]
        one += left
        one /= (self.counts[before] + _UNDER_PAIR)[:, None]
        two = to_right[self.classes[after]] * self.share[after][:, None]
        two *= _UNDER_PAIR
        two += right
        two /= self.counts[small] + _UNDER_PAIR
        return (left, one), (right, two)

    def _by_class(self) -> tuple[Floats, Floats]:
        """By class the chance of each of the inserted words after it, and of it after them."""
        if self._beside is None:
            inserted = self.choices.inserted
            small = self.classes[inserted]
            to_left = self.pair_chance[:, small] * self.share[inserted]
            self._beside = to_left, np.ascontiguousarray(self.pair_chance[small].T)
        return self._beside

    def after_one(self, pair: Floats, given: Ids, word: Ids) -> Floats:
        """The chance of a word after another, from the count of the two and their classes."""
        classes = self.pair_chance[self.classes[given], self.classes[word]] * self.share[word]
        chance: Floats = (pair + _UNDER_PAIR * classes) / (self.counts[given] + _UNDER_PAIR)
        return chance

    @staticmethod
    def after_two(three: Floats, given: Floats, shorter: Floats) -> Floats:
        """The chance of a word after two, from counts and its chance after one."""
        chance: Floats = (three + _UNDER_THREE * shorter) / (given + _UNDER_THREE)
        return chance

    @staticmethod
    def after_three(four: Floats, given: Floats, shorter: Floats) -> Floats:
        """The chance of a word after three, from counts and its chance after two."""
        chance: Floats = (four + _UNDER_FOUR * shorter) / (given + _UNDER_FOUR)
        return chance

    @staticmethod
    def class_after(longer: Floats, given: Floats, shorter: Floats) -> Floats:
        """The chance of a class after two or three."""
        chance: Floats = (longer + _UNDER_CLASSES * shorter) / (given + _UNDER_CLASSES)
        return chance
