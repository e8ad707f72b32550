"""Context at a desk: the model that the configuration wants, given to the rules that ask it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from lint.checks.base import option
from lint.frozen import Frozen
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.shells.configuration import Configuration
    from lint.stylebook.book import Stylebook

_KIND = "context"
OnFailure = Literal["warn", "fail"]


class ContextSettings(Frozen):
    """The section ``context`` of a configuration; every key may be missing."""

    IS_SWITCH = True  # “context: true” will do

    model: str = option("the file of the model; the one that ships, by default", default="")
    language: str = option("the language of the copy", default="en-GB")
    eager: bool = option("true: suggest from half the chance on, too", default=False)
    on_failure: OnFailure = option(
        "what a model that cannot be used makes of the run: warn tells it, fail makes the exit "
        "status 2 as well",
        default="warn",
    )


def as_asked(configured: ContextSettings | None, asked: bool | None) -> ContextSettings | None:
    """The settings where somebody asks for context (or, with False, for none); None is neither."""
    if asked is None:
        return configured
    return (configured or ContextSettings()) if asked else None


class Contextual(NamedTuple):
    """What came of it: what is wrong with the model, the rules that have none to ask, and what
    changes when the same article might be told otherwise."""

    trouble: str
    idle: frozenset[str]
    key: str = ""


def give_model(
    book: Stylebook, configuration: Configuration, settings: ContextSettings | None,
    rules: Iterable[str],
) -> Contextual:  # fmt: skip
    """Open the model and give it to those of some rules that ask one.

    Nothing is imported or opened where none is wanted. A run goes on without a model that
    cannot be used, and is told why.
    """
    every = frozenset(rule for rule, card in book.cards.items() if card.kind == _KIND)
    wanted = every.intersection(rules)
    if settings is None or not wanted:
        return Contextual("", every)
    # The matrices are small: two threads took twice the processor time, and no less by the clock.
    # It counts only before numpy is imported; whoever has said otherwise is heeded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from lint.checks.context import Context
    from lint.checks.contextual.reader import ContextReader
    from lint.context.model import ContextError, open_model

    path = str(configuration.beside(settings.model)) if settings.model else None
    try:
        model = open_model(path)
    except ContextError as error:
        return Contextual(f"context was not checked: {error}", every)
    if _primary(model.language) != _primary(settings.language):
        said = f"{path or 'the model'} is one of {model.language}, not of {settings.language}"
        return Contextual(f"context was not checked: {said}", every)
    reader = ContextReader(model, eager=settings.eager)
    for rule in sorted(wanted):
        check = book.checks[rule]
        assert isinstance(check, Context)
        check.consult(reader)
    return Contextual("", every - wanted, _stamp(model.path, eager=settings.eager))


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _stamp(path: str, *, eager: bool) -> str:
    """What tells a model from others: its file as it is."""
    found = os.stat(path)
    return f"{os.path.realpath(path)} {found.st_size} {found.st_mtime_ns} {eager}"
