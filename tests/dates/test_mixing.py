"""The form an article itself prefers."""

from __future__ import annotations

import pytest

from lint.dates.grammar import find_dates
from lint.dates.mixing import departures
from lint.dates.style import render


def told(copy: str) -> list[tuple[str, str | None]]:
    dates = find_dates(copy)
    return [
        (dates[found.number].text, render(dates[found.number], found.style))
        for found in departures(dates)
    ]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("1 May, 2 June, July 3.", [("July 3", "3 July")]),
        ("May 1, June 2, 3 July 2007.", [("3 July 2007", "July 3, 2007")]),
        ("May 1 2006, June 2 2006, July 3, 2007.", [("July 3, 2007", "July 3 2007")]),
        ("1 May, 2nd June, 3 July.", [("2nd June", "2 June")]),
        ("Sept 1, October 2, November 3.", [("Sept 1", "September 1")]),
        ("1 May 2007, 2 June, 13/07/2007.", [("13/07/2007", "13 July 2007")]),
        ("1 May, June 2.", [("June 2", "2 June")]),
    ],
)
def test_a_date_unlike_the_rest_is_told_with_the_usual_form(
    copy: str, expected: list[tuple[str, str]]
) -> None:
    assert told(copy) == expected


@pytest.mark.parametrize(
    "copy",
    [
        "1 May, 2 June 2007, Monday 3 July.",
        "Sept. 1, July 4 and Nov. 5, 2007.",  # agency style: long months short, short ones full
        "May 1, 2007, and June 2.",
        "July 3.",
        "13/07/2007 and 2007-07-14.",
    ],
)
def test_dates_of_one_form_are_no_mixture(copy: str) -> None:
    assert told(copy) == []
