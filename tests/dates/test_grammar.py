"""What is a date and what is not, and exactly where it stands."""

from __future__ import annotations

import pytest

from lint.dates.grammar import find_dates
from lint.dates.written import Order


def texts(copy: str) -> list[str]:
    return [date.text for date in find_dates(copy)]


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("They met on 17 July 2007 in Oslo.", "17 July 2007"),
        ("They met on 17 July, 2007, in Oslo.", "17 July, 2007"),
        ("On July 17, 2007, they met.", "July 17, 2007"),
        ("They met on July 17th and parted.", "July 17th"),
        ("They met on the 17th of July, 2007.", "the 17th of July, 2007"),
        ("They met on the 17th July, at noon.", "the 17th July"),
        ("After the 17th July bombing he left.", "17th July"),
        ("They met on Tuesday 17 July 2007.", "Tuesday 17 July 2007"),
        ("They met on Tuesday, July 17, 2007.", "Tuesday, July 17, 2007"),
        ("They met on Tuesday the 17th of July.", "Tuesday the 17th of July"),
        ("They met on Tues. 17 Sept. 2007.", "Tues. 17 Sept. 2007"),
        ("They met on Sept. 17. Then they parted.", "Sept. 17"),
        ("They met on 17 July '07 in Oslo.", "17 July '07"),
        ("They met on 17 July ’07 in Oslo.", "17 July ’07"),
        ("Open 16-18 October only.", "16-18 October"),
        ("Open October 16–18, 2007, only.", "October 16–18, 2007"),
        ("Matches on July 3 and 4 were lost.", "July 3 and 4"),
        ("Matches on 16, 17 and 18 October were lost.", "16, 17 and 18 October"),
        ("Somewhere between 3 and 5 May it rained.", "3 and 5 May"),
        ("The night of 8/9 January was cold.", "8/9 January"),
        ("Stamped 17-Jul-2007 in red.", "17-Jul-2007"),
        ("Stamped 17/07/2007 in red.", "17/07/2007"),
        ("Stamped 17.07.2007 in red.", "17.07.2007"),
        ("Stamped 7/17/07 in red.", "7/17/07"),
        ("Stamped 2007-07-17 in red.", "2007-07-17"),
        ("SALE ENDS JULY 17", "JULY 17"),
        ("Flight 17 July 17, 2014: a chronicle.", "July 17, 2014"),
        ("He spoke on Monday, 17 July's hottest hour.", "17 July"),
        ("On Friday and Saturday, 17 July saw rain.", "17 July"),
        ("He told The Sun 17 July was fine.", "17 July"),
        ("A break in the line on 17\nJuly is read across.", "17\nJuly"),
        ("Since March 2 to 2,600 have gone.", "March 2"),
        ("After Egypt's April 6 strike he fled.", "April 6"),
        ("On May 17 people were told to leave.", "May 17"),
    ],
)
def test_a_date_is_found_with_its_exact_span(copy: str, found: str) -> None:
    dates = find_dates(copy)
    assert [date.text for date in dates] == [found]
    assert copy[dates[0].start : dates[0].end] == found


@pytest.mark.parametrize(
    "copy",
    [
        "In May 17 people died.",
        "By July 17 people had died.",
        "Of the votes of July 7 and 21 people spoke.",
        "In June 17-year-old Ann won.",
        "Growth in May 5.5% up, March 3,000 people.",
        "We may 17 times refuse; they march 3 miles.",
        "You may. 17 may not.",
        "Article 17 May yet fall.",
        "Ten ways: top 10 May Day walks.",
        "Mrs Theresa May 17 votes ahead.",
        "They won 6-3 May said.",
        "The 2004-5 May figures rose.",
        "The 9/11 and 7/7 attacks; open 24/7; 3/4 of all; 50/50.",
        "The 2006/07 season and the 1990s.",
        "In May 2007 and June, 2008.",
        "The 17th was hot; so was the first of May.",
        "Ring 020-7946-0018 or 555-1-2007.",
        "Version 3.4.20 and address 10.11.12.13 differ.",
        "The 20th March for Life set off.",
        "July 7:30pm, July 5pm.",
        "Sunday, 30 and Tuesday, 31.",
        "Rooms from £17 May be let.",
        "Brown 5 May 3 Smith 2 March 1",
        "Flight DEC 5 to MAR 7.",
        "A fine of 1/2/3 or 4-5-6.",
        "May 68 and the June 45 pact.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(copy: str) -> None:
    assert texts(copy) == []


def test_dates_that_share_nothing_are_found_one_by_one() -> None:
    copy = "From 30 June-2 July, June 30-July 2, and July 30 to 2 August."
    assert texts(copy) == ["30 June", "2 July", "June 30", "July 2", "July 30", "2 August"]


def test_each_part_has_its_value_and_its_own_span() -> None:
    copy = "It was Tuesday, July 17th, 2007, at last."
    (date,) = find_dates(copy)
    parts = [date.weekday, date.month, date.day, date.year]
    assert [copy[part.start : part.end] for part in parts if part] == [
        "Tuesday",
        "July",
        "17th",
        "2007",
    ]
    assert [part.value for part in parts if part] == [1, 7, 17, 2007]
    assert date.order is Order.MONTH_DAY


@pytest.mark.parametrize(
    ("written", "order", "readings"),
    [
        ("03/04/2007", Order.UNKNOWN, ((3, 4), (4, 3))),
        ("17/04/2007", Order.DAY_MONTH, ((17, 4),)),
        ("04/17/2007", Order.MONTH_DAY, ((17, 4),)),
        ("05/05/2007", Order.DAY_MONTH, ((5, 5),)),
        ("03.04.2007", Order.DAY_MONTH, ((3, 4),)),
        ("2007-04-03", Order.YEAR_MONTH, ((3, 4),)),
    ],
)
def test_a_date_in_numbers_has_every_reading_it_allows(
    written: str, order: Order, readings: tuple[tuple[int, int], ...]
) -> None:
    (date,) = find_dates(f"Signed {written} here.")
    assert (date.order, date.readings) == (order, readings)


@pytest.mark.parametrize(
    "copy", ["Tuesday (17 July)", "17 July (Tuesday)", "Tuesday night, 17 July"]
)
def test_a_weekday_beside_a_date_is_known_but_not_part_of_it(copy: str) -> None:
    (date,) = find_dates(f"It was on {copy} that it began.")
    assert date.text == "17 July"
    assert date.weekday is None
    assert date.beside is not None
    assert date.beside.value == 1


def test_a_year_of_four_digits_is_no_time_and_no_count() -> None:
    assert texts("On 17 July 2000 GMT was struck.") == ["17 July"]
    assert texts("By 5 May, 2000 soldiers had left.") == ["5 May"]
