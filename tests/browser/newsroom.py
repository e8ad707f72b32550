"""A site of somebody else whose pages use the widget: a plain server of files in memory."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

_TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8"}


class Newsroom:
    """Serves pages at a port of loopback; ``pages`` may be changed at any time.

    ``policy`` is the Content-Security-Policy that every page carries.
    """

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.policy = ""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Newsroom:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        newsroom = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.partition("?")[0].lstrip("/") or "index.html"
                page = newsroom.pages.get(name)
                self.send_response(200 if page is not None else 404)
                self.send_header("Content-Type", _TYPES.get(name.rpartition(".")[2], "text/plain"))
                if newsroom.policy:
                    self.send_header("Content-Security-Policy", newsroom.policy)
                self.end_headers()
                self.wfile.write(page or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        return Handler
