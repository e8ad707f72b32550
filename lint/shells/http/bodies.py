"""Taking the body of a request: no more than the limit, and not for ever."""

from __future__ import annotations

import asyncio

from starlette.requests import Request

from lint.shells.http.pool import ClientGone
from lint.shells.http.problems import Problem

_POURED = 100  # times the limit: so much is taken and thrown away, so that the answer is read


class TooMuch(Problem):
    """The body is too large, or came too slowly; the connection is closed after the answer."""


async def body_of(request: Request, *, limit: int, patience: float) -> bytes:
    """The body of a request.

    Raises:
        TooMuch: it is larger than ``limit`` bytes, or takes longer than ``patience`` seconds.
        ClientGone: the client hung up.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit and "expect" in request.headers:
        raise _too_large(limit)  # the client waits to be told
    try:
        async with asyncio.timeout(patience):
            return await _taken(request, limit)
    except TimeoutError:
        raise TooMuch(
            408, f"the body did not come within {patience:g} seconds", at="the body"
        ) from None


async def _taken(request: Request, limit: int) -> bytes:
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        part = message.get("body", b"")
        size += len(part)
        if size <= limit:
            parts.append(part)
        elif size > _POURED * limit:
            break
        else:
            parts.clear()
        more = message.get("more_body", False)
    if size > limit:
        raise _too_large(limit)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _too_large(limit: int) -> TooMuch:
    return TooMuch(413, f"the body is larger than {limit:,} bytes", at="the body")


def must_be(request: Request, *media_types: str) -> None:
    """Refuse a body that is said to be something else.

    Raises:
        Problem: it is.
    """
    said = request.headers.get("content-type", "")
    media_type, _, rest = said.partition(";")
    if media_type.strip().lower() not in media_types:
        raise Problem(415, f"the body must be {' or '.join(media_types)}", at="Content-Type")
    charset = rest.lower().replace('"', "").partition("charset=")[2].split(";")[0].strip()
    if charset not in ("", "utf-8", "utf8", "us-ascii"):
        raise Problem(415, "the body must be UTF-8", at="Content-Type")
