"""What several commands do with what they were asked."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any

from lint.reports.legible import legible
from lint.shells.cli.ending import WRONG, complain, refuse, say
from lint.shells.configuration import Configuration, load_configuration
from lint.shells.desk import Desk
from lint.shells.nearest import nearest_configuration
from lint.stylebook.complaints import StylebookError


def tells_complaints(function: Callable[..., Any]) -> Callable[..., Any]:
    """Tell every complaint about stylebook and configuration, then leave with status 2."""

    @wraps(function)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except StylebookError as error:
            for complaint in error.complaints:
                say(legible(str(complaint)))
            count = len(error.complaints)
            complain(f"{count} complaint{'s' * (count != 1)}; nothing done")
            sys.exit(WRONG)

    return told


def configured(path: str | None) -> Configuration:
    """The configuration that a command works with: the one named, or the nearest."""
    if path is not None and not os.path.isfile(path):
        refuse(f"{path}: there is no such configuration file")
    try:
        here = os.getcwd()
    except FileNotFoundError:
        refuse("the folder that you are in has been deleted")
    if not path:
        return load_configuration(nearest_configuration(here))
    from pathlib import Path

    return load_configuration(Path(path))


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

    They are those of :mod:`lint.shells.cli.options`; what is not there is not asked.

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
