"""What the calendar allows, and the ways out where it does not."""

from __future__ import annotations

import datetime

import pytest

from lint.dates.almanac import is_impossible, moments, nearest_with_weekday
from lint.dates.amending import absence, weekday_clash
from lint.dates.grammar import find_dates
from lint.dates.written import WrittenDate

PUBLISHED = datetime.date(2007, 7, 16)


def one(copy: str) -> WrittenDate:
    (date,) = find_dates(copy)
    return date


@pytest.mark.parametrize(
    "written",
    ["31 June", "June 31, 2007", "30 February", "29 February 2007", "32 July 2007", "31/09/2007"],
)
def test_a_day_that_is_in_no_calendar_is_impossible(written: str) -> None:
    assert is_impossible(one(written))


@pytest.mark.parametrize(
    "written",
    ["30 June", "29 February", "29 February 2008", "29 February 2000", "29 February 1700"],
)
def test_a_leap_day_has_the_benefit_of_the_doubt(written: str) -> None:
    assert not is_impossible(one(written))


def test_the_days_around_an_impossible_one_are_offered() -> None:
    assert absence(one("31 June 2007")).instead == ("30 June 2007", "1 July 2007")
    assert absence(one("February 29, 2007")).instead == ("February 28, 2007", "March 1, 2007")
    assert absence(one("32 December 2007")).instead == ("31 December 2007",)


def test_the_publication_date_supplies_the_nearest_year() -> None:
    assert moments(one("17 July"), PUBLISHED) == (datetime.date(2007, 7, 17),)
    january = datetime.date(2007, 1, 3)
    assert moments(one("30 December"), january) == (datetime.date(2006, 12, 30),)


def test_a_day_far_from_publication_may_be_of_three_years() -> None:
    assert {moment.year for moment in moments(one("17 January"), PUBLISHED)} == {2006, 2007, 2008}


def test_an_account_of_last_year_is_no_clash() -> None:
    copy = one("Thursday, 24 August")  # a Thursday in 2006, a Friday in 2007
    assert weekday_clash(copy, PUBLISHED) is None
    assert weekday_clash(copy, datetime.date(2007, 8, 20)) is not None


def test_without_a_year_or_a_publication_date_nothing_is_said() -> None:
    assert moments(one("17 July"), None) == ()
    assert weekday_clash(one("Friday 17 July"), None) is None


def test_before_1924_a_weekday_may_be_julian() -> None:
    assert weekday_clash(one("Friday 7 November 1917"), None) is None


def test_a_weekday_that_agrees_is_no_clash() -> None:
    assert weekday_clash(one("Tuesday 17 July 2007"), None) is None
    assert weekday_clash(one("Tuesday, 17 July"), PUBLISHED) is None


def test_both_sides_of_a_clash_are_offered_and_a_year_that_fits() -> None:
    clash = weekday_clash(one("Tuesday 17 July 2006"), None)
    assert clash is not None
    assert [way.text for way in clash.amendments] == [
        "Monday 17 July 2006",
        "Tuesday 18 July 2006",
        "Tuesday 17 July 2007",
    ]


def test_a_clash_without_a_year_says_where_the_year_comes_from() -> None:
    clash = weekday_clash(one("Monday, July 17"), PUBLISHED)
    assert clash is not None
    assert "17 July 2007 is a Tuesday, not a Monday" in clash.message
    assert "publication date" in clash.message
    assert [way.text for way in clash.amendments] == ["Tuesday, July 17", "Monday, July 16"]


def test_the_day_offered_may_lie_in_the_next_month() -> None:
    clash = weekday_clash(one("Wed 31st July 2007"), None)
    assert clash is not None
    assert [way.text for way in clash.amendments][:2] == [
        "Tue 31st July 2007",
        "Wed 1st August 2007",
    ]


@pytest.mark.parametrize("weekday", range(7))
def test_the_nearest_day_of_a_weekday_is_at_most_three_days_off(weekday: int) -> None:
    found = nearest_with_weekday(PUBLISHED, weekday)
    assert found.weekday() == weekday
    assert abs((found - PUBLISHED).days) <= 3
