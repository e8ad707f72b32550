"""One command that prints every accuracy figure, and writes them as JSON.

python -m benchmarks.accuracy [--limit N] [--select RULE …]
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence

from benchmarks.accuracy.gold import Score, corrections, labelled
from benchmarks.accuracy.quiet import Quiet, run
from benchmarks.corpora import NAMES, OUT, corpus, need_shared
from lint.finding import SEVERITIES
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--limit", type=int, default=0, help="articles of each corpus; all by default"
    )
    parser.add_argument(
        "--select", action="append", default=[], help="rules; all that are on by default"
    )
    parser.add_argument("--corpus", action="append", choices=NAMES, default=[])
    asked = parser.parse_args()
    need_shared()
    quiets = []
    for name in asked.corpus or NAMES[:4]:
        files = corpus(name)
        if asked.limit:
            files = sorted(random.Random(1).sample(files, min(asked.limit, len(files))))
        quiets.append(run(name, files, select=asked.select))
        _print_quiet(quiets[-1])
    scores = [] if asked.limit else list(_scores(quiets))
    for score in scores:
        print(
            f"{score.set:18} {score.measure:42} {score.hits:5} of {score.of:6}  {score.share:.4f}"
        )
    _write(quiets, scores)


def _print_quiet(quiet: Quiet) -> None:
    print(f"\n{quiet.corpus}: {quiet.articles} articles, {quiet.words} words")
    for severity in SEVERITIES:
        print(f"  {severity:12} {quiet.rate(severity):6.2f} in 10,000 words")
    for (severity, rule), count in sorted(quiet.by_rule().items(), key=lambda item: -item[1]):
        print(f"    {rule:28} {severity:10} {count:6} {count / quiet.words * 10_000:8.2f}")


def _scores(quiets: Sequence[Quiet]) -> Iterator[Score]:
    findings = {quiet.corpus: quiet.findings for quiet in quiets}
    have = tuple(findings)
    yield from labelled(
        "county_country", findings, ("confusions",), have,
        lambda row: row["matched"], ("error",), ("ok", "presumed_ok"),
    )  # fmt: skip
    yield from labelled(
        "names_near_miss", findings, ("names",), have,
        lambda row: row["rare_form"], ("misspelling",), ("different_word",),
    )  # fmt: skip
    yield from labelled(
        "repeated_words", findings, ("repetition",), have,
        lambda row: row["match"].split()[-1], ("error",), ("ok",),
    )  # fmt: skip
    desk = Desk(Configuration())
    yield from corrections(desk.engine)


def _write(quiets: Sequence[Quiet], scores: Sequence[Score]) -> None:
    data = {
        "stylebook": Desk(Configuration()).book.digest,
        "quiet": [
            {
                "corpus": quiet.corpus,
                "articles": quiet.articles,
                "words": quiet.words,
                "per_10000_words": {severity: quiet.rate(severity) for severity in SEVERITIES},
                "by_rule": {
                    f"{rule} {sev}": n for (sev, rule), n in sorted(quiet.by_rule().items())
                },
            }
            for quiet in quiets
        ],
        "gold": [{"set": s.set, "measure": s.measure, "hits": s.hits, "of": s.of} for s in scores],
    }
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "accuracy.json").write_text(json.dumps(data, indent=1), "utf-8")
    print(f"\nwritten: {OUT / 'accuracy.json'}")


if __name__ == "__main__":
    main()
