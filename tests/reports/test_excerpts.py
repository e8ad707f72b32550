"""Whatever the line, the window around a slip fits and shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.finding import Excerpt
from lint.reports.excerpts import window
from lint.reports.legible import legible, width, wrapped

COPY = st.text(st.sampled_from("ab cd  é\u0301東👍\u200d🏽\t\x1b\u202e"), max_size=200)


@given(COPY, COPY, COPY, st.integers(24, 90))
def test_a_window_is_never_wider_than_its_room(a: str, slip: str, b: str, room: int) -> None:
    shown = window(Excerpt(a + slip + b, len(a), len(a + slip)), room)
    # Columns are counted sign by sign; joined signs can only be narrower.
    assert width(shown.before + shown.slip + shown.after) <= room
    assert shown.cut or shown.slip == legible(slip)


@given(COPY, COPY, COPY)
def test_with_room_enough_the_whole_line_is_shown(a: str, slip: str, b: str) -> None:
    shown = window(Excerpt(a + slip + b, len(a), len(a + slip)), 2000)
    assert shown.before == legible(a).lstrip()
    assert shown.after == legible(b).rstrip()


def test_a_cut_falls_between_words() -> None:
    line = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike"
    shown = window(Excerpt(line, 31, 38), 40)
    assert shown.slip == "foxtrot"
    assert shown.before == "… delta echo "
    assert shown.after == " golf hotel india …"


def test_a_line_of_ten_million_signs_is_not_walked_through() -> None:
    line = "a" * 10_000_000
    shown = window(Excerpt(line, 5_000_000, 5_000_003), 80)
    assert shown.slip == "aaa"


@given(st.text(st.sampled_from("ab 東é"), max_size=80), st.integers(10, 40))
def test_wrapping_loses_no_word(text: str, columns: int) -> None:
    assert " ".join(wrapped(text, columns)) == text


@given(st.text(st.characters(), max_size=50))
def test_what_is_legible_keeps_its_length_and_holds_no_control(text: str) -> None:
    shown = legible(text)
    assert len(shown) == len(text)
    assert not [char for char in shown if char < " " or "\x7f" <= char <= "\x9f"]
    shown.encode("utf-8")
    assert legible(shown) == shown
