"""Near words are found by few keys, and none is missed by them."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from lint.checks.agreeing.nearness import edit_between, near_pairs, neighbours
from lint.checks.naming.spelling import distance

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _slipped(word: str, dice: Random) -> str:
    """The word after one slip: a letter dropped, doubled, changed, put in, or two swapped."""
    at = dice.randrange(len(word))
    other = dice.choice(_LETTERS)
    return dice.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + other + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        )
    )


def _made_up(dice: Random, size: int) -> str:
    return "".join(dice.choice(_LETTERS) for _ in range(size))


@pytest.mark.parametrize("size", range(4, 14))
def test_every_word_one_slip_away_is_found(size: int) -> None:
    dice = Random(size)
    for _ in range(400):
        word = _made_up(dice, size)
        slip = _slipped(word, dice)
        if distance(word, slip) == 1 and edit_between(word, slip) is not None:
            assert list(near_pairs((word, slip))) == [(word, slip)]


def test_names_that_sound_alike_are_found_though_several_letters_apart() -> None:
    assert list(near_pairs(("kolekhi", "brezin", "kolehy"))) == [("kolekhi", "kolehy")]


def test_what_comes_first_does_not_matter_to_the_neighbours() -> None:
    dice = Random(3)
    words = [_made_up(dice, dice.randrange(3, 10)) for _ in range(60)]
    words += [_slipped(word, dice) for word in words]
    words = sorted({word for word in words if len(word) > 2})
    found = {frozenset(pair) for pair in neighbours(words)}
    assert found == {frozenset(pair) for pair in neighbours(reversed(words))}
    near = {frozenset(p) for p in combinations(words, 2) if edit_between(*p) not in (None, "two")}
    assert near <= found
