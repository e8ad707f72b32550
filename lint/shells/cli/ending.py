"""How a command ends when something around it goes wrong: one line and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from lint.reports.legible import legible

FINE, FOUND, WRONG = 0, 1, 2  # exit statuses, as docs/wire.md gives them
_STOPPED, _PIPE_CLOSED = 130, 141  # as a shell tells of the signals


def complain(message: str) -> None:
    """Say what is wrong, in one line, on standard error.

    Names of files and words of copy may hold anything, and are made harmless.
    """
    say(f"copydesk: {legible(message)}")


def say(line: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def refuse(message: str) -> NoReturn:
    """Say what is wrong with the command or its surroundings, and leave with status 2."""
    complain(message)
    sys.exit(WRONG)


def open_streams() -> None:
    """Make the standard streams fit for anything that copy and file names may hold."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called
            nothing = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nothing)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


@contextmanager
def ending() -> Iterator[None]:
    """A command runs inside; that it was stopped, or that nobody reads on, is no failure of it."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(_STOPPED)
    except BrokenPipeError:
        _forget_output()
        sys.exit(_PIPE_CLOSED)


def leave(error: OSError) -> NoReturn:
    """Tell of an error of the system that no command had foreseen, and leave with status 2."""
    where = f"{error.filename}: " if error.filename else ""
    complain(f"{where}{error.strerror or error}")
    _forget_output()
    sys.exit(WRONG)


def end_at_once(status: object) -> None:
    """End the process here and now, where nothing waits for its end; else do nothing.

    Taking everything apart, object by object, is a twentieth of a run over one article. Threads,
    other processes, what was to be called at the end, and who watches the run are waited for.
    """
    import atexit  # in Python itself

    watched = sys.gettrace() or sys.getprofile() or sys.flags.inspect or sys.flags.interactive
    waits = getattr(atexit, "_ncallbacks", None)  # undocumented, so guarded
    others = {"threading", "multiprocessing"}.intersection(sys.modules)
    if watched or others or waits is None or waits() or type(status) is not int:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status)


def _forget_output() -> None:
    """Let what could not be written go, so that Python does not complain of it at the end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), descriptor)
