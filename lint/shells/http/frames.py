"""What the front process and its workers say to each other: frames with a length before them."""

from __future__ import annotations

import socket
from typing import Any

import msgspec

_HEAD = 4  # bytes of the length
_LONGEST = 1 << 30


class Ask(msgspec.Struct, array_like=True, frozen=True):
    """A request for a worker: the operation, the body, and parameters of path and query."""

    op: str
    body: bytes = b""
    params: dict[str, str] = {}


class Answer(msgspec.Struct, array_like=True, frozen=True):
    """What a worker answers; ``notes`` are for the log and the metrics, and hold no copy."""

    status: int
    body: bytes
    content_type: str = "application/json"
    notes: dict[str, Any] = {}


class Ready(msgspec.Struct, frozen=True):
    """What a fork server says of the stylebook that it has loaded, or could not load.

    ``watched`` are folders of rules and ``files`` single files; ``stamps`` are how they were.
    """

    complaints: list[str] = []
    name: str = ""
    digest: str = ""
    rules: int = 0
    key: str = ""
    remarks: list[str] = []
    folders: list[str] = []
    files: list[str] = []
    stamps: list[list[Any]] = []


class Closed(Exception):
    """The other side has gone."""


_encode = msgspec.msgpack.encode


def framed(message: Any) -> bytes:
    """A message as the bytes of a frame."""
    raw = _encode(message)
    return len(raw).to_bytes(_HEAD, "big") + raw


class Splitter:
    """Takes bytes as they come and gives back whole frames."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """The frames that are complete now."""
        buffer = self._buffer
        buffer += data
        found: list[bytes] = []
        while len(buffer) >= _HEAD:
            end = _HEAD + int.from_bytes(buffer[:_HEAD], "big")
            if len(buffer) < end:
                break
            found.append(bytes(buffer[_HEAD:end]))
            del buffer[:end]
        return found


def receive(connection: socket.socket) -> bytes:
    """The next frame of a blocking socket.

    Raises:
        Closed: the other side has gone.
    """
    length = int.from_bytes(_exactly(connection, _HEAD), "big")
    if length > _LONGEST:
        raise Closed
    return _exactly(connection, length)


def _exactly(connection: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        try:
            part = connection.recv(min(count - len(parts), 1 << 20))
        except OSError:
            raise Closed from None
        if not part:
            raise Closed
        parts += part
    return bytes(parts)


def send(connection: socket.socket, message: Any) -> None:
    """Send a message over a blocking socket.

    Raises:
        Closed: the other side has gone.
    """
    try:
        connection.sendall(framed(message))
    except OSError:
        raise Closed from None
