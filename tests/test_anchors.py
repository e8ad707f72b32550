"""Anchors are never absent from a match; where none can be told there are none."""

from __future__ import annotations

import pytest
import re2

from lint.anchors import anchors_of, may_hold
from lint.patterns import Pattern, PatternIndex

CASES = [
    ("colou?r", "The color is fine."),
    (r"(?:in|at) (?:the )?long run", "At long run."),
    (r"\bper ?cent\b", "Five percent."),
    (r"[Tt]wo+fold", "A Twoofold rise."),
    (r"a{3}b", "aaab"),
    (r"x(?:yz)*q", "xq"),
    (r"(?i)STRASSE", "Straße"),
    (r"\x{2014}dash", "an \u2014dash"),
    (r"[[:alpha:]]{3}zz", "abczz"),
    (r"kelvin", "\u212aelvin"),
    (r"(?:ab|c)d", "cd"),
    (r",,+", "so,, it"),
]


@pytest.mark.parametrize(("pattern", "text"), CASES)
def test_every_match_holds_an_anchor(pattern: str, text: str) -> None:
    for ignore_case in (False, True):
        anchors = anchors_of(pattern, ignore_case=ignore_case)
        flag = "(?i)" if ignore_case else ""
        for match in re2.finditer(flag + pattern, text):
            folded = match.group().casefold()
            assert may_hold(folded, anchors)


def test_a_literal_is_its_own_anchor() -> None:
    assert anchors_of(r"\bLong run\b") == (("long run",),)


def test_each_branch_gives_one_and_each_part_a_group() -> None:
    assert set(anchors_of("(?:cats|dogs) only")) == {("cats", "dogs"), (" only",)}


def test_all_groups_must_be_there() -> None:
    anchors = anchors_of("(?:cats|dogs) only")
    assert may_hold("dogs only", anchors)
    assert not may_hold("the only birds", anchors)


@pytest.mark.parametrize("pattern", [r"\d+", "a?", "[a-z]+ [a-z]+", r"\pL+", "x|y", "(("])
def test_what_may_be_anything_has_none(pattern: str) -> None:
    assert anchors_of(pattern) == ()


def test_what_has_no_anchor_is_looked_for_all_the_same() -> None:
    index = PatternIndex.of([(0, Pattern(r"\d+", "number")), (1, Pattern("absent", "word"))])
    assert {hit.payload[0] for hit in index.look_up("There are 12 here.")[0]} == {"number"}
    assert ("absent", False) not in index._compiled


def test_the_filter_finds_what_the_anchors_found() -> None:
    patterns = [(number, Pattern(pattern, number)) for number, (pattern, _) in enumerate(CASES)]
    text = " ".join(text for _, text in CASES)
    few, many = PatternIndex.of(patterns), PatternIndex.of(patterns)
    many._looked = 10**9  # as after many articles
    assert few.look_up(text) == many.look_up(text)
