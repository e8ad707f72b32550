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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from lint.cachefile import open_cache_file
from lint.checks.base import Observation
from lint.digest import blake2b
from lint.finding import Finding
from lint.reports.base import Passage, Said
from lint.shells import acrosscache
from lint.shells.acrosscache import AcrossCache, Change, Compare, Files, Say, Ties, numbered
from lint.shells.findingpack import findings_of, observations_of, pack, result_of
from lint.shells.findingtables import FORMAT, NAME, TABLES, bound
from lint.shells.run import FileResult, Stamp, digest_of

_AT_ONCE = 500  # files written down together
_TICK = 2_000_000_000  # nanoseconds: a file changed so lately may change again unseen

_STAMP = (
    "INSERT INTO files (desk, path, size, changed, checked, digest) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (desk, path) DO UPDATE SET size = excluded.size, changed = excluded.changed,"
    " checked = excluded.checked, digest = excluded.digest RETURNING id"
)


def open_cache(folder: Path, key: str, look: str, ties: Ties) -> FindingCache | None:
    """The cache of a desk; None where there can be none, which is not told."""
    try:
        return FindingCache(folder, key, look, ties)
    except (sqlite3.Error, OSError):
        return None


class FindingCache:
    """The cache of one desk, for one run.

    ``look`` is all that decides what the report writes of a file besides its findings, or
    empty where a report needs those. ``ties`` are those of the checks of the desk.
    """

    def __init__(self, folder: Path, key: str, look: str, ties: Ties) -> None:
        """Open the cache; it is made if it is not there.

        Raises:
            sqlite3.Error, OSError: it cannot be used.
        """
        self._database = open_cache_file(folder / NAME, TABLES, FORMAT)
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
        self._ties = ties
        self._across = AcrossCache(self._database, self._desk, look, ties)
        self._kept: list[tuple[str, Stamp, str, bytes, set[int]]] = []
        # Of the files that changed, what stood for their content, and what was observed there.
        self._before: dict[str, tuple[bytes, dict[str, Any]]] = {}
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
                    result = result_of(path, *rows[self._known[path][0]])
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
        if self._look and len(self._before) <= acrosscache.FEW:
            self._before[result.path] = self._now(result.path)
        ties: set[int] = set()
        for rule, observations in result.observations.items():
            for observation in observations:
                ties.update(numbered(self._ties, rule, observation.data) or ())
        told = ""
        if result.findings or result.stood or result.remarks:
            told = pack((result.findings, result.stood, result.remarks))
        seen = zlib.compress(pack(result.observations).encode("utf-8", "surrogatepass"), 1)
        self._kept.append((result.path, result.stamp, told, seen, ties))
        self._changed = True

    def keep_passage(self, path: str, passage: Passage) -> None:
        """Remember what is written of a file that is kept or was recalled."""
        self._passages[path] = passage
        if len(self._passages) >= _AT_ONCE or len(self._kept) >= _AT_ONCE:
            with suppress(sqlite3.Error), self._database:
                self._write()

    def _write(self) -> None:
        for path, stamp, told, seen, ties in self._kept:
            ((number,),) = self._database.execute(_STAMP, (self._desk, path, *stamp)).fetchall()
            self._known[path] = (number, *stamp)
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
                (self._look, text, pack((counts, stood)), self._known[path][0])
                for path, (text, counts, stood) in self._passages.items()
                if path in self._known
            ],
        )
        self._passages.clear()

    def _files(self) -> bytes:
        """What stands for the files of the run and all that stands in them."""
        return _digest(self._digests)

    def observations(self) -> Iterator[tuple[str, list[Observation]]]:
        """What was observed in the files that were recalled, by rule, file by file."""
        for _, packed in self._seen([self._known[path][0] for path in self._recalled]):
            yield from observations_of(packed).items()

    def _seen(self, numbers: Sequence[int]) -> Iterator[tuple[int, dict[str, Any]]]:
        """What was observed in files, by their numbers, as it was packed."""
        for start in range(0, len(numbers), _AT_ONCE):
            listed = ",".join(map(str, numbers[start : start + _AT_ONCE]))
            for number, seen in self._database.execute(
                f"SELECT id, seen FROM texts WHERE id IN ({listed})"
            ):
                yield number, json.loads(zlib.decompress(seen).decode("utf-8", "surrogatepass"))

    def _now(self, path: str) -> tuple[bytes, dict[str, Any]]:
        """What stands for the content of a file as it is remembered, and what was observed there;
        nothing where it is new."""
        known = self._known.get(path)
        if known is not None:
            with suppress(sqlite3.Error, zlib.error, ValueError):
                for _, packed in self._seen([known[0]]):
                    return known[-1], packed
        return b"", {}

    def said(self) -> list[Said] | None:
        """What was written of what the same files, all unchanged, said together before."""
        if self._changed or not self._whole:
            return None
        with suppress(sqlite3.Error, LookupError, TypeError, ValueError):
            return self._across.unchanged(self._files())
        return None

    def said_again(self, compare: Compare, say: Say) -> list[Said] | None:
        """The same where a few files changed, came or went, and only what hangs together with
        those is compared; None where all have to be."""
        with suppress(sqlite3.Error, LookupError, TypeError, ValueError), self._database:
            self._write()
            changes = self._changes()
            if changes is None:
                return None
            own = (self._known[path][0] for path in self._digests)
            self._across.again(changes, Files(own, self._seen), compare, say)
            return self._across.kept_again(self._files(), self._digests)
        return None

    def _changes(self) -> list[Change] | None:
        """What is not as it was in the last run; None where that cannot be told, or is much."""
        last = self._across.last() if self._whole else None
        if last is None or len(self._before) > acrosscache.FEW:
            return None
        files, paths = last
        changed = {path for path in self._before if path in paths}
        others = paths.symmetric_difference(self._digests)  # that came or went
        if len(changed) + len(others) > acrosscache.FEW:
            return None
        now = {path: self._now(path) for path in changed | others}
        before = {path: self._before.get(path) or now[path] for path in changed | others}
        was = {path: before[path][0] if path in now else self._digests[path] for path in paths}
        if _digest(was) != files:
            return None  # a run between was broken off, or not remembered
        return [
            Change(
                path,
                before[path][1] if path in paths else {},
                now[path][1] if path in self._digests else {},
            )
            for path in now
        ]

    def across(self) -> tuple[Finding, ...] | None:
        """What the same files, all unchanged, said together before, where no look is kept."""
        if self._changed or not self._whole:
            return None
        with suppress(sqlite3.Error, LookupError, TypeError, ValueError):
            told = self._across.found(self._files())
            return None if told is None else findings_of(json.loads(told))
        return None

    def keep_across(
        self,
        found: Sequence[Finding],
        said: Sequence[Said] | None,
        seen: Mapping[str, Sequence[Observation]],
    ) -> None:
        """Remember what the files of the run said together, and what is written of it.

        Where something is written of it that will do, that is enough: in another look it is
        worked out anew.
        """
        if self._whole:
            with suppress(sqlite3.Error, ValueError), self._database:
                self._across.keep(self._files(), self._digests, found, said, seen)

    def close(self) -> None:
        """Write down what is still to be written."""
        with suppress(sqlite3.Error):
            with self._database:
                self._write()
            bound(self._database)
        self._database.close()


def _digest(files: Mapping[str, bytes]) -> bytes:
    whole = blake2b(digest_size=16)
    for path in sorted(files):
        whole.update(os.fsencode(path) + b"\0" + files[path])
    return whole.digest()


def _same(path: str, digest: bytes) -> bool:
    with open(path, "rb") as file:
        return digest_of(file.read()) == digest
