"""The columns that the trees decide by: one row an edit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lint.context.counts import Floats, Ids
from lint.context.edits import Edits
from lint.context.mixed import Mixed, mixed_with, mixed_without
from lint.context.page import Page
from lint.context.relations import DELETE, INSERT
from lint.context.runs import Over, sides, with_word, without_word
from lint.context.tokens import CAPITAL, QUOTED

INSERTION, DELETION, REPLACEMENT = 0, 1, 2


Scored = tuple[Over, Mixed]


def scored(page: Page, groups: Sequence[Edits]) -> list[tuple[Scored, Scored]]:
    """What goes over each edit's place as it is, and as the edit would make it.

    All that needs a word there is asked in one go, and all that needs none: numpy is slow to
    begin with, and fast then.
    """
    w, two = page.words, page.two
    added, cut, changed = groups
    gaps, of_gap = np.unique(added.at, return_inverse=True)
    words, of_word = np.unique(changed.at, return_inverse=True)
    new, here, old, other = _with(
        page,
        (added.at, added.at, added.write, added.left, added.right),
        (cut.at, cut.at + 1, w[cut.at], two[cut.at - 1], two[cut.at]),
        (words, words + 1, w[words], two[words - 1], two[words]),
        (changed.at, changed.at + 1, changed.write, changed.left, changed.right),
    )
    bare, without = _without(
        page, (gaps, gaps, two[gaps - 1]), (cut.at, cut.at + 1, cut.left)
    )  # fmt: skip
    return [(_some(bare, of_gap), new), (here, without), (_some(old, of_word), other)]


def _with(page: Page, *asked: tuple[Ids, Ids, Ids, Floats, Floats]) -> list[Scored]:
    """By place, what is to the right of it, the word there and the counts of its two pairs."""
    at, right_from, words, left, right = (np.concatenate(each) for each in zip(*asked, strict=True))
    know, around = page.knowledge, sides(page, at, right_from, words)
    both = with_word(know, around, left, right), mixed_with(know, around, left, right)
    return _parts(both, [len(each[0]) for each in asked])


def _without(page: Page, *asked: tuple[Ids, Ids, Floats]) -> list[Scored]:
    """By place, what is to the right of it, and the count of the pair that is left."""
    at, right_from, pair = (np.concatenate(each) for each in zip(*asked, strict=True))
    know, around = page.knowledge, sides(page, at, right_from)
    both = without_word(know, around, pair), mixed_without(know, around, pair)
    return _parts(both, [len(each[0]) for each in asked])


def _parts(one: Scored, sizes: list[int]) -> list[Scored]:
    ends = np.cumsum(sizes).tolist()
    return [_some(one, slice(end - size, end)) for end, size in zip(ends, sizes, strict=True)]


def _some(one: Scored, which: Ids | slice) -> Scored:
    over, mixed = one
    return Over(*(each[which] for each in over)), Mixed(*(each[which] for each in mixed))


def columns(page: Page, groups: Sequence[Edits]) -> list[Floats]:
    """The rows of insertions, deletions and replacements."""
    overs = scored(page, groups)
    gains = [new.words - old.words for (old, _), (new, _) in overs]
    class_gains = [new.classes - old.classes for (old, _), (new, _) in overs]
    totals = [one + two for one, two in zip(gains, class_gains, strict=True)]
    margins, crowds = _rivals(len(page.words), [edits.at for edits in groups], totals)
    strange = page.strangeness()
    rows = []
    for kind, edits in enumerate(groups):
        (old, was), (new, would) = overs[kind]
        head = np.stack([gains[kind], class_gains[kind], margins[kind], crowds[kind], edits.gain,
                         would.onward - was.onward, would.backward - was.backward],
                        axis=1)  # fmt: skip
        context = _context(page, edits, kind, strange)
        around = _around(page, edits, kind)
        parts = [head, context, around, old.counts, new.counts, was.counts, would.counts]
        if page.heard is not None:
            parts.append(page.heard.columns(kind, edits.at, page.words[edits.at], edits.write))
        rows.append(np.concatenate(parts, axis=1))
    return [row.astype(np.float32) for row in rows]


def _context(page: Page, edits: Edits, kind: int, strange: Floats) -> Floats:
    """What stands around edits, and what they write."""
    know, grammar = page.knowledge, page.knowledge.grammar
    w, c, flags, at = page.words, page.classes, page.flags, edits.at
    right = at if kind == INSERTION else at + 1
    coarse, number = grammar.coarse[c], grammar.number[c]
    columns = [
        coarse[at - 3], coarse[at - 2], coarse[at - 1], coarse[right], coarse[right + 1],
        coarse[right + 2], page.repeated[at - 1], page.repeated[right],
        number[at - 1], number[right], page.heads[at], page.nearest[at], page.ages[at],
        page.from_start[at], page.to_end[at], page.headline[at],
        (flags[at] & QUOTED) != 0, (flags[at - 1] & CAPITAL) != 0, (flags[right] & CAPITAL) != 0,
        know.logs[w[at - 1]], know.logs[w[right]], strange[at], page.surprise[at],
        page.surprise[right],
    ]  # fmt: skip
    if kind != INSERTION:
        columns += [
            page.repeated[at], know.logs[w[at]], coarse[at], number[at],
            (flags[at] & CAPITAL) != 0, (flags[right] & QUOTED) != 0,
        ]  # fmt: skip
    if kind != DELETION:
        written = know.classes[edits.write]
        columns += [know.logs[edits.write], grammar.coarse[written], grammar.number[written]]
    if kind == REPLACEMENT:
        columns.append(edits.relation)
    else:
        word = edits.write if kind == INSERTION else w[at]
        columns += [_order(know.choices.inserted if kind == INSERTION else know.choices.deleted,
                           word), _near(page, at, word)]  # fmt: skip
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def _around(page: Page, edits: Edits, kind: int) -> Floats:
    """The clause and the noun phrase that edits stand in, and what the article is about."""
    know, grammar = page.knowledge, page.knowledge.grammar
    at, w, c = edits.at, page.words, page.classes
    right = at if kind == INSERTION else at + 1
    clauses, phrases = page.clauses, page.phrases
    head, lead = phrases.head[right], phrases.lead[at]
    led = np.maximum(lead, 0)
    columns = [
        clauses.verbs_before[at], clauses.verbs_after[right], clauses.before[at],
        clauses.after[right], clauses.since[at], clauses.until[right], clauses.opened[at],
        grammar.coarse[c[head]], grammar.number[c[head]], np.minimum(head - right, 6),
        page.articled[right, 0], page.articled[right, 1], know.logs[w[head]],
        np.where(lead < 0, -1, grammar.coarse[c[led]]),
        np.where(lead < 0, -1, grammar.number[c[led]]), np.where(lead < 0, 9, at - lead),
        page.uses(at, w[at - 1]), page.uses(at, w[right]),
    ]  # fmt: skip
    if kind != INSERTION:
        columns.append(page.uses(at, w[at]))
    if kind == REPLACEMENT:
        columns.append(page.uses(at, edits.write))
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def _order(listed: Ids, words: Ids) -> Ids:
    """The place of words in a list in which like stands beside like."""
    order = np.argsort(listed, kind="stable")
    return order[np.searchsorted(listed[order], words)]


def _near(page: Page, at: Ids, words: Ids) -> Ids:
    """How many places away the same word stands (to 5), 6 where it does not."""
    result = np.full(len(at), 6)
    for away in (5, 4, 3, 2, 1):
        for side in (at - away, at + away):
            there = page.words[np.clip(side, 0, len(page.words) - 1)] == words
            result[there] = away
    return result


def _rivals(size: int, places: list[Ids], totals: list[Floats]) -> tuple[list[Floats], list[Ids]]:
    """How far each edit is above the best other edit within one place; how many there are."""
    at, total = np.concatenate(places), np.concatenate(totals)
    best = np.full(size + 2, -99, np.float32)
    second = np.full(size + 2, -99, np.float32)
    order = np.lexsort((total, at))
    sorted_at, sorted_total = at[order], total[order]
    last = np.flatnonzero(np.diff(sorted_at, append=-1) != 0)
    best[sorted_at[last] + 1] = sorted_total[last]
    earlier = last[(last > 0) & (sorted_at[last - 1] == sorted_at[last])]
    second[sorted_at[earlier] + 1] = sorted_total[earlier - 1]
    many = np.bincount(at + 1, minlength=size + 2)
    own = np.where(total >= best[at + 1], second[at + 1], best[at + 1])
    rival = np.maximum(own, np.maximum(best[at], best[np.minimum(at + 2, size + 1)]))
    margin = np.minimum(total - rival, 50)
    crowd = many[at] + many[at + 1] + many[np.minimum(at + 2, size + 1)]
    cuts = np.cumsum([len(each) for each in places])[:-1]
    return np.split(margin, cuts), np.split(crowd, cuts)


__all__ = ["DELETE", "DELETION", "INSERT", "INSERTION", "REPLACEMENT", "columns", "scored"]
