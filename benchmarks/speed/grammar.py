"""What asking LanguageTool costs: beside LanguageTool alone, and once its answers are kept.

    python -m benchmarks.speed.grammar --folder FOLDER --articles 150

Each run is a process of its own, over the same articles. “Alone” is language-tool-python asked
for one article after another, with its own defaults, on a server that it starts itself. Processor
seconds are those of the run and of everything that it started, Java with it; where a machine is
shared they compare better than seconds by the clock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from benchmarks.accuracy.collection import read_corpus
from benchmarks.corpora import need_shared
from benchmarks.speed.clock import processor_of_children

_FIRST, _SECOND = 1.1, 2.0  # the targets: times LanguageTool alone, times no grammar


class Cost(NamedTuple):
    """What a run took, in seconds."""

    wall: float
    processor: float


_ALONE = """
import sys
from pathlib import Path
import language_tool_python
tool = language_tool_python.LanguageTool("en-GB")
found = sum(len(tool.check(p.read_text("utf-8"))) for p in sorted(Path(sys.argv[1]).glob("*.txt")))
tool.close()
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed.grammar",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--folder", required=True, help="where LanguageTool-6.8 lies")
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--corpus", default="bbc_modern")
    asked = parser.parse_args(arguments)
    need_shared()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "copy"
        folder.mkdir()
        words = 0
        for key, text in read_corpus(asked.corpus, asked.articles, seed=7).items():
            (folder / key.rsplit("/", 1)[-1]).write_text(text, "utf-8")
            words += len(text.split())
        print(f"{asked.articles} articles of {asked.corpus}, {words:,} words")
        costs = _runs(Path(made), folder, asked.folder)
    print(f"{'seconds':60} {'clock':>8} {'processor':>10}")
    for name, cost in costs.items():
        print(f"{name:60} {cost.wall:8.2f} {cost.processor:10.2f}")
    plain, alone, first, second, _ = costs.values()
    _compare("first run / LanguageTool alone", first, alone, _FIRST)
    _compare("second run / no grammar", second, plain, _SECOND)


def _compare(name: str, one: Cost, other: Cost, most: float) -> None:
    ratios = (one.wall / other.wall, one.processor / other.processor)
    print(f"{name:60} {ratios[0]:8.2f} {ratios[1]:10.2f}  ≤ {most:g}")


def _runs(made: Path, folder: Path, where: str) -> dict[str, Cost]:
    environment = {**os.environ, "LTP_PATH": where, "COPYDESK_CACHE": str(made / "cache")}
    alone = [sys.executable, "-c", _ALONE, str(folder)]
    check = [sys.executable, "-m", "lint", "check", str(folder), "--format", "json", "--exit-zero"]
    _run([*check, "--no-grammar", "--no-cache"], environment)  # the stylebook is compiled
    costs = {
        "copydesk, no grammar": _run([*check, "--no-grammar", "--no-cache"], environment),
        "LanguageTool alone": _run(alone, environment),
        "copydesk with grammar, first run": _run([*check, "--grammar"], environment),
        "copydesk with grammar, second run, every file checked again": _run(
            [*check, "--grammar", "--no-cache"], environment
        ),
        "copydesk with grammar, third run": _run([*check, "--grammar"], environment),
    }
    shutil.rmtree(made / "cache")
    return costs


def _run(command: Sequence[str], environment: dict[str, str]) -> Cost:
    began, before = perf_counter(), processor_of_children()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return Cost(perf_counter() - began, processor_of_children() - before)


if __name__ == "__main__":
    main()
