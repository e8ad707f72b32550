"""The text report: an editor sees what is wrong and what to write at one glance."""

from __future__ import annotations

import pytest

from lint.finding import Edit, Fix
from lint.reports.legible import width
from lint.span import Span
from tests.reports.made import elsewhere, made, told

HARBOUR = "The old harbor is closed.\n\nNobody goes there."
LONG = "word " * 60 + "the harbor was closed " + "word " * 60


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_a_finding_is_told_with_its_place_its_words_its_mend_and_its_rule() -> None:
    assert lines(told("text", made(HARBOUR, "harbor", "harbour"))) == [
        "a.txt",
        "  1:9  error  Write “harbour”, not “harbor”.  terms/house",
        "       The old harbor is closed.",
        "               ^^^^^^",
        "       fix: harbor → harbour",
        "",
        "1 finding in 1 article: 1 error; 1 can be mended with copydesk fix.",
    ]


def underlined(text: str) -> str:
    """The words above the carets, found by columns as a terminal shows them."""
    shown = lines(text)
    number = next(n for n, line in enumerate(shown) if line.strip().startswith("^"))
    row, marks = shown[number - 1], shown[number].split("^", 1)[0]
    caret = shown[number].count("^")
    start = next(n for n in range(len(row) + 1) if width(row[:n]) == len(marks))
    end = next(n for n in range(start, len(row) + 1) if width(row[:n]) == len(marks) + caret)
    return row[start:end]


@pytest.mark.parametrize(
    ("before", "slip"),
    [
        ("In 東京 and 大阪 the ", "harbor"),
        ("A café, a naïve re\u0301sume\u0301 and the ", "harbor"),
        ("The 👍🏽 and the 👨‍👩‍👧 of the ", "harbor"),
        ("The town of ", "東京都"),
        ("Tab\tand\tagain ", "harbor"),
        ("Red \x1b[31m copy ", "harbor"),
        (LONG, "harbor"),
    ],
)
def test_the_slip_is_underlined_in_the_columns_where_it_is_seen(before: str, slip: str) -> None:
    source = before + slip + " and so on"
    finding = made(source, slip, "x", start=len(before))
    for columns in (60, 80, 160):
        assert underlined(told("text", finding, width=columns)) == slip


@pytest.mark.parametrize("columns", [60, 80, 100, 160])
def test_no_excerpt_of_a_long_paragraph_is_wider_than_the_terminal(columns: int) -> None:
    text = told("text", made(LONG, "harbor", "harbour"), width=columns)
    assert max(map(width, lines(text))) <= columns
    assert "… word word" in text
    assert "the harbor was closed" in text


def test_a_slip_longer_than_the_terminal_is_cut_at_its_end() -> None:
    text = told("text", made(LONG, LONG, ""), width=80)
    assert underlined(text).endswith(" …")
    assert "fix: delete this line" in text


def test_of_several_mends_each_is_offered_and_marked_unsafe() -> None:
    source = "It began on 3/4/2007."
    span = Span(12, 20)
    fixes = [
        Fix(f"Write “{day}”", "unsafe", (Edit(span, day),))
        for day in ("3 April 2007", "4 March 2007")
    ]
    text = told("text", made(source, "3/4/2007", message="Two readings.", fixes=fixes))
    assert "fix: 3/4/2007 → 3 April 2007  (unsafe)" in text
    assert " or: 3/4/2007 → 4 March 2007  (unsafe)" in text
    assert "mended" not in lines(text)[-1], "which of the two is meant nobody knows"


def test_one_unsafe_mend_is_counted_apart_from_the_safe_ones() -> None:
    text = told(
        "text", made(HARBOUR, "harbor", "harbour"), made(HARBOUR, "there", "here", safety="unsafe")
    )
    assert "1 can be mended with copydesk fix; 1 more with --unsafe." in lines(text)[-1]


def test_deletions_are_said_as_deletions() -> None:
    assert "fix: delete “old”" in told("text", made(HARBOUR, "old ", ""))
    assert "fix: delete this line" in told("text", made("Stub\nText", "Stub", ""))
    assert "fix: delete these 2 lines" in told("text", made("One\nTwo\nText", "One\nTwo", ""))


def test_an_insertion_is_shown_with_the_word_it_touches() -> None:
    source = "“It is closed, he said."
    fix = Fix("Write “”", "unsafe", (Edit(Span(14, 14), "”"),))
    text = told("text", made(source, "“", fixes=[fix], message="This mark is never closed."))
    assert "fix: “It is closed, → “It is closed,”  (unsafe)" in text


