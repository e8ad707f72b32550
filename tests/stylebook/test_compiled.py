"""A compiled stylebook says what one read from YAML says, and unpacks only what it needs."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.finding import Finding
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.compiled import Shelf

COPY = """Kier Starmer went to Westminster

Britain asked for Andrei Lugovi to be extradited. It was the the third time that the
county's goverment had asked. Keir Starmr said on July 17th, 2007: "Nothing was seperate.”

The protestors, and other protesters, met Mr Starmer on Tuesday.
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Stylebook:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COPYDESK_CACHE", "off")
        return load_stylebook()


@pytest.fixture
def compiled() -> Stylebook:
    load_stylebook()  # keeps it, if nobody has
    book = load_stylebook()
    assert isinstance(book.checks, Shelf)
    return book


def findings(book: Stylebook, copy: str) -> tuple[Finding, ...]:
    engine = Engine(book.roster(rule for rule in book.cards if book.is_on(rule)))
    return engine.check(read_article(copy)).findings


def test_both_find_the_same(read: Stylebook, compiled: Stylebook) -> None:
    assert not isinstance(read.checks, Shelf)
    found = findings(read, COPY)
    assert len({finding.rule for finding in found}) >= 5
    assert findings(compiled, COPY) == found


def test_both_hold_the_same_rules(read: Stylebook, compiled: Stylebook) -> None:
    assert list(compiled.cards.values()) == list(read.cards.values())
    for rule, check in read.checks.items():
        assert compiled.checks[rule].rule == check.rule


def test_a_rule_whose_words_do_not_occur_is_not_unpacked(compiled: Stylebook) -> None:
    assert isinstance(compiled.checks, Shelf)
    findings(compiled, "A dull line\n\nNothing at all is wrong with this.")
    unpacked = {compiled.cards[rule].kind for rule in compiled.checks if _is_made(compiled, rule)}
    assert not unpacked & {"terms", "avoid", "confusions", "names", "pattern"}


def test_names_are_unpacked_only_when_one_is_near(compiled: Stylebook) -> None:
    findings(compiled, "A dull line\n\nKeir Starmr said so.")
    made = [rule for rule in compiled.checks if _is_made(compiled, rule)]
    assert "names/people" in made
    assert "names/people-sport" not in made


def _is_made(book: Stylebook, rule: str) -> bool:
    shelf = book.checks
    assert isinstance(shelf, Shelf)
    return shelf.number(rule) in shelf._made
