"""Marks nest as HTML must, cover what they should, and lose no sign of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.reports.marks import Close, Mark, Open, Text, nested

LENGTH = 12
RANGES = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(sorted)
MARKS = st.lists(RANGES, max_size=8).map(
    lambda ranges: [Mark(start, end, owner) for owner, (start, end) in enumerate(ranges)]
)


def drawn(length: int, *marks: Mark) -> str:
    """The pieces as brackets: ``1(`` opens mark 1, ``1…(`` goes on with it."""
    text = "abcdefghijkl"
    shown = []
    for piece in nested(length, marks):
        if isinstance(piece, Open):
            shown.append(f"{piece.mark.owner}{'' if piece.mark.first else '…'}(")
        elif isinstance(piece, Close):
            shown.append(")")
        else:
            shown.append(text[piece.start : piece.end])
    return "".join(shown)


def test_a_mark_inside_another_is_nested() -> None:
    assert drawn(6, Mark(1, 5, 0), Mark(2, 3, 1)) == "a0(b1(c)de)f"


def test_of_marks_that_begin_together_the_longest_is_outside() -> None:
    assert drawn(4, Mark(0, 2, 0), Mark(0, 4, 1)) == "1(0(ab)cd)"


def test_a_mark_that_runs_out_of_another_is_opened_again() -> None:
    assert drawn(6, Mark(0, 3, 0), Mark(2, 5, 1)) == "0(ab1(c))1…(de)f"


def test_an_empty_mark_is_a_point() -> None:
    assert drawn(3, Mark(1, 1, 0)) == "a0()bc"
    assert drawn(0, Mark(0, 0, 0)) == "0()"


def test_a_point_at_the_end_of_a_mark_stands_after_it_and_at_its_beginning_before() -> None:
    assert drawn(3, Mark(0, 2, 0), Mark(2, 2, 1), Mark(2, 3, 2)) == "0(ab)1()2(c)"


@given(MARKS)
def test_every_sign_is_told_once_under_just_the_marks_that_cover_it(marks: list[Mark]) -> None:
    covered: list[set[int]] = []
    stack: list[int] = []
    opened: list[int] = []
    for piece in nested(LENGTH, marks):
        if isinstance(piece, Open):
            stack.append(piece.mark.owner)
            assert piece.mark.first == (piece.mark.owner not in opened)
            opened.append(piece.mark.owner)
        elif isinstance(piece, Close):
            stack.pop()
        elif isinstance(piece, Text):
            assert piece.start == len(covered)
            covered += [set(stack)] * (piece.end - piece.start)
    assert not stack
    assert set(opened) == {mark.owner for mark in marks}
    assert covered == [
        {mark.owner for mark in marks if mark.start <= place < mark.end} for place in range(LENGTH)
    ]
