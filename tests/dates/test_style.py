"""A style given by example, and dates rendered in it."""

from __future__ import annotations

import pytest

from lint.dates.grammar import find_dates
from lint.dates.style import BadStyle, DateStyle, ordinal_ending, render
from lint.dates.written import Order, WrittenDate


def one(copy: str) -> WrittenDate:
    (date,) = find_dates(copy)
    return date


@pytest.mark.parametrize(
    ("example", "written", "rendered"),
    [
        ("17 July 2007", "September 3rd, 2006", "3 September 2006"),
        ("17 July 2007", "the 3rd of September", "3 September"),
        ("17 July 2007", "Sunday, Sept. 3", "Sunday, 3 September"),
        ("Tuesday 17 July 2007", "Sunday, Sept. 3", "Sunday 3 September"),
        ("Tuesday 17 July 2007", "Sun 3 Sep 2006", "Sunday 3 September 2006"),
        ("Tuesday, July 17, 2007", "Sunday 3 September 2006", "Sunday, September 3, 2006"),
        ("July 17, 2007", "3 September", "September 3"),
        ("17th July 2007", "September 3, 2006", "3rd September 2006"),
        ("17 Jul 2007", "3 September 2006", "3 Sept 2006"),
        ("Sept. 17, 2007", "3 September 2006", "Sept. 3, 2006"),
        ("Sept. 17, 2007", "3 July 2006", "July 3, 2006"),
        ("17/07/2007", "3 September 2006", "03/09/2006"),
        ("2007-07-17", "3 September 2006", "2006-09-03"),
        ("17 July 2007", "July 3 and 4, 2006", "3 and 4 July 2006"),
        ("July 17, 2007", "3-5 July", "July 3-5"),
        ("17 July 2007", "JULY 3, 2006", "3 JULY 2006"),
        ("17 July 2007", "3 July '06", "3 July 2006"),
    ],
)
def test_a_date_is_rendered_as_the_example_shows(example: str, written: str, rendered: str) -> None:
    assert render(one(written), DateStyle.from_example(example)) == rendered


def test_a_date_that_cannot_be_is_not_rendered() -> None:
    style = DateStyle.from_example("17 July 2007")
    assert render(one("February 29, 2007"), style) is None
    assert render(one("February 29, 2008"), style) == "29 February 2008"


def test_a_style_in_numbers_does_not_render_a_date_without_a_year() -> None:
    assert render(one("July 17"), DateStyle.from_example("17/07/2007")) is None


@pytest.mark.parametrize(
    "example", ["summer", "17 July", "03/04/2007", "3 July 2007", "16-18 July 2007", "17 July '07"]
)
def test_an_example_that_shows_no_style_is_refused(example: str) -> None:
    with pytest.raises(BadStyle, match=example):
        DateStyle.from_example(example)


def test_an_example_shows_its_order_and_its_commas() -> None:
    style = DateStyle.from_example("Tuesday, July 17, 2007")
    assert style == DateStyle(Order.MONTH_DAY, year_comma=True, weekday="full", weekday_comma=True)


def test_ordinals_end_as_they_are_spoken() -> None:
    shown = " ".join(f"{day}{ordinal_ending(day)}" for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 31))
    assert shown == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 31st"
