"""Where a report goes: a file, a pipe or a terminal, with a progress bar on long runs."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO

from lint.shells.cli.ending import refuse
from lint.shells.writing import CannotWrite, why_not, write_atomically

_LONG_RUN = 300  # files


class Output:
    """The stream that a report writes to.

    With a file name the report is collected and written at the end: atomically, save for a
    device or a pipe (/dev/stdout), which is written to as it is.

    Raises:
        CannotWrite: it can be seen beforehand that the file cannot be written.
    """

    def __init__(self, file: str | None, *, plain: bool) -> None:
        self._file = file
        self._direct = file is not None and _is_special(file)
        if file and not self._direct and (refusal := why_not(file)):
            raise CannotWrite(refusal)
        self._held = io.StringIO(newline="") if file else None
        if self._held is None and isinstance(sys.stdout, io.TextIOWrapper):
            # Copy may hold anything; a terminal that cannot show it must not end the run.
            # What other programs read is UTF-8 wherever it runs.
            if plain:
                sys.stdout.reconfigure(errors="backslashreplace")
            else:
                sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
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
        if not self.terminal:
            return 100
        import shutil

        return shutil.get_terminal_size((100, 24)).columns

    def close(self) -> None:
        """Write what was collected.

        Raises:
            CannotWrite: the file cannot be written.
        """
        if self._file is not None and self._held is not None:
            raw = self._held.getvalue().encode("utf-8", "backslashreplace")
            if self._direct:
                with open(self._file, "wb") as file:
                    file.write(raw)
            else:
                write_atomically(self._file, raw)

    def progress(self, results: Iterable[Any], length: int) -> Iterator[Any]:
        """Pass results through, with a bar on standard error while a long run lasts; ``length``
        is how many files they are of."""
        if length < _LONG_RUN or not sys.stderr.isatty():
            yield from results
            return
        import click

        with click.progressbar(length=length, label="Reading", file=sys.stderr) as bar:
            for result in results:
                if self.terminal:  # the report is about to write where the bar stands
                    sys.stderr.write("\r\x1b[K")
                    sys.stderr.flush()
                yield result
                bar.update(getattr(result, "files", 1))


def not_written_over(files: list[str], options: Mapping[str, Any]) -> list[str]:
    """The files to check, less a page of an earlier run that is written anew; refuses to write
    over an article."""
    for option in ("output", "write_baseline"):
        file = options[option]
        if not file or not os.path.isfile(file):
            continue
        same = [path for path in files if os.path.isfile(path) and os.path.samefile(path, file)]
        if same and not _is_page(file):
            refuse(f"{file} is one of the files to check; write to another place")
        files = [path for path in files if path not in same]
    return files


def _is_page(file: str) -> bool:
    """Whether a file is a page that an earlier run wrote (--format html)."""
    with open(file, "rb") as stream:
        return b"<title>copydesk: " in stream.read(4096)


def _is_special(file: str) -> bool:
    return os.path.exists(file) and not os.path.isfile(file) and not os.path.isdir(file)
