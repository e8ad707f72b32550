"""Spans, positions and excerpts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.finding import excerpt
from lint.span import Lines, Position, Span, utf16_offset


@pytest.mark.parametrize(
    ("source", "offset", "position"),
    [
        ("ab\ncd", 3, Position(2, 1)),
        ("ab\r\ncd", 4, Position(2, 1)),
        ("ab\rcd", 3, Position(2, 1)),
        ("😀é\n", 2, Position(1, 3)),
        ("ab\n", 3, Position(2, 1)),
        ("a\u2028b", 2, Position(1, 3)),
        ("", 0, Position(1, 1)),
    ],
)
def test_lines_and_columns_count_from_one_in_code_points(
    source: str, offset: int, position: Position
) -> None:
    assert Lines(source).position(offset) == position


@given(st.text(alphabet="a\r\né😀", max_size=30))
def test_a_position_leads_back_to_its_offset(source: str) -> None:
    lines = Lines(source)
    for offset in range(len(source) + 1):
        place = lines.position(offset)
        assert lines.span(place.line).start + place.column - 1 == offset


def test_utf16_counts_two_units_beyond_the_first_plane() -> None:
    assert utf16_offset("a😀b", 2) == 3


def test_spans_overlap_where_they_share_a_place() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 2).overlaps(Span(2, 4))
    assert Span(2, 2).overlaps(Span(0, 4))


@given(st.integers(0, 3000), st.integers(0, 900))
def test_an_excerpt_is_short_and_shows_the_slip(start: int, length: int) -> None:
    text = "".join(chr(97 + number % 26) for number in range(5000))
    slip = Span(start, start + length)
    short = excerpt(text, slip)
    assert len(short.line) <= 200 + 400 + 200
    assert short.line[short.start : short.end] == text[start : start + length][:400]


@given(st.text(alphabet="ab\r\n", max_size=40), st.integers(0, 40), st.integers(0, 10))
def test_an_excerpt_stays_in_the_line_that_the_slip_begins_in(
    text: str, start: int, length: int
) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    short = excerpt(text, Span(start, end))
    assert "\n" not in short.line
    assert "\r" not in short.line
    assert text[start:end].startswith(short.line[short.start : short.end])
