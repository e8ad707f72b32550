"""What stands around each use of a word, as the columns of a matrix."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from benchmarks.train.confusions.fitting import Design
from benchmarks.train.confusions.pairs import Pair
from benchmarks.train.confusions.settings import settings
from benchmarks.train.confusions.stories import stories, without_use
from benchmarks.train.confusions.text import Text
from benchmarks.train.confusions.uses import Ints, Uses
from lint.checks.confusion.keys import STAND_INS
from lint.checks.confusion.tables import FORM_RUNS, PLACES, RUNS

WITH_VECTORS = (-3, -2, -1, 1, 2, 3)
REACH = 10  # words and marks on either side that make the bag
_OFTEN = 4  # uses from which a run of words has a number
# How freely the numbers of a sort may grow: each was tried on held-out corpora.
_WORD_AT_PLACE, _WORD_AROUND, _RUN, _FACT, _WORD_OF_STORY = 0.4, 0.2, 1.0, 2.0, 0.3
_VECTOR = 0.08
# Where the whole story is weighed, so that it holds for few uses: the scales of word vectors,
# the ridge, the rounds of fitting, and what stories without a use count for.
_VECTOR_BESIDE_STORY, _VECTOR_IN_STORY = 0.05, 0.8
_RIDGE, _ROUNDS, _ALONE = 2e-4, 150, 0.05
_RARE = 40  # uses in all corpora below which a word has no number but what a story gives it


def rare_words(text: Text) -> npt.NDArray[np.bool_]:
    """Which words are too rare to have a number of their own."""
    rare: npt.NDArray[np.bool_] = np.bincount(text.ids, minlength=len(text.words)) < _RARE
    rare[: 1 + len(STAND_INS)] = False
    return rare


def are_words(words: list[str]) -> npt.NDArray[np.bool_]:
    """Which keys stand for words, not for marks and numbers."""
    return np.array([w[0].isalpha() or (w[0] == "<" and len(w) > 1) for w in words])


@dataclass
class Columns:
    """What each column of the design stands for."""

    words: Ints  # the words of the tables, by their number in the vocabulary
    runs: dict[tuple[int, tuple[int, ...]], int] = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)
    capitals_from: int = 0
    runs_from: int = 0
    facts_from: int = 0


def around(text: Text, uses: Uses) -> tuple[dict[int, Ints], dict[int, Ints]]:
    """The word (its number; the edge beyond the block) and its capital at each place."""
    ids, capitals = {}, {}
    for place in [*range(-REACH, 0), *range(1, REACH + 1)]:
        where = uses.at + place + (uses.width - 1 if place > 0 else 0)
        inside = (where >= 0) & (where < len(text.ids))
        where = np.where(inside, where, uses.at)
        inside &= text.block[where] == text.block[uses.at]
        ids[place] = np.where(inside, text.ids[where], 0).astype(np.int64)
        capitals[place] = np.where(inside, text.capital[where], 0).astype(np.int64)
    return ids, capitals


class _Cells:
    """The cells of a sparse matrix while it is being made: rows, columns, all of value one."""

    def __init__(self, rows: int) -> None:
        self.rows = np.arange(rows)
        self.width = 0
        self._row: list[Ints] = []
        self._column: list[Ints] = []

    def add(self, row: Ints, column: Ints, width: int) -> None:
        """Put ones at some rows and columns of a new group of columns, ``width`` wide."""
        self._row.append(row)
        self._column.append(column + self.width)
        self.width += width

    def add_one(self, holds: npt.NDArray[np.bool_]) -> None:
        """Put ones at the rows of which something holds, in a new column."""
        self.add(self.rows[holds], np.zeros(holds.sum(), np.int64), 1)

    def matrix(self) -> sp.csr_matrix:
        """What was added, as a matrix."""
        row, column = np.concatenate(self._row), np.concatenate(self._column)
        shape = (len(self.rows), self.width)
        return sp.csr_matrix((np.ones(len(row)), (row, column)), shape=shape)


def design_of(
    text: Text, vectors: npt.NDArray[np.float32], uses: Uses, pair: Pair
) -> tuple[Design, Columns]:
    """The design matrix of a pair's uses, and what its columns stand for."""
    ids, capitals = around(text, uses)
    words = np.unique(np.concatenate([np.unique(ids[place]) for place in ids]))
    size = len(words)
    columns = Columns(words)
    cells = _Cells(len(uses.at))
    is_word = are_words(text.words)
    _add_words(cells, ids, words, is_word)
    columns.capitals_from = cells.width
    for place in PLACES:
        cells.add_one(capitals[place] > 0)
    columns.runs_from = cells.width
    _add_runs(cells, columns, ids, uses, len(text.words) + 1, formed=len(pair.forms) > 1)
    columns.facts_from = cells.width
    for name, holds in (_facts(text, uses, pair.forms) if pair.story else {}).items():
        cells.add_one(holds)
        columns.facts.append(name)
    bag = len(PLACES) * size
    scale = _scales(cells.width, columns)
    known = vectors[words]
    if not pair.story:  # rare words say too little for the room they take
        rare = rare_words(text)[words]
        known = np.where(rare[:, None], np.float32(0), known)
        scale[: bag + size][np.tile(rare, len(PLACES) + 1)] = 0.0
    blocks = [(PLACES.index(p) * size, (PLACES.index(p) + 1) * size) for p in WITH_VECTORS]
    blocks.append((bag, bag + size))
    design = Design(
        cells.matrix(),
        scale,
        tuple(blocks),
        None,
        np.full(size, _WORD_OF_STORY),
        text.article[uses.at].astype(np.int64),
        known,
        _VECTOR,
        0.0,
        uses.second,
        ~uses.slip,
    )
    return (_with_stories(design, columns, text, pair) if pair.story else design), columns


