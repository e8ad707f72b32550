"""What asking LanguageTool costs: beside LanguageTool alone, and once its answers are kept.

    python -m benchmarks.speed.grammar --folder FOLDER --articles 150

Each run is a process of its own, over the same articles. “Alone” is language-tool-python asked
for one article after another, with its own defaults, on a server that it starts itself.
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

from benchmarks.accuracy.collection import read_corpus
from benchmarks.corpora import need_shared

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
        print(f"{asked.articles} articles of {asked.corpus}, {words:,} words; wall seconds")
        for name, seconds in _runs(Path(made), folder, asked.folder):
            print(f"{name:60} {seconds:8.2f}")


def _runs(made: Path, folder: Path, where: str) -> list[tuple[str, float]]:
    environment = {**os.environ, "LTP_PATH": where, "COPYDESK_CACHE": str(made / "cache")}
    alone = [sys.executable, "-c", _ALONE, str(folder)]
    check = [sys.executable, "-m", "lint", "check", str(folder), "--format", "json", "--exit-zero"]
    _run([*check, "--no-grammar", "--no-cache"], environment)  # the stylebook is compiled
    rows = [
        ("copydesk, no grammar", _run([*check, "--no-grammar", "--no-cache"], environment)),
        ("LanguageTool alone", _run(alone, environment)),
        ("copydesk with grammar, first run", _run([*check, "--grammar"], environment)),
        (
            "copydesk with grammar, second run, every file checked again",
            _run([*check, "--grammar", "--no-cache"], environment),
        ),
        ("copydesk with grammar, third run", _run([*check, "--grammar"], environment)),
    ]
    shutil.rmtree(made / "cache")
    return rows


def _run(command: Sequence[str], environment: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - began


if __name__ == "__main__":
    main()
