"""What a model doubts most in the articles that were kept apart, as it stands there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lint.context.columns import DELETION, INSERTION
from lint.context.counts import Floats
from lint.context.tokens import CAPITAL
from lint.context.vocabulary import Vocabulary
from lint.shells.teaching.gathering import Text
from lint.shells.teaching.levels import Scored
from lint.shells.teaching.working import Arrays

KINDS = ("insertions", "deletions", "replacements")
_MOST = 10
_AROUND = 6  # words on either side
_CLOSE = frozenset(".,;:!?…)]'")


class Excerpt(NamedTuple):
    """An edit that was thought of, with its chance: the words before it, those that stand
    there, those that would, and the words after it."""

    chance: float
    before: str
    old: str
    new: str
    after: str


def excerpts(
    text: Text, vocabulary: Vocabulary, lesson: Arrays, scored: Scored, chance: Floats
) -> list[Excerpt]:
    """The surest doubts of clean text, the surest first; quotation marks are left out."""
    sizes = [len(lesson[f"{kind}.slip"]) for kind in KINDS]
    first = np.concatenate([[0], np.cumsum(sizes)])
    found = []
    for number in np.argsort(-np.where(scored.slip, -1, chance), kind="stable")[:_MOST].tolist():
        if scored.slip[number]:
            break
        row = int(scored.row[number])
        kind = int(np.searchsorted(first, row, side="right")) - 1
        own = row - int(first[kind])
        sentence = np.searchsorted(lesson["pages"], lesson[f"{KINDS[kind]}.at"][own], "right") - 1
        place = int(
            lesson["places"][sentence]
            + lesson[f"{KINDS[kind]}.at"][own]
            - lesson["pages"][sentence]
        )
        end = place if kind == INSERTION else place + 1
        word = int(lesson[f"{KINDS[kind]}.write"][own])
        found.append(
            Excerpt(
                float(chance[number]),
                _spelt(text, _left(text, place), place),
                _spelt(text, place, end),
                "" if kind == DELETION else vocabulary.word(word),
                _spelt(text, end, _right(text, end)),
            )
        )
    return found


def _left(text: Text, place: int) -> int:
    first = place
    while place - first < _AROUND and text.words[first - 1] > 1:
        first -= 1
    return first


def _right(text: Text, place: int) -> int:
    last = place
    while last - place < _AROUND and text.words[last] > 1:
        last += 1
    return last


def _spelt(text: Text, start: int, end: int) -> str:
    """The words of a range, with capitals where they began with one."""
    said = ""
    for word, flags in zip(text.words[start:end].tolist(), text.flags[start:end], strict=True):
        spelt = text.spelt[word]
        if flags & CAPITAL:
            spelt = spelt[0].upper() + spelt[1:]
        said += spelt if spelt[0] in _CLOSE or not said else f" {spelt}"
    return said
