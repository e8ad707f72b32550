"""Runs of words mixed with parts of speech, and pairs of words with one word between them.

A rare word has few neighbours that were met before; which parts stand beside it, and which
words one place farther off, was met far more often.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lint.context.counts import Floats, Ids
from lint.context.knowledge import (
    AFTER,
    APART,
    AROUND,
    BEFORE,
    OVER_AFTER,
    OVER_BEFORE,
    Knowledge,
)
from lint.context.runs import Sides

_UNDER_PART, _UNDER_THREE = 20.0, 5.0  # how far what is less particular is believed


class Mixed(NamedTuple):
    """What goes over places: chances (natural logs) from either side, and counts."""

    onward: Floats
    backward: Floats
    counts: Floats  # a row a place


_WITH = np.array([AFTER, BEFORE, APART, APART, APART])[:, None]
_WITH_TWO = np.array([OVER_AFTER, OVER_BEFORE, AROUND, OVER_AFTER, OVER_BEFORE])[:, None]
_WITHOUT = np.array([OVER_AFTER, OVER_BEFORE])[:, None]


def mixed_with(know: Knowledge, s: Sides, left: Floats, right: Floats) -> Mixed:
    """What goes over places that hold a word; ``left`` and ``right`` count its two pairs."""
    _, l2, l1, mid, r1, r2, _ = s.words
    _, pl2, pl1, pm, pr1, pr2, _ = know.grammar.coarse[s.classes]
    first, second = np.stack([mid, pl1, l2, mid, l1]), np.stack([pr1, mid, mid, r2, r1])
    after, before, *apart = know.mixed(_WITH, first, second)
    runs = (
        np.stack([l1, pl1, pl1, mid, pl2]), np.stack([mid, mid, mid, r1, l1]),
        np.stack([pr1, r1, pr1, pr2, mid]),
    )  # fmt: skip
    most = np.stack([
        np.minimum(left, after), np.minimum(right, before), np.minimum(before, after), right, left
    ])  # fmt: skip
    ahead, behind, around, farther, earlier = know.held(_WITH_TWO, runs, most)
    plain = know.part_chance[pm, pr1]
    chance = (after + _UNDER_PART * plain) / (know.counts[mid] + _UNDER_PART)
    chance = (ahead + _UNDER_THREE * chance) / (left + _UNDER_THREE)
    onward = np.log(know.after_one(left, l1, mid) * chance * know.part_share[r1])
    plain = know.part_before[pl1, pm]
    chance = (before + _UNDER_PART * plain) / (know.counts[mid] + _UNDER_PART)
    chance = (behind + _UNDER_THREE * chance) / (right + _UNDER_THREE)
    backward = know.after_one(right, mid, r1) * know.first[mid] / know.first[r1]
    backward = np.log(backward * chance * know.part_share[l1])
    counts = np.log1p(np.stack([after, before, ahead, behind, around, farther, earlier]))
    tied = _tied(know, first[2:], second[2:], np.stack(apart))
    return Mixed(onward, backward, np.concatenate([counts, tied]).T)


def mixed_without(know: Knowledge, s: Sides, pair: Floats) -> Mixed:
    """What goes over places that hold nothing; ``pair`` counts the two words beside."""
    _, l2, l1, r1, r2, _ = s.words
    part = know.grammar.coarse
    first, second = np.stack([l2, l1]), np.stack([r1, r2])
    apart = know.apart(first, second)
    runs = (
        np.stack([l1, part[s.classes[1]]]), np.stack([r1, l1]),
        np.stack([part[s.classes[4]], r1]),
    )  # fmt: skip
    counts = np.log1p(know.held(_WITHOUT, runs, np.stack([pair, pair])))
    chance = know.after_one(pair, l1, r1)
    onward = np.log(chance)
    backward = np.log(chance * know.first[l1] / know.first[r1])
    tied = _tied(know, first, second, apart)
    return Mixed(onward, backward, np.concatenate([counts, tied]).T)


def _tied(know: Knowledge, first: Ids, second: Ids, met: Floats) -> Floats:
    """How much oftener than by chance two words stand with one between them (natural log)."""
    expected = know.counts[first] * know.counts[second] / know.total
    tied: Floats = np.log((met + 1) / (expected + 1)).astype(np.float32)
    return tied
