"""Files that stand together in a run, remembered as one while none of them has changed.

Most of an archive is as it was: what was written of a hundred files is written again in
one piece, and of each of them no more is asked than its size and its time of change. Where one
stretch ends follows from the paths themselves, so that a file that comes or goes moves no other
boundary.
"""

from __future__ import annotations

import json
import os
import sqlite3
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from zlib import crc32

from lint.digest import blake2b
from lint.reports.base import Count, Together
from lint.reports.tally import merged

DIGEST = 16  # bytes of what stands for a file or a stretch

_ONE_IN = 128  # paths ends a stretch
_SPARE = 64 * 1024 * 1024  # bytes written of stretches that are not of the last run


class Stretch:
    """Files of a run that stand together. ``row`` is that of what is remembered of them all,
    and ``numbers`` are then those of the files; ``content`` stands for the paths and all that
    is in the files, and is empty where that is not known yet."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = paths
        self.row: int | None = None
        self.content = b""
        self.numbers: Sequence[int] = ()


class Bound:
    """What is to be remembered of a stretch, file by file. It ``is_sure`` where all its files are
    as they were if their sizes and times of change are; else it is only known what was in it."""

    def __init__(self, stretch: Stretch, content: bytes) -> None:
        self.paths = stretch.paths
        self.content = content
        self.is_sure = True
        self.numbers: list[int] = []
        self.stats: list[int] = []  # size and time of change, size and time of change …
        self.digests: list[bytes] = []
        self.shown: list[str] = []
        self.counts: list[Count] = []
        self.found = bytearray()  # one for each file that has findings, else nought
        self.stood = 0

    def add(
        self, number: int, stat: tuple[int, int], digest: bytes, shown: str, counts: str
    ) -> None:
        """Add the next file: its number, its size and time of change, what stands for what is in
        it, and what was written of it and counted."""
        own, stood = json.loads(counts)
        self.numbers.append(number)
        self.stats += stat
        self.digests.append(digest)
        self.shown.append(shown)
        self.counts += (Count(*count) for count in own)
        self.found.append(bool(own))
        self.stood += stood


class Stretches:
    """The stretches of one desk that are remembered, in one look."""

    def __init__(self, database: sqlite3.Connection, desk: int, look: str) -> None:
        self._database = database
        self._desk = desk
        self._look = look
        self._held: dict[bytes, tuple[int, bytes]] = {
            seen: rest
            for seen, *rest in database.execute(
                "SELECT seen, id, content FROM stretches"
                " WHERE desk = ? AND look = ? AND seen IS NOT NULL",
                (desk, look),
            )
        }

    def cut(self, files: Sequence[str]) -> list[Stretch]:
        """The stretches of a run; those that are as they were have a row."""
        stretches = [Stretch(part) for part in _parts(files)]
        if self._held:
            for stretch in stretches:
                held = self._held.get(_seen(stretch.paths) or b"")
                if held is not None:
                    stretch.row, stretch.content = held
        return stretches

    def together(self, stretch: Stretch) -> Together:
        """What was written of a stretch that is held.

        Raises:
            sqlite3.Error, LookupError, TypeError, ValueError: it is lost or damaged.
        """
        files, shown, counts, found = self._database.execute(
            "SELECT files, shown, counts, found FROM stretches WHERE id = ?", (stretch.row,)
        ).fetchone()
        made, stood = json.loads(counts)
        told = Together(
            shown, tuple(Count(*count) for count in made), stood, len(stretch.paths),
            tuple(compress(stretch.paths, found)),
        )  # fmt: skip
        numbers = _numbers(files)
        if not len(numbers) == len(found) == len(stretch.paths):
            raise ValueError("damaged")
        stretch.numbers = numbers
        return told

    def digests(self, content: bytes) -> dict[str, bytes] | None:
        """The files of a stretch that was remembered, and what stood for what was in them."""
        row = self._database.execute(
            "SELECT paths, digests FROM stretches WHERE desk = ? AND content = ?",
            (self._desk, content),
        ).fetchone()
        if row is None:
            return None
        paths, digests = _decoded(row[0]), row[1]
        each = (digests[start : start + DIGEST] for start in range(0, len(digests), DIGEST))
        return dict(zip(paths, each, strict=True))

    def forget_files(self, numbers: Container[int]) -> None:
        """Hold no stretch that has one of some files, which have changed."""
        rows = self._database.execute(
            "SELECT id, files FROM stretches WHERE desk = ? AND seen IS NOT NULL", (self._desk,)
        ).fetchall()
        gone = [(row,) for row, files in rows if any(n in numbers for n in _numbers(files))]
        self._database.executemany("UPDATE stretches SET seen = NULL WHERE id = ?", gone)

    def keep(self, bound: Bound) -> None:
        """Remember a stretch."""
        self._database.execute(
            "DELETE FROM stretches WHERE desk = ? AND look = ? AND content = ?",
            (self._desk, self._look, bound.content),
        )
        seen = _key(bound.paths, bound.stats) if bound.is_sure else None
        values = (
            self._desk, self._look, seen, bound.content,
            _encoded(bound.paths), b"".join(bound.digests), array("q", bound.numbers).tobytes(),
            "".join(bound.shown).encode(), json.dumps((merged(bound.counts), bound.stood)),
            bytes(bound.found),
        )  # fmt: skip
        self._database.execute(
            "INSERT INTO stretches (desk, look, seen, content, paths, digests, files, shown,"
            f" counts, found) VALUES ({','.join('?' * len(values))})",
            values,
        )

    def prune(self, contents: Iterable[bytes]) -> None:
        """Forget those that are not of the run, by its ``contents``, but for the latest."""
        current = set(contents)
        rows = self._database.execute(
            "SELECT id, content, length(shown) FROM stretches WHERE desk = ? ORDER BY id DESC",
            (self._desk,),
        )
        kept, gone = 0, []
        for row, content, size in rows:
            if content not in current:
                kept += size
                if kept > _SPARE:
                    gone.append((row,))
        self._database.executemany("DELETE FROM stretches WHERE id = ?", gone)


def content_of(digests: Mapping[str, bytes], paths: Iterable[str]) -> bytes:
    """What stands for some files and all that is in them; those without a digest count for
    nothing."""
    whole = blake2b(digest_size=DIGEST)
    for path in paths:
        if path in digests:
            whole.update(_encoded((path,)) + b"\0" + digests[path])
    return whole.digest()


def _parts(files: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    for end, path in enumerate(files, 1):
        if not crc32(path.encode("utf-8", "surrogatepass")) % _ONE_IN:
            yield files[start:end]
            start = end
    if start < len(files):
        yield files[start:]


def _seen(paths: Sequence[str]) -> bytes | None:
    """What stands for files as they lie there; None where one cannot be looked at."""
    stats: list[int] = []
    try:
        for path in paths:
            seen = os.stat(path)
            stats += seen.st_size, seen.st_mtime_ns
        return _key(paths, stats)
    except (OSError, OverflowError):
        return None


def _key(paths: Sequence[str], stats: Sequence[int]) -> bytes:
    whole = blake2b(_encoded(paths), digest_size=DIGEST)
    whole.update(array("q", stats))
    return whole.digest()


def _numbers(packed: bytes) -> Sequence[int]:
    """The numbers of files as they were packed; none where they are damaged."""
    return array("q", packed) if len(packed) % 8 == 0 else ()


def _encoded(paths: Sequence[str]) -> bytes:
    return "\0".join(paths).encode("utf-8", "surrogatepass")


def _decoded(paths: bytes) -> list[str]:
    return paths.decode("utf-8", "surrogatepass").split("\0")
