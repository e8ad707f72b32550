"""What is wrong with a stylebook or a configuration: the place, what was meant, the way out."""

from __future__ import annotations

import os
from collections.abc import Iterable

from lint.tuples import NamedTuple


class Complaint(NamedTuple):
    """Something wrong at a place of a file; line and column count from 1 (0: the whole file)."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}"


class StylebookError(ValueError):
    """A stylebook or configuration that cannot be used, with every complaint about it."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(sorted(complaints))
        super().__init__("\n".join(str(complaint) for complaint in self.complaints))


def shown_path(path: str | os.PathLike[str]) -> str:
    """A path as it is told: relative where it lies below the working folder."""
    here = os.path.join(os.getcwd(), "")
    return os.fspath(path).removeprefix(here).replace(os.sep, "/")
