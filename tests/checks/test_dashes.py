"""Dashes that end an aside which no dash began."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from tests.conftest import WriteBook

RULE = """
kind: dashes
why: An aside has two ends.
examples:
  - bad: The mayor, who was ill at the time - has opened the bridge.
    finds: '- has'
  - ok: one
  - ok: two
"""


def found(write_book: WriteBook, copy: str) -> list[str]:
    book = load_stylebook(write_book(rule=RULE))
    checked = Engine(list(book.checks.values())).check(read_article(f"Harbour news\n\n{copy}\n"))
    return [finding.text for finding in checked.findings]


@pytest.mark.parametrize("dash", ["-", "--", "–", "—"])
def test_a_dash_before_a_verb_that_is_alone_in_its_sentence_is_told(
    write_book: WriteBook, dash: str
) -> None:
    copy = f"The mayor, who was ill at the time {dash} has opened the bridge."
    assert found(write_book, copy) == [f"{dash} has"]


def test_a_verb_that_can_only_be_finite_is_enough(write_book: WriteBook) -> None:
    copy = "Divers who found a bell off the harbour wall – took pictures of it."
    assert found(write_book, copy) == ["– took"]


@pytest.mark.parametrize(
    "copy",
    [
        "The mayor - who was ill at the time - has opened the bridge.",
        "The mayor -who was ill at the time - has opened the bridge.",
        "The mayor of the town - has anybody seen her - opened the bridge.",
        "The bridge opens on Monday - is anybody ready?",
        "The bridge would open early, said the mayor – had she not been ill.",
        "“The mayor, who was ill at the time - has opened the bridge,” he said.",
        "and the mayor, who was ill at the time - has opened the bridge.",
        "Only one thing is certain: the mayor of the town - has opened the bridge.",
        "The mayor - a friend of J. K. Smith of St. Ives - has opened the bridge.",
        "Mayor here - has opened the bridge.",
    ],
)
def test_what_may_be_right_is_left_alone(write_book: WriteBook, copy: str) -> None:
    assert found(write_book, copy) == []


def test_a_dash_of_the_sentence_before_does_not_count(write_book: WriteBook) -> None:
    copy = (
        "The weather was fine - so people said. The mayor, who was ill at the time - has "
        "opened the bridge."
    )
    assert found(write_book, copy) == ["- has"]


def test_a_stop_that_may_be_that_of_an_abbreviation_ends_nothing(write_book: WriteBook) -> None:
    copy = (
        "The weather was fine - at 6 p.m. The mayor, who was ill at the time - has opened the "
        "bridge."
    )
    assert found(write_book, copy) == []
