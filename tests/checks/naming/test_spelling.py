"""What counts as the same spelling of a name, and what as nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint.checks.naming import spelling
from lint.checks.naming.deriving import made_from_any, related
from lint.checks.naming.nearness import NearIndex
from lint.checks.naming.spelling import core, distance, fold, folds, near, sound

LETTERS = st.text("abcdekhmnorsvwxyz", min_size=1, max_size=12)
WORDS = st.text("aeiknostvy", min_size=4, max_size=11)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Perón", "peron"), ("PERO\u0301N", "peron"), ("Wałęsa", "walesa"), ("Erdoğan", "erdogan"),
     ("O’Neill", "o'neill"), ("Groß", "gross"), ("Pales\u00adtine", "palestine")],
)  # fmt: skip
def test_folding_takes_away_case_accents_and_curls(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_an_umlaut_may_be_written_with_an_e() -> None:
    assert folds("Müller") == {"muller", "mueller"}
    assert folds("Smith") == {"smith"}


@pytest.mark.parametrize(
    ("word", "inner"),
    [("al-Assad’s", "Assad"), ("Al-Qaeda", "Qaeda"), ("d’Estaing", "Estaing"), ("Alan", "Alan"),
     ("Jones’", "Jones"), ("O'Neill's", "O'Neill"), ("Braun-Pivet", "Braun-Pivet")],
)  # fmt: skip
def test_the_core_is_without_article_and_possessive(word: str, inner: str) -> None:
    start, end = core(word)
    assert word[start:end] == inner


@pytest.mark.parametrize(
    ("one", "other"),
    [("dmitri", "dmitry"), ("alexei", "aleksey"), ("khodorkovsky", "hodorkovskii"),
     ("yanukovich", "yanukovych"), ("vaclav", "waclav"), ("villareal", "villarreal")],
)  # fmt: skip
def test_transliterations_of_a_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert near(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("stamer", "starmer"), ("vladimitr", "vladimir"), ("khordokovsky", "khodorkovsky"),
     ("mcilory", "mcilroy"), ("thaliand", "thailand"), ("lugovi", "lugovoi")],
)  # fmt: skip
def test_slips_are_near(one: str, other: str) -> None:
    assert near(one, other, strict=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [("wessex", "essex"), ("buganda", "uganda"), ("medvedev", "medvedchuk"),
     ("litvinov", "litvinenko"), ("wayne", "warnes"), ("jon", "john"), ("robert", "roberton")],
)  # fmt: skip
def test_other_words_are_not_near(one: str, other: str) -> None:
    assert not near(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("iceland", "ireland"), ("linus", "linux"), ("leinster", "leicester")]
)
def test_an_unlikely_letter_in_place_of_another_is_not_strictly_near(one: str, other: str) -> None:
    assert not near(one, other, strict=True) or one == "linus"


@given(LETTERS, LETTERS)
def test_the_distance_is_that_of_optimal_string_alignment(one: str, other: str) -> None:
    assert distance(one, other, 30) == OSA.distance(one, other)


@given(LETTERS, LETTERS)
def test_a_limit_only_caps_the_distance(one: str, other: str) -> None:
    assert distance(one, other, 2) == min(OSA.distance(one, other), 3)


@given(st.lists(WORDS, max_size=20), WORDS)
def test_the_index_finds_what_measuring_every_word_finds(words: list[str], word: str) -> None:
    measured = tuple(sorted({other for other in words if near(word, other)}))
    assert NearIndex.of(words).near(word) == measured


@pytest.mark.parametrize(
    ("word", "name"),
    [("ukrainian", "ukraine"), ("londoners", "london"), ("argentine", "argentina"),
     ("iraqi", "iraq"), ("americans", "america"), ("europa", "europe")],
)  # fmt: skip
def test_demonyms_are_made_from_places(word: str, name: str) -> None:
    assert related(word, name, place=True, given=False)


@pytest.mark.parametrize(
    ("word", "name"),
    [("putinism", "putin"), ("blairites", "blair"), ("navalnaya", "navalny"),
     ("medvedeva", "medvedev"), ("zelenska", "zelensky"), ("starmers", "starmer")],
)  # fmt: skip
def test_followers_families_and_wives_are_made_from_people(word: str, name: str) -> None:
    assert related(word, name, place=False, given=False)


@pytest.mark.parametrize(("word", "name"), [("daniela", "daniel"), ("maria", "mario")])
def test_first_names_that_differ_in_their_last_vowel_are_two(word: str, name: str) -> None:
    assert related(word, name, place=False, given=True)


@pytest.mark.parametrize(
    ("word", "name"), [("putn", "putin"), ("stamer", "starmer"), ("obam", "obama")]
)
def test_a_slip_is_not_made_from_a_name(word: str, name: str) -> None:
    assert not related(word, name, place=False, given=False)
    assert not made_from_any(word, {name}, set())


@given(LETTERS, LETTERS, st.integers(1, 3), st.booleans())
def test_the_library_measures_as_the_code_here(
    one: str, other: str, limit: int, strict: bool
) -> None:
    native = spelling._Native()
    native.distance = OSA.distance
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "_native", spelling._Native())
        here = distance(one, other, limit, strict=strict)
        patch.setattr(spelling, "_native", native)
        assert distance(one, other, limit, strict=strict) == here


def test_the_library_is_asked_for_many_distances_only() -> None:
    with pytest.MonkeyPatch.context() as patch:
        native = spelling._Native()
        patch.setattr(spelling, "_native", native)
        for _ in range(spelling._EARNED - 1):
            distance("khodorkovsky", "hkodorkvosky")
        assert native.distance is None
        distance("khodorkovsky", "hkodorkvosky")
        assert native.distance is not None
