"""Compiled regular expressions, kept between runs.

Of the hundreds of expressions in the program an article asks some fifty, and to compile those
took a fifth of the time of a run over one article. What Python compiles an expression to is a
row of numbers, which is the same each time: those are kept, under a name made of the program
and of the very Python that made them, and given to its engine, which looks at every number
before it runs them. Python does not document that way in (it is the last line of its own
``re._compiler``); where it is not as it was, expressions are compiled as ever. The file is
safe to delete.
"""

from __future__ import annotations

import os
import re
from array import array
from contextlib import suppress
from typing import Any

from lint.jsontext import loads
from lint.late import compile_by
from lint.stylebook import cache
from lint.stylebook.container import Container, packed

NAME = "expressions-*.bin"
_MOST = 1_000  # expressions kept; the program has fewer


class Expressions:
    """The expressions that were compiled in this run and in earlier ones."""

    def __init__(self, file: str | os.PathLike[str]) -> None:
        """What a file keeps; nothing, where there is none or it is damaged."""
        self._file = file
        self._known: dict[tuple[Any, int], re.Pattern[Any]] = {}
        self._new: dict[str, bytes] = {}
        self._kept: Container | None = None
        with suppress(OSError, ValueError):
            self._kept = Container(file)

    def compile(self, text: Any, flags: int) -> re.Pattern[Any]:
        """The compiled expression.

        Raises:
            re.error: there is a mistake in it.
        """
        found = self._known.get((text, flags))
        if found is None:
            found = self._known[text, flags] = self._opened(text, flags)
        return found

    def _opened(self, text: Any, flags: int) -> re.Pattern[Any]:
        name = f"{flags:d} {text if isinstance(text, str) else text.decode('latin-1')}"
        name = f"{'s' if isinstance(text, str) else 'b'}{name}"
        if self._kept is not None and name in self._kept:
            with suppress(Exception):
                return _made(text, self._kept[name])
        with suppress(Exception):
            part = _taken_apart(text, flags)
            made = _made(text, part)
            self._new[name] = part
            return made
        return re.compile(text, flags)

    def write(self) -> None:
        """Keep what was compiled in this run; where that cannot be done, nothing is said."""
        if not self._new:
            return
        parts = self._new
        if self._kept is not None:
            parts = {name: self._kept[name] for name in self._kept.names()} | parts
        self._kept = None  # it is closed, so that another can take its place
        with suppress(OSError):
            cache.write(self._file, packed(dict(list(parts.items())[-_MOST:])))
            cache.trim(os.path.dirname(self._file), NAME)


def open_expressions() -> Expressions | None:
    """The expressions kept, from now on asked by all that are late; None without a cache."""
    file = cache.file_for("expressions")
    if file is None:
        return None
    kept = Expressions(file)
    compile_by(kept.compile)
    return kept


def _taken_apart(text: Any, flags: int) -> bytes:
    """What an expression is compiled to: flags and groups as JSON, then the numbers."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # undocumented, so guarded

    tree = _parser.parse(text, flags)
    code = _compiler._code(tree, flags)
    state = tree.state
    about = [int(flags | state.flags), state.groups - 1, state.groupdict]
    import json

    return json.dumps(about).encode() + b"\n" + array("I", code).tobytes()


def _made(text: Any, part: bytes) -> re.Pattern[Any]:
    """The expression that was taken apart."""
    import _sre  # type: ignore[import-not-found]  # undocumented, so guarded

    about, _, code = part.partition(b"\n")
    flags, count, groups = loads(about)
    names: list[str | None] = [None] * (count + 1)
    for name, number in groups.items():
        names[number] = name
    numbers = array("I", code).tolist()
    made: re.Pattern[Any] = _sre.compile(text, flags, numbers, count, groups, tuple(names))
    return made
