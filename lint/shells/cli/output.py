"""Where a report goes: a file, a pipe or a terminal, with a progress bar on long runs."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from lint.shells.writing import write_atomically

_LONG_RUN = 300  # files


class Output:
    """The stream that a report writes to.

    With a file name the report is collected and written atomically at the end.
    """

    def __init__(self, file: str | None, *, plain: bool) -> None:
        self._file = file
        self._held = io.StringIO(newline="") if file else None
        if self._held is None and isinstance(sys.stdout, io.TextIOWrapper):
            # Copy may hold anything; a terminal that cannot show it must not end the run.
            # What other programs read is UTF-8 wherever it runs.
            sys.stdout.reconfigure(encoding=None if plain else "utf-8", errors="backslashreplace")
        self.stream: TextIO = self._held if self._held is not None else sys.stdout
        self.terminal = file is None and sys.stdout.isatty()

    @property
    def colour(self) -> bool:
        """Whether colour is wanted: a terminal, and neither NO_COLOR nor a dumb terminal."""
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR") and self._file is None:
            return True
        return self.terminal and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Columns to write in."""
        return shutil.get_terminal_size((100, 24)).columns if self.terminal else 100

    def close(self) -> None:
        """Write what was collected.

        Raises:
            CannotWrite: the file cannot be written.
        """
        if self._file is not None and self._held is not None:
            raw = self._held.getvalue().encode("utf-8", "backslashreplace")
            write_atomically(self._file, raw)

    def progress(self, results: Iterable[Any], length: int) -> Iterator[Any]:
        """Pass results through, with a bar on standard error while a long run lasts."""
        if length < _LONG_RUN or not sys.stderr.isatty():
            yield from results
            return
        import click

        with click.progressbar(results, length=length, label="Reading", file=sys.stderr) as bar:
            for result in bar:
                if self.terminal:  # the report is about to write where the bar stands
                    sys.stderr.write("\r\x1b[K")
                    sys.stderr.flush()
                yield result
