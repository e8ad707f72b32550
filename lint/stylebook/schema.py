"""From plain data to typed options, with complaints that an editor can act on.

A schema is a frozen dataclass whose fields are made by ``option``: the key in the file is
the field's ``key`` or its name with spaces for underscores. Nothing is guessed: a word is
read as a number or as true or false only where the field asks for one.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from lint.stylebook.document import Path

Faults = list[tuple[Path, str]]
_HINTS: dict[type[Any], dict[str, Any]] = {}  # resolving hints is slow, and entries are many
_WRONG = object()
_TRUE, _FALSE = {"true", "yes", "on"}, {"false", "no", "off"}


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
        faults.append((at, f"{stands} {_named(schema)} is expected, with keys: {_keys(schema)}"))
        return None
    known = {key_of(field): field for field in _shown(schema)}
    hints = _hints(schema)
    before = len(faults)
    for key in data:
        if key not in known and key not in ignore:
            faults.append(((*at, key), _unknown(key, [*known, *sorted(ignore)])))
    values: dict[str, Any] = {}
    for key, field in known.items():
        required = field.default is MISSING and field.default_factory is MISSING
        if key in data and (required or not _says_nothing(hints[field.name], data[key])):
            value = _value(hints[field.name], data[key], (*at, key), faults)
            values[field.name] = _within(field, value, data[key], (*at, key), faults)
        elif required:
            faults.append((at, f"the key “{key}” is missing: {field.metadata.get('doc', '')}"))
    if len(faults) > before:
        return None
    return schema(**values)


def _within(field: Field[Any], value: Any, data: Any, at: Path, faults: Faults) -> Any:
    """The value, if it is no number out of the bounds that its field sets."""
    between = field.metadata.get("between")
    if between is None or not isinstance(value, (int, float)):
        return value
    least, most = between
    if least <= value <= most:  # not true of “nan” either
        return value
    faults.append((at, f"“{data}” stands where a number from {least:g} to {most:g} is expected"))
    return _WRONG


def _says_nothing(hint: Any, data: Any) -> bool:
    """Whether a key that takes a list or a mapping has nothing after it: all is left out."""
    return data in ("", None) and get_origin(hint) in (tuple, dict)


def _shown(schema: type[Any]) -> list[Field[Any]]:
    """The fields that stand in the file; hidden ones are filled in by the program."""
    return [field for field in fields(schema) if not field.metadata.get("hidden")]


def _hints(schema: type[Any]) -> dict[str, Any]:
    if schema not in _HINTS:
        _HINTS[schema] = get_type_hints(schema)
    return _HINTS[schema]


def _value(hint: Any, data: Any, at: Path, faults: Faults) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union(args, data, at, faults)
    if is_dataclass(hint) and isinstance(hint, type):
        return make(hint, data, at, faults)
    if origin is tuple:
        return _items(args[0], data, at, faults)
    if origin is dict:
        return _mapping(args[1], data, at, faults)
    if isinstance(data, (dict, list)) or data is None:
        faults.append((at, f"here {_expected(hint)} is expected"))
        return _WRONG
    return _scalar(hint, origin, args, data, at, faults)


def _union(args: tuple[Any, ...], data: Any, at: Path, faults: Faults) -> Any:
    """The first member that takes the data; the complaints of the likeliest one otherwise."""
    if type(None) in args and (data is None or data == ""):
        return None
    members = [arg for arg in args if arg is not type(None)]
    tried: list[Faults] = []
    for member in members:
        attempt: Faults = []
        value = _value(member, data, at, attempt)
        if not attempt:
            return value
        tried.append(attempt)
    fitting = next(
        (i for i, m in enumerate(members) if is_dataclass(m) == isinstance(data, dict)), 0
    )
    faults.extend(tried[fitting])
    return _WRONG


def _items(item: Any, data: Any, at: Path, faults: Faults) -> Any:
    if isinstance(data, str) and data and not is_dataclass(item):
        data = [data]  # one word where a list may stand is a list of one
    if item is str and isinstance(data, list) and "" in data:
        faults.append(((*at, data.index("")), "an empty word stands in this list; take it out"))
        return _WRONG
    if not isinstance(data, list):
        faults.append((at, f"here a list is expected, each {_expected(item)}"))
        return _WRONG
    return tuple(_value(item, value, (*at, number), faults) for number, value in enumerate(data))


def _mapping(item: Any, data: Any, at: Path, faults: Faults) -> Any:
    if not isinstance(data, dict):
        faults.append((at, "here “word: word” lines are expected"))
        return _WRONG
    return {key: _value(item, value, (*at, key), faults) for key, value in data.items()}


def _scalar(
    hint: Any, origin: Any, args: tuple[Any, ...], data: str, at: Path, faults: Faults
) -> Any:
    if origin is Literal:
        if data in args:
            return data
        faults.append((at, f"“{data}” is not known here; write one of: {', '.join(args)}"))
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
