"""The sorts of slip by which one word becomes another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from lint.lexicon.nearness import SLIPS, close_words, one_edit, plain_slips, slip_between
from lint.lexicon.words import open_words

words = st.text(alphabet="abcdeiot", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("meant", "written", "slip"),
    [
        ("explains", "expalins", "swapped letters"),
        ("commitment", "committment", "a doubled letter"),
        ("committed", "commited", "a dropped double"),
        ("separate", "seperate", "a vowel"),
        ("government", "goverment", "a dropped letter"),
        ("company", "compant", "a neighbouring key"),
        ("company", "compkany", "an added letter"),
        ("talk", "talx", "a wrong letter"),
        ("talks", "talk", "a dropped letter"),
        ("talk", "talkk", "a doubled letter"),
    ],
)
def test_each_slip_has_its_sort(meant: str, written: str, slip: str):
    assert slip_between(meant, written) == slip
    assert slip in SLIPS


@given(words)
def test_every_string_of_one_edit_is_one_edit_away(word: str):
    assert {OSA.distance(word, edit) for edit in one_edit(word)} <= {0, 1}


@given(words, words)
def test_no_string_of_one_edit_is_left_out(one: str, other: str):
    if OSA.distance(one, other) == 1:
        assert other in set(one_edit(one))


@given(words)
def test_trying_less_finds_no_fewer_words(word: str):
    """What no word begins like is passed over; that must not lose a word."""
    british = open_words("en-GB")
    all_near = {
        edit
        for edit in one_edit(word)
        if edit in british and edit != word and not british.is_obscure(edit)
    }
    assert {near.word for near in close_words(word, british) if near.edits == 1} == all_near


def test_plain_slips_are_those_of_swapped_and_doubled_letters():
    british = open_words("en-GB")
    assert [near.word for near in plain_slips("wellcome", british)] == ["welcome"]
    assert [near.word for near in plain_slips("expalins", british)] == ["explains"]
    assert plain_slips("goverment", british) == []


def test_a_wrong_first_letter_is_less_likely():
    near = {near.word: near.score for near in close_words("kead", open_words("en-GB"))}
    assert near["lead"] < open_words("en-GB").frequency("lead")
