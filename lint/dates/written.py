"""A date as it stands in a text: which numbers and words make it, and where.

All places are half-open ranges of code points of the text that was searched.
"""

from __future__ import annotations

from enum import StrEnum

from lint.tuples import NamedTuple


class Order(StrEnum):
    """The order in which a date names its parts."""

    DAY_MONTH = "day, month, year"
    MONTH_DAY = "month, day, year"
    YEAR_MONTH = "year, month, day"
    UNKNOWN = "day and month in either order"


class Part(NamedTuple):
    """One part of a written date: its range and its value (Monday is 0, January is 1)."""

    start: int
    end: int
    value: int


class WrittenDate(NamedTuple):
    """A date, or several days of one month, as written.

    ``days`` holds more than one where a list or a range shares its month (16-18 October).
    ``weekday`` stands at the head of the date and belongs to its range; ``beside`` is a
    weekday in brackets next to it, or a bracketed date's weekday before it, outside the
    range. In a numeric date of :attr:`Order.UNKNOWN` the first number is filed as the day,
    as British readers would; :attr:`readings` gives every reading. ``year`` is None where
    none is written; a year of two digits is completed to 1950–2049.
    ``has_article`` says that the range takes in the “the” of “the 17th of July”.
    """

    start: int
    end: int
    text: str
    order: Order
    numeric: bool
    days: tuple[Part, ...]
    month: Part
    year: Part | None = None
    weekday: Part | None = None
    beside: Part | None = None
    has_article: bool = False

    @property
    def day(self) -> Part:
        """The day, or the last of several."""
        return self.days[-1]

    @property
    def readings(self) -> tuple[tuple[int, int], ...]:
        """Every (day, month) that the date can be read as, the British reading first.

        Only a numeric date has more than one; one has none where no number is a month.
        """
        first, second = self.day.value, self.month.value
        if self.order is not Order.UNKNOWN:
            return ((first, second),)
        found = [(day, month) for day, month in ((first, second), (second, first)) if month <= 12]
        return tuple(dict.fromkeys(found))

    @property
    def is_ambiguous(self) -> bool:
        """Whether the date has two readings (03/04/2007)."""
        return len(self.readings) > 1

    def between(self, left: Part, right: Part) -> str:
        """The text between two parts."""
        return self.text[left.end - self.start : right.start - self.start]

    def wording(self, part: Part) -> str:
        """A part as written, an ordinal ending or an abbreviating stop left out."""
        return self.text[part.start - self.start : part.end - self.start]
