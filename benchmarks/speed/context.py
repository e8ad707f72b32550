"""What looking for slips of context costs, beside the same run without.

    python -m benchmarks.speed.context
    python -m benchmarks.speed.context --model house.context --articles 100

Runs are processes of their own, over articles of some 530 words. Processor seconds are those of
the run and of everything that it started; where a machine is shared they compare better than
seconds by the clock. What is done inside a process is given as the middle of several times.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from benchmarks.accuracy.collection import read_corpus
from benchmarks.corpora import need_shared
from benchmarks.speed.clock import processor_of_children
from lint.readers import read_article
from lint.shells.configuration import Configuration
from lint.shells.contextual import ContextSettings
from lint.shells.desk import Desk

_WORDS = (500, 560)  # of an article
_ROUNDS = 5


class Figure(NamedTuple):
    """What was measured, in milliseconds, and the most that it may be."""

    name: str
    milliseconds: float
    most: float | None = None

    def __str__(self) -> str:
        held = "" if self.most is None else f"  ≤ {self.most:g}"
        met = "" if self.most is None else "  yes" if self.milliseconds <= self.most else "  no"
        return f"{self.name:66} {self.milliseconds:10.2f}{held}{met}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed.context",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--model", default="", help="a model instead of the one that ships")
    parser.add_argument("--articles", type=int, default=100)
    asked = parser.parse_args(arguments)
    need_shared()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported; as in a run
    texts = _texts(asked.articles)
    print(f"{len(texts)} articles, {sum(len(t.split()) for t in texts):,} words; milliseconds")
    for figure in (*_inside(texts, asked.model), *_outside(texts, asked.model)):
        print(figure)


def _texts(count: int) -> list[str]:
    every = read_corpus("bbc_modern").values()
    fitting = [text for text in every if _WORDS[0] <= len(text.split()) <= _WORDS[1]]
    return (fitting * (count // len(fitting) + 1))[:count]


def _inside(texts: Sequence[str], model: str) -> list[Figure]:
    """What opening the model takes, and each article once everything is warm."""
    from lint.context.model import open_model

    path = model or None
    opened = _middle(lambda: open_model(path))
    settings = ContextSettings(model=str(Path(model).resolve()) if model else "")
    figures = [Figure("the model opened", opened, 5)]
    for name, select in (("the five rules alone", ("context",)), ("all rules", ())):
        times = {}
        for on in (False, True):
            if select and not on:
                continue
            desk = Desk(Configuration(context=settings if on else None), select=select)
            articles = [read_article(text, "copy", format="plain") for text in texts]
            for article in articles[:10]:
                desk.check(article)
            began = process_time()
            for article in articles:
                desk.check(article)
            times[on] = (process_time() - began) / len(articles) * 1000
        if select:
            figures.append(Figure(f"an article, {name}, warm", times[True], 60))
        else:
            figures.append(Figure(f"an article, {name}, context off, warm", times[False]))
            figures.append(Figure(f"an article, {name}, context on, warm", times[True]))
    return figures


def _middle(work: Callable[[], object]) -> float:
    work()  # what is imported is not counted
    times = []
    for _ in range(_ROUNDS):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1000)
    return statistics.median(times)


def _outside(texts: Sequence[str], model: str) -> list[Figure]:
    """What runs take, in processor milliseconds."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, "copy")
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number:04}.txt").write_text(text, "utf-8")
        named = f"  model: {Path(model).resolve()}\n" if model else "  eager: false\n"
        house = Path(made, "copydesk.yaml")
        house.write_text(f"context:\n{named}", "utf-8")
        check = [sys.executable, "-m", "lint", "check", "--config", str(house), "--no-cache",
                 "--exit-zero", "--format", "json"]  # fmt: skip
        one, every = str(folder / "0000.txt"), str(folder)
        figures = []
        for name, paths, most in (
            ("one article", one, None),
            (f"{len(texts)} articles", every, 2000),
        ):
            off, on = (
                statistics.median(_run([*check, option, paths]) for _ in range(3))
                for option in ("--no-context", "--context")
            )
            figures.append(Figure(f"a run over {name}, context off, processor", off))
            figures.append(Figure(f"a run over {name}, context on, processor", on))
            figures.append(Figure(f"a run over {name}: more with context", on - off, most))
        return figures


def _run(command: Sequence[str]) -> float:
    before = processor_of_children()
    subprocess.run(command, env=dict(os.environ), stdout=subprocess.DEVNULL, check=True)
    return (processor_of_children() - before) * 1000


if __name__ == "__main__":
    main()
