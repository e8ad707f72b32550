"""What the whole story says of a use: its words, lists of like words, and stories without a use."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from benchmarks.corpora import ROOT
from benchmarks.train.confusions.text import Text
from benchmarks.train.confusions.uses import Ints
from lint.checks.confusion.entries import ConfusionsOptions
from lint.checks.confusion.keys import EDGE, STAND_INS
from lint.stylebook.book import load_stylebook

_COMMON = 400  # the commonest words say nothing of a story
_MOST = 3000  # stories without a use that speak for the second word
_LIST = 10.0  # how much more a list may say than one number of a word vector

Vectors = npt.NDArray[np.float32]


def stories(
    text: Text, articles: Ints, words: Ints, is_word: npt.NDArray[np.bool_]
) -> sp.csr_matrix:
    """For every one of the articles the mean of its different words, the very common left out.

    The words of the pair itself must not be among ``is_word``: they would give the answer away.
    """
    counts = np.bincount(text.ids, minlength=len(text.words))
    rank = np.argsort(np.argsort(-counts, kind="stable"), kind="stable")
    place_of = np.full(len(text.words), -1, np.int64)
    place_of[words] = np.arange(len(words))
    known = is_word.copy()
    known[: 1 + len(STAND_INS)] = False
    assert text.words[0] == EDGE
    use = known[text.ids] & np.isin(text.article, np.unique(articles))
    pairs = np.unique(text.article[use].astype(np.int64) * len(text.words) + text.ids[use])
    row, word = pairs // len(text.words), pairs % len(text.words)
    length = np.bincount(row, minlength=len(text.name))
    told = (rank[word] >= _COMMON) & (place_of[word] >= 0)
    row, col = row[told], place_of[word[told]]
    return sp.csr_matrix(
        (30.0 / (length[row] + 20.0), (row, col)), shape=(len(text.name), len(words))
    )


def without_use(
    text: Text, forms: tuple[tuple[str, str], ...]
) -> tuple[Ints, npt.NDArray[np.bool_]]:
    """Stories that speak for one of the words without a use of it, and whether for the second.

    For the first, those in which it is part of names only (“Kent County Council”); for the
    second, some of those that have it and nothing of the first.
    """
    low: list[Ints] = []
    high: list[Ints] = []
    for side in (0, 1):
        found = np.isin(text.ids, [text.words.index(both[side]) for both in forms])
        for counts, which in ((low, text.capital == 0), (high, text.capital > 0)):
            counts.append(np.bincount(text.article[found & which], minlength=len(text.name)))
    first = np.flatnonzero((high[0] > 0) & (low[0] == 0) & ~text.twin)
    second = np.flatnonzero((low[1] > 0) & (low[0] == 0) & (high[0] == 0) & ~text.twin)
    second = np.sort(np.random.default_rng(3).permutation(second)[:_MOST])
    says = np.concatenate([np.zeros(len(first), np.bool_), np.ones(len(second), np.bool_)])
    return np.concatenate([first, second]), says


def with_lists(text: Text, vectors: Vectors, rule: str) -> Vectors:
    """The word vectors with a number more for each list of words that a rule names."""
    options = load_stylebook(ROOT / "rules").checks[rule].options
    assert isinstance(options, ConfusionsOptions)
    number = {word: n for n, word in enumerate(text.words)}
    more = np.zeros((len(text.words), len(options.lists)), np.float32)
    for column, name in enumerate(sorted(options.lists)):
        places = [number[w.lower()] for w in options.lists[name] if w.lower() in number]
        more[places, column] = _LIST
    return np.hstack([vectors, more])
