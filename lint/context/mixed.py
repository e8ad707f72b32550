"""Runs of words mixed with parts of speech, and pairs of words with one word between them.

A rare word has few neighbours that were met before; which parts stand beside it, and which
words one place farther off, was met far more often.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lint.context.counts import Floats, Ids
from lint.context.knowledge import AFTER, AROUND, BEFORE, OVER_AFTER, OVER_BEFORE, Knowledge
from lint.context.runs import Sides

_UNDER_PART, _UNDER_THREE = 20.0, 5.0  # how far what is less particular is believed


class Mixed(NamedTuple):
    """What goes over places: chances (natural logs) from either side, and counts."""

    onward: Floats
    backward: Floats
    counts: Floats  # a row a place


def mixed_with(know: Knowledge, s: Sides, mid: Ids, left: Floats, right: Floats) -> Mixed:
    """What goes over places that hold a word; ``left`` and ``right`` count its two pairs."""
    (l1, l2, _), (r1, r2, _) = s.left, s.right
    part = know.grammar.coarse
    pl1, pl2 = part[s.left_classes[0]], part[s.left_classes[1]]
    pr1, pr2 = part[s.right_classes[0]], part[s.right_classes[1]]
    pm = part[know.classes[mid]]
    after, before = know.mixed(AFTER, mid, pr1), know.mixed(BEFORE, pl1, mid)
    ahead = _held(know, OVER_AFTER, (l1, mid, pr1), np.minimum(left, after))
    behind = _held(know, OVER_BEFORE, (pl1, mid, r1), np.minimum(right, before))
    around = _held(know, AROUND, (pl1, mid, pr1), np.minimum(before, after))
    farther = _held(know, OVER_AFTER, (mid, r1, pr2), right)
    earlier = _held(know, OVER_BEFORE, (pl2, l1, mid), left)
    plain = know.part_chance[pm, pr1]
    chance = (after + _UNDER_PART * plain) / (know.counts[mid] + _UNDER_PART)
    chance = (ahead + _UNDER_THREE * chance) / (left + _UNDER_THREE)
    onward = np.log(know.after_one(left, l1, mid) * chance * know.part_share[r1])
    plain = know.part_before[pl1, pm]
    chance = (before + _UNDER_PART * plain) / (know.counts[mid] + _UNDER_PART)
    chance = (behind + _UNDER_THREE * chance) / (right + _UNDER_THREE)
    backward = know.after_one(right, mid, r1) * know.first[mid] / know.first[r1]
    backward = np.log(backward * chance * know.part_share[l1])
    counts = [np.log1p(each) for each in (after, before, ahead, behind, around, farther, earlier)]
    counts += [_tied(know, l2, mid), _tied(know, mid, r2), _tied(know, l1, r1)]
    return Mixed(onward, backward, np.stack(counts, axis=1))


def mixed_without(know: Knowledge, s: Sides, pair: Floats) -> Mixed:
    """What goes over places that hold nothing; ``pair`` counts the two words beside."""
    (l1, l2, _), (r1, r2, _) = s.left, s.right
    part = know.grammar.coarse
    pl2, pr2 = part[s.left_classes[1]], part[s.right_classes[1]]
    farther = _held(know, OVER_AFTER, (l1, r1, pr2), pair)
    earlier = _held(know, OVER_BEFORE, (pl2, l1, r1), pair)
    chance = know.after_one(pair, l1, r1)
    onward = np.log(chance)
    backward = np.log(chance * know.first[l1] / know.first[r1])
    counts = [np.log1p(farther), np.log1p(earlier), _tied(know, l2, r1), _tied(know, l1, r2)]
    return Mixed(onward, backward, np.stack(counts, axis=1))


def _held(know: Knowledge, kind: int, columns: tuple[Ids, ...], most: Floats) -> Floats:
    """The counts of runs, no higher than what is known of their parts."""
    result = np.zeros(len(most), np.float32)
    some = np.flatnonzero(most > 1)
    if len(some):
        counts = know.mixed(kind, *(column[some] for column in columns))
        result[some] = np.minimum(counts, most[some])
    return result


def _tied(know: Knowledge, first: Ids, second: Ids) -> Floats:
    """How much oftener than by chance two words stand with one between them (natural log)."""
    met = know.apart(first, second)
    expected = know.counts[first] * know.counts[second] / know.total
    tied: Floats = np.log((met + 1) / (expected + 1)).astype(np.float32)
    return tied
