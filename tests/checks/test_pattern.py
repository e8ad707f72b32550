"""Regular expressions of the last resort."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import Complaint, StylebookError
from tests.conftest import WriteBook

RULE = """
kind: pattern
why: Nothing else can say it.
entries:
{entries}
examples:
  - bad: in a several
    finds: in a several
  - ok: one
  - ok: two
"""
SEVERAL = r"""
  - pattern: '\bin a (several|many)\b'
    use: in {1}
"""


def findings(write_book: WriteBook, entries: str, copy: str) -> tuple[Finding, ...]:
    book = load_stylebook(write_book(rule=RULE.format(entries=entries)))
    return Engine(list(book.checks.values())).check(read_article(copy)).findings


def complaints(write_book: WriteBook, entries: str) -> tuple[Complaint, ...]:
    with pytest.raises(StylebookError) as caught:
        load_stylebook(write_book(rule=RULE.format(entries=entries)))
    return caught.value.complaints


@pytest.mark.parametrize("use", ["in {1}", r"in \1"])
def test_the_mend_holds_what_the_brackets_matched(write_book: WriteBook, use: str) -> None:
    entries = SEVERAL.replace("in {1}", use)
    (finding,) = findings(write_book, entries, "It was found in a several places.")
    assert finding.text == "in a several"
    assert [(fix.edits[0].text, fix.safety) for fix in finding.fixes] == [("in several", "unsafe")]


def test_a_bracket_that_matched_nothing_gives_nothing(write_book: WriteBook) -> None:
    entries = "  - pattern: 'ab(c)?d'\n    use: 'x{1}y'\n"
    (finding,) = findings(write_book, entries, "So abd it is.")
    assert finding.fixes[0].edits[0].text == "xy"


def test_capitals_follow_what_was_found_where_they_make_no_difference(
    write_book: WriteBook,
) -> None:
    entries = "  - pattern: 'per cents?'\n    use: per cent\n    ignore case: true\n"
    texts = [
        finding.fixes[0].edits[0].text
        for finding in findings(write_book, entries, "Per cents and PER CENTS and per cents.")
    ]
    assert texts == ["Per cent", "PER CENT", "per cent"]


def test_a_match_that_is_right_already_is_not_told(write_book: WriteBook) -> None:
    entries = "  - pattern: 'per cents?'\n    use: per cent\n"
    assert findings(write_book, entries, "Five per cent.") == ()


def test_a_pattern_without_a_mend_is_told_with_its_note(write_book: WriteBook) -> None:
    entries = "  - pattern: 'TK+'\n    note: Fill it in.\n"
    (finding,) = findings(write_book, entries, "He is TKK years old.")
    assert finding.fixes == ()
    assert finding.message == "These words should not stand here. Fill it in."


def test_an_article_can_be_told_once_with_the_number_of_places(write_book: WriteBook) -> None:
    rule = RULE.replace("entries:", "once: true\nmessage: It stands {{times}}.\nentries:")
    entries = "  - pattern: 'TK'\n"
    for copy, said in [("A TK and a TK.", "It stands 2 times."), ("A TK.", "It stands once.")]:
        book = load_stylebook(write_book(rule=rule.format(entries=entries)))
        found = Engine(list(book.checks.values())).check(read_article(copy)).findings
        assert [(finding.span.start, finding.message) for finding in found] == [(2, said)]


def test_an_article_told_once_is_mended_in_all_places(write_book: WriteBook) -> None:
    rule = RULE.replace("entries:", "once: true\nfixes: safe\nentries:")
    book = load_stylebook(write_book(rule=rule.format(entries="  - pattern: 'TK+'\n    use: it\n")))
    (finding,) = Engine(list(book.checks.values())).check(read_article("A TK and a TKK.")).findings
    assert [(edit.span.start, edit.text) for edit in finding.fixes[0].edits] == [
        (2, "it"),
        (11, "it"),
    ]
    assert finding.fixes[0].safety == "safe"


def test_a_match_over_two_paragraphs_is_not_heard(write_book: WriteBook) -> None:
    entries = r"  - pattern: 'one\s+two'"
    assert findings(write_book, entries, "Head line here\n\nThis is one\n\ntwo is next.") == ()


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("a(?=b)", "look-around is not known"),
        ("(?<!a)b", "look-around is not known"),
        (r"(\w+) \1", "back references are not known"),
        ("a++", "possessive quantifiers are not known"),
        ("(?>a)", "atomic groups"),
        ("a(b", "missing )"),
        ("[b-a]", "invalid character class range"),
        ("a*", "matches where nothing stands"),
    ],
)
def test_a_bad_pattern_is_complained_of_with_its_place_and_the_way_out(
    write_book: WriteBook, pattern: str, said: str
) -> None:
    (complaint,) = complaints(write_book, f"  - pattern: '{pattern}'")
    assert said in complaint.message
    assert (complaint.line, complaint.column) == (5, 5)


def test_all_bad_patterns_are_complained_of_at_once(write_book: WriteBook) -> None:
    found = complaints(write_book, "  - pattern: 'a('\n  - pattern: '*'\n")
    assert [complaint.line for complaint in found] == [5, 6]


def test_a_mend_that_asks_for_brackets_that_are_not_there_is_complained_of(
    write_book: WriteBook,
) -> None:
    (complaint,) = complaints(write_book, "  - pattern: '(a)b'\n    use: '{2}'\n")
    assert "1 pairs of round brackets" in complaint.message
    assert complaint.line == 6
