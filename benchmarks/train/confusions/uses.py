"""The uses of the two words of a pair in the corpora, and which of them are known to be slips."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.train.confusions.text import Text

Ints = npt.NDArray[np.int64]
_MOST = 40_000  # uses of one word that are looked at


@dataclass(frozen=True)
class Uses:
    """Uses of either word: where (token number), how many tokens wide, which, in which form.

    ``slip`` are those known to be slips; ``total`` how many there are of either word, before
    any sampling.
    """

    at: Ints
    width: Ints
    second: npt.NDArray[np.bool_]
    form: Ints
    slip: npt.NDArray[np.bool_]
    total: tuple[int, int]


def find_uses(text: Text, forms: tuple[tuple[str, str], ...], slips: Ints) -> Uses:
    """Every use of the words of a pair in small letters (or where a sentence opens).

    ``slips`` are the token numbers of words known to be slips; those are all kept.
    """
    number = {word: n for n, word in enumerate(text.words)}
    at, width, second, form = [], [], [], []
    for f, pair in enumerate(forms):
        for side, word in enumerate(pair):
            parts = [word[:-2], "'s"] if word.endswith("'s") else [word]
            if any(part not in number for part in parts):
                continue
            found = np.flatnonzero(text.ids == number[parts[0]])
            follows = np.zeros(len(found), bool)
            inside = found + 1 < len(text.ids)
            follows[inside] = text.ids[found[inside] + 1] == number["'s"]
            clash = any(f"{word}'s" in both for both in forms)
            if len(parts) == 2:
                found = found[follows]
            elif clash:
                found = found[~follows]
            at.append(found)
            width.append(np.full(len(found), len(parts)))
            second.append(np.full(len(found), bool(side)))
            form.append(np.full(len(found), f))
    where = np.concatenate(at)
    wide, which, of = np.concatenate(width), np.concatenate(second), np.concatenate(form)
    keep = _small(text, where, [number[mark] for mark in '.!?"'])
    keep &= ~text.hyphen[where] & ~text.twin[text.article[where]] & _first_told(text, where)
    where, wide, which, of = where[keep], wide[keep], which[keep], of[keep]
    total = (int((~which).sum()), int(which.sum()))
    slip = np.isin(where, slips)
    chance = np.random.default_rng(1)
    chosen = np.unique(
        np.concatenate(
            [np.flatnonzero(slip)]
            + [chance.permutation(np.flatnonzero(which == side))[:_MOST] for side in (False, True)]
        )
    )
    chosen = chosen[np.argsort(where[chosen], kind="stable")]
    return Uses(where[chosen], wide[chosen], which[chosen], of[chosen], slip[chosen], total)


def _small(text: Text, where: Ints, stops: list[int]) -> npt.NDArray[np.bool_]:
    """Which uses are in small letters, or have the capital of a sentence that they open."""
    before = np.maximum(where - 1, 0)
    opens = (text.block[before] != text.block[where]) | np.isin(text.ids[before], stops)
    small: npt.NDArray[np.bool_] = (text.capital[where] == 0) | ((text.capital[where] == 1) & opens)
    return small


def _first_told(text: Text, where: Ints) -> npt.NDArray[np.bool_]:
    """Which uses do not stand among words that another use stood among before (standing copy)."""
    key = np.zeros(len(where), np.uint64)
    for place in (-4, -3, -2, -1, 0, 1, 2, 3, 4):
        at = np.clip(where + place, 0, len(text.ids) - 1)
        key = key * np.uint64(1_000_003) + text.ids[at].astype(np.uint64)
    order = np.argsort(where, kind="stable")
    _, first = np.unique(key[order], return_index=True)
    kept: npt.NDArray[np.bool_] = np.zeros(len(where), np.bool_)
    kept[order[first]] = True
    return kept


def known_slips(text: Text) -> Ints:
    """The token numbers of the words that reading has shown to be slips (``slips.tsv``)."""
    number = {word: n for n, word in enumerate(text.words)}
    article = {name: n for n, name in enumerate(text.name)}
    starts = np.searchsorted(text.article, np.arange(len(text.name) + 1))
    found = []
    with open(Path(__file__).with_name("slips.tsv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            first, last = starts[article[row["article"]]], starts[article[row["article"]] + 1]
            places = np.flatnonzero(text.ids[first:last] == number[row["word"]])
            found.append(int(first + places[int(row["use"]) - 1]))
    return np.array(sorted(found), np.int64)
