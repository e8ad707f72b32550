"""Findings made by hand for the tests of reports, and the reports that tell of them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from lint.article import Article
from lint.finding import Edit, Excerpt, Finding, Fix, Related, Safety, Severity
from lint.readers import read_article
from lint.reports import report_class
from lint.reports.base import RunInfo
from lint.reports.tally import Tally
from lint.rule import Example, Rule
from lint.span import Lines, Span

RULE = Rule(
    id="terms/house",
    kind="terms",
    title="House terms",
    severity="error",
    why="One form for one thing; readers notice two.\n",
    source="own list",
    examples=(Example(bad="He sat *by* the harbor.", finds="harbor", good="… harbour."),),
)


def info(*rules: Rule, failing: Severity = "warning") -> RunInfo:
    """What a run was."""
    return RunInfo("1.2.3", "house", "d1935", {rule.id: rule for rule in rules or (RULE,)}, failing)


def made(
    source: str,
    words: str,
    use: str | None = None,
    *,
    path: str = "a.txt",
    rule: str = "terms/house",
    severity: Severity = "error",
    safety: Safety = "safe",
    message: str = "",
    fixes: Sequence[Fix] | None = None,
    related: tuple[Related, ...] = (),
    confidence: float | None = None,
    evidence: tuple[str, ...] = (),
    start: int | None = None,
) -> Finding:
    """A finding at the first place where ``words`` stand in a source, or at ``start``."""
    at = source.index(words) if start is None else start
    span = Span(at, at + len(words))
    lines = Lines(source)
    first, last = lines.position(span.start), lines.position(span.end)
    line = lines.line(first.line)
    left = min(first.column - 1, len(line))
    if fixes is None and use is not None:
        fixes = [Fix(f"Write “{use}”" if use else "Delete", safety, (Edit(span, use),))]
    return Finding(
        path=path,
        rule=rule,
        kind=rule.split("/", maxsplit=1)[0],
        entry=use or words,
        severity=severity,
        message=message or f"Write “{use}”, not “{words}”.",
        text=words,
        span=span,
        start=first,
        end=last,
        excerpt=Excerpt(line, left, max(left, min(len(line), left + len(words)))),
        fixes=tuple(fixes or ()),
        related=related,
        fingerprint="0123456789abcdef",
        confidence=confidence,
        evidence=evidence,
    )


def elsewhere(source: str, words: str, message: str = "", *, path: str = "b.txt") -> Related:
    """Another place that belongs to a finding."""
    there = made(source, words, path=path)
    return Related(path, there.span, there.start, there.end, message, there.excerpt)


def told(
    form: str,
    *findings: Finding,
    across: Iterable[Finding] = (),
    sources: dict[str, str] | None = None,
    clean: Sequence[str] = (),
    run: RunInfo | None = None,
    unreadable: Sequence[tuple[str, str]] = (),
    remarks: Sequence[tuple[str, str]] = (),
    suppressed: int = 0,
    colour: bool = False,
    width: int = 100,
) -> str:
    """What a report writes of some findings, file by file."""
    out = io.StringIO()
    report = report_class(form)(out, run or info(), colour=colour, width=width)
    tally = Tally()
    paths = list(dict.fromkeys([*(f.path for f in findings), *(sources or {}), *clean]))
    for path in paths:
        own = [finding for finding in findings if finding.path == path]
        tally.add(own)
        report.article(path, own, _article(path, sources))
    between = list(across)
    tally.add(between)
    report.across(between)
    report.finish(
        tally.summary(len(paths), suppressed=suppressed, unreadable=unreadable, remarks=remarks)
    )
    return out.getvalue()


def _article(path: str, sources: dict[str, str] | None) -> Article | None:
    source = (sources or {}).get(path)
    return read_article(source, path, format="plain") if source is not None else None
