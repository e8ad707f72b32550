"""The stylebooks that ship beside the rules, by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.engine import Engine
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook, shipped_book
from lint.stylebook.proving import prove
from tests.conftest import ROOT, WRONGG, WriteBook, terms_rule

NAMES = sorted(path.parent.name for path in (ROOT / "stylebooks").glob("*/stylebook.yaml"))


@pytest.fixture(params=NAMES)
def book(request: pytest.FixtureRequest) -> Stylebook:
    return load_stylebook(request.param)


def test_there_is_an_example_of_a_house() -> None:
    assert "broadcaster" in NAMES


def test_a_shipped_book_is_known_by_its_name_and_builds_on_the_rules(book: Stylebook) -> None:
    assert book.name in NAMES
    assert "repetition/words" in book.checks


def test_every_example_of_a_shipped_book_holds(book: Stylebook) -> None:
    own = [check for rule, check in book.checks.items() if rule.startswith("house/")]
    whole = Engine([check for rule, check in book.checks.items() if book.is_on(rule)])
    assert own
    assert list(prove(own, whole)) == []


def test_no_rule_of_a_house_speaks_in_the_stylebook_that_ships() -> None:
    assert not any(rule.startswith("house/") for rule in load_stylebook().checks)


def test_the_house_is_heard_when_it_is_asked_for() -> None:
    book = load_stylebook("broadcaster")
    engine = Engine([check for rule, check in book.checks.items() if book.is_on(rule)])
    found = engine.check(read_article("They went to the frontline for £3 million.")).findings
    assert [(finding.rule, finding.text) for finding in found] == [
        ("house/hyphens", "frontline"),
        ("house/figures", "£3 million"),
    ]


def test_a_folder_of_ones_own_goes_before_a_shipped_book_of_the_same_name(
    write_book: WriteBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_book(own=terms_rule(WRONGG))
    named = folder.rename(folder.parent / "broadcaster")
    monkeypatch.chdir(named.parent)
    assert list(load_stylebook("broadcaster").checks) == ["own"]


@pytest.mark.parametrize("name", ["", ".", "..", "../rules", "no-such-book"])
def test_a_name_that_no_shipped_book_has_is_none(name: str) -> None:
    assert shipped_book(name) is None


def test_a_book_may_extend_a_shipped_one_by_name(write_book: WriteBook) -> None:
    folder: Path = write_book(own=terms_rule(WRONGG))
    (folder / "stylebook.yaml").write_text("name: mine\nextends: [broadcaster]\n", "utf-8")
    checks = load_stylebook(folder).checks
    assert {"own", "house/figures", "repetition/words"} <= set(checks)


def test_a_house_that_turns_a_rule_off_does_not_quarrel_with_it(write_book: WriteBook) -> None:
    lower = write_book("lower", one=terms_rule(WRONGG))
    upper = write_book("upper", two=terms_rule(WRONGG.replace("use: wrong", "use: quite wrong")))
    (upper / "stylebook.yaml").write_text(
        f"name: mine\nextends: ['{lower.as_posix()}']\nrules:\n  one: {{on: false}}\n", "utf-8"
    )
    assert set(load_stylebook(upper).checks) == {"one", "two"}
