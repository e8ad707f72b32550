"""Hundreds of dates in a dozen forms against Babel and the calendar, as an oracle."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.dates.grammar import find_dates
from lint.dates.rewriting import rewrites
from lint.dates.style import DateStyle, ordinal_ending

# Written by Babel from patterns of its own, so that the grammar is judged by somebody else.
# ORD stands for the ordinal ending, which CLDR does not know.
FORMS = (
    "d MMMM y",
    "d MMMM, y",
    "dORD MMMM y",
    "'the' dORD 'of' MMMM, y",
    "MMMM d, y",
    "MMMM dORD, y",
    "MMMM d y",
    "EEEE d MMMM y",
    "EEEE, d MMMM y",
    "EEEE, MMMM d, y",
    "EEEE 'the' dORD 'of' MMMM y",
    "y-MM-dd",
    "d MMM y",
    "d-MMM-y",
)
SENTENCES = (
    "The embassy closed on {} for good.",
    "“Nobody saw it,” she said. It was {}.",
    "Was it ({})?",
    "Between 3 and 17 people came on {}; in May 30 more did.",
)
HOUSES = ("Tuesday 17 July 2007", "Tuesday, July 17, 2007", "17th July 2007", "17 Jul 2007")
days = st.dates(datetime.date(1000, 1, 1), datetime.date(2199, 12, 31))


def written(day: datetime.date, form: str, locale: str = "en_GB") -> str:
    pattern = form.replace("ORD", f"'{ordinal_ending(day.day)}'")
    return str(format_date(day, pattern, locale=locale))


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("form", FORMS)
@given(day=days, sentence=st.sampled_from(SENTENCES))
def test_every_form_is_found_where_it_stands_and_rewritten_as_babel_would(
    form: str, day: datetime.date, sentence: str
) -> None:
    date = written(day, form)
    copy = sentence.format(date)
    found = [other for other in find_dates(copy) if other.text == date]
    assert [(other.start, other.end) for other in found] == [
        (copy.index(date), copy.index(date) + len(date))
    ]
    weekday = "EEEE " if form.startswith("EEEE") else ""
    house = written(day, f"{weekday}d MMMM y")
    after = [way.text for way in rewrites(copy, found[0], DateStyle.from_example(HOUSES[0]))]
    assert after == ([] if date == house else [house])


@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("house", HOUSES)
@given(day=days, form=st.sampled_from(FORMS), sentence=st.sampled_from(SENTENCES))
def test_a_rewritten_date_is_not_rewritten_again(
    house: str, day: datetime.date, form: str, sentence: str
) -> None:
    style = DateStyle.from_example(house)
    copy = sentence.format(written(day, form))
    for _ in range(2):
        once = _rewritten(copy, style)
        assert _rewritten(once, style) == once
        copy = once


def _rewritten(copy: str, style: DateStyle) -> str:
    for date in reversed(find_dates(copy)):
        for way in rewrites(copy, date, style)[:1]:
            copy = copy[: way.start] + way.text + copy[way.end :]
    return copy


@settings(max_examples=300, deadline=None)
@given(copy=st.text(alphabet="17 July,.-/MayMarch203thof\n'’“”(Sept", max_size=60))
def test_no_text_whatever_breaks_the_grammar(copy: str) -> None:
    dates = find_dates(copy)
    assert all(copy[date.start : date.end] == date.text for date in dates)
    assert all(one.end <= two.start for one, two in pairwise(dates))
