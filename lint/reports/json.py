"""Findings for programs: one JSON document, or one finding a line (see docs/wire.md)."""

from __future__ import annotations

from collections.abc import Sequence

from lint.article import Article
from lint.finding import Finding
from lint.reports.base import Report, Summary
from lint.reports.wire import (
    VERSION,
    dump,
    finding_to_json,
    stylebook_to_json,
    summary_to_json,
    tool_to_json,
)


class JsonLinesReport(Report):
    """One finding a line, written as soon as its file is done; nothing else."""

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Write the findings of one file."""
        for finding in findings:
            self.out.write(dump(finding_to_json(finding)) + "\n")

    def across(self, findings: Sequence[Finding]) -> None:
        """Write the findings that compare articles."""
        self.article("", findings)

    def finish(self, summary: Summary) -> None:
        """Write nothing: every line is a finding."""


class JsonReport(Report):
    """One document. Findings are written as they come, each on a line of its own."""

    _head = False
    _first = True

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Write the findings of one file."""
        self._begin()
        for finding in findings:
            self.out.write(("\n" if self._first else ",\n") + dump(finding_to_json(finding)))
            self._first = False

    def across(self, findings: Sequence[Finding]) -> None:
        """Write the findings that compare articles."""
        self.article("", findings)

    def finish(self, summary: Summary) -> None:
        """Write the summary and end the document."""
        self._begin()
        end = "]" if self._first else "\n]"
        self.out.write(f'{end},\n"summary": {dump(summary_to_json(summary))}}}\n')

    def _begin(self) -> None:
        if self._head:
            return
        self._head = True
        self.out.write(
            f'{{"version": {VERSION},\n"tool": {dump(tool_to_json(self.info))},\n'
            f'"stylebook": {dump(stylebook_to_json(self.info))},\n"findings": ['
        )
