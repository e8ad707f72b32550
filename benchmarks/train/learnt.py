"""Words that no dictionary has but the news prints: which of them may be believed.

A slip is printed too, so a word must be printed by several newsrooms, and must not look
like a slip for a commoner word, unless it was read and approved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.train.counting import Counts
from lint.lexicon.nearness import one_edit

_LEAST_ARTICLES = 6
_LEAST_CORPORA = 3
_LIKE_A_SLIP = 4  # a word one edit away that is so many times as common


def read_words(name: str) -> set[str]:
    """The words of a list kept by hand beside this file: ``approved`` or ``foreign``."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def learnt_words(counts: Counts, known: Mapping[str, int]) -> Iterator[str]:
    """Every word that is to be added to those already known."""
    read = read_words("approved")
    for word in sorted(counts.words() | read):
        if word in known or not (word.isascii() and word.isalpha() and word.islower()):
            continue
        if word in read or _believable(word, counts, known):
            yield word


def _believable(word: str, counts: Counts, known: Mapping[str, int]) -> bool:
    articles = counts.articles(word)
    if word.capitalize() in known:  # a name that lost its capital
        return False
    if len(word) < 5 or articles < _LEAST_ARTICLES or counts.corpora(word) < _LEAST_CORPORA:
        return False
    return all(
        counts.articles(other) < _LIKE_A_SLIP * articles
        for other in one_edit(word)
        if other in known
    )
