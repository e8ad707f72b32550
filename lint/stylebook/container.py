"""Named parts in one file, which is opened by mapping it: what is not asked for is not read."""

from __future__ import annotations

import mmap
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress

from lint.jsontext import loads
from lint.mapped import mapped_file

_MAGIC = b"copydesk\x02"
_SIZE = 8  # bytes that give the length of the table of contents
_SUM = 4  # bytes of the check sum at the end
_STEP = 8  # bytes: every part begins at a multiple, as numbers and tries want to lie


class Damaged(ValueError):
    """A file that is no container, or not whole."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as the bytes of a file: magic, length, table of contents, parts, check sum."""
    places: dict[str, tuple[int, int]] = {}
    laid: list[bytes] = []
    at = 0
    for name, part in parts.items():
        places[name] = (at, len(part))
        laid += [part, bytes(-len(part) % _STEP)]
        at += len(part) + len(laid[-1])
    import json

    table = json.dumps(places).encode()
    table += b" " * (-(len(_MAGIC) + _SIZE + len(table)) % _STEP)
    body = b"".join((_MAGIC, len(table).to_bytes(_SIZE, "little"), table, *laid))
    return body + zlib.crc32(body).to_bytes(_SUM, "little")


class Container:
    """An open file of named parts."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Open a file.

        Raises:
            OSError: it cannot be read.
            Damaged: it is no container, or not whole.
        """
        whole = mapped_file(os.fspath(path))
        view = memoryview(whole)
        start = len(_MAGIC) + _SIZE
        if view[: len(_MAGIC)] != _MAGIC or len(view) < start + _SUM:
            raise Damaged(str(path))
        if zlib.crc32(view[:-_SUM]) != int.from_bytes(view[-_SUM:], "little"):
            raise Damaged(str(path))
        _let_go(whole)
        size = int.from_bytes(view[len(_MAGIC) : start], "little")
        try:
            self._places: dict[str, tuple[int, int]] = loads(bytes(view[start : start + size]))
        except ValueError as error:
            raise Damaged(str(path)) from error
        self._view = view[start + size :]

    def __getitem__(self, name: str) -> bytes:
        at, size = self._places[name]
        return bytes(self._view[at : at + size])

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def view(self, name: str) -> memoryview:
        """A part as it lies in the file: what is not looked at is not read."""
        at, size = self._places[name]
        return self._view[at : at + size]

    def below(self, name: str) -> Parts:
        """The parts whose names begin with ``name/``, under the rest of their names."""
        return Parts(self, name)

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._places)


def _let_go(whole: mmap.mmap | bytes) -> None:
    """Give back the memory of a file that was looked through for its check sum: of a large book
    most is never asked for, and what is comes back from the file."""
    if isinstance(whole, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        with suppress(OSError):
            whole.madvise(mmap.MADV_DONTNEED)


class Parts(Mapping[str, bytes]):
    """Some parts of a container, read when they are asked for."""

    def __init__(self, container: Container, name: str) -> None:
        self._container = container
        self._prefix = f"{name}/"

    def __getitem__(self, name: str) -> bytes:
        return self._container[self._prefix + name]

    def view(self, name: str) -> memoryview:
        """A part as it lies in the file."""
        return self._container.view(self._prefix + name)

    def __iter__(self) -> Iterator[str]:
        start = len(self._prefix)
        return (n[start:] for n in self._container.names() if n.startswith(self._prefix))

    def __len__(self) -> int:
        return sum(1 for _ in self)
