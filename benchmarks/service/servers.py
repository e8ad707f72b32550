"""The servers that are measured, each in processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# The framework under the service, answering bytes that are given to it and doing nothing else.
_BARE = """
import socket, sys, uvicorn
from pathlib import Path
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
answer = Path(sys.argv[1]).read_bytes()
async def check(request):
    await request.body()
    return Response(answer, media_type="application/json")
sock = socket.create_server(("127.0.0.1", 0))
port = sock.getsockname()[1]
print("copydesk: serving at http://127.0.0.1:%d" % port, file=sys.stderr, flush=True)
app = Starlette(routes=[Route("/v1/check", check, methods=["POST"])])
uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).run(sockets=[sock])
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: where, and its first process."""

    address: str
    pid: int

    def work(self) -> float:
        """Seconds of processor time that its processes have taken so far."""
        ticks = 0
        for pid in _family(self.pid):
            try:
                stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            ticks += int(stat[11]) + int(stat[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Megabytes of its processes: what each has for itself, and what they share once."""
        total = 0
        for pid in _family(self.pid):
            try:
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            except OSError:
                continue
            pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
            total += int(pss.split()[1])
        return total / 1024


def _family(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                waiting += map(int, task.read_text().split())
            except OSError:
                continue
    return found


@contextmanager
def service(folder: Path, *words: str) -> Iterator[Server]:
    """The service, with a store of its own in a folder."""
    command = ["-m", "lint", "serve", "--port", "0", "--quiet", "--store", str(folder / "s.sqlite")]
    with _running([*command, *words], folder) as server:
        yield server


@contextmanager
def bare(folder: Path, answer: bytes) -> Iterator[Server]:
    """The bare framework, answering the same bytes."""
    file = folder / "answer"
    file.write_bytes(answer)
    with _running(["-c", _BARE, str(file)], folder) as server:
        yield server


@contextmanager
def _running(words: list[str], folder: Path) -> Iterator[Server]:
    said = folder / "said"
    root = Path(__file__).resolve().parents[2]
    with said.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, *words],
            stderr=out,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
    try:
        yield Server(_address(said, process), process.pid)
    finally:
        process.terminate()
        process.wait()


def _address(said: Path, process: subprocess.Popen[bytes]) -> str:
    while process.poll() is None:
        for line in said.read_text().splitlines():
            if line.startswith("copydesk: serving at "):
                return line.rsplit(" ", 1)[1]
        time.sleep(0.05)
    raise SystemExit(said.read_text())
