"""Findings as JSON, the same wherever they leave copydesk, and back (see docs/wire.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

from lint.finding import Edit, Excerpt, Finding, Fix, Related, Safety, Severity
from lint.late import late
from lint.reports.base import RunInfo, Summary
from lint.span import Position, Span

VERSION = 1  # of the document; fields may be added to it, none changes its meaning

# Left as they are in JSON by Python, but not safe to write: half surrogates have no UTF-8,
# C1 controls steer terminals, and some readers end a line at the others.
_ESCAPED = late("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dump(value: Any) -> str:
    """One line of JSON, letters of every language as they are."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """A finding as plain dictionaries, lists, strings and numbers.

    Of a long line the excerpt keeps what stands around the slip, so that a thousand
    findings in one long paragraph are not a thousand paragraphs.
    """
    wire: dict[str, Any] = {
        "path": finding.path,
        "rule": finding.rule,
        "kind": finding.kind,
        "entry": finding.entry,
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        **_place(finding),
        "excerpt": _excerpt(finding.excerpt),
        "related": [_related(related) for related in finding.related],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "fingerprint": finding.fingerprint,
    }
    if finding.confidence is not None:
        wire["confidence"] = finding.confidence
    if finding.evidence:
        wire["evidence"] = list(finding.evidence)
    return wire


def finding_from_json(wire: Mapping[str, Any]) -> Finding:
    """The finding that :func:`finding_to_json` told of; unknown fields are left out.

    Raises:
        KeyError: a field is missing.
        TypeError: a field is not what it should be.
    """
    return Finding(
        path=wire["path"],
        rule=wire["rule"],
        kind=wire["kind"],
        entry=wire["entry"],
        severity=cast(Severity, wire["severity"]),
        message=wire["message"],
        text=wire["text"],
        span=Span(**wire["span"]),
        start=Position(**wire["start"]),
        end=Position(**wire["end"]),
        excerpt=Excerpt(**wire["excerpt"]),
        fixes=tuple(_fix_from(fix) for fix in wire["fixes"]),
        related=tuple(_related_from(related) for related in wire["related"]),
        fingerprint=wire["fingerprint"],
        confidence=wire.get("confidence"),
        evidence=tuple(wire.get("evidence", ())),
    )


def tool_to_json(info: RunInfo) -> dict[str, Any]:
    """What made the document."""
    return {"name": "copydesk", "version": info.version}


def stylebook_to_json(info: RunInfo) -> dict[str, Any]:
    """The stylebook that was held against the copy; its digest changes when it does."""
    return {"name": info.stylebook, "digest": info.digest}


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """What the run came to."""
    return {
        "files": summary.files,
        "findings": summary.findings,
        "by_severity": dict(summary.by_severity),
        "by_rule": dict(summary.by_rule),
        "suppressed": summary.suppressed,
        "unreadable": [{"path": path, "reason": reason} for path, reason in summary.unreadable],
        "remarks": [{"path": path, "text": text} for path, text in summary.remarks],
    }


def _place(where: Finding | Related) -> dict[str, Any]:
    return {
        "span": {"start": where.span.start, "end": where.span.end},
        "start": {"line": where.start.line, "column": where.start.column},
        "end": {"line": where.end.line, "column": where.end.column},
    }


def _excerpt(excerpt: Excerpt) -> dict[str, Any]:
    return {"line": excerpt.line, "start": excerpt.start, "end": excerpt.end}


def _related(related: Related) -> dict[str, Any]:
    return {
        "path": related.path,
        **_place(related),
        "message": related.message,
        "excerpt": _excerpt(related.excerpt),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safety": fix.safety,
        "edits": [_edit(edit) for edit in fix.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    wire: dict[str, Any] = {
        "span": {"start": edit.span.start, "end": edit.span.end},
        "text": edit.text,
    }
    return {"path": edit.path, **wire} if edit.path else wire


def _related_from(wire: Mapping[str, Any]) -> Related:
    return Related(
        wire["path"],
        Span(**wire["span"]),
        Position(**wire["start"]),
        Position(**wire["end"]),
        wire["message"],
        Excerpt(**wire["excerpt"]),
    )


def _fix_from(wire: Mapping[str, Any]) -> Fix:
    edits = tuple(
        Edit(Span(**edit["span"]), edit["text"], edit.get("path", "")) for edit in wire["edits"]
    )
    return Fix(wire["title"], cast(Safety, wire["safety"]), edits)
