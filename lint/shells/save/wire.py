"""A verdict as JSON: the project's findings, each with its field (see docs/service.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lint.finding import SEVERITIES
from lint.readers.fields import Field
from lint.reports.wire import finding_to_json
from lint.shells.save.checking import Verdict
from lint.shells.save.placing import FieldFinding
from lint.shells.save.policy import reaches
from lint.span import Utf16
from lint.version import __version__

VERSION = 1


def verdict_to_json(verdict: Verdict, stylebook: Mapping[str, str]) -> dict[str, Any]:
    """A verdict as plain dictionaries, lists, strings and numbers.

    ``stylebook`` has the ``name`` and ``digest`` of the book.
    """
    wire = FieldWire(verdict.submission.fields, verdict.submission.id)
    findings = [
        {**wire.finding(told), "blocks": reaches(told.finding.severity, verdict.block)}
        for told in verdict.findings
    ]
    return {
        "version": VERSION,
        "tool": {"name": "copydesk", "version": __version__},
        "stylebook": dict(stylebook),
        "stage": verdict.submission.stage,
        "decision": verdict.decision,
        "findings": findings,
        "dismissed": [wire.finding(finding) for finding in verdict.dismissed],
        "remarks": [
            {"field": verdict.submission.fields[number].name, "text": text}
            for number, text in verdict.remarks
        ],
        "notices": list(verdict.notices),
        "summary": summary_of(verdict.findings, len(verdict.dismissed)),
    }


def summary_of(findings: Sequence[FieldFinding], dismissed: int) -> dict[str, Any]:
    """How many findings there are, by severity and by rule."""
    severities = Counter(told.finding.severity for told in findings)
    rules = Counter(told.finding.rule for told in findings)
    return {
        "findings": len(findings),
        "by_severity": {severity: severities[severity] for severity in SEVERITIES},
        "by_rule": dict(sorted(rules.items())),
        "dismissed": dismissed,
    }


class FieldWire:
    """Findings of some fields as JSON, with places in UTF-16 units beside code points."""

    def __init__(self, fields: Sequence[Field], id: str) -> None:
        self._names = [field.name for field in fields]
        self._units = [Utf16(field.text) for field in fields]
        self._id = id

    def finding(self, told: FieldFinding) -> dict[str, Any]:
        """A finding; its ``path`` is the id of the article, its ``field`` the field's name."""
        wire = finding_to_json(told.finding)
        wire = {"field": self._names[told.field], **wire, "path": self._id}
        self._count(wire, told.field)
        for number, related in zip(told.beside, wire["related"], strict=True):
            if number is not None:
                related["field"], related["path"] = self._names[number], self._id
                self._count(related, number)
        for fix in wire["fixes"]:
            for edit in fix["edits"]:
                self._count(edit, told.field)
        return wire

    def named(self, told: FieldFinding) -> dict[str, Any]:
        """A finding without its places, for where the text is another by now."""
        finding = told.finding
        return {
            "field": self._names[told.field],
            "rule": finding.rule,
            "entry": finding.entry,
            "severity": finding.severity,
            "message": finding.message,
            "text": finding.text,
            "fingerprint": finding.fingerprint,
        }

    def _count(self, wire: dict[str, Any], number: int) -> None:
        units, span = self._units[number], wire["span"]
        wire["utf16"] = {"start": units.units(span["start"]), "end": units.units(span["end"])}
