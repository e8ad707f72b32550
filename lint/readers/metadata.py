"""What copy says about itself besides its words."""

from __future__ import annotations

from datetime import date

from lint.late import late

_ISO = late(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = late(r"(\d{4})(\d\d)(\d\d)(?!\d)")
_WORDS = late(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]*,? (\d{4})")
_WORDS_MONTH_FIRST = late(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day_of(text: str) -> date | None:
    """The day that a date in metadata names, or None where it names none.

    ISO 8601 with or without a time of day, and days with the month in words. Numbers with
    slashes have two readings, so they are not read.
    """
    found = _ISO.search(text) or _COMPACT.match(text.strip())
    if found is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _WORDS.search(text)
    if found is not None:
        return _day(int(found[3]), _month(found[2]), int(found[1]))
    found = _WORDS_MONTH_FIRST.search(text)
    if found is not None:
        return _day(int(found[3]), _month(found[1]), int(found[2]))
    return None


def _month(word: str) -> int:
    return _MONTHS.index(word.lower()) + 1 if word.lower() in _MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
