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
from lint.reports.base import Count, Said
from lint.shells.findingpack import observations_of, pack

FEW = 200  # changed files; for more everything is compared
_AT_ONCE = 500  # of whatever a statement asks for
_SHARE = 4  # where more than a quarter of the files hang together, a rule compares all

Ties = Callable[[str, Any], Iterable[str] | None]  # of the data of an observation of a rule
Compare = Callable[[Mapping[str, Sequence[Observation]]], Sequence[Finding]]
Say = Callable[[Finding], Said]
# What was observed in files, by their numbers, as it was packed.
Load = Callable[[Sequence[int]], Iterable[tuple[int, Mapping[str, Any]]]]


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

    def unchanged(self, files: bytes) -> list[Said] | None:
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

    def last(self) -> tuple[bytes, set[str]] | None:
        """What stands for the files of the last run, and their paths, if what was written of it
        is in this look."""
        row = self._database.execute(
            "SELECT files, paths FROM runs WHERE desk = ? AND look = ? AND look != ''",
            (self._desk, self._look),
        ).fetchone()
        return None if row is None else (row[0], set(zlib.decompress(row[1]).decode().split("\0")))

    def _said(self) -> list[Said]:
        rows = self._database.execute(
            "SELECT shown, counts, path FROM across WHERE desk = ?"
            " ORDER BY path, start, stop, rule, entry",
            (self._desk,),
        )
        return [Said(shown, Count(*json.loads(counts)), path) for shown, counts, path in rows]

    def keep(
        self,
        files: bytes,
        paths: Iterable[str],
        found: Sequence[Finding],
        said: Sequence[Said] | None,
        seen: Mapping[str, Sequence[Observation]],
    ) -> None:
        """Keep what was found, and what was written of it in a look; ``seen`` is what was
        compared, of all files."""
        for table in ("runs", "across"):
            self._database.execute(f"DELETE FROM {table} WHERE desk = ?", (self._desk,))
        told = pack(found) if said is None else None
        self._keep_run(files, paths, told, "" if said is None else self._look)
        if said is not None:
            self._insert(found, said, seen)

    def _keep_run(self, files: bytes, paths: Iterable[str], told: str | None, look: str) -> None:
        listed = zlib.compress("\0".join(sorted(paths)).encode(), 1)
        self._database.execute(
            "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?)",
            (self._desk, files, look, told, listed),
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
            web = _Web(rule, self._numbers(rule), self._files_with, files)
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

    def kept_again(self, files: bytes, paths: Iterable[str]) -> list[Said]:
        """What is to be written of all files, after :meth:`again`."""
        self._keep_run(files, paths, None, self._look)
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


class Files:
    """What was observed in the files of a run, by their numbers, unpacked when it is asked for."""

    def __init__(self, numbers: Iterable[int], load: Load) -> None:
        self.numbers = frozenset(numbers)
        self._load = load
        self._loaded: dict[int, Mapping[str, Any]] = {}

    def seen(self, numbers: Iterable[int]) -> Iterator[Mapping[str, Any]]:
        """What was observed in some files, of which those of another run are passed over."""
        own = sorted(self.numbers.intersection(numbers))
        new = [number for number in own if number not in self._loaded]
        self._loaded.update(self._load(new))
        return (self._loaded[number] for number in own if number in self._loaded)


class _Web:
    """The observations of a rule that hang together with some, found by following their ties."""

    def __init__(
        self,
        rule: str,
        numbers: Callable[[Any], list[int] | None],
        files_with: Callable[[Sequence[int]], set[int]],
        files: Files,
    ) -> None:
        self._rule = rule
        self._numbers = numbers
        self._files_with = files_with
        self._files = files
        self._most = len(files.numbers) // _SHARE
        self._by_tie: dict[int, list[tuple[Any, list[int]]]] = {}
        self.followed: set[int] = set()
        self.seen: list[Any] = []  # as they were packed

    def follow(self, seeds: Iterable[Any]) -> bool:
        """Collect all that hangs together with data; False where that is nearly everything, and
        everything was collected."""
        ties: set[int] = set()
        for data in seeds:
            own = self._numbers(data)
            if own is None:
                return self._everything()
            ties.update(own)
        taken: set[int] = set()
        looked: set[int] = set()
        while ties:
            files = self._files_with(sorted(ties)) - looked
            looked |= files
            if len(looked) > self._most:
                return self._everything()
            self._index(files)
            self.followed |= ties
            ties = self._reached(ties, taken) - self.followed
        return True

    def _reached(self, ties: set[int], taken: set[int]) -> set[int]:
        """Take the observations that have some ties; all the ties that those have."""
        reached: set[int] = set()
        for tie in ties:
            for observation, own in self._by_tie.get(tie, ()):
                if id(observation) not in taken:
                    taken.add(id(observation))
                    self.seen.append(observation)
                    reached.update(own)
        return reached

    def _index(self, files: Iterable[int]) -> None:
        for packed in self._files.seen(files):
            for observation in packed.get(self._rule, ()):
                own = self._numbers(observation[1]) or []
                for tie in own:
                    self._by_tie.setdefault(tie, []).append((observation, own))

    def _everything(self) -> bool:
        every = self._files.seen(self._files.numbers)
        self.seen = [each for packed in every for each in packed.get(self._rule, ())]
        return False


def _key(finding: Finding) -> tuple[str, str, int, int]:
    return finding.rule, finding.path, *finding.span
