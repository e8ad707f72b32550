"""Counting findings as they pass: for the summary, and for the table of ``--statistics``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint.finding import SEVERITIES, Finding, Severity
from lint.fixing import chosen_fix
from lint.reports.base import Count, RunInfo, Said, Summary, Together
from lint.reports.legible import legible, padded, width


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun; ``nouns`` are several of them, where an s does not make them."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"


class RuleCount:
    """The findings of one rule.

    ``severity`` is the gravest of them. ``safe`` is how many ``copydesk fix`` mends,
    ``unsafe`` how many more it mends with ``--unsafe``.
    """

    def __init__(self, rule: str, severity: Severity) -> None:
        self.rule = rule
        self.severity = severity
        self.findings = self.safe = self.unsafe = 0


def counts_of(findings: Iterable[Finding]) -> tuple[Count, ...]:
    """How many findings there are, by rule and severity."""
    counts: dict[tuple[str, Severity], list[int]] = {}
    for finding in findings:
        count = counts.setdefault((finding.rule, finding.severity), [0, 0, 0])
        count[0] += 1
        if chosen_fix(finding) is not None:
            count[1] += 1
        elif chosen_fix(finding, unsafe=True) is not None:
            count[2] += 1
    return tuple(Count(*key, *count) for key, count in counts.items())


def merged(counts: Iterable[Count]) -> tuple[Count, ...]:
    """Counts of several files or findings as one of each rule and severity."""
    sums: dict[tuple[str, Severity], tuple[int, int, int]] = {}
    for rule, severity, findings, safe, unsafe in counts:
        one, two, three = sums.get((rule, severity), (0, 0, 0))
        sums[rule, severity] = one + findings, two + safe, three + unsafe
    return tuple(Count(*key, *sum_) for key, sum_ in sums.items())


def in_one(said: Iterable[Said]) -> Together:
    """What is written of findings that compare articles, in one."""
    listed = list(said)
    return Together(
        "".join(each.text for each in listed).encode("utf-8", "backslashreplace"),
        merged(each.counted for each in listed),
        0,
        0,
        {each.path for each in listed},
    )


class Tally:
    """The counts of a run, kept while it goes on; the findings themselves are not kept."""

    def __init__(self) -> None:
        self._rules: dict[str, RuleCount] = {}
        self._severities: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count some findings."""
        self.add_counts(counts_of(findings))

    def add_counts(self, counts: Iterable[Count]) -> None:
        """Count findings that have been counted by rule and severity."""
        for rule, severity, findings, safe, unsafe in counts:
            count = self._rules.get(rule)
            if count is None:
                count = self._rules[rule] = RuleCount(rule, severity)
            elif severity != count.severity:
                count.severity = min(count.severity, severity, key=SEVERITIES.index)
            count.findings += findings
            count.safe += safe
            count.unsafe += unsafe
            self._severities[severity] += findings

    @property
    def findings(self) -> int:
        """How many findings were counted."""
        return sum(self._severities.values())

    @property
    def safe(self) -> int:
        """How many of them ``copydesk fix`` mends."""
        return sum(count.safe for count in self._rules.values())

    @property
    def unsafe(self) -> int:
        """How many more of them ``copydesk fix --unsafe`` mends."""
        return sum(count.unsafe for count in self._rules.values())

    def rules(self) -> list[RuleCount]:
        """The counts by rule: the most findings first, then by rule id."""
        return sorted(self._rules.values(), key=lambda count: (-count.findings, count.rule))

    def summary(
        self,
        files: int,
        *,
        suppressed: int = 0,
        unreadable: Iterable[tuple[str, str]] = (),
        remarks: Iterable[tuple[str, str]] = (),
    ) -> Summary:
        """The summary of the run; paths are put in order."""
        return Summary(
            files,
            self.findings,
            dict(self._severities),
            {rule: self._rules[rule].findings for rule in sorted(self._rules)},
            suppressed,
            tuple(sorted(unreadable)),
            tuple(sorted(remarks)),
        )


def statistics(tally: Tally, info: RunInfo) -> str:
    """The counts by rule as a table of text, with a heading; each line ends with a line end."""
    rows: list[tuple[str, ...]] = [("findings", "fixable", "severity", "rule", "title")]
    for count in tally.rules():
        rule = info.rules.get(count.rule)
        rows.append(
            (
                str(count.findings),
                str(count.safe or "·"),
                count.severity,
                legible(count.rule),
                legible(rule.title) if rule is not None else "",
            )
        )
    if len(rows) == 1:
        return "No findings.\n"
    return "".join(_table(rows, to_the_right=(0, 1)))


def _table(rows: Sequence[tuple[str, ...]], to_the_right: Sequence[int]) -> Iterable[str]:
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (
            padded(cell, widths[column], right=column in to_the_right)
            for column, cell in enumerate(row)
        )
        yield "  ".join(cells).rstrip() + "\n"
