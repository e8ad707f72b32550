"""A server that speaks LanguageTool's tongue and goes wrong as it is told; for faults only."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


def match(offset: int, length: int, rule: str = "A_NNS", **more: Any) -> dict[str, Any]:
    """One match as LanguageTool gives it."""
    made = {
        "message": "This does not agree.",
        "replacements": [{"value": "several places"}],
        "offset": offset,
        "length": length,
        "rule": {"id": rule, "category": {"id": "GRAMMAR"}, "issueType": "grammar"},
    }
    return made | more


def answer(*matches: Any, version: str = "6.8") -> bytes:
    """A whole answer."""
    said = {"software": {"name": "LanguageTool", "version": version}, "matches": list(matches)}
    return json.dumps(said).encode()


class Server(ThreadingHTTPServer):
    """The server; ``answers`` is asked for each text, and gives a status and a body."""

    daemon_threads = True

    def __init__(self, answers: Callable[[str], tuple[int, bytes]], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.answers = answers
        self.asked: list[str] = []
        self.forms: list[dict[str, list[str]]] = []

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_: Any) -> None:
        """Say nothing of clients that have gone."""


class Dies(Exception):
    """The server breaks off in the middle of its answer."""


class Trickles(Exception):
    """The answer comes a byte at a time, and never ends."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        text = form["text"][0]
        self.server.asked.append(text)
        self.server.forms.append(form)
        try:
            status, body = self.server.answers(text)
        except Dies:
            self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"matches": [')
            self.close_connection = True
            return
        except Trickles:
            self._trickle()
            return
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _trickle(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n")
        self.close_connection = True
        for _ in range(200):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.02)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def serving(answers: Callable[[str], tuple[int, bytes]], port: int = 0) -> Iterator[Server]:
    """A server as long as a test lasts."""
    server = Server(answers, port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
