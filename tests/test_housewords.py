"""The house word list knows its words in any case, and clears only what a mend would change."""

from __future__ import annotations

import pytest

from lint.housewords import HouseWords, odd_words

WORDS = HouseWords(["doomscrolling", "Stamer", "O’Dare", "Étienne", "net-zero", "Ping Pong Prom"])


@pytest.mark.parametrize(
    "word",
    [
        "doomscrolling", "Doomscrolling", "DOOMSCROLLING", "doomscrolling’s", "doomscrolling's",
        "O'Dare", "o’dare's", "e\u0301tienne", "net\u2011zero", "Ping  Pong\nProm",
    ],
)  # fmt: skip
def test_case_apostrophes_and_possessives_make_no_difference(word: str) -> None:
    assert word in WORDS


@pytest.mark.parametrize("word", ["doomscroll", "doomscrollings", "Etienne", "net zero", "", "s"])
def test_other_forms_are_other_words(word: str) -> None:
    assert word not in WORDS


@pytest.mark.parametrize(
    ("found", "uses", "clear"),
    [
        ("Keir Stamer", ["Keir Starmer"], True),
        ("Keir Stamer’s", ["Keir Starmer’s"], True),
        ("Kier Stamer", ["Keir Starmer"], False),
        ("Stamer", ["Starmer", "Stammer"], True),
        ("Starmer", ["Stamer"], False),
        ("Ping Pong Prom", ["Ping Pong Prim"], True),
        ("doomscrolling", [], True),
        ("Keir Starmer", ["Keir Starmer"], False),
        ("Stamer", ["Starmer", "Stamer"], True),
        ("Starmer", ["Stamer", "Starmer"], False),
        ("", [], False),
    ],
)
def test_a_slip_is_cleared_where_all_that_a_mend_would_change_is_of_the_house(
    found: str, uses: list[str], clear: bool
) -> None:
    assert WORDS.clear(found, uses) is clear


def test_an_empty_list_clears_nothing() -> None:
    assert not HouseWords()
    assert not HouseWords().clear("anything")


def test_odd_words_are_those_that_no_mend_holds() -> None:
    assert odd_words("Keir Stamer’s", ["Keir Starmer’s"]) == ("Stamer",)
    assert odd_words("the door-to door sale", ["the door-to-door sale"]) == ("door-to", "door")
