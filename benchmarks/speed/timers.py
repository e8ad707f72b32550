"""Times the stages of this process by wrapping them: each gets the time that it takes itself.

A stage that runs inside another is taken out of the other, so that the shares add up.
Processor time is measured, so that other processes do not show.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from lint.kept import cached_property


class Timers:
    """Seconds and calls by stage, and by an owner inside a stage (a rule)."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.calls: dict[str, int] = {}
        self.owners: dict[tuple[str, str], float] = {}
        self._open: list[float] = []  # for each stage that runs: the time of those inside it

    @contextmanager
    def stage(self, name: str, owner: str = "") -> Iterator[None]:
        """Time a block of code."""
        self._open.append(0.0)
        start = time.thread_time()
        try:
            yield
        finally:
            whole = time.thread_time() - start
            own = whole - self._open.pop()
            if self._open:
                self._open[-1] += whole
            self.seconds[name] = self.seconds.get(name, 0.0) + own
            self.calls[name] = self.calls.get(name, 0) + 1
            if owner:
                key = name, owner
                self.owners[key] = self.owners.get(key, 0.0) + own

    def timed(self, call: Callable[..., Any], name: str, owner: str = "") -> Callable[..., Any]:
        """A function that is timed; what it yields is drawn inside its time."""

        @wraps(call)
        def measured(*args: Any, **named: Any) -> Any:
            with self.stage(name, owner):
                result = call(*args, **named)
                return list(result) if isinstance(result, Iterator) else result

        return measured

    def wrap(self, holder: object, attribute: str, name: str, owner: str = "") -> bool:
        """Time a method of an object or a function of a module, if it has it."""
        call = getattr(holder, attribute, None)
        if not callable(call):
            return False
        setattr(holder, attribute, self.timed(call, name, owner))
        return True

    def wrap_views(self, cls: type[Any], name: str) -> None:
        """Time every cached property of a class, each under its own name."""
        for attribute, view in list(vars(cls).items()):
            if isinstance(view, cached_property):
                timed = cached_property(self.timed(view.func, f"{name} {attribute}"))
                timed.__set_name__(cls, attribute)
                setattr(cls, attribute, timed)

    def reset(self) -> None:
        """Forget what has been measured."""
        self.seconds.clear()
        self.calls.clear()
        self.owners.clear()

    def costliest(self) -> Iterable[tuple[str, float]]:
        """Stages and their seconds, the longest first."""
        return sorted(self.seconds.items(), key=lambda stage: -stage[1])
