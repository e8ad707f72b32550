"""Findings as JUnit XML, which continuous-integration servers show as failed tests.

One test suite a file, one test case a finding; a clean file is one case that passes. What
is below the failing severity passes too, with what was found in its output.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from lint.article import Article
from lint.finding import Finding, at_least
from lint.late import late
from lint.reports.base import Report, Summary
from lint.reports.excerpts import window
from lint.reports.legible import legible
from lint.reports.offers import offers
from lint.reports.sureness import sureness, untold_evidence

# What XML 1.0 cannot hold, not even escaped (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class JunitReport(Report):
    """One XML document, written at the end: its root tells the counts."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._suites: dict[str, list[ET.Element]] = {}

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Keep the cases of one file."""
        self._suites.setdefault(path, []).extend(self._case(finding) for finding in findings)

    def across(self, findings: Sequence[Finding]) -> None:
        """Keep the findings that compare articles, each in the suite of its file."""
        for finding in findings:
            self._suites.setdefault(finding.path, []).append(self._case(finding))

    def finish(self, summary: Summary) -> None:
        """Write the document."""
        for path, reason in summary.unreadable:
            case = ET.Element("testcase", name="read", classname=_legal(path))
            ET.SubElement(case, "error", type="unreadable", message=_legal(reason))
            self._suites.setdefault(path, []).append(case)
        root = ET.Element("testsuites", name="copydesk")
        for path, cases in self._suites.items():
            root.append(_suite(path, cases))
        for total in ("tests", "failures", "errors"):
            root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
        ET.indent(root)
        self.out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self.out.write(ET.tostring(root, encoding="unicode") + "\n")

    def _case(self, finding: Finding) -> ET.Element:
        place = f"{finding.start.line}:{finding.start.column}"
        case = ET.Element(
            "testcase",
            name=_legal(f"{finding.rule} at {place}"),
            classname=_legal(finding.path),
            file=_legal(finding.path),
            line=str(finding.start.line),
        )
        said = _legal(f"{legible(finding.path)}:{place}: {_in_full(finding)}")
        if at_least(finding.severity, self.info.failing):
            message = _legal(finding.message)
            failure = ET.SubElement(case, "failure", type=finding.severity, message=message)
            failure.text = said
        else:
            ET.SubElement(case, "system-out").text = said
        return case


def _suite(path: str, cases: list[ET.Element]) -> ET.Element:
    name = _legal(path)
    told = cases or [ET.Element("testcase", name="no findings", classname=name)]
    suite = ET.Element(
        "testsuite",
        name=name,
        tests=str(len(told)),
        failures=str(sum(case.find("failure") is not None for case in told)),
        errors=str(sum(case.find("error") is not None for case in told)),
    )
    suite.extend(told)
    return suite


def _in_full(finding: Finding) -> str:
    """What a reader of the test's output needs: the message, the words, the mend."""
    shown = window(finding.excerpt, 100)
    lines = [legible(finding.message), f"{shown.before}[{shown.slip}]{shown.after}"]
    for offer in offers(finding):
        if offer.deletes:
            lines.append(f"fix: delete {offer.before}")
        elif offer.after:
            lines.append(f"fix: {offer.before} → {offer.after}")
        else:
            lines.append(f"fix: {offer.note}")
    if sure := sureness(finding):
        lines.append(f"sure: {sure}")
    if untold := untold_evidence(finding):
        lines.append(legible("because: " + "; ".join(untold)))
    lines.extend(f"also: {legible(other.path)}:{other.start.line}" for other in finding.related)
    return "\n".join(lines)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
