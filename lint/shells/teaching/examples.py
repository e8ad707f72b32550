"""Examples to learn from: edits of clean articles, and the edits that mend made-up slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lint.context.columns import columns
from lint.context.counts import Floats, Ids
from lint.context.edits import Edits, all_edits
from lint.context.judging import sorts
from lint.context.knowledge import Knowledge
from lint.context.page import EDGE, Page, joined
from lint.context.trees import Trees
from lint.shells.teaching.gathering import CLEAN, SLIPS, Text
from lint.shells.teaching.slips import Sentence, Slip, Slipper

_AT_ONCE = 6000  # places of a page
_EASY = 0.1
_COPIES = 2  # of each sentence with a slip, another one each time
_SHORTEST = 5  # words of a sentence that gets a slip


@dataclass(slots=True)
class Examples:
    """Rows of one kind of edit: columns, place (over all pages), what is written, sort,
    headline, whether a slip."""

    rows: list[Floats] = field(default_factory=list)
    at: list[Ids] = field(default_factory=list)
    sort: list[Ids] = field(default_factory=list)
    headline: list[NDArray[np.bool_]] = field(default_factory=list)
    slip: list[NDArray[np.bool_]] = field(default_factory=list)

    weight: list[Floats] = field(default_factory=list)
    write: list[Ids] = field(default_factory=list)

    def thinned(self, rows: Floats, random: np.random.Generator) -> NDArray[np.bool_]:
        """Which rows of clean text to keep: of those that nothing speaks for, one in eight."""
        easy = (rows[:, 0] + rows[:, 1] < 1) | (rows[:, 2] < -8)
        kept: NDArray[np.bool_] = ~easy | (random.random(len(rows)) < _EASY)
        self.weight.append(np.where(easy, 1 / _EASY, 1)[kept].astype(np.float32))
        return kept

    def add(self, rows: Floats, edits: Edits, page: Page, offset: int, slip: bool) -> None:
        """Add the rows of some edits of a page that begins at ``offset``."""
        self.rows.append(rows)
        self.at.append(edits.at + offset)
        self.write.append(edits.write.astype(np.int32))
        self.sort.append(sorts(page, edits.at, edits.relation).astype(np.int8))
        self.headline.append(page.headline[edits.at])
        self.slip.append(np.full(len(edits), slip))
        if slip:
            self.weight.append(np.ones(len(edits), np.float32))


@dataclass(slots=True)
class Lesson:
    """The examples of a fold by kind of edit, how much text they are of, and the slips made."""

    kinds: tuple[Examples, Examples, Examples] = field(
        default_factory=lambda: (Examples(), Examples(), Examples())
    )
    words: int = 0
    headline_words: int = 0
    slips: list[int] = field(default_factory=lambda: [0, 0, 0])
    found: list[int] = field(default_factory=lambda: [0, 0, 0])
    offset: int = 0
    pages: list[Ids] = field(default_factory=list)
    places: list[Ids] = field(default_factory=list)

    def begin(self, page: Page, places: Sequence[int]) -> None:
        """Note where in the text the sentences of a page of clean text stand: ``pages`` are
        their places over all pages, ``places`` those in the text."""
        self.pages.append(_starts(page) + self.offset)
        self.places.append(np.array(places, np.int64))


def _starts(page: Page) -> Ids:
    real = np.concatenate([[False], page.real, [False]])
    return np.flatnonzero(np.diff(real.astype(np.int8)) == 1)


def sentences_of(words: Ids, flags: Ids) -> Iterator[tuple[int, Sentence]]:
    """The sentences of a range of the text, and where in it they begin."""
    real = np.concatenate([[False], words > 1, [False]])
    edges = np.flatnonzero(np.diff(real.astype(np.int8)))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        yield start, (words[start:end].tolist(), flags[start:end].tolist())


def taught(
    text: Text, numbered: Ids, fold: int, knowledge: Knowledge, slipper: Slipper, most: int
) -> Lesson:
    """The examples of a fold: up to ``most`` places of text, clean and with slips."""
    lesson = Lesson()
    batch: list[Sentence] = []
    places: list[int] = []
    size = used = 0
    for start, end in text.articles(fold, SLIPS):
        if used >= most:
            break
        for at, sentence in sentences_of(numbered[start:end], text.flags[start:end]):
            batch.append(sentence)
            places.append(start + at)
            size += len(sentence[0]) + 3
        if size >= _AT_ONCE:
            used += size
            _teach(lesson, batch, places, knowledge, slipper)
            batch, places, size = [], [], 0
    if batch:
        _teach(lesson, batch, places, knowledge, slipper)
    return lesson


def _teach(
    lesson: Lesson,
    batch: Sequence[Sentence],
    places: Sequence[int],
    knowledge: Knowledge,
    slipper: Slipper,
) -> None:
    page = Page(*joined(list(batch)), knowledge)
    lesson.begin(page, places)
    lesson.words += int(page.real.sum())
    lesson.headline_words += int((page.real & page.headline).sum())
    groups = all_edits(page)
    all_rows = columns(page, groups)
    for kind, (examples, edits) in enumerate(zip(lesson.kinds, groups, strict=True)):
        kept = examples.thinned(all_rows[kind], slipper.random)
        chosen = edits.chosen(kept)
        examples.add(all_rows[kind][kept], chosen, page, lesson.offset, False)
    lesson.offset += len(page.words) + EDGE
    for _ in range(_COPIES):
        slipped, wanted = [], []
        for sentence in batch:
            made = slipper.slipped(sentence) if len(sentence[0]) >= _SHORTEST else None
            slipped.append(made[0] if made else sentence)
            wanted.append(made[1] if made else None)
        _teach_slips(lesson, slipped, wanted, knowledge)


def _teach_slips(
    lesson: Lesson, batch: list[Sentence], wanted: Sequence[Slip | None], knowledge: Knowledge
) -> None:
    page = Page(*joined(batch), knowledge)
    starts = _starts(page)
    groups = all_edits(page)
    all_rows = columns(page, groups)
    for kind, (examples, edits) in enumerate(zip(lesson.kinds, groups, strict=True)):
        expected = {
            int(start) + slip.at: slip.write
            for start, slip in zip(starts, wanted, strict=True)
            if slip is not None and slip.kind == kind
        }
        lesson.slips[kind] += len(expected)
        both = zip(edits.at.tolist(), edits.write.tolist(), strict=True)
        right = np.array([expected.get(at) == write for at, write in both], dtype=np.bool_)
        lesson.found[kind] += int(right.sum())
        chosen = edits.chosen(right)
        examples.add(all_rows[kind][right], chosen, page, lesson.offset, True)
    lesson.offset += len(page.words) + EDGE


def hard(
    text: Text,
    numbered: Ids,
    fold: int,
    knowledge: Knowledge,
    forests: Sequence[Trees],
    least: float,
) -> tuple[list[Floats], int]:
    """The rows of clean articles that first trees take for slips, by kind; how many words.

    Text is plentiful and hard cases are few: they are looked for where no slips are put in.
    """
    rows: list[list[Floats]] = [[], [], []]
    words = size = 0
    batch: list[Sentence] = []

    def read() -> int:
        page = Page(*joined(batch), knowledge)
        for kind, table in enumerate(columns(page, all_edits(page))):
            rows[kind].append(table[forests[kind](table) >= least])
        return int(page.real.sum())

    for start, end in text.articles(fold, CLEAN):
        for _, sentence in sentences_of(numbered[start:end], text.flags[start:end]):
            batch.append(sentence)
            size += len(sentence[0]) + 3
        if size >= _AT_ONCE:
            words += read()
            batch, size = [], 0
    if batch:
        words += read()
    none = np.empty((0, 0), np.float32)
    return [np.concatenate(tables) if tables else none for tables in rows], words
