"""A date style, given by example, and dates rendered in it.

“Tuesday 17 July 2007” says everything: the order, the month in full, no ordinal, no comma
before the year nor after the weekday. A date is rendered with as many parts as it was
written with. The names are those of British English in CLDR; asking Babel for them took as long
as checking five articles, and five megabytes.
"""

from __future__ import annotations

import datetime
import re
from typing import Literal

from lint.dates.grammar import find_dates
from lint.dates.vocabulary import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from lint.dates.written import Order, Part, WrittenDate
from lint.frozen import Frozen
from lint.late import late

MonthStyle = Literal["full", "short", "agency"]

# Agency style abbreviates, with a stop, only the months that are long (AP Stylebook).
AGENCY_MONTHS = frozenset({1, 2, 8, 9, 10, 11, 12})
_SHORT_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split()
_SHORT_DAY = 3  # letters
_FIELD = late(r"'[^']*'|d+|M+|y")
_LEAP_YEAR = 2000  # stands in for a missing year: every day of the calendar is in it


class BadStyle(ValueError):
    """An example that shows no date style; the message says why, for an editor."""


class DateStyle(Frozen):
    """How dates are written.

    ``month`` is full (July), short (Jul) or agency (Sept. but July). ``weekday`` is None
    where the style says nothing of weekdays: they are then left as written. For numeric
    styles ``mark`` stands between the numbers and ``padded`` writes 07 for 7; they are None
    and False otherwise.
    """

    order: Order
    month: MonthStyle = "full"
    ordinal: bool = False
    year_comma: bool = False
    weekday: Literal["full", "short"] | None = None
    weekday_comma: bool = False
    mark: str | None = None
    padded: bool = False

    @classmethod
    def from_example(cls, example: str) -> DateStyle:
        """The style that one written date shows.

        Raises:
            BadStyle: the example is no date, or leaves open which number is the day.
        """
        dates = find_dates(example)
        if len(dates) != 1 or dates[0].text != example or len(dates[0].days) > 1:
            raise BadStyle(f"“{example}” is no date; write one, such as 17 July 2007")
        date = dates[0]
        if date.year is None:
            raise BadStyle(f"“{example}” has no year; write one, such as 17 July 2007")
        if date.order is Order.UNKNOWN or date.day.value <= 12:
            raise BadStyle(f"“{example}” leaves open which number is the day; use one above 12")
        if date.has_article or date.year.end - date.year.start < 4:
            raise BadStyle(f"“{example}” is no style that dates can be written in")
        return style_of(date)


def style_of(date: WrittenDate) -> DateStyle:
    """The style that a date is written in; what it does not show is as in 17 July 2007."""
    if date.numeric:
        between = date.between(date.month, date.day) or date.between(date.day, date.month)
        is_padded = len(date.wording(date.month)) == 2 and date.month.value < 10
        return DateStyle(date.order, mark=between[:1], padded=is_padded)
    before_year = _before(date, date.year)
    after_weekday = date.text[len(date.wording(date.weekday)) :][:2] if date.weekday else ""
    return DateStyle(
        order=date.order,
        month=_month_style(date),
        ordinal=is_ordinal(date),
        year_comma="," in before_year,
        weekday=_weekday_style(date),
        weekday_comma="," in after_weekday,
    )


def is_plainly_in(date: WrittenDate, style: DateStyle) -> bool:
    """Whether a date is in a style beyond doubt: told without the locale data, for most dates.

    False leaves it open; :func:`render` then says how the date is written in the style.
    """
    if style.mark is not None or style.month != "full" or style.ordinal or date.numeric:
        return False
    month = MONTHS[date.month.value - 1]
    day = f"{date.day.value} {month}"
    if style.order is not Order.DAY_MONTH:
        day = f"{month} {date.day.value}"
    if date.year is not None:
        day += f", {date.year.value}" if style.year_comma else f" {date.year.value}"
    if date.weekday is not None and style.weekday == "full":
        comma = "," if style.weekday_comma else ""
        day = f"{WEEKDAYS[date.weekday.value]}{comma} {day}"
    return date.text == day


def is_ordinal(date: WrittenDate) -> bool:
    """Whether the day is written with st, nd, rd or th."""
    return date.wording(date.day)[-1].isalpha()


def is_abbreviated(date: WrittenDate) -> bool:
    """Whether the month is written short. May is never short."""
    return date.wording(date.month).capitalize() in MONTH_ABBREVIATIONS


