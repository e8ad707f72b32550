"""Typed values as plain lists and back, for the cache: quick, and with no judgement.

What is packed has been through the schema once, so it is unpacked without looking again. A
class with fields becomes the list of their values, a tuple a list, a date its ISO form; a
value of a union says first which member it is. The *shape* of a type says the same in plain
lists, so that nothing need be asked about types when values are unpacked: that would take
longer than all the unpacking.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any, Union, get_args, get_origin, get_type_hints

from lint.stylebook.rows import Rows

Shape = Any  # "", "date", or a list: [what, inner…], see shape_of
Unpack = Callable[[Any], Any]
_PACKAGE = "lint."


def pack(value: Any, hint: Any) -> Any:
    """A value of a type as lists, dictionaries, strings, numbers and None."""
    if value is None:
        return None
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        members = _members(args)
        number = next(n for n, member in enumerate(members) if _is(value, member))
        packed = pack(value, members[number])
        return packed if len(members) == 1 else [number, packed]
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return [pack(getattr(value, field.name), hints[field.name]) for field in fields(hint)]
    if origin is tuple:
        return [pack(item, args[0]) for item in value]
    if origin is dict:
        return {key: pack(item, args[1]) for key, item in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value


def shape_of(hint: Any) -> Shape:
    """What a value of a type looks like when it is packed.

    Empty for what is itself, ``date``, ``[tuple, inner]``, ``[dict, inner]``, ``[union,
    inner…]``, or for a class with fields ``[module, name, inner…]``.
    """
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        members = [shape_of(member) for member in _members(args)]
        return members[0] if len(members) == 1 else ["union", *members]
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        inner = [shape_of(hints[field.name]) for field in fields(hint)]
        return [hint.__module__, hint.__name__, *inner]
    if origin is tuple or origin is dict:
        return [origin.__name__, shape_of(args[0 if origin is tuple else 1])]
    return "date" if getattr(hint, "__name__", "") == "date" else ""


def unpacker(shape: Shape, home: str = "") -> Unpack:
    """The function that turns packed values of a shape back into values.

    Raises:
        ValueError: the shape is none, or names a class that is neither of this program nor of
            the module ``home``.
    """
    if not shape:
        return _same
    if shape == "date":
        from datetime import date

        return date.fromisoformat
    what, *inner = shape
    if what == "tuple":
        each = unpacker(inner[0], home)
        return tuple if each is _same else lambda packed: tuple(map(each, packed))
    if what == "dict":
        each = unpacker(inner[0], home)
        return lambda packed: {key: each(item) for key, item in packed.items()}
    if what == "union":
        members = [unpacker(member, home) for member in inner]
        return lambda packed: members[packed[0]](packed[1])
    return _of_class(home, what, *inner)


def _of_class(home: str, module: str, name: str, *inner: Shape) -> Unpack:
    is_ours = module.startswith(_PACKAGE) or module == home
    made = getattr(import_module(module), name) if is_ours else None
    if not is_dataclass(made):
        raise ValueError(f"{module}.{name} is no class to be unpacked")
    parts = [unpacker(shape, home) for shape in inner]
    changing = [(place, part) for place, part in enumerate(parts) if part is not _same]

    def unpack(packed: list[Any]) -> Any:
        for place, part in changing:
            value = packed[place]
            if value is not None and not isinstance(value, Rows):
                packed[place] = part(value)
        return made(*packed)  # type: ignore[operator]  # it is a class

    return unpack


def _same(packed: Any) -> Any:
    return packed


def _members(args: tuple[Any, ...]) -> list[Any]:
    return [arg for arg in args if arg is not type(None)]


def _is(value: Any, member: Any) -> bool:
    origin = get_origin(member)
    if origin is tuple:
        return isinstance(value, tuple)
    if origin is dict:
        return isinstance(value, dict)
    return isinstance(value, member) if isinstance(member, type) else isinstance(value, str)
