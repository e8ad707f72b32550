"""How often each rule speaks in published copy: findings in 10,000 words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.accuracy.checking import SHIPPED, Rules, check, desk, each
from benchmarks.accuracy.halves import HALVES, Half, half_of
from benchmarks.accuracy.table import Row, Target, as_detail, at_most, counted_parts
from benchmarks.accuracy.verdicts import Verdict, share_wrong
from lint.checks.base import Observation
from lint.finding import SEVERITIES, Finding, Severity

CORPORA = ("bbc2004", "bbc_modern", "dawn_2025_26")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_MOST: Mapping[Severity, Target] = {"error": at_most(1), "warning": at_most(3)}


@dataclass
class Quiet:
    """One corpus: its size by half, and its findings. The path of a finding is its key."""

    corpus: str
    articles: int = 0
    words: dict[Half, int] = field(default_factory=lambda: dict.fromkeys(HALVES, 0))
    findings: list[Finding] = field(default_factory=list)

    def by_rule(self) -> Counter[tuple[Severity, str]]:
        """How many findings each rule made, by (severity, rule)."""
        return Counter((f.severity, f.rule) for f in self.findings)


def run(
    name: str,
    articles: Mapping[str, str],
    *,
    rules: Rules = SHIPPED,
    jobs: int = 1,
    across: bool = True,
) -> Quiet:
    """Check the articles of a corpus, and compare them with each other."""
    quiet = Quiet(name)
    seen: dict[str, list[Observation]] = {}
    for key, text, checked in zip(
        articles, articles.values(), each(_check, list(articles.items()), rules, jobs), strict=True
    ):
        quiet.articles += 1
        quiet.words[half_of(key)] += len(_WORD.findall(text))
        findings, observed = checked
        quiet.findings.extend(findings)
        for rule, observations in observed.items():
            seen.setdefault(rule, []).extend(observations)
    if across:
        quiet.findings.extend(desk(rules).engine.compare(seen))
    return quiet


_Told = tuple[tuple[Finding, ...], Mapping[str, tuple[Observation, ...]]]


def _check(rules: Rules, item: tuple[str, str]) -> _Told:
    checked = check(rules, item[1], item[0])
    return checked.findings, checked.observations


def measured(quiet: Quiet, verdicts: Sequence[Verdict]) -> Iterator[Row]:
    """Findings in 10,000 words by severity; false alarms, going by what readers found."""
    name = f"quiet, {quiet.corpus}"
    for severity in SEVERITIES:
        own = [f for f in quiet.findings if f.severity == severity]
        yield from _per_10000(quiet, name, f"{severity}: findings in 10,000 words", own)
        if severity in _MOST:
            yield from _alarms(quiet, name, severity, own, verdicts)


def _alarms(
    quiet: Quiet, name: str, severity: Severity, own: Sequence[Finding], verdicts: Sequence[Verdict]
) -> Iterator[Row]:
    """False alarms as estimated: of every finding the share that readers found wrong.

    Findings of rules that nobody has read count as wrong, and the row says so.
    """
    counted = {half: [0.0, float(quiet.words[half])] for half in HALVES}
    unread: Counter[str] = Counter()
    for finding in own:
        share = share_wrong(finding.rule, quiet.corpus, verdicts)
        if share is None:
            unread[finding.rule] += 1
        counted[half_of(finding.path)][0] += 1.0 if share is None else share
    yield from counted_parts(
        name,
        f"{severity}: false alarms in 10,000 words",
        counted,
        per=10_000,
        target=_MOST[severity],
        doubt=_doubt(unread, len(own)),
    )


def _doubt(unread: Counter[str], of: int) -> str:
    """What is said of findings that nobody has read: how many, and of which rules mostly."""
    if not unread:
        return ""
    most = ", ".join(f"{rule} {count}" for rule, count in unread.most_common(4))
    return f"{unread.total()} of {of} findings unread ({most})"


def _per_10000(quiet: Quiet, name: str, measure: str, own: Sequence[Finding]) -> Iterator[Row]:
    counts = Counter(half_of(finding.path) for finding in own)
    counted = {half: [counts[half], quiet.words[half]] for half in HALVES}
    yield from counted_parts(name, measure, counted, per=10_000)


def by_family(quiet: Quiet) -> Iterator[Row]:
    """Findings in 10,000 words by severity and family of rules (the folder they lie in)."""
    groups: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in quiet.findings:
        groups.setdefault((finding.severity, finding.rule.split("/")[0]), []).append(finding)
    for severity, family in sorted(groups, key=lambda g: (SEVERITIES.index(g[0]), g[1])):
        own = groups[severity, family]
        name = f"quiet, {quiet.corpus}, by family"
        yield from as_detail(_per_10000(quiet, name, f"{severity}: {family}", own))
