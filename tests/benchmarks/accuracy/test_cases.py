"""A slip is found when something new is told of its place, and mended when a fix restores it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy.cases import Case, judge, misses, precision, recall, replaced
from benchmarks.accuracy.checking import Rules, each
from benchmarks.accuracy.halves import half_of
from tests.conftest import WriteBook, terms_rule

TEXT = "The bridge\n\nThe mayor opened the bridge. It is a fine bridge, and a wrongg one.\n"
BRIGE = "  - use: bridge\n    not: [brige]\n  - use: wrong\n    not: [wrongg]\n"


def book(write_book: WriteBook, entries: str = BRIGE, more: str = "") -> Rules:
    rule = terms_rule(entries, more=more)
    folder: Path = write_book(**{"terms/test": rule})
    return Rules(books=(str(folder),))


def slip(new: str) -> Case:
    at = TEXT.index("fine bridge") + 5
    return replaced("set/a.txt", "dropped letter", TEXT, at, at + 6, new)


def test_a_slip_that_is_told_of_is_found_and_its_mend_offered(write_book: WriteBook) -> None:
    outcome = judge(book(write_book), slip("brige"))
    assert outcome.found == "error"
    assert outcome.offered
    assert outcome.elsewhere == ()


def test_what_was_told_before_does_not_count(write_book: WriteBook) -> None:
    outcome = judge(book(write_book), slip("bridgge"))
    assert outcome.found is None
    assert outcome.elsewhere == ()


def test_a_new_finding_elsewhere_counts_against_precision(write_book: WriteBook) -> None:
    after = TEXT.replace("mayor", "brige")  # as long as the word that it stands for
    outcome = judge(book(write_book), Case("set/a.txt", "x", TEXT, after, 0, 3, "The"))
    assert outcome.found is None
    assert outcome.elsewhere == ("terms/test",)
    rows = {row.part: row for row in precision("s", "m", [outcome])}
    assert (rows["all"].hits, rows["all"].of) == (0, 1)


def test_a_wrong_mend_is_not_the_right_one(write_book: WriteBook) -> None:
    rules = book(
        write_book, "  - use: ridge\n    not: [brige]\n  - use: wrong\n    not: [wrongg]\n"
    )
    outcome = judge(rules, slip("brige"))
    assert outcome.is_found()
    assert not outcome.offered


def test_a_suggestion_is_found_at_its_own_level_alone(write_book: WriteBook) -> None:
    rules = book(write_book)
    folder = Path(rules.books[0])
    path = folder / "terms/test.yaml"
    path.write_text(path.read_text("utf-8").replace("severity: error", "severity: suggestion"))
    outcome = judge(rules, slip("brige"))
    assert not outcome.is_found()
    assert outcome.is_found("suggestion")


def test_a_finding_of_another_matter_does_not_find_the_slip(write_book: WriteBook) -> None:
    case = slip("brige")
    dated = Case(
        case.key, case.sort, case.before, case.after, case.start, case.end, case.right, "dates"
    )
    assert judge(book(write_book), dated).found is None


def test_the_order_of_the_outcomes_is_that_of_the_cases(write_book: WriteBook) -> None:
    rules = book(write_book)
    cases = [slip("brige") if number % 3 else slip("bridgge") for number in range(90)]
    alone = list(each(judge, cases, rules, 1))
    assert list(each(judge, cases, rules, 2)) == alone
    rows = {row.part: row for row in recall("s", "m", alone)}
    assert (rows["all"].hits, rows["all"].of) == (60, 90)


def test_only_misses_of_the_tuning_half_are_shown(write_book: WriteBook) -> None:
    rules = book(write_book)
    cases = [replaced(f"set/{number}.txt", "x", TEXT, 4, 10, "bridgge") for number in range(20)]
    shown = list(misses("s", each(judge, cases, rules, 1), needs_mend=True))
    assert shown
    assert {half_of(miss.key) for miss in shown} == {"tune"}
