"""LanguageTool's answers over HTTP: asked for, and read with every field looked at."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode, urlsplit

from lint.advice import Advice
from lint.grammar.asking import Busy, Unanswered
from lint.grammar.offsets import Units

_LARGEST = 50_000_000  # bytes of an answer
_TOO_MANY = (426, 429)  # of these the first is LanguageTool’s own
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


class Gone(Exception):
    """Nobody answers at that address, or not to the end; the message says why."""


class Line:
    """The way to one server. Each thread has a connection of its own, kept open."""

    def __init__(self, address: str) -> None:
        """Take the address of a server (``http://localhost:8081``, with or without ``/v2``).

        Raises:
            ValueError: it is no address of the web.
        """
        parts = urlsplit(address if "://" in address else f"http://{address}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"“{address}” is no address of a server")
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, parts.port
        path = parts.path.rstrip("/")
        self._path = path if path.endswith("/v2") else f"{path}/v2"
        self._threads = threading.local()
        self._open: set[http.client.HTTPConnection] = set()

    def ask(self, what: str, form: Mapping[str, str] | None, limit: float) -> Any:
        """What the server says, as JSON; ``limit`` is the longest it may take, in seconds.

        Raises:
            Gone: there is no server, or it ended.
            Busy: it wants fewer questions.
            Unanswered: it took too long, failed at this question, or said what is no JSON.
        """
        body = urlencode(form, errors="replace").encode() if form else None
        until = time.monotonic() + limit
        for fresh in (False, True):
            kept = self._kept()
            connection = kept if kept is not None and not fresh else self._connect()
            self._threads.kept = None
            self._open.add(connection)
            try:
                connection.timeout = limit
                if connection.sock is not None:
                    connection.sock.settimeout(limit)
                connection.request("POST" if body else "GET", f"{self._path}/{what}", body, _FORM)
                response = connection.getresponse()
                raw = _read(response, until)
            except TimeoutError:
                self._drop(connection)
                raise Unanswered(f"no answer within {limit:g} s") from None
            except (OSError, http.client.HTTPException) as error:
                self._drop(connection)
                if connection is kept:
                    continue  # what was kept open has been closed meanwhile
                raise Gone(str(error) or type(error).__name__) from None
            except Unanswered:
                self._drop(connection)
                raise
            if response.will_close:
                self._drop(connection)
            else:
                self._threads.kept = (os.getpid(), connection)
            return _understood(response.status, raw)
        raise AssertionError

    def _connect(self) -> http.client.HTTPConnection:
        cls = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        return cls(self._host, self._port, timeout=10)

    def _drop(self, connection: http.client.HTTPConnection) -> None:
        self._open.discard(connection)
        connection.close()

    def hang_up(self) -> None:
        """Break all connections off, those too at which another thread waits."""
        for connection in tuple(self._open):
            with suppress(OSError, AttributeError):  # it is closed already
                connection.sock.shutdown(socket.SHUT_RDWR)
            self._drop(connection)

    def _kept(self) -> http.client.HTTPConnection | None:
        """The open connection of this thread, unless another process opened it."""
        owner, connection = getattr(self._threads, "kept", None) or (0, None)
        return connection if owner == os.getpid() else None


def _read(response: http.client.HTTPResponse, until: float) -> bytes:
    """The body of a response, unless it trickles in for too long or never ends."""
    parts: list[bytes] = []
    length = 0
    while part := response.read1(65_536):
        parts.append(part)
        length += len(part)
        if length > _LARGEST:
            raise Unanswered("an answer without end")
        if time.monotonic() > until:
            raise Unanswered("an answer that never came to its end")
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    response.close()  # which read1 leaves open, so that nothing more can be asked
    return b"".join(parts)


def _understood(status: int, raw: bytes) -> Any:
    if status in _TOO_MANY:
        raise Busy("it refuses so many questions")
    if status != http.client.OK:
        said = " ".join(raw[:200].decode("utf-8", "replace").split())
        raise Unanswered(f"status {status}: {said}" if said else f"status {status}")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise Unanswered("what it said is not JSON") from None


def advice_of(answer: Any, text: str) -> list[Advice]:
    """The advice in an answer about a text.

    Offsets are counted anew from UTF-16; nothing of the context that comes with them is used.

    Raises:
        Unanswered: the answer is not one of LanguageTool’s.
    """
    try:
        units = Units.utf16(text)
        return [one for match in answer["matches"] if (one := _advice(match, units)) is not None]
    except (KeyError, TypeError, AttributeError, ValueError):
        raise Unanswered("what it said is no answer of LanguageTool’s") from None


def _advice(match: Any, units: Units) -> Advice | None:
    rule = match["rule"]
    start, end = int(match["offset"]), int(match["offset"]) + int(match["length"])
    if not 0 <= start < end <= units.length:
        return None
    return Advice(
        units.code_point(start),
        units.code_point_after(end),
        str(rule["id"]),
        str(rule["category"]["id"]),
        str(match["message"]),
        tuple(str(offer["value"]) for offer in match["replacements"]),
        rule.get("issueType") == "misspelling",
    )


def server_version(answer: Any) -> str:
    """The version that an answer says it is of; nothing where it does not."""
    software = answer.get("software") if isinstance(answer, dict) else None
    found = software.get("version") if isinstance(software, dict) else None
    return str(found or "")
