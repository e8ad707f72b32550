"""Rewriting a date among its words, and when that is sure to be right."""

from __future__ import annotations

import pytest

from lint.dates.grammar import find_dates
from lint.dates.rewriting import is_fixed_wording, rewrites
from lint.dates.style import DateStyle

BRITISH = DateStyle.from_example("Tuesday 17 July 2007")
AMERICAN = DateStyle.from_example("Tuesday, July 17, 2007")


def ways(copy: str, style: DateStyle = BRITISH) -> list[tuple[str, bool]]:
    """The copy after each rewriting of its only date, and whether it is safe."""
    (date,) = find_dates(copy)
    return [
        (copy[: way.start] + way.text + copy[way.end :], way.safe)
        for way in rewrites(copy, date, style)
    ]


@pytest.mark.parametrize(
    ("copy", "after"),
    [
        ("On July 17, 2007, he left.", "On 17 July 2007, he left."),
        ("It rained. On Tuesday, July 17, he left.", "It rained. On Tuesday 17 July, he left."),
        ("He left on July 17, 2007.", "He left on 17 July 2007."),
        ("He left on the 17th of July for good.", "He left on 17 July for good."),
        ("The July 17 attack failed.", "The 17 July attack failed."),
        ("He stays till Sept. 17. Then he goes.", "He stays till 17 September. Then he goes."),
        ("July 17’s paper is here.", "17 July’s paper is here."),
    ],
)
def test_a_rewriting_that_leaves_no_doubt_is_safe(copy: str, after: str) -> None:
    assert ways(copy) == [(after, True)]


def test_a_second_comma_in_mid_sentence_may_stay_or_go() -> None:
    assert ways("The attack of July 17, 2007, was the first.") == [
        ("The attack of 17 July 2007 was the first.", False),
        ("The attack of 17 July 2007, was the first.", False),
    ]


def test_a_date_that_is_the_subject_closes_no_opening() -> None:
    assert [safe for _, safe in ways("July 17, 2007, was hot.")] == [False, False]


def test_the_comma_that_american_copy_wants_is_offered() -> None:
    assert ways("The 17 July 2007 attack failed.", AMERICAN) == [
        ("The July 17, 2007, attack failed.", False)
    ]


@pytest.mark.parametrize(
    "copy",
    [
        "The 17th of July uprising failed.",
        "He left on 17 Sept. Smith stayed.",
        "He left on July 17 '07 for good.",
        "By then, July 17 Wales had lost.",
        "He left on July\n17 for good.",
        "Stamped 03.04.2007 in red.",
    ],
)
def test_a_rewriting_that_leaves_a_doubt_is_not_safe(copy: str) -> None:
    assert [safe for _, safe in ways(copy)] == [False]


def test_both_readings_are_offered_the_british_first() -> None:
    assert ways("Signed 03/04/2007 here.") == [
        ("Signed 3 April 2007 here.", False),
        ("Signed 4 March 2007 here.", False),
    ]


@pytest.mark.parametrize(
    "copy", ["Tuesday 17 July 2007", "17\u00a0July 2007", "17 July", "16-18 July 2007", "31 June"]
)
def test_a_date_in_the_style_or_in_no_calendar_is_not_rewritten(copy: str) -> None:
    assert ways(copy) == []


@pytest.mark.parametrize(
    "copy",
    [
        "The July 17 Revolution is remembered.",
        "They crossed the April 25 Bridge on foot.",
        "They saw ‘Born on the 4th of July’ twice.",
        "They saw 'Born on the 4th of July' twice.",
        "LONDON, July 17 (Agency) - It rained.",
        "NEW YORK, July 17, 2007 — It rained.",
    ],
)
def test_names_titles_and_datelines_stay_as_written(copy: str) -> None:
    (date,) = find_dates(copy)
    assert is_fixed_wording(copy, date)


def test_an_apostrophe_makes_no_title() -> None:
    copy = "The players' rest ends on July 17 and the coaches' on Monday."
    (date,) = find_dates(copy)
    assert not is_fixed_wording(copy, date)
