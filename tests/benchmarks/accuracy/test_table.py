"""The table says what was measured, by half, and whether the target is met."""

from __future__ import annotations

from benchmarks.accuracy.halves import half_of
from benchmarks.accuracy.table import (
    Row,
    as_markdown,
    as_text,
    at_least,
    at_most,
    counted_parts,
    in_parts,
    lines,
)

TUNE, REPORT = "bbc2004/business_001.txt", "bbc2004/business_002.txt"


def test_an_article_belongs_to_a_half_by_its_key_alone() -> None:
    assert [half_of("a"), half_of("b"), half_of("a")] == ["report", "report", "report"]
    assert {half_of(str(number)) for number in range(20)} == {"tune", "report"}


def test_the_halves_are_counted_apart_and_then_together() -> None:
    keys = [str(number) for number in range(40)]
    rows = {row.part: row for row in in_parts("set", "recall", ((k, True) for k in keys))}
    assert rows["tune"].of == sum(half_of(key) == "tune" for key in keys)
    assert rows["tune"].of + rows["report"].of == rows["all"].of == 40
    assert rows["all"].figure == 1


def test_a_figure_meets_a_target_that_it_reaches() -> None:
    assert Row("s", "all", "m", 17, 20, target=at_least(0.85)).met is True
    assert Row("s", "all", "m", 16, 20, target=at_least(0.85)).met is False
    assert Row("s", "all", "m", 3, 10_000, 10_000, at_most(3)).met is True
    assert Row("s", "all", "m", 4, 10_000, 10_000, at_most(3)).met is False


def test_nothing_measured_is_neither_met_nor_missed() -> None:
    row = Row("s", "all", "m", 0, 0, target=at_least(0.5))
    assert (row.figure, row.met) == (None, None)


def test_a_doubtful_figure_meets_a_target_only_when_the_doubt_makes_no_difference() -> None:
    low = Row("s", "all", "m", 1, 10_000, 10_000, at_most(3), doubt="1 unread")
    high = Row("s", "all", "m", 5, 10_000, 10_000, at_most(3), doubt="5 unread")
    assert (low.met, high.met) == (True, None)


def test_a_line_says_yes_only_when_the_half_reported_and_the_whole_reach_the_target() -> None:
    def said(tune: int, report: int) -> str:
        rows = counted_parts(
            "s", "m", {"tune": [tune, 10], "report": [report, 10]}, target=at_least(0.8)
        )
        return next(lines(list(rows)))[-1]

    assert [said(8, 8), said(2, 2), said(10, 7), said(5, 9)] == [
        "yes",
        "no",
        "all only",
        "report only",
    ]


def test_the_table_is_printed_for_people_and_for_pages() -> None:
    rows = list(in_parts("names", "found", [("a", True), ("b", False)], target=at_least(0.5)))
    assert "names  found" in as_text(rows)
    assert "| names | found |" in as_markdown(rows)
    assert "1 of 2" in as_text(rows)
