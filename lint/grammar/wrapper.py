"""language-tool-python, with what it gets wrong put right.

Its matches lose fields, and their offsets slip on emoji; it starts a server again for every
fault, and tries nine hundred ports with the address of the first.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from lint.grammar.asking import Unanswered
from lint.grammar.watchdog import Watchdog
from lint.grammar.wire import Gone, Line

_READY = 120.0  # seconds that a start may take
_POLLS = 0.1  # seconds between two looks at a server that starts


def configuration(limit: float, patience: int) -> dict[str, Any]:
    """What the server is started with: kept pipelines make it markedly faster."""
    return {
        "cacheSize": 1000,
        "pipelineCaching": True,
        "maxPipelinePoolSize": 100,
        "pipelineExpireTimeInSeconds": 3600,
        "maxCheckTimeMillis": int(limit * 1000 * patience),
    }


@contextmanager
def looked_for_in(folder: str) -> Iterator[None]:
    """Let the wrapper look for LanguageTool in a folder; it asks the environment."""
    before = os.environ.get("LTP_PATH")
    os.environ["LTP_PATH"] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ["LTP_PATH"]
        else:
            os.environ["LTP_PATH"] = before


def free_port() -> int:
    """A port at which nobody listens just now."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


def tool_class(port: int) -> type[Any]:
    """The wrapper’s class, with what it gets wrong put right, for a server at a port."""
    from language_tool_python import LanguageTool

    class Tool(LanguageTool):
        """One server: the port that is given, one start, a watchdog, no questions but ours."""

        line: Line
        watchdog: Watchdog | None = None

        def __init__(self, *words: Any, **options: Any) -> None:
            try:
                super().__init__(*words, **options)
            except BaseException:
                if hasattr(self, "_server"):  # it would be left behind
                    self.close()
                raise

        @property
        def port(self) -> int:
            """Where the server is on this machine."""
            return port

        def is_alive(self) -> bool:
            """Whether the server has not ended."""
            return self._server is not None and self._server.poll() is None

        def _start_server_on_free_port(self) -> None:
            self._host, self._port = "127.0.0.1", port
            self._url = f"http://{self._host}:{self._port}/v2/"
            self.line = Line(self._url)
            self._start_local_server()

        def _wait_for_server_ready(self, timeout: int = 0) -> None:
            server = self._server
            assert server is not None
            self.watchdog = Watchdog(server.pid)
            until = time.monotonic() + _READY
            while time.monotonic() < until:
                if server.poll() is not None:
                    raise Gone(f"it ended at once, with status {server.returncode}")
                with suppress(Gone, Unanswered):
                    self.line.ask("languages", None, 2)
                    if server.poll() is None:  # and it is not another that answers
                        return
                time.sleep(_POLLS)
            raise Gone(f"it was not ready within {_READY:g} s")

        def _query_server(self, url: str, *args: Any, **kwargs: Any) -> Any:
            return self.line.ask(url.rsplit("/", 1)[-1], None, _READY)

        def close(self) -> None:
            if self.watchdog is not None:
                self.watchdog.call_off()
                self.watchdog = None
            server = self._server
            super().close()
            if server is not None and server.stdin is not None:
                server.stdin.close()  # which stays open where the server has died by itself

    return Tool
