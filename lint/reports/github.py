"""Findings as workflow commands, which GitHub shows beside the lines of a pull request.

The commands and their escapes: https://docs.github.com/actions/reference/workflow-commands.
GitHub shows ten errors, ten warnings and ten notices of a step; the log has them all.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.article import Article
from lint.finding import Finding, Severity
from lint.reports.base import Report, Summary
from lint.reports.legible import legible
from lint.reports.sureness import sureness, untold_evidence

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "notice"}


class GithubReport(Report):
    """One workflow command a finding."""

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Write the commands of one file."""
        for finding in findings:
            self._write(_COMMANDS[finding.severity], _where(finding), _said(finding))

    def across(self, findings: Sequence[Finding]) -> None:
        """Write the findings that compare articles, their other places in the message."""
        for finding in findings:
            places = [f"{other.path}:{other.start.line}" for other in finding.related]
            also = "\nAlso: " + ", ".join(places) if places else ""
            self._write(_COMMANDS[finding.severity], _where(finding), _said(finding) + also)

    def finish(self, summary: Summary) -> None:
        """Write an error for each file that could not be read, and a notice for each remark."""
        for path, text in summary.remarks:
            self._write("notice", {"file": path, "title": "copydesk"}, text)
        for path, reason in summary.unreadable:
            place = {"file": path, "title": "copydesk"}
            self._write("error", place, f"Not checked: {reason}")

    def _write(self, command: str, properties: dict[str, str], message: str) -> None:
        told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
        self.out.write(f"::{command} {told}::{_data(message)}\n")


def _said(finding: Finding) -> str:
    """The message, and under it how sure an inferred finding is, and by what."""
    doubt = ": ".join(filter(None, (sureness(finding), "; ".join(untold_evidence(finding)))))
    return f"{finding.message}\n{doubt[0].upper()}{doubt[1:]}" if doubt else finding.message


def _where(finding: Finding) -> dict[str, str]:
    """The place of a finding. Columns are told only within one line, as GitHub asks."""
    where = {"file": finding.path, "line": str(finding.start.line)}
    if finding.start.line == finding.end.line:
        where |= {
            "col": str(finding.start.column),
            "endLine": str(finding.end.line),
            "endColumn": str(finding.end.column),
        }
    else:
        where["endLine"] = str(finding.end.line)
    return where | {"title": finding.rule}


def _data(text: str) -> str:
    lines = "\n".join(legible(line) for line in text.split("\n"))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
