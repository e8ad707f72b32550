"""Paragraphs and headlines to put articles together from.

They are real ones where the corpora are (``../shared/corpora``), otherwise the project's own:
its sample articles, and the sentences in its rules in which nothing is wrong.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import ROOT, SHARED, corpus
from lint.stylebook.book import load_stylebook

_REAL = ("bbc2004", "bbc_modern", "dawn_2025_26", "newsarticles2017")
_SHORTEST, _LONGEST = 60, 900  # code points of a paragraph that is taken
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<![A-Z][a-z]\.)[\"”’']? +(?=[A-Z“\"‘])")
_TOGETHER = 300  # code points of a piece of a long paragraph
_TIMES = 5  # paragraphs that hold the same sentence of the project
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Pool:
    """What articles are put together from; all quotation marks are straight."""

    headlines: tuple[str, ...]
    paragraphs: tuple[str, ...]


def source(*, real: bool = True) -> str:
    """Where a pool would be from; it changes when the pool does."""
    if real and (SHARED / "corpora").is_dir():
        return "real news: " + ", ".join(_REAL)
    return f"the project's own sentences (stylebook {load_stylebook().digest})"


def pool(*, real: bool = True) -> Pool:
    """The pool of real copy where it is there (and ``real``), else that of the project."""
    if real and (SHARED / "corpora").is_dir():
        return _pool(path for name in _REAL for path in corpus(name))
    own = _pool(sorted((ROOT / "seeds").glob("*.txt")))
    sentences = tuple(_own_sentences())
    return Pool((*own.headlines, *sentences[:50]), (*own.paragraphs, *sentences))


def _pool(paths: Iterable[Path]) -> Pool:
    headlines: dict[str, None] = {}
    paragraphs: dict[str, None] = {}
    for path in paths:
        headline, _, body = path.read_text("utf-8").translate(_STRAIGHT).partition("\n")
        if headline.strip():
            headlines[headline.strip()] = None
        for piece in _pieces(body):
            # Out of its article, a quotation that runs on over paragraphs would be a slip.
            if _SHORTEST <= len(piece) <= _LONGEST and piece.count('"') % 2 == 0:
                paragraphs[piece] = None
    return Pool(tuple(headlines), tuple(paragraphs))


def _pieces(body: str) -> Iterator[str]:
    """The paragraphs of a body on one line each, the long ones cut between sentences."""
    for paragraph in body.split("\n\n"):
        text = " ".join(paragraph.split())
        if len(text) <= _LONGEST:
            yield text
            continue
        piece = ""
        for sentence in _SENTENCE_END.split(text):
            piece = f"{piece} {sentence}".strip()
            if len(piece) >= _TOGETHER:
                yield piece
                piece = ""


def _own_sentences() -> Iterator[str]:
    """The sentences of the shipped rules in which nothing is wrong, three to a paragraph.

    Each stands in several paragraphs, beside others.
    """
    found = [
        example.ok.translate(_STRAIGHT)
        for check in load_stylebook().checks.values()
        for example in check.rule.examples
        if example.format == "plain" and "\n" not in example.ok and len(example.ok) > 20
    ]
    dice = random.Random(len(found))
    for _ in range(_TIMES):
        dice.shuffle(found)
        for first in range(0, len(found) - 2, 3):
            yield " ".join(found[first : first + 3])
