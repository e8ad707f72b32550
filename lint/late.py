"""Regular expressions that are compiled when they are first asked.

Python takes some half a million instructions for an ordinary expression and many millions for
one with long lists of words, and the program has hundreds, of which one article asks a few.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


class _Late:
    """Stands for ``re.Pattern`` until it is asked; then it holds the methods of the real one."""

    _compile: Callable[[Any, int], Any] = staticmethod(re.compile)

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._asked: tuple[Any, int] = (text, flags)

    def __getattr__(self, name: str) -> Any:
        """What was asked for; it is kept, so that the next asking finds it without coming here."""
        value = getattr(self._compile(*self._asked), name)
        self.__dict__[name] = value
        return value


def late(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """``re.compile(text, flags)``, put off until the expression is first asked.

    A mistake in the expression is raised (``re.error``) at that time.
    """
    return cast("re.Pattern[AnyStr]", _Late(text, flags))


def compile_by(compile: Callable[[Any, int], Any]) -> None:
    """Have expressions compiled from now on by a function that does as ``re.compile`` does.

    One method of an expression asked after another compiles it again: the function remembers.
    """
    _Late._compile = staticmethod(compile)
