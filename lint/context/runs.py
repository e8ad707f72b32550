"""Runs of words and classes that go over a place, with a word in it or with none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats, Ids
from lint.context.knowledge import Knowledge
from lint.context.page import Page
from lint.tuples import NamedTuple


class Over(NamedTuple):
    """What goes over places: chances (natural logs) under words and classes, and counts."""

    words: Floats
    classes: Floats
    counts: Floats  # a row a place


@dataclass(slots=True)
class Sides:
    """The three words on either side of places, their classes, and the counts of their runs."""

    left: list[Ids]  # nearest first
    right: list[Ids]
    left_classes: list[Ids]
    right_classes: list[Ids]
    left_two: Floats
    left_three: Floats
    right_two: Floats
    right_three: Floats
    farther_two: Floats
    left_three_classes: Floats
    right_three_classes: Floats

    def chosen(self, which: Ids) -> Sides:
        """The same for some of the places."""
        values: list[Any] = []
        for name in self.__slots__:
            value = getattr(self, name)
            values.append([v[which] for v in value] if isinstance(value, list) else value[which])
        return Sides(*values)


def sides(page: Page, at: Ids, right_from: Ids) -> Sides:
    """The sides of places: to the left of ``at``, and from ``right_from`` on."""
    w, c = page.words, page.classes
    return Sides(
        [w[at - 1], w[at - 2], w[at - 3]],
        [w[right_from], w[right_from + 1], w[right_from + 2]],
        [c[at - 1], c[at - 2], c[at - 3]],
        [c[right_from], c[right_from + 1], c[right_from + 2]],
        page.two[at - 2], page.three[at - 3],
        page.two[right_from], page.three[right_from], page.two[right_from + 1],
        page.three_classes[at - 3], page.three_classes[right_from],
    )  # fmt: skip


def _asked(mask: NDArray[np.bool_], know: Knowledge, columns: list[Ids], words: bool) -> Floats:
    """The counts of runs, asked only where the mask says that they may be there."""
    result = np.zeros(len(mask), np.float32)
    some = np.flatnonzero(mask)
    if len(some):
        ask = know.words if words else know.groups
        result[some] = ask(*(column[some] for column in columns))
    return result


def with_word(know: Knowledge, s: Sides, mid: Ids, left: Floats, right: Floats) -> Over:
    """What goes over places that hold a word; ``left`` and ``right`` count its two pairs."""
    (l1, l2, l3), (r1, r2, r3) = s.left, s.right
    limit_l, limit_m, limit_r = (
        np.minimum(left, s.left_two), np.minimum(left, right), np.minimum(right, s.right_two)
    )  # fmt: skip
    t1 = np.minimum(_asked(limit_l > 1, know, [l2, l1, mid], True), limit_l)
    t2 = np.minimum(_asked(limit_m > 1, know, [l1, mid, r1], True), limit_m)
    t3 = np.minimum(_asked(limit_r > 1, know, [mid, r1, r2], True), limit_r)
    limits = (
        np.minimum(t1, s.left_three), np.minimum(t1, t2), np.minimum(t2, t3),
        np.minimum(t3, s.right_three),
    )  # fmt: skip
    q1 = np.minimum(_asked(limits[0] > 1, know, [l3, l2, l1, mid], True), limits[0])
    q2 = np.minimum(_asked(limits[1] > 1, know, [l2, l1, mid, r1], True), limits[1])
    q3 = np.minimum(_asked(limits[2] > 1, know, [l1, mid, r1, r2], True), limits[2])
    q4 = np.minimum(_asked(limits[3] > 1, know, [mid, r1, r2, r3], True), limits[3])
    first = know.after_two(t1, s.left_two, know.after_one(left, l1, mid))
    second = know.after_two(t2, left, know.after_one(right, mid, r1))
    third = know.after_two(t3, right, know.after_one(s.right_two, r1, r2))
    fourth = know.after_two(s.right_three, s.right_two, know.after_one(s.farther_two, r2, r3))
    words = np.log(know.after_three(q1, s.left_three, first))
    words += np.log(know.after_three(q2, t1, second))
    words += np.log(know.after_three(q3, t2, third))
    words += np.log(know.after_three(q4, t3, fourth))
    classes, class_counts = _classes_with(know, s, know.classes[mid])
    classes = classes + np.log(know.share[mid])
    counts = np.log1p(np.stack([left, right, t1, t2, t3, q1, q2, q3, q4, *class_counts], axis=1))
    return Over(words, classes, counts)


def _classes_with(know: Knowledge, s: Sides, mid: Ids) -> tuple[Floats, list[Floats]]:
    (l1, l2, l3), (r1, r2, r3) = s.left_classes, s.right_classes
    pair, chance = know.pairs, know.pair_chance
    left, right = pair[l1, mid], pair[mid, r1]
    t1 = np.minimum(_asked(left > 1, know, [l2, l1, mid], False), left)
    t2 = np.minimum(
        _asked((left > 1) & (right > 1), know, [l1, mid, r1], False), np.minimum(left, right)
    )
    t3 = np.minimum(_asked(right > 1, know, [mid, r1, r2], False), right)
    limits = (
        np.minimum(t1, s.left_three_classes), np.minimum(t1, t2), np.minimum(t2, t3),
        np.minimum(t3, s.right_three_classes),
    )  # fmt: skip
    q1 = np.minimum(_asked(limits[0] > 1, know, [l3, l2, l1, mid], False), limits[0])
    q2 = np.minimum(_asked(limits[1] > 1, know, [l2, l1, mid, r1], False), limits[1])
    q3 = np.minimum(_asked(limits[2] > 1, know, [l1, mid, r1, r2], False), limits[2])
    q4 = np.minimum(_asked(limits[3] > 1, know, [mid, r1, r2, r3], False), limits[3])
    f1 = np.minimum(q1, q2)
    f1 = np.minimum(_asked(f1 > 1, know, [l3, l2, l1, mid, r1], False), f1)
    f2 = np.minimum(q2, q3)
    f2 = np.minimum(_asked(f2 > 1, know, [l2, l1, mid, r1, r2], False), f2)
    f3 = np.minimum(q3, q4)
    f3 = np.minimum(_asked(f3 > 1, know, [l1, mid, r1, r2, r3], False), f3)
    after = know.class_after
    first = after(q1, s.left_three_classes, after(t1, pair[l2, l1], chance[l1, mid]))
    second = after(f1, q1, after(q2, t1, after(t2, left, chance[mid, r1])))
    third = after(f2, q2, after(q3, t2, after(t3, right, chance[r1, r2])))
    fourth = after(
        f3, q3,
        after(q4, t3, after(s.right_three_classes, pair[r1, r2], chance[r2, r3])),
    )  # fmt: skip
    return np.log(first * second * third * fourth), [t1, t2, t3, q1, q2, q3, q4, f1, f2, f3]


def without_word(know: Knowledge, s: Sides, pair: Floats) -> Over:
    """What goes over places that hold nothing; ``pair`` counts the two words beside."""
    (l1, l2, l3), (r1, r2, r3) = s.left, s.right
    limit_l, limit_r = np.minimum(pair, s.left_two), np.minimum(pair, s.right_two)
    t1 = np.minimum(_asked(limit_l > 1, know, [l2, l1, r1], True), limit_l)
    t2 = np.minimum(_asked(limit_r > 1, know, [l1, r1, r2], True), limit_r)
    limits = np.minimum(t1, s.left_three), np.minimum(t1, t2), np.minimum(t2, s.right_three)
    q1 = np.minimum(_asked(limits[0] > 1, know, [l3, l2, l1, r1], True), limits[0])
    q2 = np.minimum(_asked(limits[1] > 1, know, [l2, l1, r1, r2], True), limits[1])
    q3 = np.minimum(_asked(limits[2] > 1, know, [l1, r1, r2, r3], True), limits[2])
    first = know.after_two(t1, s.left_two, know.after_one(pair, l1, r1))
    second = know.after_two(t2, pair, know.after_one(s.right_two, r1, r2))
    third = know.after_two(s.right_three, s.right_two, know.after_one(s.farther_two, r2, r3))
    words = np.log(know.after_three(q1, s.left_three, first))
    words += np.log(know.after_three(q2, t1, second))
    words += np.log(know.after_three(q3, t2, third))
    classes, class_counts = _classes_without(know, s)
    counts = np.log1p(np.stack([pair, t1, t2, q1, q2, q3, *class_counts], axis=1))
    return Over(words, classes, counts)


def _classes_without(know: Knowledge, s: Sides) -> tuple[Floats, list[Floats]]:
    (l1, l2, l3), (r1, r2, r3) = s.left_classes, s.right_classes
    pair, chance = know.pairs, know.pair_chance
    over = pair[l1, r1]
    t1 = np.minimum(_asked(over > 1, know, [l2, l1, r1], False), over)
    t2 = np.minimum(_asked(over > 1, know, [l1, r1, r2], False), over)
    limits = (
        np.minimum(t1, s.left_three_classes), np.minimum(t1, t2),
        np.minimum(t2, s.right_three_classes),
    )  # fmt: skip
    q1 = np.minimum(_asked(limits[0] > 1, know, [l3, l2, l1, r1], False), limits[0])
    q2 = np.minimum(_asked(limits[1] > 1, know, [l2, l1, r1, r2], False), limits[1])
    q3 = np.minimum(_asked(limits[2] > 1, know, [l1, r1, r2, r3], False), limits[2])
    f1 = np.minimum(q1, q2)
    f1 = np.minimum(_asked(f1 > 1, know, [l3, l2, l1, r1, r2], False), f1)
    f2 = np.minimum(q2, q3)
    f2 = np.minimum(_asked(f2 > 1, know, [l2, l1, r1, r2, r3], False), f2)
    after = know.class_after
    first = after(q1, s.left_three_classes, after(t1, pair[l2, l1], chance[l1, r1]))
    second = after(f1, q1, after(q2, t1, after(t2, over, chance[r1, r2])))
    third = after(
        f2, q2,
        after(q3, t2, after(s.right_three_classes, pair[r1, r2], chance[r2, r3])),
    )  # fmt: skip
    return np.log(first * second * third), [t1, t2, q1, q2, q3, f1, f2]
