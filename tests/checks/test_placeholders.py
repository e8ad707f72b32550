"""Placeholders: dummy text, notes and codes are found; what only looks like them is not."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook


def found(house: Stylebook, copy: str) -> list[str]:
    engine = Engine([check for id, check in house.checks.items() if id.startswith("placeholders/")])
    return [finding.text for finding in engine.check(read_article(copy)).findings]


@pytest.mark.parametrize(
    ("copy", "text"),
    [
        ("100PT SPLASH HEADING HERE\n\nThe council met on Monday.", "SPLASH HEADING HERE"),
        ("Heading here\n\nThe council met on Monday.", "Heading here"),
        ("headline here\n\nThe council met on Monday.", "headline here"),
        ("Mayor shuts bridge\n\nByline here\n\nThe council met on Monday.", "Byline here"),
        ("The council met. Lorem ipsum dolor sit.", "Lorem ipsum"),
        ("The mayor, insert name, met the council.", "insert name"),
        ("The mayor, Ann Rowe [check], met the council.", "[check]"),
        ("The mayor, Ann Rowe [CHECK SPELLING], met the council.", "[CHECK SPELLING]"),
        ("The mayor, Ann Rowe (CQ), met the council.", "(CQ)"),
        ("They meet on 4 June (TBC) in the hall.", "(TBC)"),
        ("The mayor, who was born in TK, met the council.", "TK"),
        ("The bridge cost £TKTK to build.", "TKTK"),
        ("Councillor XXXX met the mayor.", "XXXX"),
        ("XXX people met the mayor.", "XXX"),
        ("The mayor, Ann Rowe (??), met the council.", "??"),
        ("It was built in 19?? by hand.", "??"),
        ("Traffic rose by xx per cent.", "xx"),
        ("The bridge cost £XXm in all.", "XX"),
        ("Dear {{name}}, the council met.", "{{name}}"),
        ("Sub please trim this to fit.", "Sub please"),
    ],
)
def test_placeholders_are_found(house: Stylebook, copy: str, text: str) -> None:
    assert found(house, copy) == [text]


@pytest.mark.parametrize(
    "copy",
    [
        "The film xXx came out long after Super Bowl XXX.",
        "TK Maxx, TK Whitaker and Kay TK met.",
        "He edited CQ magazine for years and liked Castlemaine XXXX.",
        "“You must [check] the bridge,” she said.",
        "The headline here is that tourists heading here are few.",
        "Take the ferry (check the timetable first) or walk.",
        "Women have two X chromosomes (XX).",
        "What?? Really?? “Why ??” he asked.",
        "Pope John XXIII and Louis XIV met, and MMXX ended.",
        "Love you always xxx",
        "Two texts.\n\n______\n\nOne more text.",
        "He asked for a sub. Please wait.",
    ],
)
def test_what_only_looks_like_a_placeholder_is_left_alone(house: Stylebook, copy: str) -> None:
    assert found(house, copy) == []


def test_question_marks_all_over_the_copy_are_letters_lost(house: Stylebook) -> None:
    copy = "Mayor (??) met (??) and (??) with (??) and (??) on Monday."
    assert "??" not in found(house, copy)


def test_a_rule_with_nothing_to_look_for_is_refused(write_book: WriteBook) -> None:
    rule = (
        "kind: placeholders\nwhy: x\nexamples:\n  - bad: TK\n    finds: TK\n  - ok: a\n  - ok: b\n"
    )
    with pytest.raises(StylebookError, match="nothing to look for"):
        load_stylebook(write_book(rule=rule))
