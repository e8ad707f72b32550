"""Patterns run on a linear-time engine, behind one filter."""

from __future__ import annotations

import pytest

from lint.patterns import BadPattern, Pattern, PatternIndex, compile_pattern


def test_matches_are_told_with_groups_and_code_point_offsets() -> None:
    book = PatternIndex.of([(7, Pattern(r"(\d+)-hours ban", "ban"))])
    prose = "😀 “a 24-hours ban”"
    (hit,) = book.look_up(prose)[7]
    assert prose[hit.start : hit.end] == "24-hours ban"
    assert hit.payload == ("ban", ("24-hours ban", "24"))


def test_a_pattern_may_ask_for_any_case() -> None:
    book = PatternIndex.of([(0, Pattern("tk", "t", ignore_case=True)), (1, Pattern("TK", "T"))])
    assert set(book.look_up("tk")) == {0}
    assert set(book.look_up("TK")) == {0, 1}


@pytest.mark.parametrize("bad", ["(", r"(?<=a)b", r"(a)\1", "a{2,1}"])
def test_what_the_engine_cannot_run_is_refused_with_a_reason(bad: str) -> None:
    with pytest.raises(BadPattern, match=r"\w"):
        compile_pattern(bad)


def test_only_patterns_that_occur_are_compiled() -> None:
    book = PatternIndex.of([(0, Pattern("abc", 0)), (1, Pattern("xyz", 1))])
    book.look_up("only abc here")
    assert set(book._compiled) == {("abc", False)}


def test_a_hostile_pattern_is_harmless() -> None:
    # A backtracking engine needs longer than the age of the universe for this one.
    book = PatternIndex.of([(0, Pattern("(a+)+$b|(a|a)*c", 0))])
    assert book.look_up("a" * 50_000 + "!") == {}
