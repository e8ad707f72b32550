"""Plain lists of the cache as typed values again: quick, and with no judgement.

What was packed (:mod:`lint.stylebook.packing`) has been through the schema once, so it is
unpacked without looking again.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from lint.frozen import Frozen
from lint.stylebook.rows import Rows

Shape = Any  # "", "date", or a list: [what, inner…], see lint.stylebook.packing.shape_of
Unpack = Callable[[Any], Any]
_PACKAGE = "lint."


def unpacker(shape: Shape, home: str = "") -> Unpack:
    """The function that turns packed values of a shape back into values.

    Raises:
        ValueError: the shape is none, or names a class that is neither of this program nor of
            the module ``home``.
    """
    if not shape:
        return _same
    if shape == "date":
        return _date
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
    # A class of ours is known without asking dataclasses, which take long to import.
    if not (
        isinstance(made, type)
        and (issubclass(made, Frozen) or hasattr(made, "__dataclass_fields__"))
    ):
        raise ValueError(f"{module}.{name} is no class to be unpacked")
    parts = [unpacker(shape, home) for shape in inner]
    changing = [(place, part) for place, part in enumerate(parts) if part is not _same]

    def unpack(packed: list[Any]) -> Any:
        for place, part in changing:
            value = packed[place]
            if value is not None and not isinstance(value, Rows):
                packed[place] = part(value)
        return made(*packed)

    return unpack


def _date(packed: str) -> Any:
    from datetime import date  # few rules have one

    return date.fromisoformat(packed)


def _same(packed: Any) -> Any:
    return packed
