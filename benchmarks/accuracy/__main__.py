"""One command that measures every accuracy figure, prints them, and writes them.

    python -m benchmarks.accuracy                      # every set; some minutes
    python -m benchmarks.accuracy --quick              # a small sample of everything
    python -m benchmarks.accuracy --set names --set name-slips
    python -m benchmarks.accuracy --markdown docs/accuracy.md

Figures stand for two halves and for both together: “tune” is the half that rules may be
fitted to, “report” the one that they may not. Findings count from warning level up unless a
row says otherwise. Everything is measured on copy that is no part of the project; where it is
absent, nothing is measured.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.accuracy.cases import Miss
from benchmarks.accuracy.checking import SHIPPED, Rules, desk
from benchmarks.accuracy.quiet import CORPORA
from benchmarks.accuracy.sets import SETS, Bench
from benchmarks.accuracy.table import Row, as_markdown, as_text
from benchmarks.corpora import NAMES, OUT, ROOT, need_shared
from lint.version import __version__

HOUSE = "stylebooks/broadcaster"  # the style of the house that made the corrections
_BEGIN, _END = "<!-- begin: python -m benchmarks.accuracy -->", "<!-- end -->"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, write."""
    asked = _arguments(arguments)
    need_shared()
    bench = Bench(
        rules=Rules(select=tuple(asked.select)) if asked.select else SHIPPED,
        house=_house(asked),
        archive=str(asked.archive.resolve()) if asked.archive else "",
        context=asked.context_model,
        grammar=asked.grammar,
        seed=asked.seed,
        jobs=asked.jobs,
        is_quick=asked.quick,
        corpora=tuple(asked.corpus or CORPORA),
    )
    rows: list[Row] = []
    for name in asked.set or SETS:
        began = perf_counter()
        rows += SETS[name](bench)
        print(f"{name}: {perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    about = {
        "date": date.today().isoformat(),
        "version": __version__,
        "stylebook": desk(bench.rules).book.digest,
        "house": None if bench.house is None else desk(bench.house).book.digest,
        "seed": bench.seed,
        "quick": bench.is_quick,
        "sets": list(asked.set or SETS),
    }
    printed = [row for row in rows if asked.detail or not row.detail]
    print(as_text(printed))
    _write_json(asked.json, about, rows)
    if asked.markdown:
        _write_markdown(asked.markdown, about, printed)
    if asked.misses:
        _write_misses(asked.misses, bench.misses)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--set", action="append", choices=list(SETS), help="measure this set alone; repeatable")
    add("--quick", action="store_true", help="a small sample of every set")
    add("--detail", action="store_true", help="print by family of rules and by pair of words, too")
    add("--seed", type=int, default=1, help="what is injected depends on it (1)")
    add("--jobs", type=int, default=2, help="processes (2)")
    add("--corpus", action="append", choices=NAMES, help="for the quiet runs; repeatable")
    add("--select", action="append", help="only these rules or folders of rules; repeatable")
    add(
        "--house",
        action="append",
        help=f"the stylebook of the house that made the corrections ({HOUSE})",
    )
    add("--house-on", action="append", default=[], help="rules of it that are switched on")
    add("--archive", type=Path, help="an index of names printed: the corrections with it, too")
    add("--context-model", default="", help="a model of context instead of the one that ships")
    add("--grammar", default="", help="for everything: the folder of LanguageTool, or “auto”")
    add("--json", type=Path, default=OUT / "accuracy.json", help="where the figures are written")
    add("--markdown", type=Path, help="write the table as Markdown, or between marks in a page")
    add("--misses", type=Path, help="write the misses of the tuning half (copy text: keep it out)")
    return parser.parse_args(arguments)


def _house(asked: argparse.Namespace) -> Rules | None:
    """The rules with the example stylebook of that house, where it is there."""
    books = tuple(asked.house or ())
    if not books and (ROOT / HOUSE).is_dir():
        books = (str(ROOT / HOUSE),)
    return Rules(books=books, on=tuple(asked.house_on)) if books or asked.house_on else None


def _write_json(path: Path, about: dict[str, Any], rows: Sequence[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {**about, "rows": [row.as_json() for row in rows]}
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"written: {path}", file=sys.stderr)


def _write_markdown(path: Path, about: dict[str, Any], rows: Sequence[Row]) -> None:
    """Write the table; in a page that has the marks, only between them."""
    said = (
        f"Figures of {about['date']}, copydesk {about['version']}, stylebook "
        f"`{about['stylebook'][:12]}`, seed {about['seed']}"
        f"{', a quick sample' if about['quick'] else ''}.\n\n"
    )
    table = f"{_BEGIN}\n\n{said}{as_markdown(rows)}\n{_END}"
    page = path.read_text("utf-8") if path.is_file() else ""
    marked = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)
    page, found = marked.subn(lambda _: table, page)
    path.write_text(page if found else f"{table}\n", "utf-8")
    print(f"written: {path}", file=sys.stderr)


def _write_misses(path: Path, misses: Sequence[Miss]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
        writer.writerow(("set", "key", "sort", "slip", "right", "context", "told"))
        for miss in misses:
            cells = (
                miss.set, miss.key, miss.sort, miss.slip, miss.right, miss.context, miss.told,
            )  # fmt: skip
            writer.writerow(" ".join(cell.split()) for cell in cells)
    print(f"written: {path}", file=sys.stderr)


if __name__ == "__main__":
    main()
