"""What a stylebook holds that is of no use, or dear, is told before it slows a newsroom down."""

from __future__ import annotations

from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.linting import remarks
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import run

PATTERN = """
kind: pattern
title: A pattern for a test
why: A test.
entries:
  - pattern: {pattern}
    note: No.
examples:
  - bad: {bad}
    finds: {bad}
  - ok: a
  - ok: b
"""


def said(write_book: WriteBook, **rules: str) -> list[str]:
    book = load_stylebook(write_book(**rules))
    return [remark.message for remark in remarks(book, book.cards)]


def test_a_pattern_that_occurs_in_any_story_is_told(write_book: WriteBook) -> None:
    (told,) = said(write_book, a=PATTERN.format(pattern="'[A-Z][a-z]+'", bad="Ab"))
    assert "[A-Z][a-z]+" in told


def test_a_pattern_that_does_not_is_not(write_book: WriteBook) -> None:
    assert said(write_book, a=PATTERN.format(pattern="'[A-Z]+ hours'", bad="A hours")) == []


def test_a_phrase_without_a_letter_is_told(write_book: WriteBook) -> None:
    (told,) = said(write_book, a=terms_rule(WRONGG + "  - use: –\n    not: [—]\n"))
    assert "“—”" in told


def test_an_unless_that_names_no_rule_is_told(write_book: WriteBook) -> None:
    (told,) = said(write_book, a=terms_rule(WRONGG, more="unless: [no/such]\n"))
    assert "no/such" in told


def test_the_shipped_stylebook_has_nothing_to_tell(house: Stylebook) -> None:
    assert list(remarks(house, house.cards)) == []


def test_the_command_says_where_and_how_many(write_book: WriteBook) -> None:
    book = write_book(a=terms_rule(WRONGG, more="unless: [no/such]\n"))
    result = run("rules", "lint", "--stylebook", str(book))
    assert result.exit_code == 1
    assert "a.yaml: “unless” names" in result.stdout
    assert "1 rule: 1 remark." in result.stdout
