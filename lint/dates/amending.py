"""What to tell of a date that is at odds with the calendar, and the ways to put it right.

Either side may be wrong, so every way is offered and none is sure.
"""

from __future__ import annotations

import datetime

from lint.dates.almanac import days_in_month, moments, nearest_with_weekday, years_with_weekday
from lint.dates.style import is_abbreviated, is_ordinal, ordinal_ending, render, style_of
from lint.dates.vocabulary import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from lint.dates.written import Part, WrittenDate
from lint.tuples import NamedTuple

Edit = tuple[int, int, str]
"""A range of the text and what to write there."""


class Amendment(NamedTuple):
    """One way to put a date right: what it says afterwards, and the edits."""

    text: str
    edits: tuple[Edit, ...]


class Clash(NamedTuple):
    """A weekday that is not its date's: where both stand, what to tell, the ways out."""

    start: int
    end: int
    message: str
    amendments: tuple[Amendment, ...]


class Absence(NamedTuple):
    """A date that is in no calendar: what to tell, and the dates that may be meant."""

    message: str
    instead: tuple[str, ...]


def weekday_clash(date: WrittenDate, published: datetime.date | None) -> Clash | None:
    """The clash of a date with the weekday that stands with it, if there is one.

    ``published`` supplies a missing year; see :func:`lint.dates.almanac.moments`.
    """
    weekday = date.weekday or date.beside
    possible = moments(date, published) if weekday else ()
    if weekday is None or not possible:
        return None
    if any(moment.weekday() == weekday.value for moment in possible):
        return None
    moment = possible[0]
    # Written out here, whatever the house's form: this is what the calendar says.
    day = f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"
    basis = "" if date.year else " (the year is taken from the publication date)"
    message = (
        f"{day} is a {WEEKDAYS[moment.weekday()]}, not a {WEEKDAYS[weekday.value]}{basis}. "
        "Correct the weekday or the date."
    )
    ways = [
        [(weekday.start, weekday.end, _weekday_like(date, weekday, moment.weekday()))],
        _day_edits(date, nearest_with_weekday(moment, weekday.value)),
    ]
    if date.year is not None:
        place = date.year.end - 2, date.year.end
        for year in years_with_weekday(moment, weekday.value):
            short = date.year.end - date.year.start < 4
            whole = (date.year.start, date.year.end, str(year))
            ways.append([(*place, f"{year % 100:02}") if short else whole])
    start, end = min(date.start, weekday.start), max(date.end, weekday.end)
    amendments = (Amendment(_after(date, edits), tuple(edits)) for edits in ways)
    return Clash(start, end, message, tuple(amendments))


def _weekday_like(date: WrittenDate, written: Part, value: int) -> str:
    """A weekday as long, and in the same capitals, as the one that was written."""
    if written is not date.weekday:
        return WEEKDAYS[value]
    wording = date.wording(written)
    name = WEEKDAYS[value][:3] if wording in WEEKDAY_ABBREVIATIONS else WEEKDAYS[value]
    return name.upper() if wording.isupper() else name


def _day_edits(date: WrittenDate, moment: datetime.date) -> list[Edit]:
    """The edits that move a date to a day, its form kept."""
    ending = ordinal_ending(moment.day) if is_ordinal(date) else ""
    edits = [(date.day.start, date.day.end, f"{moment.day}{ending}")]
    if moment.month != date.month.value:
        name = MONTHS[moment.month - 1]
        name = name[:3] if is_abbreviated(date) else name
        edits.append((date.month.start, date.month.end, name))
    if date.year is not None and moment.year != date.year.value:
        edits.append((date.year.start, date.year.end, str(moment.year)))
    return sorted(edits)


def _after(date: WrittenDate, edits: list[Edit]) -> str:
    """What a date says after edits; an edit of a weekday beside it is shown by itself."""
    text = date.text
    for start, end, new in reversed(edits):
        if not date.start <= start < date.end:
            return new
        text = text[: start - date.start] + new + text[end - date.start :]
    return text


def absence(date: WrittenDate) -> Absence:
    """What to tell of a date that is in no calendar."""
    day, month = date.day.value, date.month.value
    name = MONTHS[month - 1]
    if (day, month) == (29, 2) and date.year is not None:
        message = f"{date.year.value} is not a leap year, so it has no 29 February."
    else:
        message = f"There is no {day} {name}."
    if len(date.days) > 1:
        return Absence(message, ())
    year = date.year.value if date.year else 2000
    meant = [(days_in_month(year, month), month)]
    if month < 12:
        meant.append((1, month + 1))
    dates = (
        date._replace(days=(date.day._replace(value=d),), month=date.month._replace(value=m))
        for d, m in meant
    )
    own = style_of(date)
    return Absence(message, tuple(text for other in dates if (text := render(other, own))))
