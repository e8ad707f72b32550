"""Attributes that are worked out when they are first asked for, and kept.

``functools.cached_property``, which until Python 3.12 takes a lock at the first asking; an article
has some twenty such attributes. Nothing here is asked by two threads at once, and from 3.12 on
the library's own is used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801  # the name of what it stands for
        """Makes a method an attribute that is worked out once for an instance."""

        def __init__(self, make: Callable[[Any], Any]) -> None:
            self.func = make
            self._name = make.__name__
            self.__doc__ = make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: Any = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self.func(instance)
            return value


__all__ = ["cached_property"]
