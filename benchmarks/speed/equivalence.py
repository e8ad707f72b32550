"""Is the engine right as well as fast? Held against a plain one, to the span.

    python -m benchmarks.speed.equivalence [--articles 2000] [--quick] [--json]

Every article is checked by the engine and plainly (``plainly.py``: one ``re`` at a time for
every phrase and every pattern of every kind of check). What one of them tells and the other
does not is printed, and makes the status 1. Comparisons between articles are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpora import OUT
from benchmarks.speed.ground import small_or_full
from benchmarks.speed.opening import opened
from benchmarks.speed.plainly import Place, Plain
from lint.engine import Engine
from lint.readers import read_article

_SHOWN = 30  # differences that are printed


@dataclass
class Outcome:
    """What was compared, and the differences: file, rule, half-open span of the source."""

    articles: int = 0
    findings: int = 0
    missing: list[tuple[str, Place]] = field(default_factory=list)
    extra: list[tuple[str, Place]] = field(default_factory=list)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--quick", action="store_true", help="a few articles, a small stylebook")
    parser.add_argument("--json", action="store_true", help="print numbers only, as JSON")
    parser.add_argument("--out", type=Path, default=OUT, help="where everything is put")
    asked = parser.parse_args(arguments)
    ground = small_or_full(asked.quick, asked.out)
    os.environ.update(ground.environment)
    ground.make(many=False)
    opened(ground.book("house"))  # compiles it, where that has not been done
    house = opened(ground.book("house"))
    outcome = compare(
        house.engine, Plain(house.checks), sorted(ground.batch.iterdir())[: asked.articles]
    )
    numbers = {
        "articles": outcome.articles,
        "findings": outcome.findings,
        "missing": len(outcome.missing),
        "extra": len(outcome.extra),
    }
    (asked.out / "equivalence.json").write_text(json.dumps(numbers), "utf-8")
    if asked.json:
        print(json.dumps(numbers))
    else:
        print("\n".join(_lines(outcome, len(house.rules))))
    return 1 if outcome.missing or outcome.extra else 0


def compare(engine: Engine, plain: Plain, files: Iterable[Path]) -> Outcome:
    """Check articles both ways. ``missing`` is what only the plain way tells."""
    outcome = Outcome()
    for path in files:
        article = read_article(path.read_bytes(), path.name)
        told = {
            Place(finding.rule, finding.span.start, finding.span.end)
            for finding in engine.check(article).findings
        }
        due = plain.check(article)
        outcome.articles += 1
        outcome.findings += len(due)
        outcome.missing += [(path.name, place) for place in sorted(due - told)]
        outcome.extra += [(path.name, place) for place in sorted(told - due)]
    return outcome


def _lines(outcome: Outcome, rules: int) -> Iterator[str]:
    yield f"{outcome.articles} articles, {rules} rules, {outcome.findings} findings"
    for name, places in (("missing", outcome.missing), ("extra", outcome.extra)):
        yield f"{name}: {len(places)}"
        for file, place in places[:_SHOWN]:
            yield f"  {file} {place.rule} {place.start}-{place.end}"


if __name__ == "__main__":
    sys.exit(main())
