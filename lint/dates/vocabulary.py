"""The words dates are written with: months, weekdays, and the words that rule a date out.

Only English is read. Small-letter months are read where they can be nothing else, so not
“may”, “march” or “august”.
"""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH_ABBREVIATIONS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9,
    "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS = {
    "Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Weds": 2, "Thu": 3, "Thur": 3, "Thurs": 3,
    "Fri": 4, "Sat": 5, "Sun": 6,
}  # fmt: skip

# Small-letter forms that are words of their own.
_ALSO_WORDS = frozenset({"march", "may", "august"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _month_numbers() -> dict[str, int]:
    numbers = {}
    for number, name in enumerate(MONTHS, start=1):
        numbers[name] = numbers[name.upper()] = number
        if name.lower() not in _ALSO_WORDS:
            numbers[name.lower()] = number
    for short, number in MONTH_ABBREVIATIONS.items():
        numbers[short] = numbers[short.upper()] = number
    return numbers


def _weekday_numbers() -> dict[str, int]:
    numbers = {}
    for number, name in enumerate(WEEKDAYS):
        numbers[name] = numbers[name.upper()] = number
    for short, number in WEEKDAY_ABBREVIATIONS.items():
        numbers[short] = number
    return numbers


MONTH_NUMBERS = _month_numbers()
"""Every accepted spelling of a month, with its number (January is 1)."""

WEEKDAY_NUMBERS = _weekday_numbers()
"""Every accepted spelling of a weekday, with its number (Monday is 0, as in ``datetime``)."""

NAME_MONTHS = _words("May April June March August Jan MAY APRIL JUNE")
"""Months that are also people's names, or a demonstration."""

COUNTED = _words(
    """
    acres additional afghan american arrests attacks babies banks billion bn boats bombings
    bombs boys british cars cases cents child children chinese civilians companies complaints
    countries days dead deaths defeats degrees delegates demonstrations demonstrators detainees
    different dollars dozen employees euros explosions families fighters firms flights foreign
    former french games german girls goals hectares homes hospitals hostages hours households
    houses hundred indian infections injured iraqi israeli jobs key killed kilometers
    kilometres km lawmakers litres local m major man matches medals members men meters metres
    migrants miles militants million ministers minutes months more mps nations new officers
    officials other others pakistani palestinian passengers patients pc peers pence people per
    percent person persons planes points police policemen politicians pounds prisoners
    protesters pupils rebels refugees runs russian schools seats seconds senators separate
    ships shops soldiers staff states stores students survivors suspects syrian teachers
    thousand times titles tn tonnes tons top trains tries trillion troops vehicles victims
    votes weeks wickets wins woman women workers wounded years young
    """
)
"""Words that a number counts: “in all, by May 17 people had died” holds no date."""

NUMBERED = _words(
    """
    act aged airbus android apollo area article boeing channel chapter clause code district
    figure flat formula gate grade group ios item level line lot no nos number page paragraph
    part phase pier platform precinct radio resolution room round route rule schedule section
    size stage table terminal tier type under unit version volume ward windows year
    """
)
"""Words whose number is theirs, not a day: “Article 17 May …”."""

NO_DAY_AFTER = _words(
    """
    all during each early every in last late mid next this throughout
    """
)
"""Words after which a month stands by itself: “in May 17 people”, “last July 30 homes”."""

LEADING = _words(
    """
    a about after an and around as at before between but by dated ending for from if of on or
    posted published since starting that the through till to until updated when while with
    """
)
"""Words that lead up to a date, also when they carry a capital."""

AFTER_DATE = _words(
    """
    also are because had has have he her his i is it its last my next not our she so than their
    there they this was we were where which who will would you
    """
)
"""Words that begin something new after a date, so that the date ends its phrase."""

MODAL_AFTER = _words(
    """
    also be become bring cause come even get go have help lead make mean need never not seem
    soon still take want well yet
    """
)
"""Words that show “May” to be the verb: “17 May be enough”."""

CLOCK = _words(
    """
    a.m am bst cet edt est et gmt hours hrs ist local p.m pkt pm utc
    """
)
"""Words that show four digits, or one or two, to be a time."""

EVENT_NOUNS = _words(
    """
    Accord Accords Agreement Army Avenue Battalion Boulevard Bridge Brigade Brigades Club
    Coalition College Commission Committee Coup Dam Day Declaration Division Foundation Front
    Group Highway Hospital Incident Institute Massacre Memorial Monument Movement Museum
    Organisation Organization Park Party Plaza Prize Revolution Road School Square Stadium
    Station Street University Uprising
    """
)
"""Nouns that make a name of the date before them: the 17 July Revolution, 25 April Bridge."""
