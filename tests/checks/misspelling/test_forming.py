"""Words that anybody may form are no slips; words with a spelling mistake in the joint are."""

from __future__ import annotations

import pytest

from lint.checks.misspelling.forming import is_formed, is_inflected, run_together
from lint.lexicon.words import open_words

WORDS = open_words("en-GB")


@pytest.mark.parametrize(
    "word",
    ["unpatched", "storytellings", "newsroomy", "cakelike", "antidemolition", "gloomish"],
)
def test_a_word_made_by_rule_may_be_a_word(word: str):
    assert is_formed(word, WORDS)


@pytest.mark.parametrize("word", ["begining", "truely", "basicly", "goverment", "seperate"])
def test_a_slip_is_not_made_by_rule(word: str):
    assert not is_formed(word, WORDS)


@pytest.mark.parametrize(
    ("word", "regular"),
    [("curfews", True), ("ministrys", False), ("boxs", False), ("quangoes", True), ("gas", False)],
)
def test_plurals_follow_the_rule(word: str, regular: bool):
    assert is_inflected(word, WORDS) is regular


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("fromthe", ("from", "the")),
        ("accordingto", ("according", "to")),
        ("announceda", ("announced", "a")),
        ("thegovernment", ("the", "government")),
        ("curfew", None),
        ("goverment", None),
    ],
)
def test_two_words_without_their_space_are_told_apart(word: str, parts: tuple[str, str] | None):
    assert run_together(word, WORDS) == parts
