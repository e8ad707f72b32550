"""The edits that are thought of on a page, and the cheap test that lets few of them pass."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lint.context.counts import Floats, Ids
from lint.context.page import Page
from lint.context.relations import ADD_S, AGREE, DELETE, DROP_S, INSERT

#: What an edit must gain by pairs of words alone (natural log) to be looked at further.
GAIN_INSERT, GAIN_DELETE, GAIN_REPLACE, GAIN_AGREE = -1.5, 2.0, 0.8, -1.5
#: What it must gain by the network to be looked at though pairs of words speak against it.
SURE_INSERT, SURE_DELETE, SURE_REPLACE = 2.0, 2.5, 3.0


@dataclass(slots=True)
class Edits:
    """Edits as columns: the place, the word written instead (-1: none), the relation.

    An insertion goes before its place; other edits change the word there. ``left`` and
    ``right`` count the new pairs (for a deletion ``left`` is that of its neighbours).
    """

    at: Ids
    write: Ids
    relation: Ids
    left: Floats
    right: Floats
    gain: Floats

    def chosen(self, which: Ids) -> Edits:
        """Some of the edits, by number or by mask."""
        return Edits(
            self.at[which], self.write[which], self.relation[which],
            self.left[which], self.right[which], self.gain[which],
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.at)


def insertions(page: Page) -> Edits:
    """Small words that may be missing before a word or mark."""
    know = page.knowledge
    w, small = page.words, know.choices.inserted
    at = np.flatnonzero(page.real[1:] & page.real[:-1]) + 1
    before, after = w[at - 1], w[at]
    (left, one), (right, two) = know.beside(before, after)
    gain = np.log(one * two / page.one[at - 1, None])
    likely = (gain > GAIN_INSERT) & ((left > 0) | (right > 0))
    if page.heard is not None:
        likely |= page.heard.inserted(at, small) > SURE_INSERT
    row, column = np.nonzero(likely)
    fresh = (small[column] != before[row]) & (small[column] != after[row])
    row, column = row[fresh], column[fresh]
    return Edits(
        at[row], small[column], np.full(len(row), INSERT), left[row, column],
        right[row, column], gain[row, column].astype(np.float32),
    )  # fmt: skip


def deletions(page: Page) -> Edits:
    """Small words that may be one too many."""
    know = page.knowledge
    w = page.words
    at = np.flatnonzero(know.is_deleted[w])
    at = at[(w[at] != w[at - 1]) & (w[at] != w[at + 1])]
    pair = know.words(w[at - 1], w[at + 1])
    new = know.after_one(pair, w[at - 1], w[at + 1])
    gain = np.log(new / (page.one[at - 1] * page.one[at]))
    likely = gain > GAIN_DELETE
    if page.heard is not None:
        likely |= page.heard.deleted(at, w[at]) > SURE_DELETE
    keep = likely & page.real[at - 1]
    at = at[keep]
    return Edits(
        at, np.full(len(at), -1), np.full(len(at), DELETE), pair[keep], pair[keep], gain[keep]
    )


def replacements(page: Page) -> Edits:
    """Words that may have been written for others."""
    know = page.knowledge
    w, choices = page.words, know.choices
    first = choices.offsets[w].astype(np.int64)
    many = choices.offsets[w + 1].astype(np.int64) - first
    at = np.repeat(np.arange(len(w)), many)
    place = np.repeat(first - np.cumsum(many) + many, many) + np.arange(len(at))
    write, relation = choices.targets[place].astype(np.int64), choices.relations[place]
    before, after = w[at - 1], w[at + 1]
    fresh = (write != before) & (write != after)
    at, write, relation = at[fresh], write[fresh], relation[fresh]
    before, after = before[fresh], after[fresh]
    left, right = know.words(before, write), know.words(write, after)
    new = know.after_one(left, before, write) * know.after_one(right, write, after)
    gain = np.log(new / (page.one[at - 1] * page.one[at]))
    agrees = (relation == AGREE) | (relation == ADD_S) | (relation == DROP_S)
    keep = (gain > np.where(agrees, GAIN_AGREE, GAIN_REPLACE)) & ((left > 0) | (right > 0))
    if page.heard is not None:
        keep |= page.heard.replaced(at, w[at], write) > SURE_REPLACE
    return Edits(at, write, relation, left, right, gain).chosen(keep)


def all_edits(page: Page) -> list[Edits]:
    """Insertions, deletions and replacements that pass the cheap test."""
    return [insertions(page), deletions(page), replacements(page)]
