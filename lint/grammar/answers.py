"""What engines have said of paragraphs, kept between runs in one SQLite file.

An answer is found again by the text of the paragraph, the engine with its version, the language
and what was asked for. It is safe to delete the file at any time; where it cannot be used, the
engine is asked again.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from lint.advice import Advice
from lint.cachefile import open_cache_file, rows_kept
from lint.digest import blake2b

NAME = "grammar.sqlite"
_FORMAT = 1
_MOST = 400_000  # answers kept; some 100 bytes each
_SPARE = 300_000  # of which so many remain when it is full, the latest asked for
_DAY = 86_400  # seconds
_AT_ONCE = 500  # keys in one query

_TABLES = f"""
PRAGMA user_version = {_FORMAT};
CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, used INTEGER, said TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS servers (address TEXT PRIMARY KEY, version TEXT) WITHOUT ROWID;
"""


class Answers:
    """The answers kept. Every process opens the file for itself; threads share it.

    Without a folder nothing is kept beyond the run.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._database: sqlite3.Connection | None = None
        self._owner = 0
        self._here: dict[bytes, str] = {}  # where there is no file

    def recall(self, asked: str, texts: Iterable[str]) -> dict[str, list[Advice]]:
        """What was said of those of some texts that were asked about before, in the same way."""
        keys = {_key(asked, text): text for text in texts}
        with self._lock:
            said = {key: self._here[key] for key in keys if key in self._here}
            database = self._opened()
            if database is not None:
                with suppress(sqlite3.Error):
                    said |= _select(database, [key for key in keys if key not in said])
        found = {}
        for key, packed in said.items():
            with suppress(ValueError, TypeError):  # damaged by somebody's hand: asked again
                found[keys[key]] = _unpacked(packed)
        return found

    def keep(self, asked: str, said: Mapping[str, Sequence[Advice]]) -> None:
        """Keep what was said of some texts."""
        today = int(time.time()) // _DAY
        rows = [(_key(asked, text), today, _packed(told)) for text, told in said.items()]
        with self._lock:
            database = self._opened()
            if database is not None:
                with suppress(sqlite3.Error), database:
                    database.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", rows)
                    return
            self._here.update((key, packed) for key, _, packed in rows)

    def version_of(self, address: str) -> str:
        """The version that a server was last seen to have; nothing if it never was."""
        with self._lock, suppress(sqlite3.Error):
            database = self._opened()
            if database is not None:
                row = database.execute(
                    "SELECT version FROM servers WHERE address = ?", (address,)
                ).fetchone()
                return str(row[0]) if row else ""
        return ""

    def keep_version(self, address: str, version: str) -> None:
        """Keep the version that a server has."""
        with self._lock, suppress(sqlite3.Error):
            database = self._opened()
            if database is not None:
                with database:
                    database.execute(
                        "INSERT OR REPLACE INTO servers VALUES (?, ?)", (address, version)
                    )

    def close(self) -> None:
        """Close the file, forgetting what was not asked for lately if it has grown too large."""
        with self._lock:
            if self._database is None or self._owner != os.getpid():
                return
            with suppress(sqlite3.Error):
                _bound(self._database)
            self._database.close()
            self._database = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._folder is None:
            return None
        if self._database is None or self._owner != os.getpid():  # a fork shares no connection
            self._owner = os.getpid()
            try:
                self._database = open_cache_file(
                    self._folder / NAME, _TABLES, _FORMAT, one_thread=False
                )
            except (sqlite3.Error, OSError):
                self._folder = None
        return self._database


def _select(database: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, str]:
    found: dict[bytes, str] = {}
    old: list[bytes] = []
    today = int(time.time()) // _DAY
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        rows = database.execute(
            f"SELECT key, used, said FROM answers WHERE key IN ({','.join('?' * len(some))})", some
        )
        for key, used, said in rows:
            found[key] = said
            if used != today:
                old.append(key)
    if old:
        with database:
            database.executemany(
                "UPDATE answers SET used = ? WHERE key = ?", [(today, key) for key in old]
            )
    return found


def _bound(database: sqlite3.Connection) -> None:
    (count,) = database.execute("SELECT count(*) FROM answers").fetchone()
    if count <= _MOST:
        return
    with database:
        database.execute(
            "DELETE FROM answers WHERE key IN (SELECT key FROM answers ORDER BY used LIMIT ?)",
            (count - _SPARE,),
        )
    database.execute("VACUUM")


def _key(asked: str, text: str) -> bytes:
    said = f"{asked}\0{text}".encode("utf-8", "surrogatepass")
    return blake2b(said, digest_size=16).digest()


def _packed(told: Sequence[Advice]) -> str:
    return json.dumps(told, separators=(",", ":")) if told else ""


def _unpacked(packed: str) -> list[Advice]:
    if not packed:
        return []
    return [
        Advice(start, end, rule, category, message, tuple(offers), is_spelling)
        for start, end, rule, category, message, offers, is_spelling in json.loads(packed)
    ]


def remembered(folder: Path) -> int:
    """How many paragraphs the cache in a folder has answers about."""
    return rows_kept(folder / NAME, "answers")
