"""From plain data to typed options, with complaints that an editor can act on.

A schema is a frozen dataclass whose fields are made by ``option``: the key in the file is
the field's ``key`` or its name with spaces for underscores. Nothing is guessed: a word is
read as a number or as true or false only where the field asks for one. Where a schema that may
be missing has ``IS_SWITCH``, true stands for all of its defaults, and false for nothing.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lint.stylebook.document import Path
from lint.tuples import NamedTuple

Faults = list[tuple[Path, str]]
_Reader = Callable[[Any, Path, Faults], Any]
_WRONG = object()
_TRUE, _FALSE = {"true", "yes", "on"}, {"false", "no", "off"}


class _Part(NamedTuple):
    """A field that stands in the file: how its value is read, and whether it must be there.

    ``empty`` tells that a key with nothing after it stands for nothing: it takes a list or a
    mapping. ``between`` are the bounds of a number.
    """

    name: str
    read: _Reader
    required: bool
    empty: bool
    between: tuple[float, float] | None
    doc: str


_PARTS: dict[type[Any], dict[str, _Part]] = {}


def key_of(field: Field[Any]) -> str:
    """The key under which a field stands in the file."""
    return field.metadata.get("key") or field.name.replace("_", " ")


def make(
    schema: type[Any], data: Any, at: Path, faults: Faults, *, ignore: frozenset[str] = frozenset()
) -> Any:
    """Make an instance of ``schema`` from plain data.

    What is wrong is added to ``faults`` as (path, message); then None is returned. Keys in
    ``ignore`` belong to somebody else.
    """
    if not isinstance(data, dict):
        stands = f"“{data}” stands where" if isinstance(data, str) and data else "here"
        under = f" under “{at[-1]}”" if at and isinstance(at[-1], str) else ""
        wanted = f"{_named(schema)} is expected{under}"
        faults.append((at, f"{stands} {wanted}, with keys: {_keys(schema)}"))
        return None
    parts = _parts(schema)
    before = len(faults)
    for key in data:
        if key not in parts and key not in ignore:
            faults.append(((*at, key), _unknown(key, [*parts, *sorted(ignore)])))
    values: dict[str, Any] = {}
    for key, part in parts.items():
        if key in data:
            given = data[key]
            if part.required or not (part.empty and given in ("", None)):
                value = part.read(given, (*at, key), faults)
                if part.between is not None:
                    value = _within(part.between, value, given, (*at, key), faults)
                values[part.name] = value
        elif part.required:
            faults.append((at, f"the key “{key}” is missing: {part.doc}"))
    if len(faults) > before:
        return None
    return schema(**values)


def _parts(schema: type[Any]) -> dict[str, _Part]:
    """The fields of a schema by their keys; asked once, since hints are slow to resolve."""
    known = _PARTS.get(schema)
    if known is None:
        known = _PARTS[schema] = _looked_at(schema)
    return known


def _looked_at(schema: type[Any]) -> dict[str, _Part]:
    hints = get_type_hints(schema)
    return {
        key_of(field): _Part(
            field.name,
            _reader(hints[field.name]),
            field.default is MISSING and field.default_factory is MISSING,
            get_origin(hints[field.name]) in (tuple, dict),
            field.metadata.get("between"),
            field.metadata.get("doc", ""),
        )
        for field in _shown(schema)
    }


def _within(between: tuple[float, float], value: Any, data: Any, at: Path, faults: Faults) -> Any:
    """The value, if it is no number out of bounds."""
    if not isinstance(value, (int, float)):
        return value
    least, most = between
    if least <= value <= most:  # not true of “nan” either
        return value
    faults.append((at, f"“{data}” stands where a number from {least:g} to {most:g} is expected"))
    return _WRONG


def _shown(schema: type[Any]) -> list[Field[Any]]:
    """The fields that stand in the file; hidden ones are filled in by the program."""
    return [field for field in fields(schema) if not field.metadata.get("hidden")]


def _reader(hint: Any) -> _Reader:
    """What makes a value of a type from data at a path, and tells what is wrong."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        members = [arg for arg in args if arg is not type(None)]
        readers = [(member, _reader(member)) for member in members]
        return partial(_union, readers, len(members) < len(args))
    if is_dataclass(hint) and isinstance(hint, type):
        return partial(make, hint)
    if origin is tuple:
        return _words if args[0] is str else partial(_items, args[0], _reader(args[0]))
    if origin is dict:
        return partial(_mapping, _reader(args[1]))
    if hint is str:
        return _word
    return partial(_scalar, hint, args if origin is Literal else ())


