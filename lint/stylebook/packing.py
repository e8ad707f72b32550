"""Typed options as plain lists and back, for the cache: quick, and with no judgement.

What is packed has been through the schema once, so it is unpacked without looking again.
A dataclass becomes the list of its fields' values, a tuple a list, a date its ISO form; a
value of a union says first which member it is.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

Unpack = Callable[[Any], Any]
_UNPACK: dict[Any, Unpack] = {}


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
    return value.isoformat() if isinstance(value, date) else value


def unpacker(hint: Any) -> Unpack:
    """The function that turns packed values of a type back into values."""
    found = _UNPACK.get(hint)
    if found is None:
        found = _UNPACK[hint] = _unpacker(hint)
    return found


def _unpacker(hint: Any) -> Unpack:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _of_union([unpacker(member) for member in _members(args)])
    if is_dataclass(hint) and isinstance(hint, type):
        return _of_dataclass(hint)
    if origin is tuple:
        inner = unpacker(args[0])
        if inner is _same:
            return tuple
        return lambda packed: tuple(map(inner, packed))
    if origin is dict:
        each = unpacker(args[1])
        return lambda packed: {key: each(item) for key, item in packed.items()}
    return date.fromisoformat if hint is date else _same


def _of_dataclass(hint: Any) -> Unpack:
    hints = get_type_hints(hint)
    parts = [unpacker(hints[field.name]) for field in fields(hint)]
    changing = [(place, part) for place, part in enumerate(parts) if part is not _same]

    def unpack(packed: list[Any]) -> Any:
        for place, part in changing:
            value = packed[place]
            if value is not None:
                packed[place] = part(value)
        return hint(*packed)

    return unpack


def _of_union(members: list[Unpack]) -> Unpack:
    if len(members) == 1:
        only = members[0]
        return lambda packed: None if packed is None else only(packed)
    return lambda packed: None if packed is None else members[packed[0]](packed[1])


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
