"""What the calendar allows: dates that cannot be, and weekdays against their dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lint.dates.written import WrittenDate

GREGORIAN_SINCE = 1924
"""From this year on the whole of Europe has the Gregorian calendar (Greece was the last)."""

_SHORT = (4, 6, 9, 11)
"""The months of thirty days. (``calendar`` knows all this, and takes long to import.)"""

_NEAR = 31
"""Days from the publication date within which a date without a year is surely the nearest."""


def is_impossible(date: WrittenDate) -> bool:
    """Whether no reading of a date is in the calendar; 29 February needs a year to be judged."""
    year = date.year.value if date.year else 2000  # a leap year: the benefit of the doubt
    return not any(
        1 <= month <= 12 and all(1 <= day <= days_in_month(year, month) for day in days)
        for days, month in _readings(date)
    )


def _readings(date: WrittenDate) -> Iterator[tuple[tuple[int, ...], int]]:
    if len(date.days) > 1:
        yield tuple(day.value for day in date.days), date.month.value
    else:
        for day, month in date.readings:
            yield (day,), month


def days_in_month(year: int, month: int) -> int:
    """How many days a month has; before 1924 every fourth year may be a Julian leap year."""
    if month == 2 and year < GREGORIAN_SINCE and year % 4 == 0:
        return 29
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in _SHORT else 31


def moments(date: WrittenDate, published: datetime.date | None) -> tuple[datetime.date, ...]:
    """The days that a date with one reading may mean; empty where it cannot be told.

    With a year there is one, but none before 1924, when it may be a Julian date. Without a
    year the publication date supplies it: the nearest such day, and where that is more than
    a month off also the years on either side, since any may be meant (an inquest into last
    year's death, copy that looks far ahead).
    """
    if date.is_ambiguous or len(date.days) > 1 or is_impossible(date):
        return ()
    day, month = date.readings[0]
    if date.year is not None:
        if date.year.value < GREGORIAN_SINCE:
            return ()
        return (datetime.date(date.year.value, month, day),)
    if published is None:
        return ()
    years = (published.year - 1, published.year, published.year + 1)
    near = [datetime.date(y, month, day) for y in years if day <= days_in_month(y, month)]
    near.sort(key=lambda moment: abs((moment - published).days))
    if near and abs((near[0] - published).days) <= _NEAR:
        return (near[0],)
    return tuple(near)


def nearest_with_weekday(moment: datetime.date, weekday: int) -> datetime.date:
    """The day nearest to a day that falls on a weekday (Monday is 0); at most three days off."""
    ahead = (weekday - moment.weekday()) % 7
    return moment + datetime.timedelta(days=ahead if ahead <= 3 else ahead - 7)


def years_with_weekday(moment: datetime.date, weekday: int) -> tuple[int, ...]:
    """Of the year before and the year after, those in which the same date has the weekday."""
    return tuple(
        year
        for year in (moment.year - 1, moment.year + 1)
        if moment.day <= days_in_month(year, moment.month)
        and moment.replace(year=year).weekday() == weekday
    )
