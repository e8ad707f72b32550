"""SQLite files of the service: opened, and brought up to date."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 5.0  # seconds that one process waits for another that writes


class CannotOpen(Exception):
    """A file cannot be used as a database of the service; the message says why."""


class Database:
    """One SQLite file, shared by processes and threads (write-ahead log).

    ``schema`` are the statements that make what is missing; they may be run again. Each thread
    has a connection of its own, made when it first asks.

    Raises:
        CannotOpen: the file cannot be made or is something else.
    """

    def __init__(self, path: str | Path, schema: Sequence[str]) -> None:
        self.path = str(path)
        self._schema = schema
        self._own = threading.local()
        self._process = os.getpid()
        try:
            if self.path != ":memory:":
                Path(self.path).parent.mkdir(parents=True, exist_ok=True)
            with self.writing() as connection:
                for statement in schema:
                    connection.execute(statement)
        except (OSError, sqlite3.Error) as error:
            raise CannotOpen(f"{self.path}: cannot be used: {_reason(error)}") from None

    def reading(self) -> sqlite3.Connection:
        """The connection of this thread."""
        if os.getpid() != self._process:  # SQLite must not be carried over a fork
            self._own, self._process = threading.local(), os.getpid()
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._connected()
        return connection

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        # With the write-ahead log a crash of the machine may lose the last saves, never the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is written, or nothing."""
        connection = self.reading()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def close(self) -> None:
        """Close the connection of this thread."""
        connection = getattr(self._own, "connection", None)
        if connection is not None and os.getpid() == self._process:
            connection.close()
            del self._own.connection


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
