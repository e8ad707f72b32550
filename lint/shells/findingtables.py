"""The tables of the cache of findings, and how large they may grow."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from lint.cachefile import rows_kept

NAME = "findings.sqlite"
FORMAT = 4
_DESKS = 8  # kept; the least recently used goes first
_MOST = 512 * 1024 * 1024  # bytes

TABLES = f"""
PRAGMA user_version = {FORMAT};
CREATE TABLE IF NOT EXISTS desks (id INTEGER PRIMARY KEY, key TEXT UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY, desk INTEGER, path TEXT, size INTEGER, changed INTEGER,
    checked INTEGER, digest BLOB, UNIQUE (desk, path)
);
CREATE TABLE IF NOT EXISTS texts (
    id INTEGER PRIMARY KEY, desk INTEGER, told BLOB, seen BLOB, look TEXT, shown TEXT, counts TEXT
);
CREATE TABLE IF NOT EXISTS stretches (
    id INTEGER PRIMARY KEY, desk INTEGER, look TEXT, seen BLOB, content BLOB, paths BLOB,
    digests BLOB, files BLOB, shown BLOB, counts TEXT, found BLOB
);
CREATE INDEX IF NOT EXISTS stretches_by_content ON stretches (desk, content);
CREATE TABLE IF NOT EXISTS runs (
    desk INTEGER PRIMARY KEY, files BLOB, look TEXT, told TEXT, stretches BLOB
);
CREATE TABLE IF NOT EXISTS across (
    desk INTEGER, path TEXT, start INTEGER, stop INTEGER, rule TEXT, entry TEXT, tie INTEGER,
    mentioned TEXT, shown TEXT, counts TEXT
);
CREATE INDEX IF NOT EXISTS across_by_tie ON across (desk, rule, tie);
CREATE TABLE IF NOT EXISTS ties (
    desk INTEGER, tie INTEGER, file INTEGER, PRIMARY KEY (desk, tie, file)
) WITHOUT ROWID;
"""
_KEPT_BY_DESK = (
    ("texts", "desk"), ("files", "desk"), ("stretches", "desk"), ("runs", "desk"),
    ("across", "desk"), ("ties", "desk"), ("desks", "id"),
)  # fmt: skip


def bound(database: sqlite3.Connection) -> None:
    """Forget the desks that were used least recently, so that the file stays bounded."""
    desks = [row[0] for row in database.execute("SELECT id FROM desks ORDER BY used DESC")]
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    (size,) = database.execute("PRAGMA page_size").fetchone()
    too_large = pages * size > _MOST
    gone = desks[1:] if too_large else desks[_DESKS:]
    if too_large and not gone:
        gone = desks
    if not gone:
        return
    with database:
        for table, column in _KEPT_BY_DESK:
            database.executemany(
                f"DELETE FROM {table} WHERE {column} = ?", [(desk,) for desk in gone]
            )
    if too_large:
        database.execute("VACUUM")


def remembered(folder: Path) -> int:
    """How many files the caches of findings in a folder remember, over all desks."""
    return rows_kept(folder / NAME, "files")
