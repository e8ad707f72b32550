"""What one process takes, from inside: opening a stylebook, checking articles warm.

python -m benchmarks.speed.inside load BOOK --cache FOLDER
python -m benchmarks.speed.inside stream BOOK FOLDER     # every article once
python -m benchmarks.speed.inside again BOOK FOLDER      # some articles again and again

Writes JSON; every figure is in milliseconds of processor time, those of articles for one
article.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_WORDS = range(480, 581)  # of an article that is checked again and again
_ARTICLES, _PASSES = 25, 12
_FIRST = 50  # articles of a stream that warm it


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("load", "stream", "again"))
    parser.add_argument("book")
    parser.add_argument("folder", nargs="?", default="")
    parser.add_argument("--cache", default="")
    asked = parser.parse_args()
    if asked.cache:
        os.environ["COPYDESK_CACHE"] = asked.cache
    measured = {"load": load, "stream": stream, "again": again}[asked.what](asked)
    json.dump(measured, sys.stdout)


def load(asked: argparse.Namespace) -> dict[str, float]:
    """Open a stylebook and put it to work; from the cache, unless that is one to be filled."""
    from benchmarks.speed.opening import opened

    if not asked.cache:
        opened(asked.book)
    start = time.process_time()
    opened(asked.book)
    return {"ready": _ms(time.process_time() - start)}


def stream(asked: argparse.Namespace) -> dict[str, float]:
    """Check many different articles, each once, in a process that has seen some already."""
    checking = _Checking(asked.book)
    texts = [path.read_text("utf-8") for path in sorted(Path(asked.folder).iterdir())]
    checking.all(texts[:_FIRST])
    start = time.process_time()
    checking.all(texts[_FIRST:])
    return {"article": _ms(time.process_time() - start) / max(1, len(texts) - _FIRST)}


def again(asked: argparse.Namespace) -> dict[str, float]:
    """Check articles of some 530 words that have been checked before, as a service does."""
    texts = [path.read_text("utf-8") for path in sorted(Path(asked.folder).iterdir())]
    fitting = [text for text in texts if len(text.split()) in _WORDS][:_ARTICLES] or texts[:5]
    both = {
        "every": _Checking(asked.book),
        "listed": _Checking(asked.book, only_listed=True),
    }
    passes: dict[str, list[float]] = {name: [] for name in both}
    for number in range(_PASSES + 1):
        for name, checking in both.items():
            start = time.process_time()
            checking.all(fitting)
            if number:  # the first one warms
                passes[name].append(_ms(time.process_time() - start) / len(fitting))
    return {name: statistics.median(each) for name, each in passes.items()}


class _Checking:
    """A stylebook at work in this process."""

    def __init__(self, book: str, *, only_listed: bool = False) -> None:
        from benchmarks.speed.opening import opened
        from lint.readers import read_article

        self._read = read_article
        self._engine = opened(book, only_listed=only_listed).engine

    def all(self, texts: Sequence[str]) -> None:
        """Read and check articles."""
        for text in texts:
            self._engine.check(self._read(text, "article.txt", format="plain"))


def _ms(seconds: float) -> float:
    return seconds * 1000


if __name__ == "__main__":
    main()
