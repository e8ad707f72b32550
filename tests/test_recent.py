"""What is remembered of words has a bound, and answers as if it had none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.recent import Met, Recent

words = st.lists(st.text("abcdefgh", min_size=1, max_size=2), max_size=200)


@given(words, st.integers(1, 20))
def test_an_answer_is_that_of_the_maker_and_never_more_than_twice_the_room_are_held(
    asked: list[str], room: int
) -> None:
    recent = Recent(str.upper, room)
    for word in asked:
        assert recent[word] == word.upper()
        assert len(recent) <= room
        assert len(recent) + len(recent._old) <= 2 * room


def test_what_is_asked_for_again_and_again_is_made_once() -> None:
    made: list[str] = []

    def make(word: str) -> str:
        made.append(word)
        return word.upper()

    recent = Recent(make, 10)
    for number in range(200):
        assert recent["often"] == "OFTEN"
        assert recent[f"once {number}"]
    assert made.count("often") == 1
    assert len(made) == 201


@given(words, st.integers(1, 20))
def test_what_was_met_of_late_is_known_and_nothing_else_is(met: list[str], room: int) -> None:
    known: Met[str] = Met(room)
    for number, word in enumerate(met):
        known.add(word)
        assert len(known) <= 2 * room
        assert known.without({"never met"}) == {"never met"}
        unknown = set(met).difference(met[: number + 1])
        assert known.without(unknown) == unknown


def test_what_is_met_again_and_again_is_not_forgotten() -> None:
    known: Met[str] = Met(10)
    known.add("often")
    for number in range(200):
        assert known.without({"often"}) == set()
        known.add(f"once {number}")
        assert len(known) <= 21
    assert known.without({"once 0"}) == {"once 0"}