def test_what_differs_only_in_what_cannot_be_seen_is_spelt_out() -> None:
    assert "fix: the␣␣old → the␣old" in told("text", made("In the  old", "the  old", "the old"))
    text = told("text", made("5\u00a0km", "5\u00a0km", "5 km"))
    assert "fix: 5‹U+00A0›km → 5␣km" in text


def test_a_mend_that_is_only_shown_says_that_it_is_made_by_hand() -> None:
    assert "harbor → harbour  (by hand)" in told(
        "text", made(HARBOUR, "harbor", "harbour", safety="display")
    )


def test_what_the_title_of_a_fix_adds_is_told() -> None:
    fix = Fix("Write “harbour”, without the comma", "safe", (Edit(Span(8, 14), "harbour"),))
    text = told("text", made(HARBOUR, "harbor", fixes=[fix]))
    assert "fix: harbor → harbour, without the comma" in text


def test_a_fix_in_another_file_is_told_by_its_title() -> None:
    fix = Fix("Write “x” in both", "unsafe", (Edit(Span(0, 1), "x", "b.txt"),))
    assert "fix: Write “x” in both  (unsafe)" in told("text", made(HARBOUR, "old", fixes=[fix]))


def test_related_places_are_listed_and_many_are_counted() -> None:
    related = (
        elsewhere(HARBOUR, "harbor", "spelt so here", path="a.txt"),
        *(elsewhere(HARBOUR, "goes", path=f"{n}.txt") for n in range(7)),
    )
    text = told("text", made(HARBOUR, "closed", message="Two spellings.", related=related))
    assert "also: 1:9  spelt so here" in text
    assert "also: 0.txt:3:8  Nobody goes there." in text
    assert "and 3 more places" in text


def test_findings_between_articles_name_the_path_they_stand_in() -> None:
    finding = made(HARBOUR, "harbor", message="Two articles have this headline.")
    text = told("text", across=[finding], clean=["a.txt", "b.txt"])
    assert lines(text)[0] == "Across articles"
    assert "  a.txt:1:9" in text
    assert lines(text)[-1].startswith("1 finding in 1 of 2 articles")


def test_a_finding_over_several_lines_says_how_many() -> None:
    assert "^^^ and 2 more lines" in told("text", made("One\nTwo\nSix.", "One\nTwo\nSix"))


def test_a_finding_at_an_empty_line_still_has_its_place() -> None:
    text = told("text", made("One\n\n\nTwo", "\n", message="A line too many.", start=4))
    assert "  2:1  error  A line too many.  terms/house" in text


def test_nothing_in_copy_can_steer_the_terminal() -> None:
    evil = "A \x1b]0;title\x07 \x9b31m \u202eharbor\u202c \ud800 \x7f copy"
    finding = made(evil, "\u202eharbor\u202c", "\x1b[2J", path="e\x1bvil.txt", evidence=("\x1b",))
    text = told(
        "text",
        finding,
        unreadable=[("\x1b[1m", "is \x1b[2m")],
        remarks=[("\x1b", "\x9b")],
    )
    assert not [char for char in text if char < " " and char != "\n"]
    assert not [char for char in text if "\x7f" <= char <= "\x9f"]
    assert not [char for char in text if char in "\u202e\u202c\ud800"]
    text.encode("utf-8")


def test_there_is_no_colour_unless_it_is_asked_for() -> None:
    finding = made(HARBOUR, "harbor", "harbour")
    assert "\x1b" not in told("text", finding)
    assert "\x1b[31m\x1b[1mharbor\x1b[0m is" in told("text", finding, colour=True)


def test_colour_changes_nothing_but_colour() -> None:
    import click

    findings = [made(HARBOUR, "harbor", "harbour"), made(HARBOUR, "there", "", severity="warning")]
    assert click.unstyle(told("text", *findings, colour=True)) == told("text", *findings)


def test_what_could_not_be_read_and_what_was_noticed_is_named() -> None:
    text = told(
        "text",
        clean=["a.txt"],
        unreadable=[("b.txt", "is no text")],
        remarks=[("a.txt", "read as cp1252")],
        suppressed=2,
    )
    assert lines(text) == [
        "a.txt: read as cp1252",
        "b.txt: not checked: is no text",
        "",
        "No findings in 1 article; 2 let stand; 1 file not checked.",
    ]


def test_a_run_over_nothing_says_so() -> None:
    assert told("text") == "No articles were found to check.\n"


def test_the_summary_counts_articles_and_severities() -> None:
    text = told(
        "text",
        made(HARBOUR, "harbor", path="a.txt"),
        made(HARBOUR, "old", path="b.txt", severity="warning"),
        made(HARBOUR, "there", path="b.txt", severity="warning"),
        clean=["c.txt"],
    )
    assert lines(text)[-1] == "3 findings in 2 of 3 articles: 1 error, 2 warnings."
