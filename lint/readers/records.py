"""Archives of many articles in one file: JSON lines and Parquet, one article a record.

Read as a stream, a record at a time. Which column holds what is told by its name, or said by
whoever asks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from lint.article import Article
from lint.frozen import Frozen, replace
from lint.late import late
from lint.readers import read_article
from lint.readers.decoding import Unreadable
from lint.readers.metadata import day_of

ENDINGS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet")
_BATCH = 64  # records of Parquet in memory at a time
_LONGEST = 64 << 20  # bytes of one line of JSON
_MARKUP = late(r"</(?:p|div|h[1-6]|li|br)>|<(?:p|br)\s*/?>", re.IGNORECASE)
_SECONDS, _MILLISECONDS = 1e8, 1e11  # numbers from here on are moments since 1970


class Columns(Frozen):
    """The names of the columns; empty where they are to be found by their usual names.

    A dot leads into a record inside a record (``fields.headline``).
    """

    headline: str = ""
    text: str = ""
    date: str = ""
    id: str = ""


# What columns are called, the likeliest first; compared without case, spaces and lines.
_USUAL: dict[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "webtitle", "hed", "head", "heading"),
    "text": ("body", "text", "bodytext", "articlebody", "content", "article", "maintext",
             "fulltext", "story", "paragraphs"),
    "date": ("published", "publishedat", "datepublished", "publicationdate", "webpublicationdate",
             "pubdate", "date", "firstpublished", "created", "createdat", "timestamp"),
    "id": ("id", "guid", "uuid", "articleid", "url", "link", "weburl", "uri"),
}  # fmt: skip


class Record(Frozen):
    """One record: an article and what names it, or ``trouble``, which says what is wrong.

    ``where`` is the path with the number of the line or the record; ``id`` is empty where the
    archive has none.
    """

    where: str
    article: Article | None = None
    id: str = ""
    trouble: str = ""


class _Bad(Frozen):
    """What stands in place of a record that cannot be read."""

    reason: str


def is_archive(path: str) -> bool:
    """Whether a path ends as an archive of records does."""
    return path.lower().endswith(ENDINGS)


def read_records(path: str, columns: Columns | None = None) -> Iterator[Record]:
    """The records of an archive, one after another.

    A record that is none is given with its trouble, and the next one follows.

    Raises:
        Unreadable: the file cannot be read (any further), or what reads it is not installed.
    """
    asked = columns or Columns()
    rows = _parquet(path, asked) if path.lower().endswith(".parquet") else _json_lines(path)
    try:
        for where, row in rows:
            yield _record(where, row, asked)
    except (OSError, EOFError) as error:
        raise Unreadable(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _json_lines(path: str) -> Iterator[tuple[str, Any]]:
    opened: Callable[..., Any] = open
    if path.lower().endswith(".gz"):
        from gzip import open as opened
    with opened(path, "rb") as file:
        number = 0
        while raw := file.readline(_LONGEST):
            number += 1
            where = f"{path}:{number}"
            if len(raw) == _LONGEST and not raw.endswith(b"\n"):
                raise Unreadable(f"line {number} is longer than {_LONGEST >> 20} MB")
            if not raw.strip():
                continue
            try:
                yield where, json.loads(raw.decode("utf-8-sig"))
            except UnicodeDecodeError:
                yield where, _Bad("is not UTF-8")
            except RecursionError:
                yield where, _Bad("is nested too deep")
            except ValueError as error:
                yield where, _Bad(f"is no JSON: {error}")


def _parquet(path: str, columns: Columns) -> Iterator[tuple[str, Any]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise Unreadable(
            "is Parquet, and pyarrow, which reads it, is not installed; "
            "pip install 'copydesk[parquet]'"
        ) from None
    number = 0
    try:
        with ParquetFile(path) as file:
            wanted = _wanted(file.schema_arrow.names, columns)
            for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield f"{path}:{number}", row
    except ArrowException as error:
        said = " ".join(str(error).split())[:200]
        raise Unreadable(f"cannot be read after record {number}: {said}") from None


def _wanted(names: list[str], columns: Columns) -> list[str] | None:
    """The columns of a table that are read; the others cost nothing."""
    found = _found(tuple(names))
    asked = {each.name: getattr(columns, each.name).partition(".")[0] for each in fields(columns)}
    return [name for name in names if name in asked.values() or name in found.values()]


def _record(where: str, row: Any, columns: Columns) -> Record:
    if isinstance(row, _Bad):
        return Record(where, trouble=row.reason)
    if not isinstance(row, Mapping):
        return Record(where, trouble="is no record: a JSON object is expected on each line")
    found = _found(tuple(row))

    def value(column: str) -> Any:
        asked = getattr(columns, column)
        return _inside(row, asked) if asked else row.get(found.get(column, ""))

    headline, text = _text(value("headline")), _text(value("text"))
    if not headline and not text:
        return Record(where, trouble=_no_text(row, columns))
    article = _article(where, headline, text)
    day = _day(value("date"))
    metadata = replace(article.metadata, published=day or article.metadata.published)
    return Record(where, replace(article, metadata=metadata), _id(value("id")))


def _no_text(row: Mapping[str, Any], columns: Columns) -> str:
    named = columns.text or columns.headline
    if named:
        return f"has nothing under “{named}”"
    known = ", ".join(map(str, row)) or "none"
    return (
        f"has no text that is known as such (columns: {known}); name them with --text, --headline"
    )


@lru_cache(maxsize=256)
def _found(names: tuple[Any, ...]) -> dict[str, str]:
    """Which of some columns holds what, by what such columns are usually called."""
    plain = {re.sub(r"[\W_]", "", str(name)).lower(): name for name in reversed(names)}
    found: dict[str, str] = {}
    for column, usual in _USUAL.items():
        known = next((plain[name] for name in usual if name in plain), None)
        if known is not None:
            found[column] = known
    return found


def _inside(row: Any, path: str) -> Any:
    """What stands under a name, or under a path of names with dots between."""
    if isinstance(row, Mapping) and path in row:
        return row[path]
    for name in path.split("."):
        if not isinstance(row, Mapping):
            return None
        row = row.get(name)
    return row


def _text(value: Any) -> str:
    """The text of a column; a list of texts is one of paragraphs."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n\n".join(text for part in value if (text := _text(part)))
    return ""


def _article(where: str, headline: str, text: str) -> Article:
    if _MARKUP.search(text):
        head = headline.replace("&", "&amp;").replace("<", "&lt;")
        return read_article(f"<h1>{head}</h1>\n{text}", where, format="html")
    return read_article("\n\n".join(filter(None, (headline, text))), where, format="plain")


def _id(value: Any) -> str:
    return str(value) if isinstance(value, str | int) and value != "" else ""


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and value > _SECONDS:
        seconds = value / 1000 if value > _MILLISECONDS else value
        try:
            return datetime.fromtimestamp(seconds, UTC).date()
        except (ValueError, OverflowError, OSError):
            return None
    return day_of(value) if isinstance(value, str) else None
