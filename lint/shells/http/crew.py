"""A fork server and its workers, seen from the front process."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import cast

import msgspec

from lint.shells.http.frames import Answer, Ask, Closed, Ready, Splitter, framed, receive, send
from lint.shells.http.office import Options

_decode = msgspec.msgpack.Decoder(Answer).decode


class CannotStart(Exception):
    """A fork server could not load the stylebook; ``complaints`` say why."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = complaints


class WorkerLost(Exception):
    """A worker ended while it was at work."""


class Crew:
    """The workers of one stylebook. Starting and forking block; the rest does not.

    Raises:
        CannotStart: the stylebook cannot be loaded.
    """

    def __init__(self, options: Options) -> None:
        here, there = socket.socketpair()
        with there:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "lint.shells.http.forkserver", str(there.fileno())],
                pass_fds=[there.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._control = here
        self._lock = threading.Lock()
        self.retired = False
        try:
            send(here, options)
            self.ready: Ready = msgspec.msgpack.decode(receive(here), type=Ready)
        except Closed:
            self.close()
            raise CannotStart(["the process that loads the stylebook ended"]) from None
        if self.ready.complaints:
            self.close()
            raise CannotStart(self.ready.complaints)

    def fork(self) -> tuple[int, socket.socket]:
        """A new worker: its process id, and the socket over which it is asked.

        Raises:
            Closed: the fork server has gone.
        """
        here, there = socket.socketpair()
        try:
            with there, self._lock:
                socket.send_fds(self._control, [b"f"], [there.fileno()])
                pid: int = msgspec.msgpack.decode(receive(self._control))
        except (OSError, Closed):
            here.close()
            raise Closed from None
        return pid, here

    def is_alive(self) -> bool:
        """Whether the fork server is there."""
        return self._process.poll() is None

    def close(self) -> None:
        """Let the fork server go; its workers go when they are let go themselves."""
        self.retired = True
        self._control.close()
        self._process.wait()


class Worker(asyncio.Protocol):
    """A worker process. It is asked one thing at a time.

    ``served`` counts its answers.
    """

    def __init__(self, crew: Crew, pid: int, lost: Callable[[Worker], None]) -> None:
        self.crew = crew
        self._tell_lost = lost
        self.pid = pid
        self.served = 0
        self.lost = False
        self._splitter = Splitter()
        self._answer: asyncio.Future[Answer] | None = None
        self._transport: asyncio.Transport | None = None

    @classmethod
    async def start(cls, crew: Crew, lost: Callable[[Worker], None]) -> Worker:
        """Fork a worker and connect to it; ``lost`` is told when it has ended.

        Raises:
            Closed: the fork server has gone.
        """
        loop = asyncio.get_running_loop()
        pid, connection = await loop.run_in_executor(None, crew.fork)
        connection.setblocking(False)
        _, worker = await loop.create_connection(lambda: cls(crew, pid, lost), sock=connection)
        return worker

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See :class:`asyncio.Protocol`."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is none by class

    def data_received(self, data: bytes) -> None:
        """See :class:`asyncio.Protocol`."""
        for frame in self._splitter.feed(data):
            if self._answer is not None and not self._answer.done():
                self._answer.set_result(_decode(frame))

    def connection_lost(self, exc: Exception | None) -> None:
        """See :class:`asyncio.Protocol`."""
        self.lost = True
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(WorkerLost())
        self._tell_lost(self)

    async def ask(self, ask: Ask) -> Answer:
        """Ask the worker.

        Raises:
            WorkerLost: it ended before it answered.
        """
        if self.lost or self._transport is None:
            raise WorkerLost
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(framed(ask))
        answer = await self._answer
        self.served += 1
        return answer

    def close(self) -> None:
        """Let the worker go; it ends when it has nothing to do."""
        if self._transport is not None:
            self._transport.close()

    def kill(self) -> None:
        """Stop the worker, whatever it is doing."""
        if not self.lost:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self.close()
