"""Make and merge indexes of printed names (:mod:`lint.lexicon.archive`).

The same articles give the same bytes, in whatever order they come.
"""

from __future__ import annotations

import heapq
import struct
import tempfile
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import IO

from lint.lexicon.archive import HEADER, MAGIC, SECTIONS, VERSION, Row, hash_of, plain_form

USUAL = 3  # articles; a word printed less often is not what others are slips for
_SHORTEST = 4  # letters; a shorter word has too many neighbours
_MOST = 0xFFFF  # of what is counted in sixteen bits
_HELD = 400_000  # records in memory before they are put into a file

Keys = Callable[[str], Iterable[str]]  # of a folded word: what it has in common with near ones


class Gathering:
    """Names as they come, counted; beyond :data:`_HELD` they wait in a temporary file.

    ``fold`` gives the folded text of a name as printed.
    """

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._counted: dict[str, list[int]] = {}
        self._runs: list[IO[str]] = []

    def add(self, names: Iterable[str], day: int) -> None:
        """Count the distinct names of one article, of a day as an ordinal (0: not known)."""
        counted = self._counted
        for name in names:
            known = counted.get(name)
            if known is None:
                counted[name] = [1, day, day]
                continue
            known[0] += 1
            if day:
                known[1] = min(known[1], day) if known[1] else day
                known[2] = max(known[2], day)
        if len(counted) > _HELD:
            self._put_away()

    def _put_away(self) -> None:
        run = tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115
        run.writelines("\t".join(map(str, row)) + "\n" for row in self._sorted())
        run.seek(0)
        self._runs.append(run)
        self._counted.clear()

    def _sorted(self) -> list[Row]:
        return sorted(Row(self._fold(name), name, *seen) for name, seen in self._counted.items())

    def rows(self, *others: Iterable[Row]) -> Iterator[Row]:
        """Everything counted, and other rows in order, merged: each way of writing once."""
        with suppress(GeneratorExit):
            yield from merged(self._sorted(), *map(_read, self._runs), *others)
        for run in self._runs:
            run.close()


def _read(run: IO[str]) -> Iterator[Row]:
    for line in run:
        folded, printed, articles, first, last = line.rstrip("\n").split("\t")
        yield Row(folded, printed, int(articles), int(first), int(last))


def merged(*sources: Iterable[Row]) -> Iterator[Row]:
    """Rows of several sources, each in order, with those of one way of writing made one."""
    for (folded, printed), same in groupby(heapq.merge(*sources), key=lambda row: row[:2]):
        rows = list(same)
        yield Row(
            folded,
            printed,
            sum(row.articles for row in rows),
            min((row.first for row in rows if row.first), default=0),
            max(row.last for row in rows),
        )


def index_of(rows: Iterable[Row], *, seen: Iterable[int], articles: int, keys: Keys) -> bytes:
    """The bytes of an index.

    ``rows`` come in order, each way of writing once; ``seen`` are the hashes of the articles
    learnt, ``articles`` is their number; words printed in :data:`USUAL` articles and more can
    be found by their ``keys``.
    """
    making = _Making()
    for folded, same in groupby(rows, key=lambda row: row.folded):
        making.put(folded, list(same))
    making.close(keys)
    making.columns["seen"].extend(sorted(set(seen)))
    return making.packed(articles)


class _Making:
    """The sections of an index while its records come in, in order."""

    def __init__(self) -> None:
        self.columns = {name: array(code) for name, code in SECTIONS.items() if name != "texts"}
        self._texts = bytearray()
        self._bearers = {name: Counter[str]() for name in ("leading", "closing", "leads", "closes")}
        self._words: dict[str, tuple[int, int]] = {}  # its first record, its articles
        self._hashes = array("Q")  # a hash and its record in one number, which is small
        self._names = [0, 0]  # of several words: all, those of one article
        self._single = [0, 0]

    def put(self, folded: str, rows: Sequence[Row]) -> None:
        """Take every way of writing one name."""
        record, total = len(self.columns["articles"]), sum(row.articles for row in rows)
        self._hashes.append(hash_of(folded) << 32 | record)
        if " " in folded:
            first, last = folded[: folded.index(" ")], folded[folded.rindex(" ") + 1 :]
            self._bearers["leading"][first] += 1
            self._bearers["closing"][last] += 1
            if total >= USUAL:
                self._bearers["leads"][first] += 1
                self._bearers["closes"][last] += 1
        else:
            self._words[folded] = (record, total)
        counted = self._names if " " in folded else self._single
        counted[0] += 1
        counted[1] += total == 1
        for row in rows:
            self._put(row)

    def _put(self, row: Row) -> None:
        columns = self.columns
        columns["starts"].append(len(self._texts))
        plain = row.printed == plain_form(row.folded)
        text = row.folded if plain else f"{row.folded}\t{row.printed}"
        self._texts += text.encode("utf-8", "surrogatepass")
        columns["articles"].append(row.articles)
        columns["first"].append(row.first)
        columns["last"].append(row.last)

    def close(self, keys: Keys) -> None:
        """Add what is known when all records are there."""
        columns = self.columns
        columns["starts"].append(len(self._texts))
        for which, counted in self._bearers.items():
            columns[which].frombytes(bytes(2 * len(columns["articles"])))
            for word, count in counted.items():
                if word in self._words:
                    columns[which][self._words[word][0]] = min(count, _MOST)
        self._bearers.clear()
        self._pairs("hashes", "hashed", self._hashes)
        self._pairs("keys", "keyed", self._keyed(keys))
        self._words.clear()

    def _keyed(self, keys: Keys) -> Iterator[int]:
        for word, (record, total) in self._words.items():
            if total >= USUAL and len(word) >= _SHORTEST:
                for key in keys(word):
                    yield hash_of(key) << 32 | record

    def _pairs(self, left: str, right: str, pairs: Iterable[int]) -> None:
        for pair in sorted(pairs):
            self.columns[left].append(pair >> 32)
            self.columns[right].append(pair & 0xFFFFFFFF)

    def packed(self, articles: int) -> bytes:
        """The whole file; what it was made of is given up."""
        parts: list[bytes] = []
        places: list[int] = []
        at, check = HEADER.size, 0
        for name in SECTIONS:
            section = bytes(self._texts) if name == "texts" else self.columns.pop(name).tobytes()
            for part in (bytes(-at % 8), section):
                parts.append(part)
                at, check = at + len(part), zlib.crc32(part, check)
            places += [at - len(section), len(section)]
        figures = (articles, *self._names, *self._single)
        head = HEADER.pack(MAGIC, VERSION, check, *figures, *places, 0)[:-4]
        return b"".join((head, struct.pack("<I", zlib.crc32(head)), *parts))
