"""A service that runs in processes of its own, and what is sent to it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

_PATIENCE = 60.0  # seconds that a test waits for something that must come


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Message  # whose names may be written in any case
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Running:
    """One service; everything that its processes write is kept in a file."""

    def __init__(self, folder: Path, *words: str, environment: Mapping[str, str] = {}) -> None:
        self.folder = folder
        self.written = folder / "log"
        with open(self.written, "wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "lint", "serve", "--port", "0", *words],
                cwd=folder,
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            )
        self.port = 0
        until(self._is_there)

    def _is_there(self) -> bool:
        said = self.written.read_text()
        assert self.process.poll() is None, said
        for line in said.splitlines():
            if line.startswith("copydesk: serving at "):
                self.port = int(line.rsplit(":", 1)[1])
        return self.port > 0

    @property
    def log(self) -> list[dict[str, Any]]:
        """The events that were logged."""
        lines = self.written.read_text().splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]

    def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] = {}
    ) -> Reply:
        """Send a request; what is neither bytes nor text goes as JSON."""
        told = dict(headers)
        if body is not None and not isinstance(body, bytes | str):
            body = json.dumps(body)
            told = {"Content-Type": "application/json", **told}
        raw = body.encode() if isinstance(body, str) else body
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.request(method, path, raw, told)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Reply:
        return self.send("GET", path, headers=headers)

    def post(self, path: str, body: Any, **headers: str) -> Reply:
        return self.send("POST", path, body, headers)

    def check(self, /, id: str = "", stage: str = "draft", **fields: str) -> Any:
        """Check fields of plain text; what comes back must be an answer."""
        reply = self.post("/v1/check", article(id=id, stage=stage, **fields))
        assert reply.status == 200, reply.body
        return reply.json

    @contextmanager
    def raw(self) -> Iterator[socket.socket]:
        """A connection over which anything can be sent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE) as connection:
            yield connection

    def workers(self) -> list[int]:
        """The process ids of the workers."""
        # While a stylebook is loaded there are two fork servers; one of them has workers.
        return [pid for server in children(self.process.pid) for pid in children(server)]

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def stop(self) -> int:
        """End it; returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(_PATIENCE)


def article(
    id: str = "", stage: str = "draft", format: str = "text", **fields: str
) -> dict[str, Any]:
    """The body of a request with some fields."""
    return {
        "fields": [{"name": name, "text": text, "format": format} for name, text in fields.items()],
        "metadata": {"id": id},
        "stage": stage,
    }


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are still there."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            if int(stat[1]) == pid and stat[0] != "Z":
                found.append(int(folder.name))
    return sorted(found)


def until(came: Callable[[], bool]) -> None:
    """Wait for something that must come; how long it takes does not matter."""
    last = time.monotonic() + _PATIENCE
    while not came():
        assert time.monotonic() < last, "it never came"
        time.sleep(0.02)


@contextmanager
def stopped(*pids: int) -> Iterator[None]:
    """Processes that stand still meanwhile, as if they were computing without end."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            try:
                os.kill(pid, signal.SIGCONT)
            except ProcessLookupError:
                continue
