"""What was found in each file, kept between runs, so that only what changed is checked again.

One SQLite file holds, for every desk (stylebook, configuration, working folder, version of
this program), the stamp of each file, a digest of its content, and what was found and observed
in it, as JSON. A file whose size and time of change are as they were is not read; one whose
content is as it was is not checked. What a report wrote of a file is kept too: where the next
run asks for the same look, it is written as it stands. It is safe to delete at any time, and
where it cannot be written the run goes on without it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from lint.cachefile import open_cache_file, rows_kept
from lint.checks.base import Observation
from lint.digest import blake2b
from lint.finding import Finding
from lint.reports.base import Between, Count, Passage
from lint.shells.findingpack import findings_of, observations_of, pack
from lint.shells.run import FileResult, Stamp, digest_of

NAME = "findings.sqlite"
_FORMAT = 3
_AT_ONCE = 500  # files written down together
_DESKS = 8  # kept; the least recently used goes first
_MOST = 256 * 1024 * 1024  # bytes
_TICK = 2_000_000_000  # nanoseconds: a file changed so lately may change again unseen

_TABLES = f"""
PRAGMA user_version = {_FORMAT};
CREATE TABLE IF NOT EXISTS desks (id INTEGER PRIMARY KEY, key TEXT UNIQUE, used INTEGER);
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY, desk INTEGER, path TEXT, size INTEGER, changed INTEGER,
    checked INTEGER, digest BLOB, UNIQUE (desk, path)
);
CREATE TABLE IF NOT EXISTS texts (
    id INTEGER PRIMARY KEY, desk INTEGER, told TEXT, seen BLOB, look TEXT, shown TEXT, counts TEXT
);
CREATE TABLE IF NOT EXISTS runs (
    desk INTEGER, files BLOB, across TEXT, look TEXT, shown TEXT, PRIMARY KEY (desk, files)
) WITHOUT ROWID;
"""
_KEPT_BY_DESK = (("texts", "desk"), ("files", "desk"), ("runs", "desk"), ("desks", "id"))
_STAMP = (
    "INSERT INTO files (desk, path, size, changed, checked, digest) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (desk, path) DO UPDATE SET size = excluded.size, changed = excluded.changed,"
    " checked = excluded.checked, digest = excluded.digest RETURNING id"
)


def open_cache(folder: Path, key: str, look: str = "") -> FindingCache | None:
    """The cache of a desk; None where there can be none, which is not told."""
    try:
        return FindingCache(folder, key, look)
    except (sqlite3.Error, OSError):
        return None


class FindingCache:
    """The cache of one desk, for one run.

    ``look`` is all that decides what the report writes of a file besides its findings, or
    empty where a report needs those.
    """

    def __init__(self, folder: Path, key: str, look: str = "") -> None:
        """Open the cache; it is made if it is not there.

        Raises:
            sqlite3.Error, OSError: it cannot be used.
        """
        self._database = open_cache_file(folder / NAME, _TABLES, _FORMAT)
        now = time.time_ns()
        self._database.execute(
            "INSERT INTO desks (key, used) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET used = excluded.used",
            (key, now),
        )
        (self._desk,) = self._database.execute(
            "SELECT id FROM desks WHERE key = ?", (key,)
        ).fetchone()
        self._known: dict[str, tuple[int, int, int, int, bytes]] = {
            path: rest
            for path, *rest in self._database.execute(
                "SELECT path, id, size, changed, checked, digest FROM files WHERE desk = ?",
                (self._desk,),
            )
        }
        self._look = look
        self._kept: list[tuple[str, Stamp, str, bytes]] = []
        self._passages: dict[str, Passage] = {}
        self._changed = False
        self._recalled: list[str] = []
        self._digests: dict[str, bytes] = {}
        self._whole = True  # no file of the run was beyond reading

    def holds(self, path: str) -> bool:
        """Whether a file is remembered and is still as it was."""
        known = self._known.get(path)
        if known is None:
            return False
        _, size, changed, checked, digest = known
        try:
            seen = os.stat(path)
            if seen.st_size != size:
                return False
            is_sure = seen.st_mtime_ns == changed and changed < checked - _TICK
            return is_sure or _same(path, digest)
        except OSError:
            return False

    def recall(self, paths: Sequence[str]) -> Iterator[FileResult | None]:
        """What files gave that are held, in their order; None where it is lost."""
        for start in range(0, len(paths), _AT_ONCE):
            asked = paths[start : start + _AT_ONCE]
            rows: dict[int, tuple[Any, ...]] = {}
            with suppress(sqlite3.Error):
                rows = self._rows("look = :look, shown, counts, told", asked)
            for path in asked:
                result = None
                with suppress(LookupError, TypeError, ValueError):  # damaged by somebody's hand
                    result = _result(path, *rows[self._known[path][0]])
                    self._recalled.append(path)
                    self._digests[path] = self._known[path][-1]
                yield result

    def _rows(self, columns: str, paths: Sequence[str]) -> dict[int, tuple[Any, ...]]:
        """What is kept of some files, by their numbers; the findings only where needed."""
        columns = columns.replace("told", "CASE WHEN look = :look THEN '' ELSE told END")
        numbers = ",".join(str(self._known[path][0]) for path in paths)
        found = self._database.execute(
            f"SELECT id, {columns} FROM texts WHERE id IN ({numbers})", {"look": self._look or None}
        )
        return {number: rest for number, *rest in found}

    def keep(self, result: FileResult) -> None:
        """Remember what one file gave; what could not be read is not remembered."""
        if result.stamp is None:
            self._whole = False
            return
        self._digests[result.path] = result.stamp.digest
        told = ""
        if result.findings or result.stood or result.remarks:
            told = pack((result.findings, result.stood, result.remarks))
        seen = zlib.compress(pack(result.observations).encode("utf-8", "surrogatepass"), 1)
        self._kept.append((result.path, result.stamp, told, seen))
        self._changed = True

    def keep_passage(self, path: str, passage: Passage) -> None:
        """Remember what is written of a file that is kept or was recalled."""
        self._passages[path] = passage
        if len(self._passages) >= _AT_ONCE or len(self._kept) >= _AT_ONCE:
            with suppress(sqlite3.Error), self._database:
                self._write()

    def _write(self) -> None:
        for path, stamp, told, seen in self._kept:
            ((number,),) = self._database.execute(_STAMP, (self._desk, path, *stamp)).fetchall()
            self._known[path] = (number, *stamp)
            self._database.execute(
                "INSERT OR REPLACE INTO texts (id, desk, told, seen) VALUES (?, ?, ?, ?)",
                (number, self._desk, told, seen),
            )
        self._kept.clear()
        self._database.executemany(
            "UPDATE texts SET look = ?, shown = ?, counts = ? WHERE id = ?",
            [
                (self._look, text, pack((counts, stood)), self._known[path][0])
                for path, (text, counts, stood) in self._passages.items()
                if path in self._known
            ],
        )
        self._passages.clear()

    def _files(self) -> bytes:
        """What stands for the files of the run and all that stands in them."""
        whole = blake2b(digest_size=16)
        for path in sorted(self._digests):
            whole.update(os.fsencode(path) + b"\0" + self._digests[path])
        return whole.digest()

    def observations(self) -> Iterator[tuple[str, list[Observation]]]:
        """What was observed in the files that were recalled, by rule, file by file."""
        for start in range(0, len(self._recalled), _AT_ONCE):
            paths = self._recalled[start : start + _AT_ONCE]
            for (seen,) in self._rows("seen", paths).values():
                packed = json.loads(zlib.decompress(seen).decode("utf-8", "surrogatepass"))
                yield from observations_of(packed).items()

    def across(self) -> tuple[Finding, ...] | None:
        """What the same files, all unchanged, said together before."""
        row = self._run("across")
        return None if row is None or row[0] is None else findings_of(json.loads(row[0]))

    def between(self) -> Between | None:
        """What was written of that in the same look."""
        row = self._run("shown") if self._look else None
        if row is None or row[0] is None:
            return None
        with suppress(LookupError, TypeError, ValueError):  # damaged by somebody's hand
            text, counts, paths = json.loads(row[0])
            return Between(text, tuple(Count(*count) for count in counts), tuple(paths))
        return None

    def _run(self, column: str) -> tuple[Any, ...] | None:
        """A column of what is kept of a run over the same files, all unchanged."""
        if self._changed or not self._whole:
            return None
        if column == "shown":
            column = "CASE WHEN look = :look THEN shown END"
        row: tuple[Any, ...] | None = None
        with suppress(sqlite3.Error):
            row = self._database.execute(
                f"SELECT {column} FROM runs WHERE desk = :desk AND files = :files",
                {"desk": self._desk, "files": self._files(), "look": self._look},
            ).fetchone()
        return row

    def keep_across(self, across: Sequence[Finding], between: Between | None) -> None:
        """Remember what the files of the run said together.

        Where something is written of it that will do, that is enough: in another look it is
        worked out anew.
        """
        if not self._whole:
            return
        shown, told = (None, pack(across)) if between is None else (pack(between), None)
        with suppress(sqlite3.Error), self._database:
            self._database.execute("DELETE FROM runs WHERE desk = ?", (self._desk,))
            self._database.execute(
                "INSERT INTO runs VALUES (?, ?, ?, ?, ?)",
                (self._desk, self._files(), told, self._look, shown),
            )

    def close(self) -> None:
        """Write down what is still to be written."""
        with suppress(sqlite3.Error):
            with self._database:
                self._write()
            _bound(self._database)
        self._database.close()


def _result(path: str, in_look: Any, shown: str, counts: str, told: str) -> FileResult:
    """What a row says of a file."""
    if in_look:
        made, stood = json.loads(counts)
        return FileResult(
            path, passage=Passage(shown, tuple(Count(*count) for count in made), stood)
        )
    if not told:
        return FileResult(path)
    findings, stood, remarks = json.loads(told)
    return FileResult(path, findings_of(findings), findings_of(stood), {}, tuple(remarks))


def _same(path: str, digest: bytes) -> bool:
    with open(path, "rb") as file:
        return digest_of(file.read()) == digest


def _bound(database: sqlite3.Connection) -> None:
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