def _union(
    members: list[tuple[Any, _Reader]], optional: bool, data: Any, at: Path, faults: Faults
) -> Any:
    """The first member that takes the data; the complaints of the likeliest one otherwise."""
    if optional and (data is None or data == ""):
        return None
    schema = members[0][0]
    if getattr(schema, "IS_SWITCH", False) and str(data).lower() in _TRUE | _FALSE:
        return schema() if str(data).lower() in _TRUE else None
    tried: list[Faults] = []
    for _, read in members:
        attempt: Faults = []
        value = read(data, at, attempt)
        if not attempt:
            return value
        tried.append(attempt)
    fitting = next(
        (i for i, (m, _) in enumerate(members) if is_dataclass(m) == isinstance(data, dict)), 0
    )
    faults.extend(tried[fitting])
    return _WRONG


def _items(item: Any, read: _Reader, data: Any, at: Path, faults: Faults) -> Any:
    if isinstance(data, str) and data and not is_dataclass(item):
        data = [data]  # one word where a list may stand is a list of one
    if not isinstance(data, list):
        faults.append((at, f"here a list is expected, each {_expected(item)}"))
        return _WRONG
    return tuple([read(value, (*at, number), faults) for number, value in enumerate(data)])


def _words(data: Any, at: Path, faults: Faults) -> Any:
    """A list of words, as most lists are."""
    if isinstance(data, list) and "" in data:
        faults.append(((*at, data.index("")), "an empty word stands in this list; take it out"))
        return _WRONG
    return _items(str, _word, data, at, faults)


def _mapping(read: _Reader, data: Any, at: Path, faults: Faults) -> Any:
    if not isinstance(data, dict):
        faults.append((at, "here “word: word” lines are expected"))
        return _WRONG
    return {key: read(value, (*at, key), faults) for key, value in data.items()}


def _word(data: Any, at: Path, faults: Faults) -> Any:
    return data if isinstance(data, str) else _scalar(str, (), data, at, faults)


def _scalar(hint: Any, words: tuple[str, ...], data: Any, at: Path, faults: Faults) -> Any:
    """A value written as one word: one of ``words``, if there are any."""
    if isinstance(data, (dict, list)) or data is None:
        faults.append((at, f"here {_expected(hint)} is expected"))
        return _WRONG
    if words:
        if data in words:
            return data
        faults.append((at, f"“{data}” is not known here; write one of: {', '.join(words)}"))
        return _WRONG
    if hint is bool:
        if data.lower() in _TRUE | _FALSE:
            return data.lower() in _TRUE
    elif hint in (int, float):
        try:
            return hint(data)
        except ValueError:
            pass
    elif hint is date:
        try:
            return date.fromisoformat(data)
        except ValueError:
            pass
    else:
        return data
    faults.append((at, f"“{data}” stands where {_expected(hint)} is expected"))
    return _WRONG


def _expected(hint: Any) -> str:
    named = {str: "a word or a phrase", bool: "true or false", int: "a whole number",
             float: "a number", date: "a date like 2007-07-17"}  # fmt: skip
    if hint in named:
        return named[hint]
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(map(str, get_args(hint)))
    if is_dataclass(hint) and isinstance(hint, type):
        return f"with keys {_keys(hint)}"
    return "a value"


def _named(schema: type[Any]) -> str:
    return "an entry" if schema.__name__ == "Entry" else "“key: value”"


def _keys(schema: type[Any]) -> str:
    return ", ".join(key_of(field) for field in _shown(schema))


def _unknown(key: str, known: list[str]) -> str:
    from difflib import get_close_matches  # only to complain

    near = get_close_matches(key, known, 1, 0.6)
    meant = f"did you mean “{near[0]}”?" if near else f"known here: {', '.join(known)}"
    return f"the key “{key}” is not known here; {meant}"
