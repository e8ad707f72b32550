"""Tries and rows of numbers as they lie in a file: nothing is copied, and what is not looked at
is not read."""

from __future__ import annotations

import mmap
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any


def mapped_file(path: str) -> mmap.mmap | bytes:
    """The bytes of a file.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        try:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (ValueError, OSError):  # empty, or on a file system that cannot be mapped
            return file.read()


def view_of(packed: Mapping[str, bytes], name: str) -> memoryview:
    """A part of something packed, as it lies in the file where it comes from one."""
    view: memoryview | None = getattr(packed, "view", lambda _: None)(name)
    return memoryview(packed[name]) if view is None else view


def numbers_in(part: memoryview) -> Sequence[int]:
    """The numbers of an ``array("I")`` that was made bytes of."""
    return part.cast("I")


def trie_in(part: memoryview, kind: str = "Trie") -> Any:
    """A trie of marisa-trie that was made bytes of.

    Raises:
        RuntimeError: they are no such trie.
    """
    trie = _holding(kind)()
    if not hasattr(trie, "map"):  # before its version 1.3
        return trie.frombytes(bytes(part))
    trie.map(part)
    trie.held = part  # the trie only points there
    return trie


@cache
def _holding(kind: str) -> Any:
    """A class of tries that can be given something to hold."""
    import marisa_trie

    return type(kind, (getattr(marisa_trie, kind),), {})
