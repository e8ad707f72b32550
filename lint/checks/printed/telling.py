"""What is said of a name that was never printed so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.checks.printed.search import Miss
    from lint.lexicon.archive import Printed

_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def message(found: str, miss: Miss) -> str:
    """A finding in words: “Keir Starmer” stands in 412 articles of your archive, …"""
    usual = miss.usual
    seen = articles(miss.seen) if miss.seen else "none"
    return (
        f"“{usual.text}” stands in {articles(usual.articles)} of your archive, “{found}” in "
        f"{seen}. Is “{miss.right}” meant?"
    )


def evidence(found: str, miss: Miss) -> tuple[str, ...]:
    """What the finding goes by, as phrases."""
    seen = f"in {articles(miss.seen)}" if miss.seen else "never"
    return (f"“{miss.usual.text}”: {printed_when(miss.usual)}", f"“{found}”: {seen}")


def printed_when(printed: Printed) -> str:
    """In how many articles a name stood, and from when to when."""
    said = f"in {articles(printed.articles)}"
    if printed.first is None or printed.last is None:
        return said
    if printed.first == printed.last:
        return f"{said}, on {day(printed.first)}"
    return f"{said}, {day(printed.first)} to {day(printed.last)}"


def articles(count: int) -> str:
    """A number of articles in words and figures."""
    return "1 article" if count == 1 else f"{count:,} articles"


def day(when: date) -> str:
    """A day as 17 July 2007."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
