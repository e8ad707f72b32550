"""The pages of the manual."""

from __future__ import annotations

from lint.stylebook.book import load_stylebook
from lint.stylebook.manual import rule_page
from tests.conftest import WriteBook, terms_rule

_PATTERNS = r"""kind: pattern
title: A rule for a test
severity: error
message: Write “{use}”.
why: A reason.
entries:
  - pattern: \b(out-of)[ ](date|work)\b
    use: "{1}-{2}"
  - pattern: "`quoted`"
examples:
  - bad: It is out-of date.
    finds: out-of date
  - bad: It is `quoted`.
    finds: "`quoted`"
  - ok: It is right.
  - ok: It was right.
"""


def test_what_markdown_would_take_for_markup_stands_as_code(write_book: WriteBook) -> None:
    book = load_stylebook(str(write_book(patterns=_PATTERNS)))
    page = rule_page(book.checks["patterns"], on=True)
    assert r"- pattern: `\b(out-of)[ ](date|work)\b`; use: {1}-{2}" in page
    assert "- pattern: `` `quoted` ``" in page


def test_plain_words_stand_as_they_are(write_book: WriteBook) -> None:
    rule = terms_rule("  - use: at the moment\n    not: [at this moment in time]\n")
    book = load_stylebook(str(write_book(terms=rule)))
    assert "- use: at the moment; not: at this moment in time" in rule_page(
        book.checks["terms"], on=True
    )
