"""Named tuples that cost next to nothing to define.

``typing.NamedTuple`` compiles a constructor for each class, and every annotation: some 0.9
million instructions (Python 3.11), and the program has seventy such classes, of most of which
a run makes none or a few. Here the constructor is compiled when some have been made, and what
is the same for all stands once. To a type checker, and to a reader, they are those of
``typing``; made and read they are as quick.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

_EARNED = 20  # made of a class before its own constructor is worth compiling

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    try:
        from _collections import _tuplegetter  # what namedtuple itself takes, in C
    except ImportError:
        from operator import itemgetter

        def _tuplegetter(place: int, doc: None) -> property:
            return property(itemgetter(place), doc=doc)

    class _Row(tuple):
        """What all named tuples have; the names are those of ``collections.namedtuple``."""

        __slots__ = ()
        _fields: tuple[str, ...]
        _field_defaults: dict[str, Any]

        @classmethod
        def _make(cls, values: Iterable[Any]) -> _Row:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changed: Any) -> _Row:
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"{type(self).__name__} has no {', '.join(changed)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={it!r}' for name, it in pairs)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        """Makes a class of fields, which is none of its own kind: it is an ordinary class."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space.pop(field) for field in fields if field in space}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has one")

            made_so_far = 0

            def first(asked: type, /, *values: Any, **named: Any) -> Any:
                nonlocal made_so_far
                made_so_far += 1
                if made_so_far < _EARNED and len(values) == len(fields) and not named:
                    return tuple.__new__(asked, values)
                made.__new__ = real = _constructor(made)
                return real(asked, *values, **named)

            for place, field in enumerate(fields):
                space[field] = _tuplegetter(place, None)
            space |= {
                "__slots__": (),
                "__new__": first,
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            others = tuple(base for base in bases if base is not _Fields)
            made = type(name, (_Row, *others), space)
            return made

    def _constructor(made: Any) -> Any:
        """The constructor of a class, which takes its fields in order or by name."""
        names = ", ".join(made._fields)
        real = eval(f"lambda _, {names}: _new(_, ({names},))", {"_new": tuple.__new__})
        real.__defaults__ = tuple(made._field_defaults.values())
        real.__name__, real.__qualname__ = "__new__", f"{made.__qualname__}.__new__"
        return staticmethod(real)

    _Fields = type.__new__(_Maker, "_Fields", (), {})

    def NamedTuple() -> None:  # noqa: N802
        """Stands among the bases of a class whose annotated names are the fields of a tuple."""

    NamedTuple.__mro_entries__ = lambda _: (_Fields,)

__all__ = ["NamedTuple"]
