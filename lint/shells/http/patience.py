"""Slow clients: how long one may take to send its headers, and to take its answer."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from lint.shells.http.problems import MEDIA_TYPE, Problem

_MOST_HEADERS = 64 << 10  # bytes
_LINGER = 2.0  # seconds
_CLOSING = (
    b"HTTP/1.1 %d %s\r\ncontent-type: %s\r\ncontent-length: %d\r\nconnection: close\r\n\r\n%s"
)
_PHRASES = {400: b"Bad Request", 408: b"Request Timeout", 431: b"Request Header Fields Too Large"}


class Patient(HttpToolsProtocol):
    """The HTTP protocol of uvicorn, with limits that it does not have itself.

    uvicorn waits for ever for headers, takes any amount of them, and keeps an answer for ever for
    a client that does not take it.
    """

    patience = 10.0  # seconds
    _timer: asyncio.TimerHandle | None = None
    _writing: asyncio.TimerHandle | None = None
    _in_headers = True  # of the next request, or before it
    _begun = False  # whether anything of them has come
    _taken = 0  # bytes since the last request was complete
    _refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """See :class:`asyncio.Protocol`."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """See :class:`asyncio.Protocol`."""
        self._stop_waiting()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """See :class:`asyncio.Protocol`."""
        if self._refused:
            return  # read and thrown away, so that the client comes to read the answer
        if self._in_headers:
            self._taken += len(data)
            self._begun = True
        super().data_received(data)
        if self._in_headers and self._taken > _MOST_HEADERS:
            self._refuse(Problem(431, "the headers are longer than 64 kB", at="the headers"))
        elif self._in_headers and self._begun and self._is_idle and self._timer is None:
            self._wait()

    @property
    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def on_headers_complete(self) -> None:
        """The headers are there; what the body may take is the application's business."""
        self._stop_waiting()
        self._in_headers = self._begun = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """What follows belongs to the next request."""
        self._in_headers, self._begun, self._taken = True, False, 0
        super().on_message_complete()

    def on_message_begin(self) -> None:
        """The next request begins, perhaps while the one before it is at work."""
        self._begun = True
        super().on_message_begin()

    def on_response_complete(self) -> None:
        """The next request is waited for; for long only where nothing of it has come."""
        super().on_response_complete()
        if self._in_headers and self._begun and self._timer is None and not self.pipeline:
            self._wait()

    def send_400_response(self, msg: str) -> None:
        """What is no HTTP is told so in the form of every other error."""
        self._refuse(Problem(400, "this is no HTTP request that can be understood"))

    def _wait(self) -> None:
        self._timer = self.loop.call_later(self.patience, self._too_slow)

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _too_slow(self) -> None:
        self._timer = None
        self._refuse(Problem(408, f"no request came within {self.patience:g} seconds"))

    def _refuse(self, problem: Problem) -> None:
        self._stop_waiting()
        if self.transport is None or self.transport.is_closing():
            return
        if not self._is_idle:  # this would be taken for the answer to the request before
            self.transport.abort()
            return
        body = problem.body()
        told = (problem.status, _PHRASES[problem.status], MEDIA_TYPE.encode(), len(body), body)
        self._refused = True
        self.transport.write(_CLOSING % told)
        if self.transport.can_write_eof():
            self.transport.write_eof()
        # Closed at once, with something unread, the answer would be lost on its way.
        self.loop.call_later(_LINGER, self._let_go)

    def _let_go(self) -> None:
        """Close, but do not wait long for the client to take what is left."""
        self._unset_keepalive_if_required()
        self.transport.close()
        self.loop.call_later(self.patience, self.transport.abort)

    def pause_writing(self) -> None:
        """The client does not take its answer as fast as it is made."""
        super().pause_writing()
        if self._writing is None:
            self._writing = self.loop.call_later(self.patience, self.transport.abort)

    def resume_writing(self) -> None:
        """It does again."""
        if self._writing is not None:
            self._writing.cancel()
            self._writing = None
        if self.flow is not None:
            super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """The client sends nothing more over this connection."""
        if not self.transport.is_closing():
            self._let_go()


def patient(seconds: float) -> Any:
    """The protocol with a patience of some seconds."""
    return type("Patient", (Patient,), {"patience": seconds})
