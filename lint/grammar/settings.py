"""The section ``grammar`` of a configuration."""

from __future__ import annotations

from typing import Literal

from lint.checks.base import option
from lint.frozen import Frozen

EngineName = Literal["auto", "languagetool", "embedded"]
OnFailure = Literal["warn", "fail"]


class GrammarSettings(Frozen):
    """Which grammar engine is asked, and how; every key may be missing.

    Times are in seconds.
    """

    IS_SWITCH = True  # “grammar: true” will do

    engine: EngineName = option(
        "languagetool (needs Java), embedded (does not), or auto: the first that is there",
        default="auto",
    )
    language: str = option("the language of the copy, with its country", default="en-GB")
    server: str = option(
        "the address of a LanguageTool server that runs already; none is started then", default=""
    )
    folder: str = option("the folder in which LanguageTool-6.8 lies", default="")
    ignore: tuple[str, ...] = option("rules of LanguageTool that are never told", default=())
    on_failure: OnFailure = option(
        "what an engine that does not answer makes of the run: warn tells it, fail makes the exit "
        "status 2 as well",
        default="warn",
    )
    time_limit: float = option(
        "the longest that one paragraph may take", default=10.0, between=(0.05, 600)
    )


def as_asked(configured: GrammarSettings | None, asked: bool | None) -> GrammarSettings | None:
    """The settings where somebody asks for grammar (or, with False, for none); None is neither."""
    if asked is None:
        return configured
    return (configured or GrammarSettings()) if asked else None
