"""Structured logs: one JSON object a line, on standard error. They never hold copy."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import Any, Literal, TextIO

import msgspec

Level = Literal["info", "warning", "error"]


class Log:
    """Writes events. Whoever calls it gives nothing that came in the body of a request.

    ``quiet`` leaves out requests that went well.
    """

    def __init__(self, out: TextIO | None = None, *, quiet: bool = False) -> None:
        self._out = out or sys.stderr
        self._quiet = quiet

    def __call__(self, event: str, level: Level = "info", **told: Any) -> None:
        """Write one event."""
        if self._quiet and level == "info" and event == "request":
            return
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = msgspec.json.encode({"at": at, "level": level, "event": event, **told})
        try:
            self._out.write(line.decode("utf-8", "replace") + "\n")
            self._out.flush()
        except (OSError, ValueError):
            pass  # nobody reads the log any more; the service goes on


class ServerLog(logging.Handler):
    """What the server under the service has to say, less the words of exceptions.

    An exception may hold anything, copy too, so only its class is written.
    """

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """See :class:`logging.Handler`."""
        told = {"said": str(record.msg).strip()}
        if record.exc_info and record.exc_info[0] is not None:
            told["exception"] = record.exc_info[0].__name__
        self._log("server", "error" if record.levelno >= logging.ERROR else "warning", **told)
