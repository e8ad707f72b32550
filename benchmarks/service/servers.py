"""The servers that are measured, each in processes of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
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
        for pid in _family(self.pid) if self.pid else ():
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
            for line in rollup.splitlines():  # also what the machine has put aside meanwhile
                if line.startswith(("Pss:", "SwapPss:")):
                    total += int(line.split()[1])
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
def service(folder: Path, *words: str, recall: int = 200) -> Iterator[Server]:
    """The service, with a store of its own in a folder; ``recall`` as in its configuration."""
    (folder / "copydesk.yaml").write_text(f"serve: {{recall: {recall}}}\n")
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
def languagetool(where: str) -> Iterator[Server]:
    """A LanguageTool server: one that runs at an address, or one started from its folder."""
    if where.startswith("http"):
        yield Server(where, 0)
        return
    jar = next(Path(where).glob("**/languagetool-server.jar")).resolve()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        ["java", "-cp", str(jar), "org.languagetool.server.HTTPServer", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=jar.parent,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        while process.poll() is None and not _answers(f"{address}/v2/healthcheck"):
            time.sleep(0.2)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except OSError:
        return False


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
