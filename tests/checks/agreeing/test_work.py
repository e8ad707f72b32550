"""Names are not made where the runs of an article already show that there is nothing to tell."""

from __future__ import annotations

import pytest

from lint import mentioned, read_article
from lint.checks.agreeing.judging import candidates
from lint.checks.agreeing.sifting import sifted
from lint.reading import Reading

PLAIN = """Anna Kolenko met Piet Brezinsky in Paris on Monday.

Mr Brezinsky said that Germany had agreed. France has not, Mrs Kolenko said.
"""


def _reading(text: str) -> Reading:
    return Reading(read_article(text, "story.txt", format="plain"))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[mentioned.Name]:
    """The names made during a test, in the order in which they are made."""
    kept: list[mentioned.Name] = []
    real = mentioned.Name

    def make(*parts: object) -> mentioned.Name:
        kept.append(real(*parts))  # type: ignore[arg-type]
        return kept[-1]

    monkeypatch.setattr(mentioned, "Name", make)
    return kept


def test_no_name_is_made_of_an_article_without_near_words(made: list[mentioned.Name]) -> None:
    assert list(candidates(_reading(PLAIN))) == []
    assert made == []


def test_only_the_names_that_hold_near_words_are_made(made: list[mentioned.Name]) -> None:
    found = list(candidates(_reading(PLAIN + "\nLater Mr Brezinski left.\n")))
    assert [(pair.rare.folded, pair.usual.folded) for pair in found] == [("brezinski", "brezinsky")]
    assert {name.words[-1] for name in made} == {"Brezinsky", "Brezinski"}


def test_two_well_known_names_without_company_are_passed_over_unmade(
    made: list[mentioned.Name],
) -> None:
    assert list(candidates(_reading("He left Austria. She saw Australia, Iran and Iraq."))) == []
    assert made == []


def test_a_run_tells_at_least_the_words_of_its_names() -> None:
    for run in ("Prime Minister Tony Blair", "The Kolenkos", "Mr Brezinsky’s", "Theresa May"):
        words = {folded for part in mentioned.held_by(run) for folded in map(str.lower, part.words)}
        assert words <= set(sifted(run).folds)
