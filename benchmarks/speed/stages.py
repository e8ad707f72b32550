"""Where the time goes: a table of stages, for articles checked in one process.

    python -m benchmarks.speed.stages [--articles 2000] [--warm] [--book house] [--quick]

Reading, decoding, looking phrases and patterns up, each view of an article (its capitalised
words, its quotations …), each kind of check, telling, settling and the text report are timed
where they stand; a stage that is no longer there under its name counts to the one around it.
Timing costs time itself: the last lines compare with a run without it.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from benchmarks.corpora import OUT
from benchmarks.speed import page
from benchmarks.speed.ground import small_or_full
from benchmarks.speed.opening import Opened, opened
from benchmarks.speed.timers import Timers
from lint.readers import read_article
from lint.reading import Reading
from lint.reports import report_class
from lint.reports.base import RunInfo

_Stage = Callable[[str], AbstractContextManager[None]]
_FIRST = 50  # articles that are checked before the clock starts


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rules", type=int, default=15, help="costliest rules that are listed")
    parser.add_argument("--warm", action="store_true", help="articles that it has seen before")
    parser.add_argument("--book", default="house", help="house, terms, phrases or names")
    parser.add_argument("--quick", action="store_true", help="a few articles, a small stylebook")
    parser.add_argument("--markdown", type=Path, help="put the table between marks of this page")
    parser.add_argument("--out", type=Path, default=OUT, help="where everything is put")
    asked = parser.parse_args(arguments)
    ground = small_or_full(asked.quick, asked.out)
    os.environ.update(ground.environment)
    ground.make(many=asked.book in ("phrases", "names"))
    folder = ground.book(asked.book)
    opened(folder)  # compiles it, where that has not been done
    files = sorted(ground.batch.iterdir())[: asked.articles]
    first = files if asked.warm else files[: min(_FIRST, len(files) // 2)]
    timed = files if asked.warm else files[len(first) :]
    bare = _bare(opened(folder), first, timed)
    timers = _timed(opened(folder), first, timed)
    count = len(timed)
    print("\n".join(lines(timers, count, asked.rules)))
    if asked.markdown:
        page.put(asked.markdown, "python -m benchmarks.speed.stages", page.stages(timers, count))
    print(f"{'without timing':34}{bare * 1000:10.0f}{bare * 1e6 / count:12.1f}")
    return 0


def _bare(house: Opened, first: Sequence[Path], timed: Sequence[Path]) -> float:
    """Seconds that files take without timers, after the first ones."""
    run(house, first, _untimed)
    start = time.thread_time()
    run(house, timed, _untimed)
    return time.thread_time() - start


def _timed(house: Opened, first: Sequence[Path], timed: Sequence[Path]) -> Timers:
    """The timers of files, after the first ones."""
    timers = Timers()
    wrap(timers, house)
    run(house, first, timers.stage)
    timers.reset()
    with timers.stage("loop"):
        run(house, timed, timers.stage)
    return timers


def _untimed(_: str) -> AbstractContextManager[None]:
    return nullcontext()


def wrap(timers: Timers, house: Opened) -> None:
    """Put timers around the stages of an engine, and of this process."""
    import lint.engine as engine_module
    from lint import readers, telling

    timers.wrap(readers, "decode", "decode")
    timers.wrap(house.engine, "check", "engine: the rest")
    roster = getattr(house.engine, "_roster", None)
    timers.wrap(getattr(roster, "phrases", None), "look_up", "phrase index")
    timers.wrap(getattr(roster, "patterns", None), "look_up", "pattern set")
    timers.wrap(roster, "awake", "sentries")
    for check in house.checks:
        for method in ("read", "observe"):
            timers.wrap(check, method, f"{method} {check.rule.kind}", check.rule.id)
    timers.wrap(telling.Teller, "finding", "telling")
    timers.wrap(telling.Teller, "site", "positions")
    timers.wrap(engine_module, "without_overlaps", "settling")
    timers.wrap_views(Reading, "view")


def run(house: Opened, files: Sequence[Path], stage: _Stage) -> None:
    """Read, check and tell some files, as the command does in one process."""
    rules = {check.rule.id: check.rule for check in house.checks}
    info = RunInfo("", house.book.name, house.book.digest, rules)
    report = report_class("text")(io.StringIO(), info)
    for path in files:
        with stage("read"):
            raw = path.read_bytes()
        with stage("article and its blocks"):
            article = read_article(raw, str(path))
        found = house.engine.check(article).findings
        with stage("report"):
            report.article(str(path), found)


def lines(timers: Timers, articles: int, rules: int) -> Iterator[str]:
    """The table: stages, then the costliest rules."""
    whole = sum(timers.seconds.values())
    yield f"{'stage':34}{'ms':>10}{'µs/article':>12}{'share':>8}{'calls':>10}"
    for name, seconds in timers.costliest():
        yield (
            f"{name:34}{seconds * 1000:10.0f}{seconds * 1e6 / articles:12.1f}"
            f"{seconds / whole:8.1%}{timers.calls[name]:10}"
        )
    yield f"{'all':34}{whole * 1000:10.0f}{whole * 1e6 / articles:12.1f}"
    yield ""
    yield "the costliest rules"
    owners = sorted(timers.owners.items(), key=lambda owner: -owner[1])
    for (stage, rule), seconds in owners[:rules]:
        yield f"  {rule:32}{seconds * 1000:10.0f}{seconds * 1e6 / articles:12.1f}  {stage}"
    yield ""


if __name__ == "__main__":
    sys.exit(main())
