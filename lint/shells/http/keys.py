"""API keys: made at random, shown once, and kept only as hashes.

A key has 256 random bits, so its SHA-256 cannot be turned back and needs no salt and no slow
hash: those protect words that people choose.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lint.shells.save.database import Database

_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS keys (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, hash BLOB NOT NULL UNIQUE,
        made TEXT NOT NULL, revoked TEXT NOT NULL DEFAULT '')""",
)
_BYTES = 32
_PREFIX = "copydesk_"  # by which scanners for leaked secrets know one


@dataclass(frozen=True, slots=True)
class Key:
    """What is kept of a key: a short id, whose it is, when it was made and revoked."""

    id: str
    name: str
    made: str
    revoked: str = ""


class Keys:
    """The keys in the file of the service.

    Raises:
        CannotOpen: the file cannot be used.
    """

    def __init__(self, path: str | Path) -> None:
        self._database = Database(path, _SCHEMA)
        self._version = -1
        self._holders: dict[bytes, str] = {}

    def add(self, name: str) -> str:
        """Make a key for somebody; it is given back and cannot be shown again."""
        key = _PREFIX + secrets.token_urlsafe(_BYTES)
        hashed = _hashed(key)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO keys (id, name, hash, made) VALUES (?, ?, ?, ?)",
                (hashed.hex()[:8], name, hashed, _now()),
            )
        return key

    def revoke(self, asked: str) -> list[Key]:
        """Revoke a key by its id, or all keys of a name; returns those that were revoked."""
        found = [key for key in self.all() if asked in (key.id, key.name) and not key.revoked]
        with self._database.writing() as connection:
            connection.executemany(
                "UPDATE keys SET revoked = ? WHERE id = ?", [(_now(), key.id) for key in found]
            )
        return found

    def all(self) -> list[Key]:
        """Every key that was ever made, the oldest first."""
        rows = self._database.reading().execute(
            "SELECT id, name, made, revoked FROM keys ORDER BY rowid"
        )
        return [Key(*row) for row in rows]

    def in_force(self) -> bool:
        """Whether there is a key that has not been revoked."""
        self._refresh()
        return bool(self._holders)

    def holder(self, key: str) -> str | None:
        """Whose key this is, or None where it is nobody’s (any more)."""
        self._refresh()
        # Looked up by hash: how long that takes says nothing of the keys that there are.
        return self._holders.get(_hashed(key))

    def _refresh(self) -> None:
        """Read the keys again where another process has written to the file."""
        connection = self._database.reading()
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            rows = connection.execute("SELECT hash, name FROM keys WHERE revoked = ''")
            self._holders = dict(rows.fetchall())
            self._version = version


def _hashed(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
