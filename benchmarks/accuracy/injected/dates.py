"""Slips in dates: one written in another form than the rest, one with a wrong weekday."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date

from benchmarks.accuracy.cases import Case, replaced
from benchmarks.accuracy.collection import Collection

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = "|".join(_MONTHS)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>[1-9]|[12]\d|3[01]) (?P<month>{_MONTH})\b(?: (?P<year>\d{{4}})\b)?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>[1-9]|[12]\d|3[01])\b(?!\d|,\d)(?:, (?P<year>\d{{4}})\b)?"
)
_PREPOSITION = re.compile(r"\b(?:on|of|by|from|till|since|until|after|before)\s$", re.IGNORECASE)
_WEEKDAY = re.compile(r"day,? \(?$")
_NAME_AFTER = re.compile(
    r",? \d|[ ,]*(?:[-–/]|\s?[A-Z]|and\b|to\b|or\b|attack|bomb|election|vote|poll|war)"
)
_QUOTE = re.compile("[\"“”‘]|(?<!\\w)'|'(?!\\w)")
_NEAR = 200  # code points, within the paragraph
_FIRST_YEAR, _LAST_YEAR = 1950, 2030


def _dates(text: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The dates of an article that are written day first, and month first."""
    return list(_DAY_FIRST.finditer(text)), list(_MONTH_FIRST.finditer(text))


def _is_prose(text: str, found: re.Match[str]) -> bool:
    """Whether a date stands in plain prose: no quotation near by, no name made of it."""
    start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - _NEAR)
    end = text.find("\n", found.end())
    around = text[start : min(end if end >= 0 else len(text), found.end() + _NEAR)]
    return (
        _QUOTE.search(around) is None
        and _NAME_AFTER.match(text, found.end()) is None
        and not text.startswith(("'s", "’s"), found.end())
    )


def _is_plain(text: str, found: re.Match[str]) -> bool:
    """Whether a date in plain prose has a preposition before it, and so is surely a date."""
    ahead = text[max(0, found.start() - 8) : found.start()]
    return _is_prose(text, found) and _PREPOSITION.search(ahead) is not None


def _otherwise(found: re.Match[str], chance: random.Random, *, day_first: bool) -> tuple[str, str]:
    """The sort and the text of a date written otherwise."""
    day, month, year = int(found["day"]), found["month"], found["year"]
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    plain = f" {year}" if year else ""
    forms = {
        "ordinal": f"{day}{ending} {month}{plain}",
        "ordinal of": f"the {day}{ending} of {month}{plain}",
    }
    if day_first:
        forms["month first"] = f"{month} {day}" + (f", {year}" if year else "")
    else:
        forms["day first"] = f"{day} {month}{plain}"
    if len(month) > 5:
        forms["short month"] = f"{day} {month[:3]}{plain}" if day_first else f"{month[:3]}. {day}"
        if year and not day_first:
            forms["short month"] += f", {year}"
    if year:
        forms["numbers"] = f"{day:02}/{_MONTHS.index(month) + 1:02}/{year}"
    return chance.choice(list(forms.items()))


def form_case(key: str, text: str, chance: random.Random) -> Case | None:
    """A date of an article that writes all its dates day first, written in another form."""
    day_first, month_first = _dates(text)
    if month_first:
        return None
    plain = [found for found in day_first if _is_plain(text, found)]
    if not plain:
        return None
    place = chance.choice(plain)
    sort, new = _otherwise(place, chance, day_first=True)
    return replaced(key, sort, text, place.start(), place.end(), new, concerns="dates")


def mixed_case(key: str, text: str, chance: random.Random) -> Case | None:
    """The last date of an article with three or more, all in one form, in another form."""
    day_first, month_first = _dates(text)
    if bool(day_first) == bool(month_first):
        return None
    prose = [found for found in day_first or month_first if _is_prose(text, found)]
    plain = [found for found in prose if _is_plain(text, found)]
    if len(prose) < 3 or not plain:
        return None
    sort, new = _otherwise(plain[-1], chance, day_first=bool(day_first))
    return replaced(key, sort, text, plain[-1].start(), plain[-1].end(), new, concerns="dates")


def weekday_case(key: str, text: str, chance: random.Random, *, wrong: bool) -> Case | None:
    """A weekday put to a date with a year: a wrong one, or for control the right one."""
    for found in (*_DAY_FIRST.finditer(text), *_MONTH_FIRST.finditer(text)):
        if not found["year"] or not _FIRST_YEAR <= int(found["year"]) <= _LAST_YEAR:
            continue
        if not _is_prose(text, found) or _WEEKDAY.search(text[: found.start()][-12:]):
            continue
        try:
            day = date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
        except ValueError:
            continue
        right = day.weekday()
        number = (right + chance.randint(1, 6)) % 7 if wrong else right
        comma = "" if found[0][0].isdigit() else ","
        new = f"{_WEEKDAYS[number]}{comma} {found[0]}"
        sort = "month first" if comma else "day first"
        return replaced(key, sort, text, found.start(), found.end(), new, concerns="weekday")
    return None


def form_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Dates in another form than the house's, in articles of every corpus."""
    return collection.draw("date form", count, form_case)


def mixed_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Dates in another form than the rest of their article."""
    return collection.draw("mixed dates", count, mixed_case)


def weekday_cases(collection: Collection, count: int, *, wrong: bool) -> Iterator[Case]:
    """Dates with a weekday put to them, the same dates whether wrong or right."""
    return collection.draw(
        "weekday", count, lambda key, text, chance: weekday_case(key, text, chance, wrong=wrong)
    )
