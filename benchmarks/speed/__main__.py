"""Time a folder of articles against codespell and typos, whole processes in one run.

    python -m benchmarks.speed [--articles 2000] [--runs 5]

The rivals are installed in an environment of their own below ``benchmarks/out``. Real
articles are taken where they are (``../shared/corpora``); otherwise the sample articles
are recombined. Trust the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import OUT, ROOT, SHARED, corpus


@dataclass
class Timing:
    """Seconds of each run of one command: processor time (with children) and wall."""

    cpu: list[float]
    wall: list[float]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    folder = articles(asked.articles)
    one = sorted(folder.iterdir())[0]
    rivals = install_rivals()
    copydesk = [sys.executable, "-m", "lint"]
    commands = {
        "copydesk": [*copydesk, "check", str(folder), "--exit-zero"],
        "copydesk --jobs 1": [*copydesk, "check", str(folder), "--exit-zero", "--jobs", "1"],
        "codespell": [str(rivals / "codespell"), str(folder)],
        "typos": [str(rivals / "typos"), str(folder)],
        "copydesk, one article": [*copydesk, "check", str(one), "--exit-zero"],
        "codespell, one article": [str(rivals / "codespell"), str(one)],
        "python -I -c pass": [sys.executable, "-I", "-c", "pass"],
    }
    timings = measure(commands, asked.runs)
    tell(timings, asked.articles)


def articles(count: int) -> Path:
    """A folder of that many articles."""
    folder = OUT / f"articles-{count}"
    if folder.is_dir() and len(list(folder.iterdir())) == count:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if (SHARED / "corpora").is_dir():
        sources = corpus("bbc2004")[:count]
    else:
        sources = sorted((ROOT / "seeds").glob("*.txt"))
    for number, source in zip(range(count), itertools.cycle(sources), strict=False):
        shutil.copy(source, folder / f"{number:06}.txt")
    return folder


def install_rivals() -> Path:
    """The folder of the rivals' commands, installed once."""
    home = OUT / "rivals"
    commands = home / ("Scripts" if os.name == "nt" else "bin")
    if not (commands / "typos").exists():
        venv.create(home, with_pip=True)
        subprocess.run(
            [str(commands / "python"), "-m", "pip", "install", "-q", "codespell", "typos"],
            check=True,
        )
    return commands


def measure(commands: dict[str, Sequence[str]], runs: int) -> dict[str, Timing]:
    """Run the commands in turn, one warm-up round first."""
    timings = {name: Timing([], []) for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:
                cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                timings[name].cpu.append(cpu)
                timings[name].wall.append(wall)
    return timings


def tell(timings: dict[str, Timing], count: int) -> None:
    """Print the table and the ratios, and write them as JSON."""
    print(
        f"{platform.machine()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}; {count} articles"
    )
    print(f"{'':26}{'cpu s':>9}{'wall s':>9}   (medians; least to most)")
    for name, timing in timings.items():
        cpu, wall = statistics.median(timing.cpu), statistics.median(timing.wall)
        print(
            f"{name:26}{cpu:9.3f}{wall:9.3f}   {min(timing.cpu):.3f}-{max(timing.cpu):.3f}"
            f"  {min(timing.wall):.3f}-{max(timing.wall):.3f}"
        )
    ratios = {
        f"{ours} / {rival}": statistics.median(
            a / b for a, b in zip(timings[ours].cpu, timings[rival].cpu, strict=True)
        )
        for ours, rival in (
            ("copydesk --jobs 1", "codespell"),
            ("copydesk --jobs 1", "typos"),
            ("copydesk, one article", "codespell, one article"),
        )
    }
    for name, ratio in ratios.items():
        print(f"cpu {name}: {ratio:.2f}")
    data = {
        "articles": count,
        "python": platform.python_version(),
        "timings": {name: {"cpu": t.cpu, "wall": t.wall} for name, t in timings.items()},
        "ratios": ratios,
    }
    (OUT / "speed.json").write_text(json.dumps(data, indent=1), "utf-8")


if __name__ == "__main__":
    main()
