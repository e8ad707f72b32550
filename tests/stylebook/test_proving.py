"""Every example of every rule is put to the test, and the shipped ones hold."""

from __future__ import annotations

from lint.article import BLOCK_KINDS
from lint.engine import Engine
from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.manual import kind_page
from lint.stylebook.proving import prove
from tests.conftest import WRONGG, WriteBook, terms_rule


def failures(write_book: WriteBook, text: str) -> list[str]:
    book = load_stylebook(write_book(a=text))
    return [failure.message for failure in prove(book.checks.values())]


def test_examples_that_hold_are_silent(write_book: WriteBook) -> None:
    assert failures(write_book, terms_rule(WRONGG)) == []


def test_a_bad_example_that_is_not_found_fails(write_book: WriteBook) -> None:
    text = terms_rule(WRONGG).replace("This is wrongg", "This is wrong")
    assert failures(write_book, text) == ["“wrongg” is not found (found: nothing)"]


def test_a_mend_other_than_the_good_one_fails(write_book: WriteBook) -> None:
    text = terms_rule(WRONGG).replace(
        "finds: wrongg\n", "finds: wrongg\n    good: This is wring.\n"
    )
    assert failures(write_book, text) == ["is mended to “This is wrong.”, not to “This is wring.”"]


def test_an_ok_example_that_is_found_fails(write_book: WriteBook) -> None:
    text = terms_rule(WRONGG).replace("So is this", "So is wrongg")
    assert failures(write_book, text)[0].startswith("“wrongg” is found, but nothing should be")


def test_rules_that_speak_in_each_others_examples_are_seen(write_book: WriteBook) -> None:
    other = terms_rule("  - use: correct\n    not: [right]\n").replace("wrongg", "right", 2)
    other = other.replace("This is right.\n  - ok: So", "All is fine.\n  - ok: So")
    book = load_stylebook(write_book(a=terms_rule(WRONGG), b=other))
    told = [f.message for f in prove(book.checks.values(), Engine(tuple(book.checks.values())))]
    assert any("the rule b speaks in “This is right.”" in message for message in told)


def test_every_shipped_example_holds_and_no_two_rules_quarrel(house: Stylebook) -> None:
    on = [check for rule, check in house.checks.items() if house.is_on(rule)]
    assert [str(f) for f in prove(house.checks.values(), Engine(on))] == []


def test_the_page_of_a_kind_says_what_an_example_is_and_where_a_rule_may_look() -> None:
    page = kind_page("terms")
    for key in ("bad", "finds", "good", "ok", "format", "beside"):
        assert f"\n| `{key}` | " in page
    assert all(block in page for block in BLOCK_KINDS)
    assert "two or more that are ok" in page
