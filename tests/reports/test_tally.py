"""Counting: the summary and the table of statistics."""

from __future__ import annotations

from lint.finding import Edit, Fix
from lint.reports import FORMATS, report_class
from lint.reports.base import Report
from lint.reports.tally import Tally, statistics
from lint.span import Span
from tests.reports.made import info, made

SOURCE = "one two three four"


def tally() -> Tally:
    counted = Tally()
    two = tuple(Fix("either", "unsafe", (Edit(Span(8, 13), day),)) for day in ("a", "b"))
    counted.add([made(SOURCE, "one", "1", severity="warning"), made(SOURCE, "two", "2")])
    counted.add([made(SOURCE, "three", fixes=two, rule="dates/house", severity="suggestion")])
    counted.add(
        [made(SOURCE, "four", "4", rule="dates/house", safety="unsafe", severity="warning")]
    )
    counted.add([made(SOURCE, "one", rule="names/x")])
    return counted


def test_findings_are_counted_by_rule_severity_and_what_can_be_mended() -> None:
    counted = tally()
    assert (counted.findings, counted.safe, counted.unsafe) == (5, 2, 1)
    summary = counted.summary(3, suppressed=1, unreadable=[("b", "x"), ("a", "x")])
    assert summary.by_severity == {"error": 2, "warning": 2, "suggestion": 1}
    assert summary.by_rule == {"dates/house": 2, "names/x": 1, "terms/house": 2}
    assert list(summary.by_rule) == sorted(summary.by_rule)
    assert summary.unreadable == (("a", "x"), ("b", "x"))


def test_the_table_has_the_most_frequent_rules_first() -> None:
    assert statistics(tally(), info()).splitlines() == [
        "findings  fixable  severity  rule         title",
        "       2        ·  warning   dates/house",
        "       2        2  error     terms/house  House terms",
        "       1        ·  error     names/x",
    ]


def test_the_table_of_nothing_says_so() -> None:
    assert statistics(Tally(), info()) == "No findings.\n"


def test_every_format_of_the_table_is_a_report() -> None:
    for name in FORMATS:
        assert issubclass(report_class(name), Report)
