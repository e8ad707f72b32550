"""Writing a date of a text in another style, and whether that is sure to be right.

The words around a date belong to its form: American copy closes “July 17, 2007,” with a
comma that “17 July 2007” does not want, unless the comma also ends what opens the sentence.
Where that cannot be told, both ways are offered and neither is safe.
"""

from __future__ import annotations

import re

from lint.dates.company import ends_phrase, last_word, next_word
from lint.dates.style import DateStyle, is_abbreviated, render
from lint.dates.vocabulary import EVENT_NOUNS, MONTH_NUMBERS, WEEKDAY_NUMBERS
from lint.dates.written import Order, WrittenDate
from lint.late import late
from lint.tuples import NamedTuple

_SPACES = late(r"\s+")
# What opens a sentence and is closed by a comma: “On July 17, 2007, he left.”
_OPENING = late(
    r"(?:^|[.!?…][\"'”’)\]]*\s|\n)\s*[\"'“‘(\[]*"
    r"(?:On|By|From|Since|Until|Before|After|As of|Late on|Early on)\s$"
)
_SINGLE_OPEN = late(r"(?<!\w)['‘](?=\w)[^'‘’\n]*$")
_SINGLE_CLOSE = late(r"[^'‘’\n]*['’](?!\w)")
_DATELINE = late(r"(?:^|\n)[A-Z][A-Z .'’/-]+(?:, [A-Z][\w.]+)*,? $")
_AFTER_DATELINE = late(r"\.? ?(?:[(:—–/]|-{1,2} )")
_LOOK_BACK = 120


class Rewrite(NamedTuple):
    """A range of the text, what to write there, and whether that is sure to be right."""

    start: int
    end: int
    text: str
    safe: bool


def rewrites(text: str, date: WrittenDate, style: DateStyle) -> tuple[Rewrite, ...]:
    """How a date would be written in a style: nothing if it is already, or cannot be.

    A date of two readings has a rewrite for each, the British one first.
    """
    if date.is_ambiguous:
        found = (render(date, style, reading=reading) for reading in date.readings)
        if style.mark is not None and style.order in (Order.DAY_MONTH, Order.MONTH_DAY):
            return ()  # a house that writes 17/07/2007 means 03/04/2007 the same way
        return tuple(Rewrite(date.start, date.end, new, False) for new in found if new)
    new = render(date, style)
    if new is None or new == _SPACES.sub(" ", date.text):
        return ()
    safe = _is_safe(text, date)
    if _loses_comma(text, date, new):
        if _OPENING.search(text[max(0, date.start - _LOOK_BACK) : date.start]):
            return (Rewrite(date.start, date.end, new, safe),)
        return (
            Rewrite(date.start, date.end + 1, new, False),
            Rewrite(date.start, date.end, new, False),
        )
    if style.year_comma and date.year and next_word(text, date.end):
        return (Rewrite(date.start, date.end, new + ",", False),)
    return (Rewrite(date.start, date.end, new, safe),)


def is_fixed_wording(text: str, date: WrittenDate) -> bool:
    """Whether a date must stay as written: in a name, a title or an agency's dateline."""
    words = re.match(r" ((?:[A-Z][\w’'-]+ ?)+)", text[date.end : date.end + 60])
    if words and not date.year and any(w in EVENT_NOUNS for w in words[1].split()):
        return True  # the July 17 Revolution
    before = text[max(0, date.start - _LOOK_BACK) : date.start]
    if _SINGLE_OPEN.search(before) and _SINGLE_CLOSE.match(text, date.end):
        return True  # ‘Born on the 4th of July’
    return bool(_DATELINE.search(before) and _AFTER_DATELINE.match(text, date.end))


def _is_safe(text: str, date: WrittenDate) -> bool:
    """Whether nothing around a date makes its rewriting doubtful."""
    if "\n" in date.text or (date.year and date.year.end - date.year.start < 4):
        return False
    if date.has_article and not ends_phrase(text, date.end):
        return False  # the 17th of July uprising
    ends_short = date.order is Order.DAY_MONTH and is_abbreviated(date) and not date.year
    if ends_short and re.match(r"\.\s", text[date.end : date.end + 2]):
        return False  # 17 Sept. Smith said: a stop of the sentence, the abbreviation, or both
    if date.numeric and date.day.value <= 12 and date.order is not Order.YEAR_MONTH:
        return date.day.value == date.month.value  # 03.04.2007 is day first nearly everywhere
    if text[date.start - 1 : date.start] == "-" or last_word(text, date.start).isdigit():
        return False
    after = next_word(text, date.end)
    return not after[:1].isupper() or after in MONTH_NUMBERS or after in WEEKDAY_NUMBERS


def _loses_comma(text: str, date: WrittenDate, new: str) -> bool:
    """Whether a comma inside the date goes while its fellow after the date would stay."""
    return "," in date.text and "," not in new and text[date.end : date.end + 1] == ","
