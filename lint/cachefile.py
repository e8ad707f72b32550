"""A SQLite file that is only a cache: what is damaged or of another version is begun anew."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path


def open_cache_file(
    file: Path, tables: str, version: int, *, one_thread: bool = True
) -> sqlite3.Connection:
    """Open a cache; it is made if it is not there.

    ``tables`` are the statements that make it, and set its ``version`` (``user_version``).
    ``one_thread`` is false where several threads share the connection under a lock.

    Raises:
        sqlite3.Error, OSError: it cannot be used.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file, timeout=5, check_same_thread=one_thread)
    try:
        (found,) = database.execute("PRAGMA user_version").fetchone()
        if found != version:
            if found:
                raise sqlite3.DatabaseError("of another version")
            database.execute("PRAGMA page_size = 16384")  # rows are large
            database.execute("PRAGMA journal_mode = WAL")
            database.executescript(tables)
        database.execute("PRAGMA synchronous = NORMAL")  # what is lost is worked out again
    except sqlite3.OperationalError:
        database.close()
        raise
    except sqlite3.DatabaseError:
        database.close()
        file.unlink()
        return open_cache_file(file, tables, version, one_thread=one_thread)
    return database


def rows_kept(file: Path, table: str) -> int:
    """How many rows a table of a cache has; none where the file is not there or is no cache."""
    if not file.is_file():
        return 0
    with suppress(sqlite3.Error):
        database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            (count,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
        finally:
            database.close()
        return int(count)
    return 0
