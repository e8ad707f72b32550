"""Archives of records: which column holds what, and records that are none."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from lint.readers import Unreadable
from lint.readers.records import Columns, Record, is_archive, read_records

BODY = "Oswin Tarrabrook opened the bridge.\n\nHe then left."


def written(folder: Path, *rows: Any, name: str = "archive.jsonl") -> str:
    path = folder / name
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


def only(path: str, **columns: str) -> Record:
    [record] = read_records(path, Columns(**columns))
    return record


@pytest.mark.parametrize(
    "row",
    [
        {"headline": "A bridge", "body": BODY, "published": "2024-03-01", "id": "b1"},
        {"title": "A bridge", "text": BODY, "date": "1 March 2024", "guid": "b1"},
        {
            "Title": "A bridge",
            "Article_Body": BODY,
            "pub_date": "2024-03-01T09:30:00Z",
            "url": "b1",
        },
        {"webTitle": "A bridge", "bodyText": BODY, "webPublicationDate": "2024-03-01", "id": "b1"},
        {"hed": "A bridge", "content": BODY.split("\n\n"), "timestamp": 1709251200, "id": "b1"},
        {"head": "A bridge", "story": BODY, "created": 1709251200000, "id": "b1"},
    ],
)
def test_columns_are_known_by_their_usual_names(row: dict[str, Any], tmp_path: Path) -> None:
    record = only(written(tmp_path, row))
    assert record.article is not None
    first = record.article.first("headline")
    assert first is not None
    assert record.article.text(first) == "A bridge"
    assert "He then left." in record.article.prose
    assert record.article.metadata.published == date(2024, 3, 1)
    assert record.id == "b1"
    assert record.where.endswith("archive.jsonl:1")


def test_columns_can_be_named_also_inside_other_columns(tmp_path: Path) -> None:
    row = {"a": {"b": "A bridge", "c": {"d": BODY}}, "title": "No", "when": "2024-03-01", "no": 7}
    record = only(written(tmp_path, row), headline="a.b", text="a.c.d", date="when", id="no")
    assert record.article is not None
    assert record.article.prose.startswith("A bridge")
    assert "No" not in record.article.prose
    assert record.article.metadata.published == date(2024, 3, 1)
    assert record.id == "7"


def test_markup_in_a_text_is_read_as_such(tmp_path: Path) -> None:
    row = {"title": "Bread & butter", "body": "<p>Oswin <b>Tarrabrook</b> left.</p><p>So.</p>"}
    record = only(written(tmp_path, row))
    assert record.article is not None
    assert "Bread & butter" in record.article.prose
    assert "Oswin Tarrabrook left." in record.article.prose


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "is no JSON"),
        ("[1, 2]", "is no record"),
        ("12", "is no record"),
        ('"words"', "is no record"),
        ('{"section": "sport"}', "columns: section"),
        ('{"title": null, "body": 4}', "has no text"),
        ("{}", "columns: none"),
        ("[" * 100_000, "nested too deep|is no JSON"),
    ],
)
def test_a_record_that_is_none_is_told_and_the_next_is_read(
    line: str, said: str, tmp_path: Path
) -> None:
    good = {"title": "A bridge", "body": BODY}
    first, bad, last = read_records(written(tmp_path, good, line, good))
    assert first.article is not None
    assert last.article is not None
    assert bad.article is None
    assert bad.where.endswith(":2")
    with pytest.raises(AssertionError, match=said):
        raise AssertionError(bad.trouble)


def test_empty_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"title": "A", "body": "B c."}\r\n\n\n')
    assert [record.trouble for record in read_records(str(path))] == [""]


def test_bytes_that_are_no_text_are_one_bad_record(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"title": "\xff\xfe"}\n{"title": "A", "body": "B c."}\n')
    assert [record.trouble for record in read_records(str(path))] == ["is not UTF-8", ""]


def test_an_archive_may_be_packed(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"title": "A", "body": BODY}).encode()))
    assert only(str(path)).article is not None
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(Unreadable):
        list(read_records(str(path)))


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        list(read_records(str(tmp_path / "none.jsonl")))


@pytest.mark.parametrize("name", ["a.jsonl", "A.NDJSON", "b.jsonl.gz", "c.parquet"])
def test_archives_are_known_by_their_ending(name: str) -> None:
    assert is_archive(name)
    assert not is_archive(name + ".txt")


def test_parquet_is_read_column_by_column(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    when = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
    table = pa.table(
        {
            "title": ["A bridge", None, "Third"],
            "body": [BODY, None, "More."],
            "published": [when, when, None],
            "url": ["b1", "b2", "b3"],
            "vector": [[0.1], [0.2], [0.3]],
        }
    )
    path = str(tmp_path / "a.parquet")
    parquet.write_table(table, path)
    first, second, third = read_records(path)
    assert first.article is not None
    assert first.article.metadata.published == date(2024, 3, 1)
    assert first.id == "b1"
    assert "has no text" in second.trouble
    assert "vector" not in second.trouble
    assert third.article is not None
    named = [record.article for record in read_records(path, Columns(text="title"))]
    assert named[0] is not None
    assert BODY not in named[0].prose


def test_a_damaged_parquet_file_is_unreadable(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1 and nothing more")
    with pytest.raises(Unreadable, match="cannot be read"):
        list(read_records(str(path)))


def test_without_pyarrow_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(Unreadable, match=r"copydesk\[parquet\]"):
        list(read_records(str(tmp_path / "a.parquet")))
