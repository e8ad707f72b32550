"""The index of names that a house has printed: one file, mapped into memory, never parsed.

The file holds names and figures only: of every name how it was written, in how many articles
it stood, and on which days first and last. It is opened in the time of a header, and a name is
looked up by the hash of its folded words, so an index of a million names answers as fast as
one of a thousand. Made by :mod:`lint.lexicon.archiving`.

The layout (little-endian): a header of fixed length, then the sections named by
:data:`SECTIONS`, each on a multiple of eight bytes. Records stand in order of their folded
text, then of the text as printed.
"""

from __future__ import annotations

import mmap
import struct
import sys
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from lint.tuples import NamedTuple

MAGIC = b"copydesk names\x1a\n"
VERSION = 1
# section → the type code of its items (array, memoryview)
SECTIONS: dict[str, Literal["Q", "I", "H", "B"]] = {
    "seen": "Q",  # sixty-four bits of a hash for each article learnt, in order
    "starts": "I",  # where the text of each record begins, and where the last one ends
    "articles": "I",  # in how many articles a record stood
    "first": "I",  # the day of the first of them, as an ordinal; 0 where none had a date
    "last": "I",  # the day of the last of them
    "leading": "H",  # how many names of several words begin with this record
    "closing": "H",  # how many names of several words end with this record
    "leads": "H",  # the same, of names that are usual only
    "closes": "H",
    "hashes": "I",  # the hashes of the folded texts, in order, and the record of each
    "hashed": "I",
    "keys": "I",  # the hashes of what near words have in common, in order, and the word of each
    "keyed": "I",
    "texts": "B",  # folded text, then a tab and the printed one where it is not the plain form
}
# magic, version, the checksum of all sections, the figures (see Figures), then (offset, bytes)
# of each section, and at the end the checksum of the header before it
HEADER = struct.Struct(f"<{len(MAGIC)}sII5Q" + "QQ" * len(SECTIONS) + "I")
_FIGURES = slice(3, 8)


class Unusable(ValueError):
    """A file that is no index, or no whole one; the message says why."""


class Figures(NamedTuple):
    """What an index says of the archive as a whole.

    ``articles`` learnt; different ``names`` of several words, and how many of those stood in
    one article only (``once``); the same of single words.
    """

    articles: int
    names: int
    once: int
    words: int
    words_once: int


class Printed(NamedTuple):
    """A name as the house has printed it most, and in how many articles, from when to when.

    ``articles`` counts every way of writing it that differs in capitals and accents only.
    """

    text: str
    articles: int
    first: date | None
    last: date | None


class Row(NamedTuple):
    """One record: a way of writing a name. Days are ordinals, 0 where they are not known."""

    folded: str
    printed: str
    articles: int
    first: int
    last: int


