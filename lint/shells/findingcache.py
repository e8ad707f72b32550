"""What was found in each file, kept between runs, so that only what changed is checked again.

One SQLite file holds, for every desk (stylebook, configuration, working folder, version of
this program), the stamp of each file, a digest of its content, and what was found and observed
in it, as JSON. A file whose size and time of change are as they were is not read; one whose
content is as it was is not checked. What a report wrote of a file is kept too: where the next
run asks for the same look, it is written as it stands, and in one piece where all the files of a
stretch are as they were (:mod:`lint.shells.stretches`). It is safe to delete at any time, and
where it cannot be written the run goes on without it.
"""

from __future__ import annotations

import json
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from lint.cachefile import open_cache_file
from lint.checks.base import Observation
from lint.digest import blake2b
from lint.finding import Finding
from lint.reports.base import Passage, Said, Together
from lint.shells.acrosscache import FEW, AcrossCache, Change, Compare, Say, Ties
from lint.shells.filecache import FileCache
from lint.shells.findingpack import findings_of, observations_of
from lint.shells.findingtables import FORMAT, NAME, TABLES, bound
from lint.shells.run import FileResult
from lint.shells.stretches import DIGEST, Bound, Stretch, Stretches, content_of
from lint.shells.web import Files

_LATELY = 300 * 10**9  # nanoseconds


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
        desk = _desk(self._database, key)
        self._look = look
        self._files = FileCache(self._database, desk, look, ties)
        self._stretches = Stretches(self._database, desk, look)
        self._across = AcrossCache(self._database, desk, look, ties)
        self._parts: list[Stretch] = []  # of the run
        self._whole = True  # what every file of the run gave is remembered, if it could be read

    # The files

    def parts(self, files: Sequence[str]) -> list[Stretch]:
        """The files of the run in stretches; those that are remembered as one have a row."""
        self._parts = self._stretches.cut(files) if self._look else [Stretch(files)]
        self._files.learn([path for part in self._parts if part.row is None for path in part.paths])
        return self._parts

    def together(self, part: Stretch) -> Together | None:
        """What was written of a stretch that is held; None where it is lost: it is held no more."""
        with suppress(sqlite3.Error, LookupError, TypeError, ValueError):
            return self._stretches.together(part)
        part.row, part.content = None, b""  # what is in its files is known when they were checked
        self._files.learn(part.paths)
        return None

    def holds(self, path: str) -> bool:
        """Whether a file is remembered and is still as it was."""
        return self._files.holds(path)

    def recall(self, paths: Sequence[str]) -> Iterator[FileResult | None]:
        """What files gave that are held, in their order; None where it is lost."""
        return self._files.recall(paths)

    def keep(self, result: FileResult) -> None:
        """Remember what one file gave; what could not be read is not remembered."""
        if result.stamp is not None:
            self._files.keep(result, result.stamp)
        elif not result.trouble:
            self._whole = False

    def keep_passage(self, path: str, passage: Passage) -> None:
        """Remember what is written of a file that is kept or was recalled."""
        if self._files.keep_passage(path, passage):
            with suppress(sqlite3.Error), self._database:
                self._write()

    def _write(self) -> None:
        self._files.write()
        if self._files.changed:
            self._stretches.forget_files(self._files.changed)
            self._files.changed.clear()

    def _bind(self) -> None:
        """Remember as one the stretches of which each file is remembered."""
        for part in self._parts:
            if part.row is not None or not all(path in self._files.digests for path in part.paths):
                continue
            bundle = Bound(part, content_of(self._files.digests, part.paths))
            for known, (shown, counts) in self._files.written(part.paths):
                bundle.is_sure = bundle.is_sure and known.is_sure
                stat = known.size, known.changed
                bundle.add(known.number, stat, known.digest, shown, counts)
            if len(bundle.numbers) == len(part.paths):
                self._stretches.keep(bundle)

    # What they say together

    def observations(self) -> Iterator[tuple[str, list[Observation]]]:
        """What was observed in the files that were recalled, by rule, file by file."""
        numbers = [number for part in self._parts for number in part.numbers]
        numbers += (self._files.known[path].number for path in self._files.recalled)
        for _, packed in self._files.seen(numbers):
            yield from observations_of(packed).items()

    def _contents(self) -> list[bytes]:
        """What stands for each stretch of the run, and for all that is in its files."""
        for part in self._parts:
            part.content = part.content or content_of(self._files.digests, part.paths)
        return [part.content for part in self._parts]

    def _run(self) -> bytes:
        """What stands for the files of the run and all that is in them."""
        return blake2b(b"".join(sorted(self._contents())), digest_size=DIGEST).digest()

    def said(self) -> Together | None:
        """What was written of what the same files, all unchanged, said together before."""
        if self._whole:
            with suppress(sqlite3.Error, LookupError, TypeError, ValueError):
                return self._across.unchanged(self._run())
        return None

    def said_again(self, compare: Compare, say: Say) -> Together | None:
        """The same where a few files changed, came or went, and only what hangs together with
        those is compared; None where all have to be."""
        with suppress(sqlite3.Error, LookupError, TypeError, ValueError), self._database:
            self._write()
            changes = self._changes()
            if changes is None:
                return None
            own = [number for part in self._parts for number in part.numbers]
            own += (self._files.known[path].number for path in self._files.digests)
            self._across.again(changes, Files(own, self._files.seen), compare, say)
            return self._across.kept_again(self._run(), self._contents())
        return None

    def _changes(self) -> list[Change] | None:
        """What is not as it was in the last run; None where that cannot be told, or is much."""
        last = self._across.last() if self._whole else None
        if last is None or len(self._files.before) > FEW:
            return None
        was = self._remembered(set(last).difference(self._contents()))
        others = [part for part in self._parts if part.content not in last]
        now = self._remembered(part.content for part in others if part.row is not None)
        if was is None or now is None:
            return None
        digests = self._files.digests
        for part in others:
            now |= {path: digests[path] for path in part.paths if path in digests}
        differing = [path for path in was | now if was.get(path) != now.get(path)]
        return self._between(was, now, differing) if len(differing) <= FEW else None

    def _remembered(self, contents: Iterable[bytes]) -> dict[str, bytes] | None:
        """The files of stretches, and what stood for what is in them; None where a stretch is
        not remembered any more."""
        digests: dict[str, bytes] = {}
        for content in contents:
            own = self._stretches.digests(content)
            if own is None:
                return None
            digests |= own
        return digests

    def _between(
        self, was: Mapping[str, bytes], now: Mapping[str, bytes], differing: Sequence[str]
    ) -> list[Change] | None:
        """What files gave in the last run and give now; None where that is not remembered."""
        self._files.learn(differing)
        changes = []
        for path in differing:
            after = self._files.now(path)
            before = self._files.before.get(path) or after
            if was.get(path, before[0]) != before[0] or now.get(path, after[0]) != after[0]:
                return None  # a run between was broken off, or not remembered
            changes.append(
                Change(path, before[1] if path in was else {}, after[1] if path in now else {})
            )
        return changes

    def across(self) -> tuple[Finding, ...] | None:
        """What the same files, all unchanged, said together before, where no look is kept."""
        if self._whole:
            with suppress(sqlite3.Error, LookupError, TypeError, ValueError):
                told = self._across.found(self._run())
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
            with suppress(sqlite3.Error, zlib.error, ValueError), self._database:
                self._across.keep(self._run(), self._contents(), found, said, seen)

    def close(self) -> None:
        """Write down what is still to be written."""
        with suppress(sqlite3.Error):
            with self._database:
                self._write()
                if self._look:
                    self._bind()
                    self._stretches.prune(self._contents())
            bound(self._database)
        self._database.close()


def _desk(database: sqlite3.Connection, key: str) -> int:
    """The number of a desk. That it is used is noted every five minutes at most: a run that has
    nothing else to write should write nothing."""
    now = time.time_ns()
    row = database.execute("SELECT id, used FROM desks WHERE key = ?", (key,)).fetchone()
    if row is not None and now - row[1] < _LATELY:
        return int(row[0])
    with database:
        row = database.execute(
            "INSERT INTO desks (key, used) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET used = excluded.used RETURNING id",
            (key, now),
        ).fetchone()
    return int(row[0])
