"""Runs of words and classes that go over a place, with a word in it or with none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lint.context.counts import Floats, Ids
from lint.context.knowledge import CLASSES, WORDS, Knowledge, salt
from lint.context.page import Page
from lint.tuples import NamedTuple


class Over(NamedTuple):
    """What goes over places: chances (natural logs) under words and classes, and counts."""

    words: Floats
    classes: Floats
    counts: Floats  # a row a place


@dataclass(slots=True)
class Sides:
    """The runs that go over places, and the counts of those that lie on one side of them.

    ``words`` and ``classes`` have a column a place: three words to the left, the one that is
    there, if any, and three to the right.
    """

    words: Ids
    classes: Ids
    left_two: Floats
    right_two: Floats
    farther_two: Floats
    left_three: Floats  # of words and of classes, a row each
    right_three: Floats


def sides(page: Page, at: Ids, right_from: Ids, middle: Ids | None = None) -> Sides:
    """The sides of places: to the left of ``at``, and from ``right_from`` on."""
    w, two = page.words, page.two
    rows = [w[at - 3], w[at - 2], w[at - 1], w[right_from], w[right_from + 1], w[right_from + 2]]
    if middle is not None:
        rows.insert(3, middle)
    words = np.stack(rows)
    threes = page.three, page.three_classes
    return Sides(
        words, page.knowledge.classes[words], two[at - 2], two[right_from], two[right_from + 1],
        np.stack([three[at - 3] for three in threes]),
        np.stack([three[right_from] for three in threes]),
    )  # fmt: skip


_SALTS = {
    length: np.array([salt(WORDS, length), salt(CLASSES, length)])[:, None, None]
    for length in (3, 4, 5)
}


def _longer(know: Knowledge, s: Sides, most: Floats) -> tuple[Floats, Floats, Floats]:
    """The counts of runs of three and four words and classes and of five classes: by sort, by
    where they begin, and by place. ``most`` are those of the pairs that the first are made of."""
    both = np.stack([s.words, s.classes])

    def met(length: int, first: int, most: Floats) -> Floats:
        sort = slice(2 - len(most), 2)
        many = most.shape[1]
        columns = [both[sort, first + n : first + n + many] for n in range(length)]
        return know.held(_SALTS[length][sort], columns, most)

    threes = met(3, 1, most)
    left, right = s.left_three[:, None], s.right_three[:, None]
    fours = np.minimum(np.concatenate([left, threes], 1), np.concatenate([threes, right], 1))
    fours = met(4, 0, fours)
    fives = met(5, 0, np.minimum(fours[1:, :-1], fours[1:, 1:]))
    return threes, fours, fives[0]


def with_word(know: Knowledge, s: Sides, left: Floats, right: Floats) -> Over:
    """What goes over places that hold a word; ``left`` and ``right`` count its two pairs."""
    _, _, l1, mid, r1, r2, r3 = s.words
    _, l2_, l1_, mid_, r1_, r2_, r3_ = s.classes
    pair, chance = know.pairs, know.pair_chance
    to_left, to_right = pair[l1_, mid_], pair[mid_, r1_]
    pairs = [
        np.minimum(left, s.left_two), np.minimum(left, right), np.minimum(right, s.right_two),
        to_left, np.minimum(to_left, to_right), to_right,
    ]  # fmt: skip
    threes, fours, (f1, f2, f3) = _longer(know, s, np.stack(pairs).reshape(2, 3, -1))
    (t1, t2, t3), (q1, q2, q3, q4) = threes[0], fours[0]
    first = know.after_two(t1, s.left_two, know.after_one(left, l1, mid))
    second = know.after_two(t2, left, know.after_one(right, mid, r1))
    third = know.after_two(t3, right, know.after_one(s.right_two, r1, r2))
    fourth = know.after_two(
        s.right_three[0], s.right_two, know.after_one(s.farther_two, r2, r3)
    )  # fmt: skip
    words = np.log(know.after_three(q1, s.left_three[0], first))
    words += np.log(know.after_three(q2, t1, second))
    words += np.log(know.after_three(q3, t2, third))
    words += np.log(know.after_three(q4, t3, fourth))
    (t1, t2, t3), (q1, q2, q3, q4) = threes[1], fours[1]
    after = know.class_after
    first = after(q1, s.left_three[1], after(t1, pair[l2_, l1_], chance[l1_, mid_]))
    second = after(f1, q1, after(q2, t1, after(t2, to_left, chance[mid_, r1_])))
    third = after(f2, q2, after(q3, t2, after(t3, to_right, chance[r1_, r2_])))
    fourth = after(f3, q3, after(q4, t3, after(s.right_three[1], pair[r1_, r2_], chance[r2_, r3_])))
    classes = np.log(first * second * third * fourth) + np.log(know.share[mid])
    return Over(words, classes, _counted([left, right], threes, fours, [f1, f2, f3]))


def without_word(know: Knowledge, s: Sides, pair: Floats) -> Over:
    """What goes over places that hold nothing; ``pair`` counts the two words beside."""
    _, _, l1, r1, r2, r3 = s.words
    _, l2_, l1_, r1_, r2_, r3_ = s.classes
    pairs, chance = know.pairs, know.pair_chance
    over = pairs[l1_, r1_]
    most = [np.minimum(pair, s.left_two), np.minimum(pair, s.right_two), over, over]
    threes, fours, (f1, f2) = _longer(know, s, np.stack(most).reshape(2, 2, -1))
    (t1, t2), (q1, q2, q3) = threes[0], fours[0]
    first = know.after_two(t1, s.left_two, know.after_one(pair, l1, r1))
    second = know.after_two(t2, pair, know.after_one(s.right_two, r1, r2))
    third = know.after_two(
        s.right_three[0], s.right_two, know.after_one(s.farther_two, r2, r3)
    )  # fmt: skip
    words = np.log(know.after_three(q1, s.left_three[0], first))
    words += np.log(know.after_three(q2, t1, second))
    words += np.log(know.after_three(q3, t2, third))
    (t1, t2), (q1, q2, q3) = threes[1], fours[1]
    after = know.class_after
    first = after(q1, s.left_three[1], after(t1, pairs[l2_, l1_], chance[l1_, r1_]))
    second = after(f1, q1, after(q2, t1, after(t2, over, chance[r1_, r2_])))
    third = after(f2, q2, after(q3, t2, after(s.right_three[1], pairs[r1_, r2_], chance[r2_, r3_])))
    classes = np.log(first * second * third)
    return Over(words, classes, _counted([pair], threes, fours, [f1, f2]))


def _counted(
    pairs: list[Floats], threes: Floats, fours: Floats, fives: list[Floats]
) -> Floats:  # fmt: skip
    """Counts as columns: of words, then of classes, the shorter runs first."""
    counts = [*pairs, *threes[0], *fours[0], *threes[1], *fours[1], *fives]
    columns: Floats = np.log1p(np.stack(counts, axis=1))
    return columns
