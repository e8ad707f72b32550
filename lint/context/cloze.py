"""A network that reads a sentence from both ends, and says what a place of it should hold.

Counts tell only of runs that were met before, and of no more than some five words. Here each
word has some numbers of its own, close to those of words that are used alike; they are read
from the first word on and from the last one back (gated recurrent units, Cho et al. 2014), and
from what was read on either side of a place follows how likely nothing, a small word or one of
the words that are mistaken for each other would be there.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats, Ids
from lint.context.sixteen import wide

NOTHING = 0  # the first of all answers
_TOGETHER = 4  # rows that a matrix product takes in one go; of others some are left over


@dataclass(slots=True)
class Cloze:
    """Numbers of words and weights; both ways of reading stand beside each other in the first
    axis of ``inside``, ``inner`` and ``start``."""

    vectors: NDArray[np.int8]  # a row a word
    inside: Floats  # from the numbers of a word to the gates of a unit: keep, reset, new
    inner: Floats  # from the units before to the gates
    start: Floats
    mix: Floats  # from what was read on both sides to a layer
    mix_start: Floats
    hidden: Floats  # from there to the numbers that answers are weighed by
    hidden_start: Floats
    answers: NDArray[np.int8]  # a row an answer: nothing, small words, all others
    answer_start: Floats
    number: Ids  # of the answer that each word is; -1 for none
    small: int  # answers that are nothing or a small word

    def heard(self, words: Ids) -> Heard:
        """What is said of every place of a run of words."""
        places = np.flatnonzero(words > 1)
        index = np.zeros(len(words), np.int64)
        index[places] = np.arange(len(places))
        units, row = self._read(words)
        size = self.inner.shape[1]
        before = units[0, row[0, places - 1]] @ self.mix[:size] + self.mix_start
        sides = np.concatenate([row[1, places], row[1, places + 1]])
        after = units[1] @ self.mix[size:]
        mixed = after[sides].reshape(2, len(places), after.shape[1])
        mixed += before
        np.maximum(mixed, 0, out=mixed)
        layers = np.matmul(mixed, self.hidden)
        layers += self.hidden_start
        np.maximum(layers, 0, out=layers)
        return Heard(self, index, layers[0], layers[1])

    def _read(self, words: Ids) -> tuple[Floats, Ids]:
        """What was read up to places and from them on, and where that stands for each place; by
        way of reading.

        All sentences are read at once, word by word. Long ones stand first, so that those still
        being read stand together.
        """
        real = np.concatenate([[False], words > 1, [False]])
        edges = np.flatnonzero(np.diff(real.astype(np.int8)))
        starts, ends = edges[::2], edges[1::2]
        order = np.argsort(starts - ends, kind="stable")
        starts, ends = starts[order], ends[order]
        steps = ends - starts + 1  # with the boundary at which reading begins
        most = int(steps.max(initial=0))
        alive = np.searchsorted(-steps, -np.arange(most), side="left")
        step = np.repeat(np.arange(most), alive)
        nth = np.arange(len(step)) - np.repeat(np.cumsum(alive) - alive, alive)
        places = np.stack([starts[nth] - 1 + step, ends[nth] - step])
        row = np.zeros((2, len(words)), np.int64)
        np.put_along_axis(row, places, np.arange(len(step))[None], axis=1)
        used, place = np.unique(words, return_inverse=True)
        gates = np.matmul(self.vectors[used].astype(np.float32), self.inside)
        gates += self.start[:, None]
        which = place[places] + np.array([[0], [len(used)]])
        return self._units(gates.reshape(-1, gates.shape[-1]), which, alive.tolist()), row

    def _units(self, gates: Floats, which: Ids, alive: list[int]) -> Floats:
        """The units after each step, by way of reading. ``gates`` are what words give to them,
        ``which`` the rows of these by way, and by step and sentence in one; ``alive`` says how
        many sentences are read at each step.

        As :func:`stepped`, in room that is taken once.
        """
        size = self.inner.shape[1]
        most = max(alive, default=0) + _TOGETHER
        units = np.zeros((2, which.shape[1] + _TOGETHER, size), np.float32)
        before, given = (np.zeros((2, most, 3 * size), np.float32) for _ in range(2))
        half, last, first = np.float32(0.5), 0, 0
        for many in alive:
            end = first + many
            wide = many if many == 1 else -(-many // _TOGETHER) * _TOGETHER
            if first:  # what nothing was read before gives nothing
                np.matmul(units[:, last : last + wide], self.inner, out=before[:, :wide])
            old, new, read = before[:, :many], given[:, :many], units[:, first:end]
            gates.take(which[:, first:end], axis=0, out=new, mode="clip")
            open_, fresh = old[..., : 2 * size], new[..., 2 * size :]
            open_ += new[..., : 2 * size]
            open_ *= half
            np.tanh(open_, out=open_)
            open_ *= half
            open_ += half
            old[..., 2 * size :] *= old[..., size : 2 * size]
            fresh += old[..., 2 * size :]
            np.tanh(fresh, out=fresh)
            np.subtract(units[:, last : last + many], fresh, out=read)
            read *= old[..., :size]
            read += fresh
            last, first = first, end
        return units

    def odds(self, layer: Floats, answers: Ids | slice) -> Floats:
        """The odds of some answers (natural logs), a row a row of the layer."""
        odds: Floats = layer @ self.answers[answers].T.astype(np.float32)
        odds += self.answer_start[answers]
        return odds

    def weighed(self, layer: Floats, answers: Ids) -> Floats:
        """The odds of an answer a row of the layer; 0 of none (-1)."""
        weights = self.answers[answers].astype(np.float32)
        odds: Floats = np.einsum("ij,ij->i", layer, weights)
        odds += self.answer_start[answers]
        odds[answers < 0] = 0
        return odds


@dataclass(slots=True)
class Heard:
    """What a network says of the gaps before the places of a page, and of their words: for each
    the numbers that answers are weighed by, a row a place of a word."""

    cloze: Cloze
    index: Ids  # the row of each place
    gaps: Floats
    words: Floats

    def inserted(self, at: Ids, words: Ids) -> Floats:
        """By how much each of some small words is likelier than nothing before places, a row a
        place (natural logs, here and below)."""
        answers = np.concatenate([[NOTHING], self.cloze.number[words]])
        odds = self.cloze.odds(self.gaps[self.index[at]], answers)
        gains: Floats = odds[:, 1:] - odds[:, :1]
        return gains

    def deleted(self, at: Ids, here: Ids) -> Floats:
        """By how much nothing is likelier than the words of places."""
        layer, number = self.words[self.index[at]], self.cloze.number
        nothing = self.cloze.odds(layer, slice(NOTHING, NOTHING + 1))[:, 0]
        gains: Floats = nothing - self.cloze.weighed(layer, number[here])
        return gains

    def replaced(self, at: Ids, here: Ids, write: Ids) -> Floats:
        """By how much other words are likelier than those of places."""
        number, row = self.cloze.number, self.index[at]
        one, each = np.unique(row, return_index=True)  # of each place there are many
        old = np.zeros(len(self.words), np.float32)
        old[one] = self.cloze.weighed(self.words[one], number[here[each]])
        gains: Floats = self.cloze.weighed(self.words[row], number[write]) - old[row]
        return gains

    def columns(self, kind: int, at: Ids, here: Ids, write: Ids) -> Floats:
        """What is said of insertions (kind 0), deletions (1) or replacements (2), a row an edit:
        by how much the new is likelier than the old, the chance of either among nothing and the
        small words, by how much the likeliest of these is above both, how open the place is,
        and the chance of nothing."""
        row, number = self.index[at], self.cloze.number
        layer = (self.words if kind else self.gaps)[row]
        few = self.cloze.odds(layer, slice(self.cloze.small))
        nothing = few[:, NOTHING]
        old = nothing if kind == 0 else self._among(few, layer, number[here])
        new = nothing if kind == 1 else self._among(few, layer, number[write])
        best, every, choice = _summed(few)
        columns = [new - old, new - every, old - every, best - np.maximum(new, old), choice,
                   nothing - every]  # fmt: skip
        return np.stack(columns, axis=1).astype(np.float32)

    def _among(self, few: Floats, layer: Floats, answers: Ids) -> Floats:
        """The odds of an answer a row, those of small words from the odds that are there."""
        small = answers < self.cloze.small
        odds: Floats = few[np.arange(len(few)), np.where(small, answers, NOTHING)]
        rare = np.flatnonzero(~small)
        odds[rare] = self.cloze.weighed(layer[rare], answers[rare])
        odds[answers < 0] = 0
        return odds


def _summed(few: Floats) -> tuple[Floats, Floats, Floats]:
    """The best of some odds, their sum (natural logs), and how open the choice is (entropy); a
    row each."""
    best = few.max(axis=1, initial=-99)
    chances = np.exp(few - best[:, None])
    total = chances.sum(axis=1)
    chances /= total[:, None]
    choice = -(chances * np.log(chances + 1e-9)).sum(axis=1)
    return best, np.log(total) + best, choice


def stepped(given: Floats, units: Floats, inner: Floats) -> tuple[Floats, Floats, Floats]:
    """One step of gated units: the new ones, their gates, and what the old ones gave to them.

    ``given`` is what the word gives to the gates, both ways of reading beside each other.
    """
    size = units.shape[-1]
    before = np.matmul(units, inner)
    gates = given + before
    open_ = gates[..., : 2 * size]  # the logistic function, by way of the hyperbolic tangent
    open_ *= 0.5
    np.tanh(open_, out=open_)
    open_ += 1
    open_ *= 0.5
    new = gates[..., 2 * size :]
    np.multiply(gates[..., size : 2 * size], before[..., 2 * size :], out=new)
    new += given[..., 2 * size :]
    np.tanh(new, out=new)
    return new + gates[..., :size] * (units - new), gates, before


def cloze_arrays(cloze: Cloze) -> dict[str, NDArray[Any]]:
    """The arrays of a network; weights in sixteen bits, the numbers of words and answers are of
    eight already."""
    arrays = {}
    for each in fields(cloze):
        array = np.atleast_1d(getattr(cloze, each.name))
        arrays[each.name] = array.astype(np.float16) if array.dtype == np.float32 else array
    if len(cloze.answers) < np.iinfo(np.int16).max:
        arrays["number"] = arrays["number"].astype(np.int16)
    return arrays


def cloze_of(arrays: Any) -> Cloze:
    """A network from its arrays."""
    values: list[Any] = []
    for each in fields(Cloze):
        array = arrays[each.name]
        values.append(wide(array) if array.dtype == np.float16 else array)
    values[-1] = int(values[-1].item())
    return Cloze(*values)
