"""Findings as SARIF 2.1.0, the form of code scanning services and of several editors.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Results are
written as they come; the tool, its rules and the artifacts follow them, for the order of
the properties of a JSON object means nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lint.article import Article
from lint.finding import Edit, Finding, Fix, Related
from lint.reports.base import Report, Summary
from lint.reports.sarif_rules import LEVELS, bare_descriptor, descriptor
from lint.reports.uris import uri
from lint.reports.wire import dump
from lint.span import Position, Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "copydesk/v1"
_SNIPPET = 400  # code points of a slip that are shown


class SarifReport(Report):
    """One SARIF log with one run."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._rules: dict[str, dict[str, Any]] = {
            identity: descriptor(rule) for identity, rule in sorted(self.info.rules.items())
        }
        self._indexes = {identity: number for number, identity in enumerate(self._rules)}
        self._head = False
        self._first = True

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Write the results of one file."""
        self._begin()
        for finding in findings:
            self.out.write(("\n" if self._first else ",\n") + dump(self._result(finding)))
            self._first = False

    def across(self, findings: Sequence[Finding]) -> None:
        """Write the findings that compare articles."""
        self.article("", findings)

    def finish(self, summary: Summary) -> None:
        """Write what ran and how it went, and end the log."""
        self._begin()
        driver = {"name": "copydesk", "version": self.info.version}
        told = {"name": self.info.stylebook, "digest": self.info.digest}
        rest = {
            "tool": {"driver": {**driver, "rules": list(self._rules.values())}},
            "invocations": [_invocation(summary)],
            "properties": {"stylebook": told},
        }
        end = "" if self._first else "\n"
        self.out.write(f"{end}],\n{dump(rest)[1:]}]}}\n")

    def _begin(self) -> None:
        if self._head:
            return
        self._head = True
        # A lone CR ends a line too, as in every position that copydesk tells.
        run = {"columnKind": "unicodeCodePoints", "newlineSequences": ["\r\n", "\n", "\r"]}
        self.out.write(
            f'{{"$schema": "{_SCHEMA}", "version": "2.1.0",\n'
            f'"runs": [{dump(run)[:-1]},\n"results": ['
        )

    def _result(self, finding: Finding) -> dict[str, Any]:
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self._index(finding.rule),
            "level": LEVELS[finding.severity],
            "message": {"text": finding.message},
            "locations": [_location(finding.path, _region(finding))],
            "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
            "properties": {"kind": finding.kind, "entry": finding.entry},
        }
        if finding.confidence is not None:
            result["rank"] = round(finding.confidence * 100, 1)
            result["properties"]["confidence"] = finding.confidence
        if finding.evidence:
            result["properties"]["evidence"] = list(finding.evidence)
        if finding.related:
            result["relatedLocations"] = [
                _related(number, related) for number, related in enumerate(finding.related, 1)
            ]
        fixes = [_fix(finding, fix) for fix in finding.fixes if fix.safety != "display"]
        return result | ({"fixes": fixes} if fixes else {})

    def _index(self, rule: str) -> int:
        if rule not in self._indexes:  # what the engine itself tells has no rule file
            self._indexes[rule] = len(self._rules)
            self._rules[rule] = bare_descriptor(rule)
        return self._indexes[rule]


def _location(path: str, region: dict[str, Any] | None = None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    return {"physicalLocation": place | ({"region": region} if region else {})}


def _region(finding: Finding) -> dict[str, Any]:
    region = _bounds(finding.start, finding.end, finding.span)
    return region | {"snippet": {"text": _snippet(finding.text)}}


def _bounds(start: Position, end: Position, span: Span) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.length,
    }


def _snippet(text: str) -> str:
    return text[:_SNIPPET]


def _related(number: int, related: Related) -> dict[str, Any]:
    region = _bounds(related.start, related.end, related.span)
    place = _location(related.path, region)
    words = related.excerpt.line[related.excerpt.start : related.excerpt.end]
    return {"id": number, **place, "message": {"text": related.message or _snippet(words)}}


def _fix(finding: Finding, fix: Fix) -> dict[str, Any]:
    by_path: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.path or finding.path, []).append(_replacement(edit))
    changes = [
        {"artifactLocation": {"uri": uri(path)}, "replacements": replacements}
        for path, replacements in by_path.items()
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": changes,
        "properties": {"safety": fix.safety},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {"charOffset": edit.span.start, "charLength": edit.span.length}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _invocation(summary: Summary) -> dict[str, Any]:
    unread = [_notification("error", path, reason) for path, reason in summary.unreadable]
    noticed = [_notification("note", path, text) for path, text in summary.remarks]
    told = unread + noticed
    return {
        "executionSuccessful": not summary.unreadable,
        **({"toolExecutionNotifications": told} if told else {}),
    }


def _notification(level: str, path: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}, "locations": [_location(path)]}
