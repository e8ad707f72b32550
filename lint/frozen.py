"""Frozen classes of named fields that cost next to nothing to define.

``dataclasses`` writes and compiles half a dozen methods for every class: some 3.4 million
instructions with ``frozen`` and ``slots`` (Python 3.11), and the program had a hundred such
classes, which was a quarter of the time in which it checked one article. The methods here are
written once for all. The fields are still those of ``dataclasses``, so ``fields``, ``replace``
and ``field`` work.

Making an instance takes about twice as long as with a data class. What is made by the
thousand is a tuple of :mod:`lint.tuples`.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar, NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen:
    """The base of classes whose annotated names are fields, given in order or by name.

    Equal and hashed by class and fields; setting a field raises ``AttributeError``. A
    ``__post_init__`` is called, and ``functools.cached_property`` works.
    """

    _order: ClassVar[tuple[str, ...]] = ()
    _wanted: ClassVar[frozenset[str]] = frozenset()
    _makers: ClassVar[tuple[tuple[str, Any], ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        dataclass(init=False, repr=False, eq=False, match_args=False)(cls)
        known = fields(cls)  # type: ignore[arg-type]  # it became a data class just now
        cls._order = tuple(each.name for each in known)
        cls._makers = tuple(
            (each.name, each.default_factory)
            for each in known
            if each.default_factory is not MISSING
        )
        given = {each.name for each in known if each.default is not MISSING}
        cls._wanted = frozenset(cls._order) - given - {name for name, _ in cls._makers}

    def __init__(self, *values: Any, **named: Any) -> None:
        order, kept = self._order, self.__dict__
        kept.update(zip(order, values, strict=False))
        if named or len(values) != len(order):
            self._complete(len(values), named)
        self.__post_init__()

    def _complete(self, given: int, named: dict[str, Any]) -> None:
        """Put in what was given by name, and what is missing as far as it has a default."""
        kept, name = self.__dict__, type(self).__name__
        if given > len(self._order):
            raise TypeError(f"{name} has {len(self._order)} fields, not {given}")
        if named:
            if not (named.keys() <= set(self._order) and named.keys().isdisjoint(kept)):
                raise TypeError(f"{name} cannot take {', '.join(named)}")
            kept.update(named)
        if not kept.keys() >= self._wanted:
            missing = ", ".join(each for each in self._order if each in self._wanted - kept.keys())
            raise TypeError(f"{name} wants {missing}")
        for each, make in self._makers:
            if each not in kept:
                kept[each] = make()

    def __post_init__(self) -> None:
        """For what follows from the fields."""

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self._order])

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        assert isinstance(other, Frozen)
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((self.__class__, self._values()))

    def __repr__(self) -> str:
        pairs = zip(self._order, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot set {name}: a {type(self).__name__} does not change")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"cannot delete {name}: a {type(self).__name__} does not change")
