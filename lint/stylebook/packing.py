"""Typed values as plain lists, for the cache; :mod:`lint.stylebook.unpacking` has the way back.

A class with fields becomes the list of their values, a tuple a list, a date its ISO form; a
value of a union says first which member it is. The *shape* of a type says the same in plain
lists, so that nothing need be asked about types when values are unpacked: that would take
longer than all the unpacking.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

Shape = Any  # "", "date", or a list: [what, inner…], see shape_of
Pack = Callable[[Any], Any]


def pack(value: Any, hint: Any) -> Any:
    """A value of a type as lists, dictionaries, strings, numbers and None."""
    return None if value is None else _packer(hint)(value)


def _packer(hint: Any) -> Pack:
    """The function that packs values of a type, None excepted."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_packer(_members(args))
    if is_dataclass(hint) and isinstance(hint, type):
        return _class_packer(hint)
    if origin is tuple:
        each = _packer(args[0])
        return list if each is _same else lambda value: [_unless_none(each, v) for v in value]
    if origin is dict:
        each = _packer(args[1])
        return lambda value: {key: _unless_none(each, item) for key, item in value.items()}
    if hint is date:
        return date.isoformat
    return _same


def _unless_none(each: Pack, value: Any) -> Any:
    return None if value is None else each(value)


def _union_packer(members: list[Any]) -> Pack:
    packers = [_packer(member) for member in members]
    if len(members) == 1:
        return packers[0]

    def packed(value: Any) -> Any:
        number = next(n for n, member in enumerate(members) if _is(value, member))
        return [number, packers[number](value)]

    return packed


@cache  # of a class, but of no union: “int | str” equals “str | int”
def _class_packer(hint: Any) -> Pack:
    hints = _hints(hint)
    names = [field.name for field in fields(hint)]
    parts = [_packer(hints[name]) for name in names]
    changing = [(place, part) for place, part in enumerate(parts) if part is not _same]

    def packed(value: Any) -> list[Any]:
        row = [getattr(value, name) for name in names]
        for place, part in changing:
            if row[place] is not None:
                row[place] = part(row[place])
        return row

    return packed


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
        hints = _hints(hint)
        inner = [shape_of(hints[field.name]) for field in fields(hint)]
        return [hint.__module__, hint.__name__, *inner]
    if origin is tuple or origin is dict:
        return [origin.__name__, shape_of(args[0 if origin is tuple else 1])]
    return "date" if getattr(hint, "__name__", "") == "date" else ""


def _same(packed: Any) -> Any:
    return packed


@cache
def _hints(hint: Any) -> dict[str, Any]:
    return get_type_hints(hint, localns={"date": date})  # which no module imports for a hint alone


def _members(args: tuple[Any, ...]) -> list[Any]:
    return [arg for arg in args if arg is not type(None)]


def _is(value: Any, member: Any) -> bool:
    origin = get_origin(member)
    if origin is tuple:
        return isinstance(value, tuple)
    if origin is dict:
        return isinstance(value, dict)
    return isinstance(value, member) if isinstance(member, type) else isinstance(value, str)
