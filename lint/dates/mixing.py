"""Which form an article itself prefers, and which of its dates depart from that.

A form is compared trait by trait, and only where a date shows the trait: the order of day
and month, the ordinal ending, the short month (only of months that agencies shorten, so
that “Sept. 11” and “July 4” go together), and the comma before the year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lint.dates.style import AGENCY_MONTHS, DateStyle, is_abbreviated, is_ordinal, style_of
from lint.dates.written import Order, WrittenDate
from lint.frozen import replace
from lint.tuples import NamedTuple


class Departure(NamedTuple):
    """A date that is written otherwise than the article's own form, and that form for it.

    ``number`` counts among the dates given; ``model`` is the number of the first date that
    is written in the usual form.
    """

    number: int
    style: DateStyle
    model: int


def _order(date: WrittenDate) -> Order | None:
    return date.order


def _ordinal(date: WrittenDate) -> bool | None:
    return is_ordinal(date)


def _month(date: WrittenDate) -> str | None:
    shown = is_abbreviated(date) or date.month.value in AGENCY_MONTHS
    return style_of(date).month if shown else None


def _year_comma(date: WrittenDate) -> bool | None:
    return style_of(date).year_comma if date.year and date.order is Order.MONTH_DAY else None


_TRAITS: dict[str, Callable[[WrittenDate], Any]] = {
    "order": _order,
    "ordinal": _ordinal,
    "month": _month,
    "year_comma": _year_comma,
}


def departures(dates: Sequence[WrittenDate]) -> tuple[Departure, ...]:
    """The dates of one article that depart from the form it uses most; none if it uses one.

    Of forms used equally often, the one used first is kept. A date in numbers departs as
    soon as another is written in words.
    """
    worded = [date for date in dates if not date.numeric]
    usual = {
        name: _most_common(shown for date in worded if (shown := trait(date)) is not None)
        for name, trait in _TRAITS.items()
    }
    wanted = [_wanted(date, usual) for date in dates]
    model = next((n for n, date in enumerate(dates) if not date.numeric and not wanted[n]), None)
    if model is None:
        return ()
    return tuple(
        Departure(number, _target(date, traits), model)
        for number, (date, traits) in enumerate(zip(dates, wanted, strict=True))
        if traits
    )


def _wanted(date: WrittenDate, usual: dict[str, Any]) -> dict[str, Any]:
    """The traits in which a date departs, with the usual value of each."""
    if date.numeric:
        return {name: value for name, value in usual.items() if value is not None}
    return {
        name: usual[name]
        for name, trait in _TRAITS.items()
        if (shown := trait(date)) is not None and shown != usual[name]
    }


def _target(date: WrittenDate, wanted: dict[str, Any]) -> DateStyle:
    """The style of a date with the traits changed that depart."""
    own = style_of(date)
    if date.numeric:
        own = DateStyle(Order.DAY_MONTH)
    style = replace(own, **wanted)
    if style.order is not own.order or date.numeric:
        month_first = style.order is Order.MONTH_DAY
        style = replace(
            style,
            year_comma=wanted.get("year_comma", month_first) and month_first,
            weekday_comma=month_first,
        )
    return style


def _most_common(values: Iterable[Any]) -> Any:
    counts = Counter(values)
    return counts.most_common(1)[0][0] if counts else None
