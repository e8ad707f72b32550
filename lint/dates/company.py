"""The company a number keeps: whether the words around it let it be a day of a month.

Where they leave a doubt the answer is no: a tool that takes counts, scores and section
numbers for dates is switched off.
"""

from __future__ import annotations

from lint.dates.vocabulary import (
    AFTER_DATE,
    CLOCK,
    COUNTED,
    LEADING,
    MODAL_AFTER,
    MONTH_NUMBERS,
    NAME_MONTHS,
    NO_DAY_AFTER,
    NUMBERED,
    WEEKDAY_NUMBERS,
)
from lint.late import late

SPACE = r"(?:[ \t\u00a0\u202f]{1,2}|[ \t]?\r?\n[ \t]*)"
"""A gap inside a date: plain or no-break spaces, or one line break."""

OPENERS = frozenset(" \t\n\u00a0\u202f([\"'“‘–—>")
"""Characters after which a date may start."""

_NEXT_WORD = late(rf"(?P<gap>{SPACE}|-)?(?P<word>[^\W\d_][\w.’'-]*|%)")
_LAST_WORD = late(rf"(?<![\w’'-])(?P<word>[\w’'-]++)(?P<mark>[.,:;]?){SPACE}[\"“‘'(]?$")
_SCORE_BEFORE = late(r"(?<!\d)\d{1,2}\s*[-–—]\s*$")
_UNIT_AFTER = late(r"[\w%°£$€]|[.,:/]\d|[-–]\d")
_COMPOUND = late(r"-([^\W\d_]+)")
# Words between which and a number a month never stands alone (“on May”, “the May”).
_SURE = frozenset({"on", "the", "a", "an", "dated", "until", "till"})


def next_word(text: str, at: int) -> str:
    """The word that follows at once, with no mark between; empty where none does."""
    found = _NEXT_WORD.match(text, at)
    return found["word"].rstrip(".’'") if found else ""


def last_word(text: str, at: int) -> str:
    """The word that comes at once before, with no mark between; empty where none does."""
    found = _LAST_WORD.search(text[max(0, at - 40) : at])
    return found["word"] if found and not found["mark"] else ""


def ends_phrase(text: str, at: int) -> bool:
    """Whether a phrase can end here: at a mark, the end of the text, or before a small word."""
    found = _NEXT_WORD.match(text, at)
    return found is None or not found["gap"] or found["word"].lower() in LEADING | AFTER_DATE


def opens_number(text: str, at: int, floor: int = 0) -> bool:
    """Whether a number starts here that is no tail of a sum, a score, a time or a code.

    ``floor`` is where the date before ended: a dash may join the two (30 June-2 July).
    """
    if at == 0 or (at - 1 == floor and text[at - 1] in "-–"):
        return True
    return text[at - 1] in OPENERS and not _SCORE_BEFORE.search(text[max(0, at - 8) : at])


def ends_day(text: str, at: int) -> bool:
    """Whether a number that ends here may be a day: no unit, decimal, time or compound."""
    if _UNIT_AFTER.match(text, at):
        return False
    compound = _COMPOUND.match(text, at)
    return compound is None or compound[1] in MONTH_NUMBERS


def is_day_left_of(text: str, start: int, month: str, month_end: int, *, ordinal: bool) -> bool:
    """Whether the number that starts at ``start`` is the day of the month right of it."""
    after = next_word(text, month_end)
    if month in ("May", "MAY") and after.lower() in MODAL_AFTER | {"day"}:
        return False  # 17 May be enough; 10 May Day walks
    if month == "March" and ordinal and after in ("on", "for", "against"):
        return False  # the 20th March for Life
    return last_word(text, start).lower() not in NUMBERED


def is_day_right_of(text: str, month_start: int, month: str, end: int, *, ordinal: bool) -> bool:
    """Whether the number that ends at ``end`` is the day of the month left of it."""
    before = last_word(text, month_start)
    after = next_word(text, end).lower()
    if before.lower() in NO_DAY_AFTER or after in CLOCK or after in ("%", "per"):
        return False
    if ordinal:
        return True
    if after in COUNTED and before.lower() not in _SURE:
        return False
    is_surname = (
        month in NAME_MONTHS
        and text[month_start + len(month)] != "."
        and before[:1].isupper()
        and not before.endswith(("'s", "’s", "s'", "s’"))
        and before.lower() not in LEADING
        and before not in WEEKDAY_NUMBERS
    )
    return not is_surname


def is_count_after(text: str, month_start: int, end: int) -> bool:
    """Whether the last number of a list of days counts what follows: July 7 and 21 people."""
    word = next_word(text, end).lower()
    attributive = last_word(text, month_start).lower() in ("the", "a", "an")
    return word in ("%", "per") or (word in COUNTED and not attributive)


def is_year_ahead_of(text: str, end: int, *, after_comma: bool) -> bool:
    """Whether four digits that end at ``end`` are a year, not a time or a count."""
    after = next_word(text, end).lower()
    return after not in CLOCK and not (after_comma and after in COUNTED)
