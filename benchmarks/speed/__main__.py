"""Time copydesk against codespell, typos and the bare cost of the work, in one run.

    python -m benchmarks.speed [--runs 5] [--only ROW …] [--quick]

Makes the articles (from ``../shared/corpora`` where present, else from the project's own
sentences) and a made-up stylebook below ``benchmarks/out``, installs the rivals there, runs
all commands in turn, and prints the figures with their targets; writes them as JSON. Trust
the ratios: each is of two commands of the same round. ``--quick`` runs everything once on a
few articles, without rivals: it shows what is broken, and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpora import OUT
from benchmarks.speed import page
from benchmarks.speed.clock import run_in_turn
from benchmarks.speed.commands import works
from benchmarks.speed.ground import small_or_full
from benchmarks.speed.rivals import install, versions
from benchmarks.speed.rows import rows
from benchmarks.speed.table import as_data, bare, lines, machine, told


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; the status is 1 where a command failed."""
    asked = _asked(arguments)
    ground = small_or_full(asked.quick, asked.out)
    _tell("making articles and stylebooks")
    ground.make()
    os.environ.update(ground.environment)
    chosen = [row for row in rows(ground) if not asked.only or row.key in asked.only]
    rivals = None if asked.quick else install()
    needed = {name for row in chosen for name in row.works}
    _tell("compiling stylebooks")
    ground.warm(*_books(needed))
    commands = [work for work in works(ground, rivals) if work.name in needed]
    rounds, failed = run_in_turn(commands, asked.runs, ground.environment, _tell)
    _tell("")
    facts = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        **machine(),
        "versions": versions(rivals),
        "articles": ground.source,
        "size": str(ground.size),
        "failed": failed,
    }
    figures = told(chosen, rounds)
    for name, fact in facts.items():
        print(f"{name}: {fact}")
    print()
    print("\n".join(bare(rounds)), "\n")
    print("\n".join(lines(figures, judged=not asked.quick)))
    file = asked.out / ("speed-quick.json" if asked.quick else "speed.json")
    if asked.markdown:
        page.put(asked.markdown, "python -m benchmarks.speed", page.figures(figures, facts))
    file.write_text(json.dumps(as_data(figures, rounds, facts), indent=1), "utf-8")
    return 1 if failed else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--runs", type=int, default=0, help="rounds; 5, or 1 with --quick")
    parser.add_argument("--only", action="append", default=[], metavar="ROW", help="this row only")
    parser.add_argument("--quick", action="store_true", help="everything once, on a few articles")
    parser.add_argument("--markdown", type=Path, help="put the table between marks of this page")
    parser.add_argument("--out", type=Path, default=OUT, help="where everything is put")
    asked = parser.parse_args(arguments)
    asked.runs = asked.runs or (1 if asked.quick else 5)
    return asked


def _books(needed: set[str]) -> list[str]:
    """The stylebooks that the commands want compiled."""
    large = {"stream, more phrases": "phrases", "stream, more names": "names"}
    return ["terms", "house", *(book for work, book in large.items() if work in needed)]


def _tell(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)
    elif what:
        print(what, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
