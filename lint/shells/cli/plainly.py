"""``copydesk check PATH…`` with nothing but paths: the short way in.

Importing click and asking it what these words mean takes as long as checking the article: a
quarter of such a run, which is what a commit hook and an editor that saves call. With any
option, click reads the command line.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

# What click would give where no option is named; a test holds both against each other.
OPTIONS: dict[str, Any] = {
    "config": None,
    "books": (),
    "select": (),
    "ignore": (),
    "min_confidence": None,
    "grammar": None,
    "context": None,
    "severity": None,
    "fail_on": None,
    "format_name": "text",
    "output": None,
    "statistics": False,
    "exit_zero": False,
    "jobs": 0,
    "profile": False,
    "no_cache": False,
    "stdin_filename": None,
    "baseline": None,
    "write_baseline": None,
}


def plain_paths(words: Sequence[str]) -> tuple[str, ...] | None:
    """The paths of a command line that says ``check`` and paths; None of any other.

    On Windows, where no shell does it, click puts files in the place of globs; and a shell that
    completes a command asks click.
    """
    if not words or words[0] != "check" or os.name == "nt" or "_COPYDESK_COMPLETE" in os.environ:
        return None
    paths = tuple(words[1:])
    return None if any(path.startswith("-") for path in paths) else paths


def check_plainly(paths: tuple[str, ...]) -> None:
    """Check paths, and end the process, as the command would without any option."""
    from lint.shells.cli.ending import ending, leave, open_streams

    open_streams()
    try:
        with ending():
            from lint.shells.cli.checking import check

            check({**OPTIONS, "paths": paths})
    except OSError as error:
        leave(error)
