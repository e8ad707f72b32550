"""Slips are put in as newsrooms make them, one at a time, and the same for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from benchmarks.accuracy.cases import Case
from benchmarks.accuracy.collection import Collection
from benchmarks.accuracy.injected.dates import form_cases, mixed_cases, weekday_cases
from benchmarks.accuracy.injected.edits import NEIGHBOURS, SORTS, edited
from benchmarks.accuracy.injected.headlines import (
    cut_cases,
    headline_of,
    repeated_cases,
    twins_of,
)
from benchmarks.accuracy.injected.names import mentions, name_cases
from benchmarks.accuracy.injected.words import (
    confused_case,
    country_cases,
    doubled_cases,
    misspelt_case,
)
from lint.checks.base import Check
from tests.benchmarks.accuracy.made import OTHER, STORY, shelf

Make = Callable[[Collection, int], Iterator[Case]]

MAKERS: tuple[Make, ...] = (
    name_cases,
    country_cases,
    doubled_cases,
    form_cases,
    mixed_cases,
    repeated_cases,
    cut_cases,
)


def restored(case: Case) -> str:
    return case.after[: case.start] + case.right + case.after[case.end :]


@pytest.mark.parametrize(
    "make", [name_cases, country_cases, doubled_cases, form_cases, mixed_cases]
)
def test_each_case_holds_one_slip_and_nothing_else(make: Make) -> None:
    cases = list(make(shelf(), 6))
    assert cases
    for case in cases:
        assert case.after != case.before
        assert restored(case) == case.before
        assert case.slip != case.right


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_seed_gives_the_same_slips(make: Make) -> None:
    assert list(make(shelf(), 6)) == list(make(shelf(), 6))


def test_another_seed_gives_other_slips() -> None:
    assert list(doubled_cases(shelf(seed=1), 6)) != list(doubled_cases(shelf(seed=2), 6))


def test_an_article_more_changes_no_slip_in_the_others() -> None:
    few = {case.key: case for case in doubled_cases(shelf(6), 99)}
    many = {case.key: case for case in doubled_cases(shelf(8), 99)}
    assert few
    assert all(many[key] == case for key, case in few.items())


def test_no_rule_is_asked_what_to_inject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Check, "__init__", lambda *_: pytest.fail("a rule was made"))
    for make in MAKERS:
        assert list(make(shelf(), 4))


def test_a_corpus_that_runs_out_leaves_its_share_to_the_others() -> None:
    collection = shelf(6)
    collection._read["evening"] = {}
    assert len(list(doubled_cases(collection, 5))) == 5


def test_names_are_words_that_stand_twice_with_a_capital_and_never_small() -> None:
    found = mentions(STORY, shelf().vocabulary)
    assert {"Tarrabrook", "Quenmarrow"} == set(found)


def test_a_name_slip_stands_in_a_later_mention() -> None:
    cases = list(name_cases(shelf(), 6))
    assert cases
    for case in cases:
        assert case.right in case.after[: case.start]
        assert case.slip not in case.before


@pytest.mark.parametrize("sort", SORTS)
def test_an_edit_keeps_the_first_letter_and_changes_the_word(sort: str) -> None:
    form = edited("Khodorkovsky", sort, random.Random(1), lambda _: False)
    assert form is not None
    assert form[0] == "K"
    assert form != "Khodorkovsky"


def test_an_edit_that_would_make_another_word_is_not_made() -> None:
    assert edited("Tarrabrook", "dropped letter", random.Random(1), lambda _: True) is None


def test_the_keys_beside_a_key_are_those_of_the_keyboard() -> None:
    assert set(NEIGHBOURS["s"]) == set("adwezx")
    assert set(NEIGHBOURS["p"]) == set("ol")


def test_country_becomes_county_and_countries_counties() -> None:
    case = next(iter(country_cases(shelf(), 1)))
    assert (case.right, case.slip) == ("country", "county")


def test_a_word_is_written_for_the_other_of_its_pair() -> None:
    case = next(
        case
        for seed in range(50)
        if (case := confused_case("k", "A head\n\nThey lost their way.", random.Random(seed)))
    )
    assert (case.slip, case.right, case.sort) == ("there", "their", "there for their")


def test_a_misspelling_is_no_word_that_the_articles_know() -> None:
    collection = shelf(200)
    case = misspelt_case("k", STORY, collection.vocabulary, random.Random(4))
    assert case is not None
    assert case.slip not in STORY
    assert case.right.islower()


def test_a_wrong_weekday_is_wrong_and_the_control_is_right() -> None:
    for wrong in (True, False):
        cases = list(weekday_cases(shelf(), 4, wrong=wrong))
        assert cases
        for case in cases:
            found = re.match(r"(\w+day),? (\d+) (\w+) (\d+)", case.slip)
            assert found is not None
            months = {"March": 3, "April": 4, "May": 5}
            day = date(int(found[4]), months[found[3]], int(found[2]))
            assert (day.strftime("%A") != found[1]) is wrong


def test_a_date_is_rewritten_in_another_form() -> None:
    cases = list(form_cases(shelf(), 4))
    assert cases
    for case in cases:
        assert re.fullmatch(r"\d+ \w+( \d{4})?", case.right)
        assert not re.fullmatch(r"\d+ (March|April|May)( \d{4})?", case.slip)


def test_a_repeated_headline_is_the_next_line() -> None:
    case = next(iter(repeated_cases(shelf(), 1)))
    head = headline_of(case.before)
    assert head is not None
    assert case.after.startswith(f"{head}\n\n{head}\n\n")
    assert case.slip == head


def test_a_cut_headline_stands_above_the_whole_one() -> None:
    cases = list(cut_cases(shelf(), 6))
    assert cases
    for case in cases:
        head = headline_of(case.before)
        assert head is not None
        assert case.slip != head
        assert head.startswith(case.slip.rstrip(".…"))


def test_twins_share_a_headline_exactly_or_nearly() -> None:
    collection = shelf(2)
    for number, words in enumerate("green grey brown black white red blue".split()):
        text = OTHER.replace("two new ships", f"seven {words} ships after long talks")
        collection._read["morning"][f"morning/t{number}.txt"] = text
    twins = twins_of(collection, "morning", 20, 3, seed=1)
    assert len(twins.pairs) == 3
    for one, other, sort in twins.pairs:
        heads = [twins.after[key].split("\n")[0] for key in (one, other)]
        assert (heads[0] == heads[1]) is (sort == "exact")
        assert twins.before[one].split("\n")[0] != twins.before[other].split("\n")[0]
