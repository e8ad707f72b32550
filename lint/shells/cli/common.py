"""Options and outcomes that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial, wraps
from math import isnan
from pathlib import Path
from typing import Any, NoReturn

import click

from lint.reports.legible import legible
from lint.shells.configuration import Configuration, find_configuration, load_configuration
from lint.shells.desk import Desk
from lint.stylebook.complaints import StylebookError

FINE, FOUND, WRONG = 0, 1, 2  # exit statuses, as docs/wire.md gives them


def refuse(message: str) -> NoReturn:
    """Say what is wrong with the command or its surroundings, and leave with status 2."""
    complain(message)
    sys.exit(WRONG)


def complain(message: str) -> None:
    """Say what is wrong, in one line, on standard error.

    Names of files and words of copy may hold anything, and are made harmless.
    """
    click.echo(f"copydesk: {legible(message)}", err=True)


def tells_complaints(function: Callable[..., Any]) -> Callable[..., Any]:
    """Tell every complaint about stylebook and configuration, then leave with status 2."""

    @wraps(function)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except StylebookError as error:
            for complaint in error.complaints:
                click.echo(legible(str(complaint)), err=True)
            count = len(error.complaints)
            click.echo(f"copydesk: {count} complaint{'s' * (count != 1)}; nothing done", err=True)
            sys.exit(WRONG)

    return told


def configured(path: str | None) -> Configuration:
    """The configuration that a command works with: the one named, or the nearest."""
    if path is not None and not Path(path).is_file():
        refuse(f"{path}: there is no such configuration file")
    try:
        here = Path.cwd()
    except FileNotFoundError:
        refuse("the folder that you are in has been deleted")
    return load_configuration(Path(path) if path else find_configuration(here))


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


def split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Selectors given apart or with commas between them."""
    return tuple(word.strip() for each in words for word in each.split(",") if word.strip())


def takes_standard_input(paths: Sequence[str], name: str | None) -> bool:
    """Whether a command reads standard input: asked for with a dash, or by naming it."""
    if "-" not in paths:
        if paths and name:
            refuse("--stdin-filename names standard input; write - in place of the paths")
        return bool(name)
    if set(paths) != {"-"}:
        refuse("a dash is standard input, and stands alone; take the other paths in another run")
    return True


def standard_input() -> bytes:
    """All bytes of standard input."""
    if sys.stdin is None:
        refuse("standard input is closed")
    return sys.stdin.buffer.read()


def desk_maker(configuration: Configuration, options: dict[str, Any]) -> partial[Desk]:
    """What makes the desk that some options ask for, here or in a worker.

    They are the options of :func:`choosing`, and those of :func:`doubting` and :func:`asking`
    where they are there.

    Calling it raises StylebookError, with every complaint about stylebook and rules named.
    """
    return partial(
        Desk,
        configuration,
        select=split(options["select"]),
        ignore=split(options["ignore"]),
        books=options["books"],
        min_confidence=options.get("min_confidence"),
        grammar=options.get("grammar"),
        context=options.get("context"),
    )
