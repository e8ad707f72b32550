"""The English word list: what it knows, how common words are, and what is near to a slip."""

from __future__ import annotations

import pytest

from lint.lexicon.words import WordList, open_words


@pytest.fixture
def british() -> WordList:
    return open_words("en-GB")


@pytest.fixture
def american() -> WordList:
    return open_words("en-US")


def test_the_list_is_opened_once():
    assert open_words("en-GB") is open_words("en-GB")


@pytest.mark.parametrize("word", ["curfew", "colour", "organise", "organize", "leant", "Koran"])
def test_british_words_are_known(british: WordList, word: str):
    assert word in british


@pytest.mark.parametrize("word", ["color", "traveler", "koran", "committment", "teh", "", "facto"])
def test_other_words_are_no_british_words(british: WordList, word: str):
    assert word not in british


def test_each_english_has_its_own_spelling(british: WordList, american: WordList):
    assert "color" in american
    assert "colour" not in american
    assert british.known("color")
    assert american.known("colour")


def test_a_foreign_word_is_known_as_such(british: WordList):
    assert british.is_foreign("facto")
    assert not british.known("facto")
    assert not british.is_foreign("curfew")


def test_common_words_are_more_frequent_than_rare_ones(british: WordList):
    frequencies = [british.frequency(word) for word in ("the", "minister", "regatta")]
    assert frequencies == sorted(frequencies, reverse=True)
    assert frequencies[-1] > 0
    assert british.frequency("committment") == 0


def test_a_word_of_the_largest_lists_only_is_obscure(british: WordList):
    assert british.known("aalii")
    assert not british.is_familiar("zyzzyva")
    assert british.is_familiar("curfew")
    assert not british.is_obscure("curfew")
    assert not british.is_obscure("committment")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("committment", "commitment"),
        ("ingenius", "ingenious"),
        ("expalins", "explains"),
        ("teh", "the"),
        ("recieve", "receive"),
        ("occured", "occurred"),
        ("definately", "definitely"),
        ("becuase", "because"),
        ("succesfull", "successful"),  # two slips in one long word
    ],
)
def test_the_word_that_was_meant_is_the_nearest(british: WordList, slip: str, meant: str):
    assert british.near(slip)[0] == meant


def test_only_words_of_the_language_are_near(british: WordList, american: WordList):
    assert "colour" in british.near("coluor")
    assert "color" in american.near("coluor") or "color" in american.near("colro")
    assert "color" not in british.near("colro")


def test_nothing_is_near_to_a_word_from_nowhere(british: WordList):
    assert british.near("xqzzvvkwjy") == ()


def test_letters_that_no_word_has_in_a_row_are_told(british: WordList):
    assert british.rarest_triple("becayqse") < 5
    assert british.rarest_triple("nation") > 50
    assert british.rarest_triple("fête") == 255


def test_words_can_be_asked_for_by_their_beginning(british: WordList):
    assert "lugubrious" in british.starting("lugub")
    assert british.begins("lugub")
    assert not british.begins("xqz")
