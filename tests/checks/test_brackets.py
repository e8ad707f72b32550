"""Brackets without a partner."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from tests.conftest import WriteBook

RULE = """
kind: brackets
why: An aside must end.
{options}
examples:
  - bad: The mayor (who was ill did not come.
    finds: (
  - ok: one
  - ok: two
"""


def findings(write_book: WriteBook, copy: str, options: str = "") -> tuple[Finding, ...]:
    book = load_stylebook(write_book(rule=RULE.format(options=options)))
    return Engine(list(book.checks.values())).check(read_article(copy)).findings


def messages(write_book: WriteBook, copy: str) -> list[str]:
    return [finding.message for finding in findings(write_book, copy)]


def test_a_bracket_that_is_not_closed_is_told(write_book: WriteBook) -> None:
    assert messages(write_book, "The mayor (who was ill did not come.") == [
        "This bracket is opened and not closed."
    ]


def test_a_bracket_that_is_not_opened_is_told(write_book: WriteBook) -> None:
    assert messages(write_book, "The mayor, who was ill) did not come.") == [
        "This bracket closes one that is not opened."
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "The mayor (who was [once] ill) came.",
        "They wanted a) money, 2) time and iii) peace.",
        "It was fun :-) and then not :( again.",
        "It happened in 1998 (the year of the flood).",
        "See https://example.org/wiki/Mayor_(office) for more.",
        "See the town hall (www.example.org).",
        "The mayor said (before the line went dead...",
        "The mayor said (before the line went dead...\u200b",
        "They wanted a\u200b) money, \u200b2\u200b) time and iii\ufeff) peace.",
        "It was fun :\u200b) and then not.",
        "The mayor (\u200bwho was ill\u200b) came.",
    ],
)
def test_what_is_no_slip_is_not_told(write_book: WriteBook, copy: str) -> None:
    assert messages(write_book, copy) == []


def test_brackets_of_two_sorts_are_no_partners(write_book: WriteBook) -> None:
    assert len(messages(write_book, "The mayor (who was ill] came.")) == 2


def test_a_later_paragraph_may_close_a_bracket_unless_the_rule_says_no(
    write_book: WriteBook,
) -> None:
    copy = "Notes\n\n(This aside runs on.\n\nIt ends here.)"
    assert findings(write_book, copy) == ()
    assert len(findings(write_book, copy, "over paragraphs: false")) == 2


def test_many_lonely_brackets_are_told_once(write_book: WriteBook) -> None:
    (message,) = messages(write_book, "One (two (three (four (five.")
    assert message == "4 brackets of this article have no partner; here is one."


def test_damaged_copy_says_nothing_of_brackets(write_book: WriteBook) -> None:
    assert messages(write_book, "The caf\ufffd (which was shut.") == []