def _scales(width: int, columns: Columns) -> npt.NDArray[np.float64]:
    """What each column is measured in, by what it stands for."""
    size = len(columns.words)
    bag = len(PLACES) * size
    scale = np.full(width, _WORD_AT_PLACE)
    scale[bag : bag + size] = _WORD_AROUND
    scale[columns.runs_from : columns.facts_from] = _RUN
    scale[columns.facts_from :] = _FACT
    return scale


def _with_stories(design: Design, columns: Columns, text: Text, pair: Pair) -> Design:
    """The design with the words of the stories, and rows of stories without a use."""
    articles, second = without_use(text, pair.forms)
    whose = np.concatenate([design.article, articles])
    own = sorted({form for both in pair.forms for form in both})
    is_word = are_words(text.words) & ~np.isin(text.words, own)
    empty = sp.csr_matrix((len(articles), design.near.shape[1]))
    return replace(
        design,
        near=sp.vstack([design.near, empty]).tocsr(),
        story=stories(text, whose, columns.words, is_word),
        article=whose,
        second=np.concatenate([design.second, second]),
        learn=np.concatenate([design.learn, np.ones(len(articles), np.bool_)]),
        alone=len(articles),
        alone_share=_ALONE,
        vector_scale=_VECTOR_BESIDE_STORY,
        story_vector_scale=_VECTOR_IN_STORY,
        ridge=_RIDGE,
        rounds=_ROUNDS,
    )


def _add_words(
    cells: _Cells, ids: dict[int, Ints], words: Ints, is_word: npt.NDArray[np.bool_]
) -> None:
    """A column for each word at each place, and one for each word anywhere about."""
    size = len(words)
    place_of = np.zeros(len(is_word), np.int64)
    place_of[words] = np.arange(size)
    for place in PLACES:
        cells.add(cells.rows, place_of[ids[place]], size)
    pairs = []
    for place in ids:
        use = is_word[ids[place]]
        pairs.append(cells.rows[use] * size + place_of[ids[place][use]])
    once = np.unique(np.concatenate(pairs))
    cells.add(once // size, once % size, size)


def _add_runs(
    cells: _Cells, columns: Columns, ids: dict[int, Ints], uses: Uses, base: int, *, formed: bool
) -> None:
    """A column for each run of words (some with the form of the word) met often enough."""
    runs = [(0, run) for run in RUNS] + [(1, run) for run in FORM_RUNS] * formed
    for kind, (with_form, run) in enumerate(runs):
        key = uses.form.astype(np.int64) * with_form
        for place in run:
            key = key * base + ids[place]
        values, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
        often = counts >= _OFTEN
        new = np.cumsum(often) - 1
        use = often[inverse]
        for value, column in zip(values[often], new[often], strict=True):
            parts, rest = [], int(value)
            for _ in run:
                parts.append(rest % base)
                rest //= base
            form = (rest,) if with_form else ()
            columns.runs[(kind, (*form, *reversed(parts)))] = int(column) + cells.width
        cells.add(cells.rows[use], new[inverse[use]], int(often.sum()))


def _facts(
    text: Text, uses: Uses, forms: tuple[tuple[str, str], ...]
) -> dict[str, npt.NDArray[np.bool_]]:
    """What else of the pair stands in the article, this use left out; section and dateline."""
    number = {word: n for n, word in enumerate(text.words)}
    facts = {}
    articles = len(text.name)
    for side, name in enumerate(("first", "second")):
        wanted = [number[f[side]] for f in forms if f[side] in number]
        found = np.isin(text.ids, wanted)
        low = np.bincount(text.article[found & (text.capital == 0)], minlength=articles)
        high = np.bincount(text.article[found & (text.capital > 0)], minlength=articles)
        own = uses.second == bool(side)
        is_low = text.capital[uses.at] == 0
        low_here = low[text.article[uses.at]] - (own & is_low)
        high_here = high[text.article[uses.at]] - (own & ~is_low)
        facts[f"{name}"] = low_here > 0
        facts[f"{name} twice"] = low_here > 1
        facts[f"{name} capital"] = high_here > 0
        facts[f"{name} capital twice"] = high_here > 1
    for name, known in settings(text).items():
        facts[name] = known[text.article[uses.at]]
    return facts
