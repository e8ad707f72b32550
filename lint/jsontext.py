"""JSON, read by what Python itself reads it with, and without the package around that.

``json`` compiles six regular expressions when it is imported, for work that is done in C where
Python has that; a run over one article reads its caches, and writes nothing.
"""

from __future__ import annotations

from typing import Any

_SPACE = " \t\n\r"


class _Context:
    """What the scanner in C asks of a decoder: all as ``json.loads`` has it by default."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = {
        "-Infinity": float("-inf"),
        "Infinity": float("inf"),
        "NaN": float("nan"),
    }.__getitem__


try:
    from _json import make_scanner  # undocumented, so guarded: json takes it from there

    _scan: Any = make_scanner(_Context())  # type: ignore[arg-type]
except Exception:  # a Python that has it otherwise, or not at all
    _scan = None


def loads(text: str | bytes) -> Any:
    """What a JSON text says; bytes are UTF-8.

    Raises:
        ValueError: it is no JSON.
        RecursionError: it is nested too deep.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8", "surrogatepass")
    if _scan is None:
        import json

        return json.loads(text)
    text = text.strip(_SPACE)
    try:
        value, end = _scan(text, 0)
    except StopIteration:
        raise ValueError("this is no JSON") from None
    if end != len(text):
        raise ValueError("something stands behind the JSON")
    return value
