"""Frozen classes of named fields that cost next to nothing to define.

``dataclasses`` writes and compiles half a dozen methods for every class: some 3.4 million
instructions with ``frozen`` and ``slots`` (Python 3.11), and the program had a hundred such
classes, which was a quarter of the time in which it checked one article. The methods here are
written once for all, and ``dataclasses`` itself, which takes as long to import as thirty
modules of ours, is asked only by who asks for it: its ``fields``, ``replace`` and
``is_dataclass`` work on these classes too.

Making an instance takes about twice as long as with a data class. What is made by the
thousand is a tuple of :mod:`lint.tuples`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

_NONE = object()


class _Field:
    """What a class says of a field of its own."""

    def __init__(
        self, default: Any, factory: Callable[[], Any] | None, metadata: Mapping[str, Any]
    ) -> None:
        self.default = default
        self.factory = factory
        self.metadata = metadata


def field(
    *,
    default: Any = _NONE,
    default_factory: Callable[[], Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> Any:
    """A field with more to say of it than a default, as with ``dataclasses.field``.

    It is one of theirs where they have been imported, so that a data class may have it too.
    """
    data_classes = sys.modules.get("dataclasses")
    if data_classes is None:
        return _Field(default, default_factory, metadata or {})
    given = {} if default is _NONE else {"default": default}
    if default_factory is not None:
        given["default_factory"] = default_factory
    return data_classes.field(**given, metadata=metadata)


class _DataClassFields:
    """What ``dataclasses`` knows of a class, worked out when it is asked."""

    def __init__(self) -> None:
        self._known: dict[type[Frozen], dict[str, Any]] = {}

    def __get__(self, _: Frozen | None, owner: type[Frozen]) -> dict[str, Any]:
        if owner not in self._known:
            self._known[owner] = _as_data_class(owner)
        return self._known[owner]


def _as_data_class(owner: type[Frozen]) -> dict[str, Any]:
    import dataclasses

    space: dict[str, Any] = {"__doc__": owner.__doc__, "__module__": owner.__module__}
    for name, own in owner._fields.items():
        space[name] = field(default=own.default, default_factory=own.factory, metadata=own.metadata)
    space["__annotations__"] = owner._types
    twin = type(owner.__name__, (), space)
    dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False)(twin)
    found: dict[str, Any] = twin.__dataclass_fields__  # type: ignore[attr-defined]
    return found


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen:
    """The base of classes whose annotated names are fields, given in order or by name.

    Equal and hashed by class and fields; setting a field raises ``AttributeError``. A
    ``__post_init__`` is called, and ``functools.cached_property`` works.
    """

    __dataclass_fields__: ClassVar[Any] = _DataClassFields()
    _fields: ClassVar[dict[str, _Field]] = {}
    _types: ClassVar[dict[str, Any]] = {}
    _order: ClassVar[tuple[str, ...]] = ()
    _wanted: ClassVar[frozenset[str]] = frozenset()
    _makers: ClassVar[tuple[tuple[str, Any], ...]] = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        own = cls.__dict__.get("__annotations__", {})  # noqa: RUF063  # inspect takes too long
        types = {name: said for name, said in own.items() if not _is_shared(said)}
        cls._types = {**cls._types, **types}
        cls._fields = {**cls._fields, **{name: _taken(cls, name) for name in types}}
        cls._order = tuple(cls._fields)
        cls._makers = tuple(
            (name, each.factory) for name, each in cls._fields.items() if each.factory is not None
        )
        given = {name for name, each in cls._fields.items() if each.default is not _NONE}
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


_Made = TypeVar("_Made", bound=Frozen)  # by name it would be compiled, and Python's parser made


def replace(made: _Made, **changed: Any) -> _Made:
    """The same with some fields changed, as with ``dataclasses.replace``."""
    return type(made)(**{name: getattr(made, name) for name in made._order} | changed)


def _is_shared(said: Any) -> bool:
    """Whether an annotation is that of an attribute of the class, and of no field."""
    text = said if isinstance(said, str) else repr(said)
    return text.removeprefix("typing.").startswith("ClassVar")


def _taken(cls: type[Frozen], name: str) -> _Field:
    """What a class says of a field; a default stays behind as an attribute of the class."""
    said = cls.__dict__.get(name, _NONE)
    data_classes = sys.modules.get("dataclasses")
    if data_classes is not None and isinstance(said, data_classes.Field):
        none = data_classes.MISSING
        default = _NONE if said.default is none else said.default
        factory = None if said.default_factory is none else said.default_factory
        said = _Field(default, factory, said.metadata)
    elif not isinstance(said, _Field):
        return _Field(said, None, {})
    if said.default is _NONE:
        delattr(cls, name)
    else:
        setattr(cls, name, said.default)
    return said