def _before(date: WrittenDate, part: Part | None) -> str:
    """The characters between a part and whatever stands before it."""
    if part is None:
        return ""
    ahead = date.text[: part.start - date.start]
    gap = re.search(r"[^\w]*$", ahead)
    return gap[0] if gap else ""


def _month_style(date: WrittenDate) -> MonthStyle:
    if not is_abbreviated(date):
        return "full"
    after = date.text[date.month.end - date.start :][:1]
    return "agency" if after == "." else "short"


def _weekday_style(date: WrittenDate) -> Literal["full", "short"] | None:
    if date.weekday is None:
        return None
    return "short" if date.wording(date.weekday) in WEEKDAY_ABBREVIATIONS else "full"


def render(
    date: WrittenDate, style: DateStyle, *, reading: tuple[int, int] | None = None
) -> str | None:
    """A date as the style writes it, or None where it cannot be written so.

    ``reading`` chooses the (day, month) of an ambiguous date. A date that cannot be, and one
    without a year in a numeric style, give None. Capitals are kept (JULY 17, 17 JULY).
    """
    day, month = reading or (date.day.value, date.month.value)
    if style.mark is not None and (date.year is None or len(date.days) > 1):
        return None
    try:
        moment = datetime.date(date.year.value if date.year else _LEAP_YEAR, month, day)
    except ValueError:
        return None
    days = _days(date, style) if len(date.days) > 1 else ""
    text = _format(moment, pattern(style, moment, year=date.year is not None, days=days))
    if not date.numeric and date.wording(date.month).isupper():
        text = re.sub(r"[A-Z][a-z]+", lambda name: name[0].upper(), text)
    return _weekday(date, style) + text


def pattern(style: DateStyle, moment: datetime.date, *, year: bool, days: str = "") -> str:
    """The CLDR pattern of a style for one date; ``days`` stands for the day if given."""
    if style.mark is not None:
        day, month = ("dd", "MM") if style.padded else ("d", "M")
        parts = {
            Order.DAY_MONTH: (day, month, "y"),
            Order.MONTH_DAY: (month, day, "y"),
        }.get(style.order, ("y", month, day))
        return style.mark.join(parts)
    day = f"'{days}'" if days else f"d'{ordinal_ending(moment.day)}'" if style.ordinal else "d"
    month = "MMMM"
    if style.month == "short" or (style.month == "agency" and moment.month in AGENCY_MONTHS):
        month = "MMM" if style.month == "short" else "MMM'.'"
    text = f"{day} {month}" if style.order is Order.DAY_MONTH else f"{month} {day}"
    return text + (", y" if style.year_comma else " y") if year else text


def ordinal_ending(day: int) -> str:
    """The letters that make a day an ordinal: st, nd, rd or th."""
    if day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _days(date: WrittenDate, style: DateStyle) -> str:
    """Several days, the words between them kept, each with or without its ordinal ending."""
    text = date.text[date.days[0].start - date.start : date.days[-1].end - date.start]
    text = re.sub(r"(?<!\w)the\s+", "", text)
    return re.sub(
        r"(\d+)(?:st|nd|rd|th)?",
        lambda found: found[1] + (ordinal_ending(int(found[1])) if style.ordinal else ""),
        text,
    )


def _weekday(date: WrittenDate, style: DateStyle) -> str:
    """The weekday and the gap after it, in the style, or as written where it is silent."""
    if date.weekday is None:
        return ""
    wording = date.wording(date.weekday)
    if style.weekday is None or style.mark is not None:
        gap = re.match(r"\.?,?\s*", date.text[len(wording) :])
        return wording + (gap[0] if gap else " ")
    name = WEEKDAYS[date.weekday.value]
    if style.weekday == "short":
        name = name[:_SHORT_DAY]
    if wording.isupper():
        name = name.upper()
    return name + (", " if style.weekday_comma else " ")


def _format(moment: datetime.date, form: str) -> str:
    """A day by a pattern of CLDR, of what :func:`pattern` makes of those: d, dd, M, MM, MMM,
    MMMM, y, and what stands between apostrophes."""
    month = moment.month
    said = {
        "d": str(moment.day),
        "dd": f"{moment.day:02}",
        "M": str(month),
        "MM": f"{month:02}",
        "MMM": _SHORT_MONTHS[month - 1],
        "MMMM": MONTHS[month - 1],
        "y": str(moment.year),
    }
    return _FIELD.sub(lambda found: said.get(found[0]) or found[0][1:-1], form)
