"""Globs as .gitignore has them: ``sport/`` is the folder and all in it, ``**`` any folders."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def compiled(patterns: Iterable[str]) -> GitIgnoreSpec:
    """The globs made ready.

    Raises:
        ValueError: one of them is no glob.
    """
    import pathspec

    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)  # sets inside sets: nobody means them
        try:
            return pathspec.GitIgnoreSpec.from_lines(patterns)
        except Exception as error:  # each engine beneath has errors of its own
            raise ValueError(str(error)) from None


def usable(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a .gitignore that are globs; git passes over the others too."""
    for line in lines:
        if not fault(line):
            yield line


def fault(pattern: str) -> str:
    """What is wrong with a glob; empty if nothing is."""
    try:
        compiled((pattern,))
    except ValueError:
        return f"“{pattern}” is no glob; write it as in .gitignore, such as sport/ or *.txt"
    return ""


@lru_cache(maxsize=256)
def _kept(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return compiled(patterns)


def matches(patterns: tuple[str, ...], path: str) -> bool:
    """Whether a path (relative to the configuration, ``/`` between parts) fits a glob."""
    return bool(patterns) and _kept(patterns).match_file(path)
