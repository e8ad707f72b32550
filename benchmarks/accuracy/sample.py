"""Findings to read and judge, drawn at random.

    python -m benchmarks.accuracy.sample --kind spelling --corpus bbc_modern --count 50 --seed 1
    python -m benchmarks.accuracy.sample --kind spelling --seed 2 --not-seed 1 --sheet s2.tsv
    python -m benchmarks.accuracy.sample --tally s2.tsv >> benchmarks/accuracy/verdicts.tsv

The sheet has a line for each finding that is shown, without its words: write r, d or w (right,
debatable, wrong) in the column “verdict”. The tally counts a sheet by rule and corpus. The copy
that is printed is others': nothing of it goes into the project.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks.accuracy.checking import Rules, desk
from benchmarks.accuracy.collection import read_corpus
from benchmarks.accuracy.halves import HALVES, half_of
from benchmarks.accuracy.quiet import run
from benchmarks.corpora import NAMES, need_shared
from lint.finding import SEVERITIES, Finding, at_least

_SHEET = ("number", "verdict", "rule", "severity", "corpus", "path", "line", "stylebook")
_AROUND = 110  # code points of copy shown on either side
_VERDICTS = {"r": "right", "d": "debatable", "w": "wrong"}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, check, and print."""
    asked = _arguments(arguments)
    if asked.tally:
        print("\n".join(tally(asked.tally)))
        return
    need_shared()
    rules = Rules(select=tuple(asked.rule), on=tuple(asked.on))
    findings = [finding for name in asked.corpus or NAMES[:3] for finding in _found(name, asked)]
    count, most = asked.count, asked.per_rule
    drawn = {places(f) for seed in asked.not_seed for f in draw(findings, count, seed, most)}
    fresh = [finding for finding in findings if places(finding) not in drawn]
    chosen = draw(fresh, count, asked.seed, most)
    print(
        f"{len(findings)} findings, {len(findings) - len(fresh)} drawn before; {len(chosen)} here"
    )
    for number, finding in enumerate(chosen, 1):
        print(shown(number, finding))
    if asked.sheet:
        _write_sheet(asked.sheet, chosen, desk(rules).book.digest)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.sample",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--kind", default="", help="findings of this kind alone")
    add("--rule", action="append", default=[], help="only these rules or folders; repeatable")
    add("--on", action="append", default=[], help="a rule that is off, switched on; repeatable")
    add("--severity", choices=SEVERITIES, help="findings of this severity alone")
    add("--floor", choices=SEVERITIES, default="suggestion", help="of this severity or graver")
    add("--corpus", action="append", choices=NAMES, help="repeatable; BBC and Dawn by default")
    add("--half", choices=HALVES, help="articles of one half alone")
    add("--count", type=int, default=50)
    add("--per-rule", type=int, default=0, help="at most so many findings of one rule")
    add(
        "--limit",
        type=int,
        default=0,
        help="articles of each corpus, drawn at random; all by default",
    )
    add("--seed", type=int, default=1)
    add("--not-seed", type=int, action="append", default=[], help="leave out what it drew")
    add("--jobs", type=int, default=2)
    add("--sheet", type=Path, help="write a blank sheet for the verdicts")
    add("--tally", type=Path, help="count the verdicts of a sheet, and check nothing")
    return parser.parse_args(arguments)


def _found(name: str, asked: argparse.Namespace) -> Iterator[Finding]:
    rules = Rules(select=tuple(asked.rule), on=tuple(asked.on))
    articles = read_corpus(name, asked.limit)
    if asked.half:
        articles = {key: text for key, text in articles.items() if half_of(key) == asked.half}
    for finding in run(name, articles, rules=rules, jobs=asked.jobs).findings:
        if (
            asked.kind in ("", finding.kind)
            and asked.severity in (None, finding.severity)
            and at_least(finding.severity, asked.floor)
        ):
            yield finding


def places(finding: Finding) -> tuple[str, str, int]:
    """What tells a finding from every other: rule, article, place."""
    return finding.rule, finding.path, finding.span.start


def draw(findings: Sequence[Finding], count: int, seed: int, most: int = 0) -> list[Finding]:
    """So many findings at random, at most so many (``most``, if any) of one rule.

    The order in which they were found makes no difference.
    """
    ordered = sorted(findings, key=places)
    random.Random(seed).shuffle(ordered)
    drawn: list[Finding] = []
    of_rule: Counter[str] = Counter()
    for finding in ordered:
        if len(drawn) < count and not (most and of_rule[finding.rule] >= most):
            of_rule[finding.rule] += 1
            drawn.append(finding)
    return drawn


def shown(number: int, finding: Finding) -> str:
    """A finding as it is read: where, what is said, the words in place, the mends, the evidence."""
    line, start, end = finding.excerpt.line, finding.excerpt.start, finding.excerpt.end
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    sure = "" if finding.confidence is None else f" {finding.confidence:.2f}"
    where = f"{finding.path}:{finding.start.line}"
    out = [
        f"\n{number}. {finding.rule} [{finding.severity}{sure}] {where}",
        f"   {finding.message}",
        f"   …{before}»{line[start:end]}«{after}…",
    ]
    out += [
        f"   mend ({fix.safety}): {fix.title}: " + ", ".join(f"“{e.text}”" for e in fix.edits)
        for fix in finding.fixes[:3]
    ]
    if finding.evidence:
        out.append("   because: " + "; ".join(finding.evidence))
    for related in finding.related[:3]:
        at, to = related.excerpt.start, related.excerpt.end
        text = related.excerpt.line
        words = f"…{text[max(0, at - 50) : at]}»{text[at:to]}«{text[to : to + 50]}…"
        where = "" if related.path == finding.path else f"{related.path}:"
        out.append(f"   also {where}{related.start.line}: {related.message} {words}")
    return "\n".join(out)


def _write_sheet(path: Path, findings: Iterable[Finding], digest: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(_SHEET)
        for number, f in enumerate(findings, 1):
            corpus = f.path.split("/")[0]
            writer.writerow(
                (number, "", f.rule, f.severity, corpus, f.path, f.start.line, digest[:12])
            )
    print(f"written: {path}", file=sys.stderr)


def tally(sheet: Path, day: date | None = None) -> Iterator[str]:
    """The lines for ``verdicts.tsv`` that a filled sheet comes to; lines not judged are left out.

    Raises:
        ValueError: a verdict is none of r, d and w.
    """
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    with open(sheet, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            verdict = row["verdict"].strip().lower()[:1]
            if not verdict:
                continue
            if verdict not in _VERDICTS:
                raise ValueError(f"line {row['number']}: “{row['verdict']}” is none of r, d, w")
            group = (row["rule"], row["corpus"], row["stylebook"])
            counts.setdefault(group, Counter())[_VERDICTS[verdict]] += 1
    for (rule, corpus, digest), count in sorted(counts.items()):
        when = (day or date.today()).isoformat()
        numbers = [count.total(), *(count[name] for name in _VERDICTS.values()), 0]
        yield "\t".join([rule, corpus, when, digest, *map(str, numbers)])


if __name__ == "__main__":
    main()
