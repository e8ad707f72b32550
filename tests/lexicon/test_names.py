"""The gazetteer: what it knows, and how well."""

from __future__ import annotations

import pytest

from lint.lexicon.names import NameList, open_names


@pytest.fixture
def names() -> NameList:
    return open_names()


def test_the_gazetteer_is_opened_once() -> None:
    assert open_names() is open_names()


@pytest.mark.parametrize("name", ["vladimir", "jennifer", "mohammed", "siobhan", "elena"])
def test_given_names_are_known(names: NameList, name: str) -> None:
    assert names.given(name) > 1


@pytest.mark.parametrize("name", ["johnson", "johnston", "roddick", "ferreira"])
def test_surnames_are_known(names: NameList, name: str) -> None:
    assert names.surname(name) > 0


@pytest.mark.parametrize(
    "name", ["kharkiv", "sheffield", "rio de janeiro", "new zealand", "uganda"]
)
def test_places_are_known(names: NameList, name: str) -> None:
    assert names.place(name) > 1


@pytest.mark.parametrize("name", ["ukrainian", "ukrainians", "londoners", "frenchmen"])
def test_demonyms_are_known(names: NameList, name: str) -> None:
    assert names.demonym(name) > 1


@pytest.mark.parametrize("name", ["vladimitr", "sheffied", "khordokovsky", "rodick", "", "~"])
def test_slips_are_not_known(names: NameList, name: str) -> None:
    assert names.weights(name) == (0, 0, 0, 0, 0)


def test_the_better_known_weighs_more(names: NameList) -> None:
    assert names.given("john") > names.given("elena") > names.given("umaro")
    assert names.place("france") > names.place("sheffield") > names.place("wick")


def test_a_famous_name_is_known_in_full_both_ways(names: NameList) -> None:
    assert "putin" in names.surnames_with("vladimir")
    assert "vladimir" in names.given_with("putin")


def test_letters_that_no_name_has_are_seen(names: NameList) -> None:
    assert names.commonness("vladimitr") < names.commonness("maria")
    assert names.commonness("xqzv") == 0


def test_what_is_famous_is_a_place_or_of_one(names: NameList) -> None:
    famous = names.famous()
    assert len(famous) > 300
    assert all(names.place(name) or names.demonym(name) for name in famous)
