"""Clients that send one request after another over connections that stay open."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(slots=True)
class Load:
    """What some clients measured: seconds by request, how many failed, how long it all took."""

    seconds: list[float] = field(default_factory=list)
    failed: int = 0
    elapsed: float = 0.0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.seconds) / self.elapsed if self.elapsed else 0.0

    def quantile(self, share: float) -> float:
        """Milliseconds within which a share of the requests was answered."""
        ordered = sorted(self.seconds)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else 0.0


def request(address: str, path: str, body: bytes, media_type: str) -> bytes:
    """The bytes of a request."""
    where = urlsplit(address)
    return (
        f"POST {path} HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode() + body


async def send(
    address: str,
    requests: list[bytes],
    *,
    clients: int,
    total: int,
    look: Callable[[int, bytes], None] | None = None,
) -> Load:
    """Send ``total`` requests, taken in turn, from some clients at once.

    ``look`` is given each status and body.
    """
    load, left = Load(), iter(range(total))
    begun = time.perf_counter()

    async def client() -> None:
        where = urlsplit(address)
        reader, writer = await asyncio.open_connection(where.hostname, where.port)
        for number in left:
            at = time.perf_counter()
            writer.write(requests[number % len(requests)])
            status, body = await _answer(reader)
            load.seconds.append(time.perf_counter() - at)
            load.failed += status != 200
            if look is not None:
                look(status, body)
        writer.close()

    for outcome in await asyncio.gather(
        *(client() for _ in range(clients)), return_exceptions=True
    ):
        if isinstance(outcome, BaseException):
            load.failed += 1
    load.elapsed = time.perf_counter() - begun
    return load


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), None)
    if length is not None:
        return int(head[9:12]), await reader.readexactly(length)
    parts = []
    while size := int(await reader.readuntil(b"\r\n"), 16):  # chunked
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return int(head[9:12]), b"".join(parts)
