"""What was found in each file, kept between runs: a row a file, in the cache of findings."""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from lint.reports.base import Passage
from lint.shells.acrosscache import FEW, Ties, numbered
from lint.shells.findingpack import pack, result_of, squeezed, unsqueezed
from lint.shells.run import FileResult, Stamp, digest_of
from lint.tuples import NamedTuple

AT_ONCE = 500  # files written down together

_MANY = 2000  # files of which more is asked than of all that are remembered
_TICK = 2_000_000_000  # nanoseconds: a file changed so lately may change again unseen

_ASKED = "SELECT path, id, size, changed, checked, digest FROM files WHERE desk = ?"
_STAMP = (
    "INSERT INTO files (desk, path, size, changed, checked, digest) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (desk, path) DO UPDATE SET size = excluded.size, changed = excluded.changed,"
    " checked = excluded.checked, digest = excluded.digest RETURNING id"
)


class Known(NamedTuple):
    """A file as it is remembered: its number, bytes, times in nanoseconds, what stood in it."""

    number: int
    size: int
    changed: int
    checked: int
    digest: bytes

    @property
    def is_sure(self) -> bool:
        """Whether it is as it was wherever its size and its time of change are."""
        return self.changed < self.checked - _TICK


class FileCache:
    """The files of one desk, for one run; ``look`` and ``ties`` are those of the cache.

    ``digests`` stand for the content of the files that were recalled or kept in this run.
    ``before`` is what stood for the content of those that changed, and what was observed
    there; where there are many it is not collected.
    """

    def __init__(self, database: sqlite3.Connection, desk: int, look: str, ties: Ties) -> None:
        self._database = database
        self._desk = desk
        self._look = look
        self._ties = ties
        self.known: dict[str, Known] = {}
        self.recalled: list[str] = []
        self.digests: dict[str, bytes] = {}
        self.before: dict[str, tuple[bytes, dict[str, Any]]] = {}
        self.changed: set[int] = set()  # the numbers of files remembered anew
        self._kept: list[tuple[str, Stamp, bytes, bytes, set[int]]] = []
        self._passages: dict[str, Passage] = {}
        self._read: dict[str, tuple[int, int]] = {}  # and found to be as they were: changed, when

    def learn(self, paths: Sequence[str]) -> None:
        """Learn what is remembered of files."""
        with suppress(sqlite3.Error):
            if len(paths) > _MANY:
                self._learn(self._database.execute(_ASKED, (self._desk,)))
                return
            for some in _by(AT_ONCE, paths):
                asked = f"{_ASKED} AND path IN ({','.join('?' * len(some))})"
                self._learn(self._database.execute(asked, (self._desk, *some)))

    def _learn(self, rows: Iterator[Sequence[Any]]) -> None:
        self.known.update((path, Known(*rest)) for path, *rest in rows)

    def holds(self, path: str) -> bool:
        """Whether a file is remembered and is still as it was."""
        known = self.known.get(path)
        if known is None:
            return False
        now = time.time_ns()
        try:
            seen = os.stat(path)
            if seen.st_size != known.size:
                return False
            if seen.st_mtime_ns == known.changed and known.is_sure:
                return True
            if not _same(path, known.digest):
                return False
        except OSError:
            return False
        self._read[path] = seen.st_mtime_ns, now
        return True

    def recall(self, paths: Sequence[str]) -> Iterator[FileResult | None]:
        """What files gave that are held, in their order; None where it is lost."""
        for asked in _by(AT_ONCE, paths):
            rows: dict[int, Sequence[Any]] = {}
            with suppress(sqlite3.Error):
                rows = self._rows(asked, "CASE WHEN look = :look THEN x'' ELSE told END")
            for path in asked:
                result = None
                with suppress(LookupError, TypeError, ValueError, zlib.error):  # damaged by hand
                    known = self.known[path]
                    result = result_of(path, *rows[known.number])
                    self.recalled.append(path)
                    self.digests[path] = known.digest
                yield result

    def written(self, paths: Sequence[str]) -> Iterator[tuple[Known, Sequence[Any]]]:
        """Files as they are remembered and what was written of each: the text and the counts.
        Those of which nothing was written in the look are passed over."""
        rows = self._rows(paths)
        for path in paths:
            known = self.known[path]
            in_look, *written = rows.get(known.number, (False,))
            if in_look:
                yield known, written

    def _rows(self, paths: Sequence[str], *more: str) -> dict[int, Sequence[Any]]:
        """What is kept of some files, by their numbers."""
        numbers = ",".join(str(self.known[path].number) for path in paths)
        columns = ", ".join(("look = :look", "shown", "counts", *more))
        found = self._database.execute(
            f"SELECT id, {columns} FROM texts WHERE id IN ({numbers})", {"look": self._look or None}
        )
        return {number: rest for number, *rest in found}

    def seen(self, numbers: Sequence[int]) -> Iterator[tuple[int, dict[str, Any]]]:
        """What was observed in files, by their numbers, as it was packed."""
        for some in _by(AT_ONCE, numbers):
            listed = ",".join(map(str, some))
            for number, seen in self._database.execute(
                f"SELECT id, seen FROM texts WHERE id IN ({listed})"
            ):
                yield number, unsqueezed(seen)

    def now(self, path: str) -> tuple[bytes, dict[str, Any]]:
        """What stands for the content of a file as it is remembered, and what was observed there;
        nothing where it is new."""
        known = self.known.get(path)
        if known is not None:
            with suppress(sqlite3.Error, zlib.error, ValueError):
                for _, packed in self.seen([known.number]):
                    return known.digest, packed
        return b"", {}

    def keep(self, result: FileResult, stamp: Stamp) -> None:
        """Remember what one file gave."""
        self.digests[result.path] = stamp.digest
        if self._look and len(self.before) <= FEW:
            self.before[result.path] = self.now(result.path)
        ties: set[int] = set()
        for rule, observations in result.observations.items():
            for observation in observations:
                ties.update(numbered(self._ties, rule, observation.data) or ())
        told = b""
        if result.findings or result.stood or result.remarks:
            told = squeezed((result.findings, result.stood, result.remarks))
        self._kept.append((result.path, stamp, told, squeezed(result.observations), ties))

    def keep_passage(self, path: str, passage: Passage) -> bool:
        """Remember what is written of a file that is kept or was recalled; whether so much is to
        be written down that it should be."""
        self._passages[path] = passage
        return len(self._passages) >= AT_ONCE or len(self._kept) >= AT_ONCE

    def write(self) -> None:
        """Write down what is to be remembered.

        Raises:
            sqlite3.Error: it cannot be.
        """
        for path, stamp, told, seen, ties in self._kept:
            ((number,),) = self._database.execute(_STAMP, (self._desk, path, *stamp)).fetchall()
            self.known[path] = Known(number, *stamp)
            self.changed.add(number)
            self._database.execute(
                "INSERT OR REPLACE INTO texts (id, desk, told, seen) VALUES (?, ?, ?, ?)",
                (number, self._desk, told, seen),
            )
            self._database.executemany(
                "INSERT OR IGNORE INTO ties VALUES (?, ?, ?)",
                [(self._desk, tie, number) for tie in sorted(ties)],
            )
        self._kept.clear()
        self._database.executemany(
            "UPDATE texts SET look = ?, shown = ?, counts = ? WHERE id = ?",
            [
                (self._look, text, pack((counts, stood)), self.known[path].number)
                for path, (text, counts, stood) in self._passages.items()
                if path in self.known
            ],
        )
        self._passages.clear()
        self._write_read()

    def _write_read(self) -> None:
        """Note of files that were read, and are as they were, when that was."""
        for path, (changed, now) in self._read.items():
            known = self.known[path] = self.known[path]._replace(changed=changed, checked=now)
            self._database.execute(
                "UPDATE files SET changed = ?, checked = ? WHERE id = ?",
                (changed, now, known.number),
            )
        self._read.clear()


def _by(many: int, things: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (things[start : start + many] for start in range(0, len(things), many))


def _same(path: str, digest: bytes) -> bool:
    with open(path, "rb") as file:
        return digest_of(file.read()) == digest