def hash_of(text: str) -> int:
    """Thirty-two bits that stand for a text in the index, the same on every machine."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def plain_form(folded: str) -> str:
    """The way of writing a folded name that need not be kept: each word with a capital."""
    return folded.title()


class Archive:
    """An index of names, read from bytes (mapped or made in memory).

    Raises:
        Unusable: the bytes are no index that this version reads, or not all of one.
    """

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        self._view = memoryview(data)
        sections = _sections(self._view)
        self.figures = Figures(*HEADER.unpack_from(self._view)[_FIGURES])
        self.seen: memoryview[int] = sections["seen"]
        self._starts = sections["starts"]
        self._count = sections["articles"]
        self._first, self._last = sections["first"], sections["last"]
        self._leading, self._closing = sections["leading"], sections["closing"]
        self._leads, self._closes = sections["leads"], sections["closes"]
        self._hashes, self._hashed = sections["hashes"], sections["hashed"]
        self._keys, self._keyed = sections["keys"], sections["keyed"]
        self._texts = sections["texts"]

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._count)

    def close(self) -> None:
        """Let go of the file; the archive must not be asked after that."""
        for name, value in list(vars(self).items()):
            if isinstance(value, memoryview):
                value.release()
                delattr(self, name)
        if isinstance(self._data, mmap.mmap):
            self._data.close()

    def find(self, folded: str) -> Printed | None:
        """A name by its folded words, or None where it was never printed."""
        records = self._records(folded)
        if not records:
            return None
        most = max(records, key=lambda record: (self._count[record], -record))
        first = min((self._first[r] for r in records if self._first[r]), default=0)
        last = max(self._last[r] for r in records)
        total = sum(self._count[r] for r in records)
        return Printed(self.row(most).printed, total, _day(first), _day(last))

    def count(self, folded: str) -> int:
        """In how many articles a name stood, by its folded words."""
        records = self._records(folded)
        return sum(self._count[records.start : records.stop])

    def bearers(self, folded: str) -> tuple[int, int]:
        """How many different names of several words begin and end with a folded word."""
        records = self._records(folded)
        return (self._leading[records[0]], self._closing[records[0]]) if records else (0, 0)

    def usual_bearers(self, folded: str) -> tuple[int, int]:
        """The same, of usual names only (see :data:`lint.lexicon.archiving.USUAL`)."""
        records = self._records(folded)
        return (self._leads[records[0]], self._closes[records[0]]) if records else (0, 0)

    def sharing(self, keys: Iterable[str]) -> set[str]:
        """The folded words that share one of some keys, which near words do."""
        hashes, found = self._keys, set()
        for key in keys:
            wanted = hash_of(key)
            at = bisect_left(hashes, wanted)
            while at < len(hashes) and hashes[at] == wanted:
                found.add(self._keyed[at])
                at += 1
        return {self._folded(record) for record in found if record < len(self)}

    def _records(self, folded: str) -> range:
        """The records of a folded text: they stand one after another."""
        wanted, hashes = hash_of(folded), self._hashes
        at = bisect_left(hashes, wanted)
        while at < len(hashes) and hashes[at] == wanted:
            record = self._hashed[at]
            if record < len(self) and self._folded(record) == folded:
                after = record + 1
                while after < len(self) and self._folded(after) == folded:
                    after += 1
                return range(record, after)
            at += 1
        return range(0)

    def _text(self, record: int) -> str:
        start, end = self._starts[record], self._starts[record + 1]
        return str(self._texts[start:end], "utf-8", "replace")

    def _folded(self, record: int) -> str:
        return self._text(record).partition("\t")[0]

    def row(self, record: int) -> Row:
        """A record by its number."""
        folded, _, printed = self._text(record).partition("\t")
        return Row(
            folded,
            printed or plain_form(folded),
            self._count[record],
            self._first[record],
            self._last[record],
        )

    def rows(self) -> Iterator[Row]:
        """Every record, in order."""
        return map(self.row, range(len(self)))

    def is_whole(self) -> bool:
        """Whether every byte is as it was written; takes as long as reading the file."""
        told: int = HEADER.unpack_from(self._view)[2]
        return zlib.crc32(self._view[HEADER.size :]) == told


def _sections(view: memoryview) -> dict[str, memoryview]:
    """The sections of a file as arrays of their items."""
    if bytes(view[: len(MAGIC)]) != MAGIC:
        raise Unusable("is no index of names; copydesk names learn makes one")
    if len(view) >= len(MAGIC) + 4:
        version = int.from_bytes(view[len(MAGIC) : len(MAGIC) + 4], "little")
        if version != VERSION:
            raise Unusable(
                f"was made by another version of copydesk (format {version}, this one reads "
                f"{VERSION}); learn the archive again"
            )
    if len(view) < HEADER.size:
        raise Unusable(f"is cut short: {len(view)} bytes are left of it")
    header = HEADER.unpack_from(view)
    if zlib.crc32(view[: HEADER.size - 4]) != header[-1]:
        raise Unusable("is damaged; learn the archive again")
    if sys.byteorder != "little":
        raise Unusable("cannot be read on this machine, whose numbers are written backwards")
    places = list(zip(header[8:-1:2], header[9:-1:2], strict=True))
    whole = max(offset + size for offset, size in places)
    if len(view) < whole:
        raise Unusable(f"is cut short: it has {len(view)} of {whole} bytes")
    return {
        name: view[offset : offset + size].cast(code)
        for (name, code), (offset, size) in zip(SECTIONS.items(), places, strict=True)
    }


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None


def open_archive(path: str) -> Archive:
    """Open an index file by mapping it.

    Raises:
        Unusable: it is no index, not a whole one, or cannot be read; the message says why.
    """
    try:
        with open(path, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        raise Unusable("is not there; copydesk names learn makes it") from None
    except OSError as error:
        raise Unusable(f"cannot be read: {error.strerror or error}") from None
    except ValueError:  # nothing to map
        raise Unusable("is empty; copydesk names learn makes an index") from None
    try:
        return Archive(data)
    except Unusable as error:
        error.__traceback__ = None  # it holds views of what is closed now
        data.close()
        raise
