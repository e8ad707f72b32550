"""Units of engines turned into code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.grammar.offsets import Units, sendable

ANY = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY, st.integers(0, 50))
def test_what_java_counts_is_turned_back_into_code_points(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    units = Units.utf16(text)
    before = len(text[:cut].encode("utf-16-le")) // 2
    assert units.code_point(before) == units.code_point_after(before) == cut
    assert units.length == len(text.encode("utf-16-le")) // 2


@given(ANY, st.integers(0, 50))
def test_what_rust_counts_is_turned_back_into_code_points(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    units = Units.utf8(text)
    before = len(text[:cut].encode())
    assert units.code_point(before) == units.code_point_after(before) == cut


def test_a_unit_inside_a_character_takes_the_whole_of_it() -> None:
    units = Units.utf16("a😀b")
    assert (units.code_point(2), units.code_point_after(2)) == (1, 2)


@pytest.mark.parametrize("unit", [99, 1_000_000])
def test_a_unit_behind_the_text_is_its_end(unit: int) -> None:
    assert Units.utf16("abc").code_point_after(unit) == 3


@given(st.text())
def test_what_is_sent_is_as_long_as_the_text_and_can_be_written(text: str) -> None:
    sent = sendable(text)
    assert len(sent) == len(text)
    assert len(sent.encode("utf-16-le")) == len(text.encode("utf-16-le", "surrogatepass"))
    assert "\0" not in sent
