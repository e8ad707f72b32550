"""The grammar that finds written dates in English text.

A month is looked for first; what stands to its left and right then makes a date of it or
does not. The grammar is the project's own. What it reads: an optional weekday, the day
(with an ordinal ending or without), several days of one month, the month in full or
abbreviated, and an optional year, day first or month first; and dates of numbers alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lint.dates.company import (
    OPENERS,
    SPACE,
    ends_day,
    ends_phrase,
    is_count_after,
    is_day_left_of,
    is_day_right_of,
    is_year_ahead_of,
    next_word,
    opens_number,
)
from lint.dates.numeric import find_numeric
from lint.dates.vocabulary import (
    MONTH_ABBREVIATIONS,
    MONTH_NUMBERS,
    NAME_MONTHS,
    WEEKDAY_NUMBERS,
)
from lint.dates.written import Order, Part, WrittenDate
from lint.late import late

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_JOIN = (
    rf"(?:,?{SPACE}(?:and|or|to|through|until|till|&){SPACE}(?:the{SPACE})?|{SPACE}?[-–]{SPACE}?|/)"
)


def _one_of(words: dict[str, int]) -> str:
    """A pattern for any of the words; the look ahead spares most places the trying of each."""
    initials = "".join(sorted({word[0] for word in words}))
    return f"(?:(?=[{initials}])(?:" + "|".join(sorted(words, key=len, reverse=True)) + "))"


_WEEKDAY = rf"(?<![\w’'])(?P<weekday>{_one_of(WEEKDAY_NUMBERS)})\b"
_MONTH = late(rf"\b{_one_of(MONTH_NUMBERS)}\b")
_ONE_DAY = late(r"(\d{1,2})(?:st|nd|rd|th)?")
# What may stand left of a month, as in “Tuesday the 16th and 17th of July”.
_LEFT = late(
    rf"(?=[\dA-Zt])(?:{_WEEKDAY}\.?(?P<weekday_gap>,?{SPACE}))?(?P<article>[Tt]he{SPACE})?"
    rf"(?P<days>(?:{_DAY}(?:,{SPACE}|{_JOIN}))*{_DAY})"
    rf"(?P<gap>{SPACE}(?P<of>of{SPACE})?|[-/])$"
)
_GAP = " \t\r\n\u00a0\u202f-/"
_RIGHT = late(rf"\.?{SPACE}(?:the{SPACE})?(?P<day>{_DAY})(?!\w)")
_MORE = late(rf"(?:,{SPACE}{_DAY})*{_JOIN}{_DAY}(?!\w)")
_WEEKDAY_LEFT = late(rf"{_WEEKDAY}\.?(?P<weekday_gap>,?{SPACE})$")
_OTHER_WEEKDAY = late(
    rf"{_one_of(WEEKDAY_NUMBERS)}\.?,?(?:{SPACE}(?:and|or|to|through|until|&)|{SPACE}?[-–/,]){SPACE}?$"
)
_THE = late(rf"[Tt]he{SPACE}$")
_BESIDE_LEFT = late(
    rf"{_WEEKDAY}{SPACE}(?:\(|(?:morning|afternoon|evening|night),?{SPACE}(?:of{SPACE})?)$"
)
_BESIDE_RIGHT = late(rf"{SPACE}\({_WEEKDAY}\)")
_YEAR = late(rf"(?:,?{SPACE}|,(?=\d{{4}}))(?P<year>[12]\d{{3}}|['’‘]\d\d)(?![\w%]|[.,:]\d)")
_JOINED_YEAR = late(r"[-/](?P<year>[12]\d{3}|\d\d)(?!\w)")
_FIGURE = late(r"[.,]\d|%")
_STOP_INSIDE = late(rf"\.(?=,|{SPACE}[a-z0-9'’])")
_REACH = 80  # characters looked at on the left; the longest list of days is far shorter


def find_dates(
    text: str, months: Iterable[int] | None = None, *, numeric: bool = True
) -> list[WrittenDate]:
    """Every written date of a text, in order and apart.

    ``months`` are the offsets at which a month may stand, where they are known; ``numeric``
    says whether to look for dates in numbers alone.

    A date needs a day: a month with a year is style-neutral and is left alone. Dates that
    cannot be (31 June) are found like any other; see :mod:`lint.dates.almanac`.
    """
    found: list[WrittenDate] = []
    floor = 0
    matches = _MONTH.finditer(text) if months is None else (_MONTH.match(text, at) for at in months)
    for month in matches:
        if month is None or month.start() < floor:
            continue
        date = _date_around(text, month, floor)
        if date is not None:
            found.append(date)
            floor = date.end
    if numeric:
        found.extend(find_numeric(text))
    found.sort(key=lambda date: date.start)
    return found


def _date_around(text: str, month: re.Match[str], floor: int) -> WrittenDate | None:
    """The date that a month belongs to, if it belongs to one."""
    first = _day_first(text, month, floor)
    second = _month_first(text, month, floor)
    if first and second and not first.year:
        if second.year:
            first = None  # Flight 17 July 17, 2014
        elif month[0] in NAME_MONTHS:
            return None  # Brown 5 March 3: a table
    date = first or second
    if date is None:
        return None
    if month[0].isupper() and month[0].capitalize() in MONTH_ABBREVIATIONS and not date.year:
        return None  # DEC, MAR, JAN: initials, unless the date is full
    return _with_weekday_beside(text, date)


def _day_first(text: str, month: re.Match[str], floor: int) -> WrittenDate | None:
    """17 July, the 17th of July 2007, 16-18 July, 17-Jul-07."""
    base = max(floor, month.start() - _REACH)
    before = text[base : month.start()]
    left = _LEFT.search(before) if _may_end_in_day(before) else None
    if left is None:
        return None
    listed = _days_in(text, base + left.start("days"), base + left.end("days"))
    days = _own_days(text, listed, floor)
    if not days:
        return None
    end = month.end()
    if month[0] in MONTH_ABBREVIATIONS and (stop := _STOP_INSIDE.match(text, end)):
        end = stop.end()
    joined = left["gap"] in "-/"
    year = _year(text, end, _JOINED_YEAR if joined else _YEAR)
    ordinal = _is_ordinal(text, days[-1])
    if joined and (year is None or text[year.start - 1] != left["gap"]):
        return None
    if (left["of"] and not ordinal) or (days[-1].value > 31 and year is None):
        return None
    end = year.end if year else end
    weekday = _own_weekday(text, left, base, end) if len(listed) == 1 else None
    has_article = days == listed and _takes_article(text, left, end, weekday, ordinal)
    if left["article"] and not has_article:
        weekday = None
    where = days[0].start, month[0], month.end()
    if not (year or weekday or is_day_left_of(text, *where, ordinal=ordinal)):
        return None
    start = base + left.start("article") if has_article else days[0].start
    start = weekday.start if weekday else start
    return WrittenDate(
        start,
        end,
        text[start:end],
        Order.DAY_MONTH,
        False,
        days,
        Part(*month.span(), MONTH_NUMBERS[month[0]]),
        year,
        weekday,
        has_article=has_article,
    )


def _may_end_in_day(before: str) -> bool:
    """Whether what stands left of a month may end in a day: a cheap look, for most do not."""
    bare = before.rstrip(_GAP)
    if bare.endswith("of"):
        bare = bare[:-2].rstrip(_GAP)
    return bare[-1:].isdigit() or bare.endswith(("st", "nd", "rd", "th"))


def _takes_article(
    text: str, left: re.Match[str], end: int, weekday: Part | None, ordinal: bool
) -> bool:
    """Whether “the” is part of a date: the 17th of July, not the 17th July bombings."""
    if left["article"] is None or not ordinal:
        return False
    return weekday is not None or left["of"] is not None or ends_phrase(text, end)


def _own_days(text: str, listed: tuple[Part, ...], floor: int) -> tuple[Part, ...]:
    """Of numbers listed left of a month, those that are its days: all, the last, or none."""
    last = listed[-1]
    if len(listed) > 1:
        before = text[listed[-2].end : last.start].strip()
        if before != "," and opens_number(text, listed[0].start, floor) and _is_list(text, listed):
            return listed
        if before in ("-", "–", "/"):
            return ()  # 6-3 May, 2004-5 May: a score, a season
        return (last,) if last.value else ()
    return listed if last.value and opens_number(text, last.start, floor) else ()


def _month_first(text: str, month: re.Match[str], floor: int) -> WrittenDate | None:
    """July 17, July 17th, 2007, July 16-18 and July 3 and 4."""
    right = _RIGHT.match(text, month.end())
    if right is None or (month.start() and text[month.start() - 1] not in OPENERS | {"-"}):
        return None
    days = _days_in(text, *right.span("day"))
    year = _year(text, right.end(), _YEAR)
    if year is None:
        days = _more_days(text, month, days[0])
        year = _year(text, days[-1].end, _YEAR) if days else None
    if not days or not days[0].value or (days[-1].value > 31 and year is None):
        return None
    end = year.end if year else days[-1].end
    base = max(floor, month.start() - _REACH)
    left = _WEEKDAY_LEFT.search(text[base : month.start()]) if len(days) == 1 else None
    weekday = _own_weekday(text, left, base, end) if left else None
    if not (year or left):
        ordinal = _is_ordinal(text, days[-1])
        if not is_day_right_of(text, month.start(), month[0], end, ordinal=ordinal):
            return None
    start = weekday.start if weekday else month.start()
    return WrittenDate(
        start,
        end,
        text[start:end],
        Order.MONTH_DAY,
        False,
        days,
        Part(*month.span(), MONTH_NUMBERS[month[0]]),
        year,
        weekday,
    )


def _more_days(text: str, month: re.Match[str], first: Part) -> tuple[Part, ...]:
    """The days of a list right of its month; none where it is unclear what the list counts."""
    more = _MORE.match(text, first.end)
    if more is None:
        return (first,) if ends_day(text, first.end) else ()
    days = (first, *_days_in(text, *more.span()))
    is_closed = more[0].lstrip()[0] in "-–/"
    if next_word(text, more.end()) in MONTH_NUMBERS or _FIGURE.match(text, more.end()):
        return () if is_closed else (first,)  # July 30 to 2 August; July 7 to 2,600 dead
    if is_count_after(text, month.start(), more.end()) or not ends_day(text, more.end()):
        return ()  # July 7 and 21 people: of the 7th and the 21st, or on the 7th?
    if _is_list(text, days):
        return days
    return () if is_closed else (first,)


def _own_weekday(text: str, left: re.Match[str], base: int, end: int) -> Part | None:
    """The weekday at the head of a date, if it is truly its own."""
    word = left["weekday"]
    if word is None:
        return None
    start = base + left.start("weekday")
    before = text[max(0, start - 30) : start]
    if _OTHER_WEEKDAY.search(before):
        return None  # Friday and Saturday, 17 July: the days are shared out elsewhere
    if word == "Sun" and _THE.search(before):
        return None  # the newspaper
    if "," in left["weekday_gap"] and text[end : end + 2] in ("'s", "’s"):
        return None  # on Monday, 17 July's report: it belongs to the clause before
    return Part(start, start + len(word), WEEKDAY_NUMBERS[word])


def _with_weekday_beside(text: str, date: WrittenDate) -> WrittenDate:
    """The date with the weekday that stands in brackets, or with a time of day, next to it."""
    if date.weekday is not None or len(date.days) > 1:
        return date
    base = max(0, date.start - 30)
    beside = _BESIDE_LEFT.search(text[base : date.start])
    if beside is None:
        base, beside = 0, _BESIDE_RIGHT.match(text, date.end)
    if beside is None:
        return date
    start, end = beside.span("weekday")
    return date._replace(beside=Part(base + start, base + end, WEEKDAY_NUMBERS[beside["weekday"]]))


def _year(text: str, at: int, pattern: re.Pattern[str]) -> Part | None:
    """The year that follows, those of two digits completed to 1950–2049."""
    found = pattern.match(text, at)
    if found is None or not is_year_ahead_of(text, found.end(), after_comma=text[at] == ","):
        return None
    digits = found["year"].lstrip("'’‘")
    century = 0 if len(digits) == 4 else 1900 if digits >= "50" else 2000
    return Part(*found.span("year"), century + int(digits))


def _days_in(text: str, start: int, end: int) -> tuple[Part, ...]:
    return tuple(
        Part(*found.span(), int(found[1])) for found in _ONE_DAY.finditer(text, start, end)
    )


def _is_list(text: str, days: tuple[Part, ...]) -> bool:
    """Whether days rise, and are written alike enough, to share a month."""
    values = [day.value for day in days]
    if values[0] < 1 or values[-1] > 31 or values != sorted(set(values)):
        return False
    return _is_ordinal(text, days[-1]) or not _is_ordinal(text, days[0])


def _is_ordinal(text: str, day: Part) -> bool:
    return text[day.end - 1].isalpha()
