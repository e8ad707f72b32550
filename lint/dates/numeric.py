"""Dates written in numbers alone: 17/07/2007, 17.07.2007, 17-07-2007, 2007-07-17.

Scores, fractions, versions and telephone numbers look much the same, so a date needs all
three parts, and one with a year of two digits needs strokes, or stops and a day above 12.
Dates with stops are day first: no country writes the month first with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.dates.written import Order, Part, WrittenDate
from lint.late import late

_BEFORE = r"(?<![\w/.:,£$€#%=+-])"
_AFTER = r"(?![\w/%-]|[.,:]\d|\.\w)"
_YEAR_LAST = late(
    rf"{_BEFORE}(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark)"
    rf"(?P<year>[12]\d{{3}}|\d{{2}}){_AFTER}"
)
_YEAR_FIRST = late(
    rf"{_BEFORE}(?P<year>[12]\d{{3}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)"
    rf"(?P<day>\d{{1,2}}){_AFTER}"
)


def find_numeric(text: str) -> Iterator[WrittenDate]:
    """Every date of numbers alone, in order."""
    for found in _YEAR_FIRST.finditer(text):
        day, month = _part(found, "day"), _part(found, "month")
        if 1 <= month.value <= 12 and 1 <= day.value <= 31:
            yield _date(found, Order.YEAR_MONTH, day, month)
    for found in _YEAR_LAST.finditer(text):
        date = _year_last(found)
        if date is not None:
            yield date


def _year_last(found: re.Match[str]) -> WrittenDate | None:
    first, second = _part(found, "first"), _part(found, "second")
    if not (1 <= first.value <= 31 and 1 <= second.value <= 31):
        return None
    if len(found["year"]) == 2 and not _may_be_short(found, first, second):
        return None
    both = first.value <= 12 and second.value <= 12 and first.value != second.value
    if both and found["mark"] != ".":
        return _date(found, Order.UNKNOWN, first, second)
    if second.value <= 12:
        return _date(found, Order.DAY_MONTH, first, second)
    if first.value <= 12:
        return _date(found, Order.MONTH_DAY, second, first)
    return None


def _may_be_short(found: re.Match[str], first: Part, second: Part) -> bool:
    """Whether numbers with a year of two digits are a date: 17/7/07, 17.07.07."""
    if found["mark"] == "/":
        return min(first.value, second.value) <= 12
    is_padded = len(found["first"]) == len(found["second"]) == 2
    return found["mark"] == "." and is_padded and first.value > 12 >= second.value


def _date(found: re.Match[str], order: Order, day: Part, month: Part) -> WrittenDate:
    year = _part(found, "year")
    if len(found["year"]) == 2:
        year = Part(year.start, year.end, year.value + (1900 if year.value >= 50 else 2000))
    return WrittenDate(*found.span(), found[0], order, True, (day,), month, year)


def _part(found: re.Match[str], name: str) -> Part:
    return Part(*found.span(name), int(found[name]))
