"""What articles say together, kept between runs: where a few files changed, only what those have
to do with is compared again.

Observations are tied by what their check says that they have in common (:meth:`Check.ties`).
Whatever hangs together with an observation of a changed file, as it was or as it is, is loaded
and compared; what was written of all other findings is written again.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from lint.checks.base import Observation
from lint.finding import Finding
from lint.reports.base import Count, Said, Together
from lint.reports.tally import merged
from lint.shells.findingpack import observations_of, pack
from lint.shells.stretches import DIGEST
from lint.shells.web import Files, Web

FEW = 200  # changed files; for more everything is compared
_AT_ONCE = 500  # of whatever a statement asks for

Ties = Callable[[str, Any], Iterable[str] | None]  # of the data of an observation of a rule
Compare = Callable[[Mapping[str, Sequence[Observation]]], Sequence[Finding]]
Say = Callable[[Finding], Said]


def numbered(ties: Ties, rule: str, data: Any) -> list[int] | None:
    """The ties of an observation as numbers. Two that have the same number by chance are
    compared for nothing, and no harm is done."""
    own = ties(rule, data)
    if own is None:
        return None
    return [zlib.crc32(f"{rule}\0{tie}".encode("utf-8", "surrogatepass")) for tie in own]


class Change:
    """What a file that changed gave before and gives now, packed by rule."""

    def __init__(self, path: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        self.path = path
        self.before = before
        self.after = after

    def rules(self) -> set[str]:
        """The rules that observed something, before or now."""
        return {rule for seen in (self.before, self.after) for rule in seen if seen[rule]}

    def data(self, rule: str) -> Iterator[Any]:
        """The data of all that a rule observed, before and now."""
        for seen in (self.before, self.after):
            yield from (data for _, data in seen.get(rule, ()))

    def says_the_same(self, rule: str) -> bool:
        """Whether it is the same words and the same data, if perhaps at other places."""
        return _gist(self.before.get(rule, ())) == _gist(self.after.get(rule, ()))


def _gist(packed: Iterable[Sequence[Any]]) -> list[Any]:
    return [(site[4], data) for site, data in packed]


class AcrossCache:
    """What is kept of one desk; ``ties`` are those of its checks."""

    def __init__(self, database: sqlite3.Connection, desk: int, look: str, ties: Ties) -> None:
        self._database = database
        self._desk = desk
        self._look = look
        self._ties = ties

    def unchanged(self, files: bytes) -> Together | None:
        """What was written in this look of the same files, all unchanged."""
        row = self._database.execute(
            "SELECT 1 FROM runs WHERE desk = ? AND files = ? AND look = ?",
            (self._desk, files, self._look),
        ).fetchone()
        return None if row is None or not self._look else self._said()

    def found(self, files: bytes) -> str | None:
        """The findings of the same files, packed, where no look could be kept."""
        row = self._database.execute(
            "SELECT told FROM runs WHERE desk = ? AND files = ? AND look = ''", (self._desk, files)
        ).fetchone()
        return None if row is None else row[0]

    def last(self) -> list[bytes] | None:
        """What stands for each stretch of files of the last run, if what was written of it is in
        this look."""
        row = self._database.execute(
            "SELECT stretches FROM runs WHERE desk = ? AND look = ? AND look != ''",
            (self._desk, self._look),
        ).fetchone()
        if row is None:
            return None
        return [row[0][start : start + DIGEST] for start in range(0, len(row[0]), DIGEST)]

    def _said(self) -> Together:
        rows = self._database.execute(
            "SELECT shown, path FROM across WHERE desk = ? ORDER BY path, start, stop, rule, entry",
            (self._desk,),
        ).fetchall()
        counts = []
        for packed, many in self._database.execute(
            "SELECT counts, count(*) FROM across WHERE desk = ? GROUP BY counts", (self._desk,)
        ):
            rule, severity, *numbers = json.loads(packed)
            counts.append(Count(rule, severity, *(many * number for number in numbers)))
        raw = "".join([shown for shown, _ in rows]).encode()
        return Together(raw, merged(counts), 0, 0, {path for _, path in rows})

    def keep(
        self,
        files: bytes,
        stretches: Iterable[bytes],
        found: Sequence[Finding],
        said: Sequence[Said] | None,
        seen: Mapping[str, Sequence[Observation]],
    ) -> None:
        """Keep what was found, and what was written of it in a look; ``seen`` is what was
        compared, of all files."""
        for table in ("runs", "across"):
            self._database.execute(f"DELETE FROM {table} WHERE desk = ?", (self._desk,))
        told = pack(found) if said is None else None
        self._keep_run(files, stretches, told, "" if said is None else self._look)
        if said is not None:
            self._insert(found, said, seen)

    def _keep_run(
        self, files: bytes, stretches: Iterable[bytes], told: str | None, look: str
    ) -> None:
        self._database.execute(
            "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?)",
            (self._desk, files, look, told, b"".join(stretches)),
        )

    def _insert(
        self,
        found: Sequence[Finding],
        said: Sequence[Said],
        seen: Mapping[str, Sequence[Observation]],
    ) -> None:
        tied = self._tied(found, seen)
        self._database.executemany(
            "INSERT INTO across VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (self._desk, f.path, f.span.start, f.span.end, f.rule, f.entry, tied.get(_key(f)),
                 pack([f.path, *(r.path for r in f.related)]), each.text, pack(each.counted))
                for f, each in zip(found, said, strict=True)
            ],
        )  # fmt: skip

    def _tied(
        self, found: Iterable[Finding], seen: Mapping[str, Sequence[Observation]]
    ) -> dict[tuple[str, str, int, int], int]:
        """A tie of each finding, by rule and place: one of the observation where it stands."""
        wanted = {_key(finding) for finding in found}
        tied: dict[tuple[str, str, int, int], int] = {}
        for rule in {key[0] for key in wanted}:
            for site, data in seen.get(rule, ()):
                key = (rule, site.path, *site.span)
                if key in wanted and (own := numbered(self._ties, rule, data)):
                    tied[key] = own[0]
        return tied

    # Only what changed

    def again(self, changes: Sequence[Change], files: Files, compare: Compare, say: Say) -> None:
        """Compare again what hangs together with what changed, and keep what is written of it."""
        seen: dict[str, list[Observation]] = {}
        for rule in sorted({rule for change in changes for rule in change.rules()}):
            touched = [change for change in changes if self._touches(change, rule)]
            if not touched:
                continue
            web = Web(rule, self._numbers(rule), self._files_with, files)
            if web.follow(data for change in touched for data in change.data(rule)):
                gone = [(self._desk, rule, tie) for tie in web.followed]
                self._database.executemany(
                    "DELETE FROM across WHERE desk = ? AND rule = ? AND tie = ?", gone
                )
            else:
                self._database.execute(
                    "DELETE FROM across WHERE desk = ? AND rule = ?", (self._desk, rule)
                )
            seen[rule] = observations_of({rule: web.seen})[rule]
        found = compare(seen)
        self._insert(found, [say(finding) for finding in found], seen)

    def kept_again(self, files: bytes, stretches: Iterable[bytes]) -> Together:
        """What is to be written of all files, after :meth:`again`."""
        self._keep_run(files, stretches, None, self._look)
        return self._said()

    def _touches(self, change: Change, rule: str) -> bool:
        """Whether a change may be one of what a rule has to say."""
        if not change.says_the_same(rule):
            return True
        # The places may have moved, which is of account where one is named.
        row = self._database.execute(
            "SELECT 1 FROM across WHERE desk = ? AND rule = ? AND instr(mentioned, ?) LIMIT 1",
            (self._desk, rule, pack(change.path)),
        ).fetchone()
        return row is not None

    def _numbers(self, rule: str) -> Callable[[Any], list[int] | None]:
        return partial(numbered, self._ties, rule)

    def _files_with(self, ties: Sequence[int]) -> set[int]:
        """The numbers of the files that had one of some ties, now or before."""
        found: set[int] = set()
        for start in range(0, len(ties), _AT_ONCE):
            listed = ",".join(map(str, ties[start : start + _AT_ONCE]))
            rows = self._database.execute(
                f"SELECT file FROM ties WHERE desk = ? AND tie IN ({listed})", (self._desk,)
            )
            found.update(file for (file,) in rows)
        return found


def _key(finding: Finding) -> tuple[str, str, int, int]:
    return finding.rule, finding.path, *finding.span
