"""How the network that guesses words is taught: on the text itself, every place a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lint.context.cloze import NOTHING, Cloze
from lint.context.counts import Floats, Ids
from lint.context.knowledge import Choices
from lint.context.vocabulary import WORD
from lint.shells.teaching.guessing import Answers, Guesser, answers
from lint.shells.teaching.recurrent import Reader

_PLACES = 3000  # read at a time
_FEWEST = 8  # sentences at a time
_LENGTHS = 4, 70  # words of the sentences that are read
_ROUNDS, _MOST_ROUNDS = 2.0, 12.0
_STEPS = 1000  # a short text is read more often, until so many steps were made
_RATE = 0.005
_WARMING = 100  # steps
_GAPS = 0.35  # of the gaps that are asked for
_OVERLOOKED = 0.08  # of the words: nothing should hang on a single one


class _Size(NamedTuple):
    """The numbers of a word, the units of either way of reading, and of the two layers."""

    numbers: int
    units: int
    wide: int
    narrow: int


_LARGE, _SMALL = _Size(64, 192, 256, 128), _Size(32, 64, 96, 64)
_MUCH = 1_000_000  # words from which the large one pays


@dataclass(slots=True)
class Sentences:
    """Where the sentences of a text begin and end."""

    starts: Ids
    ends: Ids

    def batches(self, random: np.random.Generator) -> list[Ids]:
        """The numbers of all sentences, those of about a length together, in any order."""
        length = self.ends - self.starts
        order = np.argsort(length * (1 + 0.1 * random.random(len(length))), kind="stable")
        found, first = [], 0
        while first < len(order):
            many = max(_FEWEST, _PLACES // int(length[order[first]] + 2))
            found.append(order[first : first + many])
            first += many
        random.shuffle(found)
        return found


def sentences(words: Ids, kept: NDArray[np.bool_]) -> Sentences:
    """The sentences of a text whose first places are ``kept``, but for very short and very long
    ones."""
    real = np.concatenate([[False], words > 1, [False]])
    edges = np.flatnonzero(np.diff(real.astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    length = ends - starts
    chosen = kept[starts] & (length >= _LENGTHS[0]) & (length <= _LENGTHS[1])
    return Sentences(starts[chosen], ends[chosen])


def taught_cloze(
    words: Ids, kept: NDArray[np.bool_], choices: Choices, counts: Floats, seed: int,
) -> Cloze:  # fmt: skip
    """A network that has read the sentences of a text that are ``kept``."""
    from threadpoolctl import threadpool_limits

    random = np.random.default_rng(seed)
    known = answers(choices, counts)
    text = sentences(words, kept)
    size = _LARGE if int((text.ends - text.starts).sum()) >= _MUCH else _SMALL
    reader = Reader(len(counts), size.numbers, size.units, random)
    guesser = Guesser(known, size.units, (size.wide, size.narrow), random)
    batches = len(text.batches(np.random.default_rng(seed)))
    rounds = max(_ROUNDS, min(_MOST_ROUNDS, _STEPS / max(batches, 1)))
    total = int(batches * rounds)
    warming = min(_WARMING, 1 + total // 10)
    with threadpool_limits(limits=1):
        for step, batch in enumerate(islice(_endless(text, random), total)):
            rate = _RATE * min(1, (step + 1) / warming) * (1 - 0.97 * step / total)
            _learn(reader, guesser, words, text, batch, rate, random)
    return _finished(reader, guesser, known)


def _endless(text: Sentences, random: np.random.Generator) -> Iterator[Ids]:
    while True:
        yield from text.batches(random)


def _learn(
    reader: Reader, guesser: Guesser, words: Ids, text: Sentences, batch: Ids, rate: float,
    random: np.random.Generator,
) -> None:  # fmt: skip
    """One step, over the sentences of a batch: all are read, then places are guessed."""
    starts, ends = text.starts[batch], text.ends[batch]
    steps = np.arange(int((ends - starts).max()) + 1)[:, None]
    onward, backward = np.minimum(starts - 1 + steps, ends), np.maximum(ends - steps, starts - 1)
    read = words[np.stack([onward, backward])]
    overlooked = random.random(read.shape) < _OVERLOOKED
    units = reader.read(np.where(overlooked, _overlooked(read), read))
    inside = (onward < ends) & (onward >= starts)
    step, row = np.nonzero(inside)
    place = onward[step, row]
    own = guesser.answers.number[words[place]]
    asked, gaps = own > NOTHING, (step > 1) & (random.random(len(step)) < _GAPS)
    from_end = ends[row] - place
    sides = [
        (step[asked] - 1, from_end[asked] - 1, row[asked]),
        (step[gaps] - 1, from_end[gaps], row[gaps]),
    ]
    left, right, which = (np.concatenate(each) for each in zip(*sides, strict=True))
    given = np.concatenate([units[left, 0, which], units[right, 1, which]], axis=1)
    is_gap = np.arange(len(left)) >= int(asked.sum())
    truth = np.where(is_gap, NOTHING, np.concatenate([own[asked], own[gaps]]))
    slope = guesser.learn(given, truth, is_gap, rate)
    slopes = np.zeros_like(units)
    size = units.shape[-1]
    for part in (is_gap, ~is_gap):  # a place is left of one word and of one gap
        slopes[left[part], 0, which[part]] += slope[part, :size]
        slopes[right[part], 1, which[part]] += slope[part, size:]
    reader.learn(slopes, rate)


def _overlooked(words: Ids) -> Ids:
    """What stands for words that were overlooked: the shape of an unknown word."""
    return np.where(words > 1, WORD, words)


def _finished(reader: Reader, guesser: Guesser, known: Answers) -> Cloze:
    """The network as it will be read from a file: numbers in eight bits, weights in sixteen."""
    vectors, unit = _eighth(reader.vectors)
    table, by = _eighth(guesser.table)
    return Cloze(
        vectors, _half(reader.inside * unit[:, None]), _half(reader.inner), _half(reader.start),
        _half(guesser.mix), _half(guesser.mix_start), _half(guesser.hidden * by),
        _half(guesser.hidden_start * by), table, _half(guesser.table_start), known.number,
        known.small,
    )  # fmt: skip


def _eighth(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """A table in eight bits, and what each of its columns is counted in."""
    unit = np.maximum(np.abs(table).max(axis=0), 1e-6) / 127
    return np.rint(table / unit).astype(np.int8), unit


def _half(weights: Floats) -> Floats:
    result: Floats = weights.astype(np.float16).astype(np.float32)
    return result
