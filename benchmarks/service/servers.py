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
_APP = """
from pathlib import Path
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
answer = Path("answer").read_bytes()
async def check(request):
    await request.body()
    return Response(answer, media_type="application/json")
app = Starlette(routes=[Route("/v1/check", check, methods=["POST"])])
"""
_SAY = """
import socket, sys
with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
print("copydesk: serving at http://127.0.0.1:%d" % port, file=sys.stderr, flush=True)
"""
_RUN = {
    "uvicorn": _SAY
    + """
import uvicorn
from answering import app
uvicorn.run(app, port=port, log_config=None, access_log=False)
""",
    "granian": _SAY
    + """
from granian import Granian
if __name__ == "__main__":
    Granian("answering:app", port=port, interface="asgi", log_enabled=False).serve()
""",
}


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
def bare(folder: Path, answer: bytes, server: str = "uvicorn") -> Iterator[Server]:
    """The bare framework under a server of the web (or granian), answering the same bytes."""
    (folder / "answer").write_bytes(answer)
    (folder / "answering.py").write_text(_APP)
    (folder / "run.py").write_text(_RUN[server])
    with _running(["run.py"], folder) as running:
        yield running


def _listens(address: str) -> bool:
    host, _, port = address.rpartition("/")[2].partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except OSError:
        return False
    return True


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
            address = line.rpartition(" ")[2]
            if line.startswith("copydesk: serving at ") and _listens(address):
                return address
        time.sleep(0.05)
    raise SystemExit(said.read_text())
