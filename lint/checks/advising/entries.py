"""An entry of the list of the engine's rules: which they are, and when they are heard."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from lint.advice import Advice
from lint.checks.advising.offers import is_dot, is_name_twice
from lint.checks.base import option
from lint.finding import Severity
from lint.frozen import Frozen
from lint.late import late

_WORD = late(r"[^\W\d_]+")


class Entry(Frozen):
    """Some rules of LanguageTool that are treated alike.

    Of the entries that a rule falls under, one that names it goes before one that names part
    of it (the longest first), and that before one that names its category.
    """

    why: str = option("the reason, for editors")
    rules: tuple[str, ...] = option(
        "rules of LanguageTool by their ids; * in one is anything or nothing", default=()
    )
    categories: tuple[str, ...] = option("categories of its rules by their ids", default=())
    off: bool = option("true: these are not even looked for", default=False)
    severity: Severity | None = option("error, warning or suggestion", default=None)
    headlines: bool = option("true: they speak in headlines and crossheads too", default=False)
    speech: bool = option("false: they are silent inside direct speech", default=True)
    spelling: bool = option(
        "true: they doubt words; told are likely slips alone, not names, words of any English, "
        "and words that stand more than once",
        default=False,
    )
    not_before: tuple[str, ...] = option("silent where one of these follows", default=())
    not_after: tuple[str, ...] = option("silent where one of these stands before", default=())
    not_with: tuple[str, ...] = option(
        "silent where one of these words is among what was found; * in one is any letters",
        default=(),
    )
    sure_before: tuple[str, ...] = option(
        "told at the severity of the entry only where one of these follows, and elsewhere at that "
        "of the rule",
        default=(),
    )
    sure_with: tuple[str, ...] = option(
        "told at the severity of the entry only where one of these words is among what was found "
        "(* in one is any letters), and elsewhere at that of the rule",
        default=(),
    )
    confidence: float | None = option(
        "how many of what these rules told readers found right, 0 to 1", default=None,
        between=(0, 1),
    )  # fmt: skip
    message: str = option("what is told instead of the engine’s own words", default="")


def is_excepted(prose: str, advice: Advice, entry: Entry) -> bool:
    """Whether what was found, or what stands beside it, is what an entry leaves alone."""
    found = prose[advice.start : advice.end]
    if entry.not_before and prose.startswith(entry.not_before, advice.end):
        return True
    if entry.not_after and prose.endswith(entry.not_after, 0, advice.start):
        return True
    if _has_word(found, entry.not_with):
        return True
    return is_name_twice(found) or is_dot(prose, advice.start, advice.end)


def is_sure(prose: str, advice: Advice, entry: Entry) -> bool:
    """Whether what was found is as grave as an entry says."""
    if entry.sure_before and not prose.startswith(entry.sure_before, advice.end):
        return False
    return not entry.sure_with or _has_word(prose[advice.start : advice.end], entry.sure_with)


def _has_word(found: str, parts: Sequence[str]) -> bool:
    words = _WORD.findall(found.lower()) if parts else ()
    return any(fnmatchcase(word, part) for word in words for part in parts)
