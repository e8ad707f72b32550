"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import Any

import click


def choosing(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose configuration, stylebook and rules."""
    for decorate in (
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULE",
            help="Rules or folders of rules to leave out.",
        ),
        click.option(
            "--select", multiple=True, metavar="RULE", help="Only these rules or folders of rules."
        ),
        click.option(
            "--stylebook",
            "books",
            multiple=True,
            metavar="FOLDER",
            help="Stylebook to use instead of the configured one.",
        ),
        click.option("--config", metavar="FILE", help="Configuration file to use."),
    ):
        function = decorate(function)
    return function


def doubting(function: Callable[..., Any]) -> Callable[..., Any]:
    """The option that leaves out what is not sure enough."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        callback=_number,
        metavar="NUMBER",
        help="Leave out what is inferred with less confidence, 0 to 1; 0 tells everything.",
    )(function)


def asking(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that ask a grammar engine, or a model of context, or do not."""
    function = click.option(
        "--context/--no-context",
        default=None,
        help="Look for slips that only the sentence shows, or do not, whatever the configuration "
        "says.",
    )(function)
    return click.option(
        "--grammar/--no-grammar",
        default=None,
        help="Ask a grammar engine, or do not, whatever the configuration says.",
    )(function)


def _number(_: click.Context, __: click.Parameter, value: float | None) -> float | None:
    """Refuses “nan”, which lies within every range."""
    if value is not None and isnan(value):
        raise click.BadParameter("nan is not in the range 0<=x<=1.")
    return value
