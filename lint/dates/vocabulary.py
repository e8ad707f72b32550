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

NAME_MONTHS = frozenset({"May", "April", "June", "March", "August", "Jan", "MAY", "APRIL", "JUNE"})
"""Months that are also people's names, or a demonstration."""

COUNTED = frozenset(
    [
        "people",
        "person",
        "persons",
        "men",
        "women",
        "man",
        "woman",
        "children",
        "child",
        "boys",
        "girls",
        "babies",
        "pupils",
        "students",
        "teachers",
        "patients",
        "victims",
        "survivors",
        "passengers",
        "migrants",
        "refugees",
        "prisoners",
        "hostages",
        "detainees",
        "suspects",
        "protesters",
        "demonstrators",
        "demonstrations",
        "workers",
        "staff",
        "employees",
        "soldiers",
        "troops",
        "police",
        "officers",
        "policemen",
        "militants",
        "fighters",
        "rebels",
        "civilians",
        "others",
        "more",
        "deaths",
        "dead",
        "killed",
        "wounded",
        "injured",
        "cases",
        "infections",
        "arrests",
        "attacks",
        "bombs",
        "bombings",
        "explosions",
        "complaints",
        "votes",
        "seats",
        "points",
        "goals",
        "runs",
        "wickets",
        "tries",
        "games",
        "matches",
        "wins",
        "defeats",
        "titles",
        "medals",
        "countries",
        "nations",
        "states",
        "members",
        "mps",
        "peers",
        "senators",
        "lawmakers",
        "politicians",
        "ministers",
        "officials",
        "delegates",
        "companies",
        "firms",
        "banks",
        "shops",
        "stores",
        "homes",
        "houses",
        "families",
        "households",
        "schools",
        "hospitals",
        "cars",
        "vehicles",
        "planes",
        "flights",
        "ships",
        "boats",
        "trains",
        "times",
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "minutes",
        "seconds",
        "miles",
        "metres",
        "meters",
        "kilometres",
        "kilometers",
        "km",
        "tonnes",
        "tons",
        "litres",
        "acres",
        "hectares",
        "degrees",
        "percent",
        "pc",
        "per",
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dozen",
        "m",
        "bn",
        "tn",
        "pounds",
        "dollars",
        "euros",
        "pence",
        "cents",
        "jobs",
        "new",
        "other",
        "different",
        "separate",
        "additional",
        "major",
        "key",
        "top",
        "former",
        "young",
        "local",
        "foreign",
        "british",
        "american",
        "russian",
        "french",
        "german",
        "israeli",
        "palestinian",
        "afghan",
        "syrian",
        "iraqi",
        "pakistani",
        "indian",
        "chinese",
    ]
)
"""Words that a number counts: “in all, by May 17 people had died” holds no date."""

NUMBERED = frozenset(
    [
        "article",
        "section",
        "clause",
        "chapter",
        "schedule",
        "rule",
        "act",
        "part",
        "volume",
        "page",
        "paragraph",
        "channel",
        "radio",
        "number",
        "no",
        "nos",
        "group",
        "under",
        "level",
        "unit",
        "line",
        "room",
        "flat",
        "gate",
        "area",
        "route",
        "grade",
        "year",
        "phase",
        "stage",
        "round",
        "tier",
        "type",
        "apollo",
        "formula",
        "windows",
        "ios",
        "android",
        "version",
        "resolution",
        "boeing",
        "airbus",
        "figure",
        "table",
        "item",
        "lot",
        "pier",
        "terminal",
        "platform",
        "ward",
        "district",
        "precinct",
        "code",
        "size",
        "aged",
    ]
)
"""Words whose number is theirs, not a day: “Article 17 May …”."""

NO_DAY_AFTER = frozenset(
    [
        "in",
        "last",
        "next",
        "this",
        "during",
        "early",
        "late",
        "mid",
        "every",
        "each",
        "throughout",
        "all",
    ]
)
"""Words after which a month stands by itself: “in May 17 people”, “last July 30 homes”."""

LEADING = frozenset(
    [
        "on",
        "by",
        "from",
        "until",
        "till",
        "since",
        "before",
        "after",
        "to",
        "of",
        "for",
        "and",
        "or",
        "between",
        "at",
        "through",
        "the",
        "a",
        "an",
        "but",
        "as",
        "with",
        "when",
        "while",
        "that",
        "if",
        "about",
        "around",
        "for",
        "starting",
        "ending",
        "dated",
        "published",
        "updated",
        "posted",
    ]
)
"""Words that lead up to a date, also when they carry a capital."""

AFTER_DATE = frozenset(
    """
    is was were are has had have will would he she it they we i you who which where there his her
    its their my our not also this last next because so than
    """.split()
)
"""Words that begin something new after a date, so that the date ends its phrase."""

MODAL_AFTER = frozenset(
    [
        "be",
        "have",
        "not",
        "well",
        "also",
        "still",
        "yet",
        "never",
        "soon",
        "even",
        "become",
        "seem",
        "take",
        "make",
        "come",
        "go",
        "get",
        "need",
        "want",
        "help",
        "cause",
        "lead",
        "mean",
        "bring",
    ]
)
"""Words that show “May” to be the verb: “17 May be enough”."""

CLOCK = frozenset(
    [
        "gmt",
        "bst",
        "utc",
        "hrs",
        "hours",
        "est",
        "edt",
        "et",
        "cet",
        "local",
        "pkt",
        "ist",
        "am",
        "pm",
        "a.m",
        "p.m",
    ]
)
"""Words that show four digits, or one or two, to be a time."""

EVENT_NOUNS = frozenset(
    """
    Accord Accords Agreement Army Avenue Battalion Boulevard Bridge Brigade Brigades Club College
    Coalition Commission Committee Coup Dam Day Declaration Division Foundation Front Group
    Highway Hospital Incident Institute Massacre Memorial Monument Movement Museum Organisation
    Organization Park Party Plaza Prize Revolution Road School Square Stadium Station Street
    Uprising University
    """.split()
)
"""Nouns that make a name of the date before them: the 17 July Revolution, 25 April Bridge."""
