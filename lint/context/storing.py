"""The file of a model: a line that says what it is, a header in JSON, then arrays as they are.

All numbers are little-endian; each array begins at a multiple of eight bytes. The header has
the length of the whole, so that a file cut short is known, and a checksum of the rest.
"""

from __future__ import annotations

import json
import mmap
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"copydesk context model\n"
VERSION = 5  # of the file and of the columns that its trees decide by: to be raised with both
_ALIGNED = 8


class Damaged(ValueError):
    """A file that is no model of this version; the message says what is wrong with it."""


def packed(about: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """The bytes of a model: what is said of it, and its arrays by name."""
    table, parts, at = {}, [], 0
    for name, array in arrays.items():
        fixed = np.ascontiguousarray(array)
        fixed = fixed.astype(fixed.dtype.newbyteorder("<"), copy=False)
        raw = fixed.tobytes()
        table[name] = [fixed.dtype.str, list(fixed.shape), at]
        raw += b"\0" * (-len(raw) % _ALIGNED)
        parts.append(raw)
        at += len(raw)
    body = b"".join(parts)
    header = {**about, "version": VERSION, "arrays": table, "size": len(body),
              "checksum": zlib.crc32(body)}  # fmt: skip
    text = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
    start = len(MAGIC) + 8
    text += b" " * (-(start + len(text)) % _ALIGNED)
    return MAGIC + len(text).to_bytes(8, "little") + text + body


def unpacked(path: str) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What is said of a model, and its arrays, over a memory map of the file.

    The checksum is not looked at (:func:`is_whole`).

    Raises:
        OSError: the file cannot be read.
        Damaged: it is no model, cut short, or of another version.
    """
    with open(path, "rb") as file:
        start = file.read(len(MAGIC) + 8)
        if start[: len(MAGIC)] != MAGIC or len(start) < len(MAGIC) + 8:
            raise Damaged("is no context model")
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    length = int.from_bytes(start[len(MAGIC) :], "little")
    base = len(start) + length
    if base > len(data):
        raise Damaged("is cut short")
    try:
        header = json.loads(data[len(start) : base])
        if header["version"] != VERSION:
            raise Damaged(f"is of version {header['version']}, and {VERSION} is read here")
        if len(data) != base + header["size"]:
            raise Damaged("is cut short")
        arrays = {
            name: np.frombuffer(data, np.dtype(kind), int(np.prod(shape)), base + at).reshape(shape)
            for name, (kind, shape, at) in header["arrays"].items()
        }
    except Damaged:
        raise
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged("is damaged") from None
    return header, arrays


def is_whole(path: str) -> bool:
    """Whether every byte of a model is as it was written.

    Raises:
        OSError: the file cannot be read.
        Damaged: see :func:`unpacked`.
    """
    header, _ = unpacked(path)
    with open(path, "rb") as file:
        body = file.read()[-header["size"] :]
    return zlib.crc32(body) == int(header["checksum"])
