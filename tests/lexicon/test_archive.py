"""The index of printed names: the same bytes each time, quick to ask, never trusted blindly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.printed.forms import folded_form, near_keys
from lint.lexicon import archiving
from lint.lexicon.archive import HEADER, MAGIC, Archive, Row, Unusable, open_archive
from lint.lexicon.archiving import Gathering, index_of, merged

DAY = date(2024, 3, 1).toordinal()
ARTICLES = [
    (["Oswin Tarrabrook", "Oswin", "Tarrabrook"], DAY),
    (["Oswin Tarrabrook", "Oswin", "Tarrabrook", "Zoë Ödmann"], DAY + 40),
    (["Oswin Tarrabrook", "Oswin", "Tarrabrook", "Zoe Odmann"], 0),
    (["Zoë Ödmann", "Port O'Quen", "Tarrabrook"], 0),
]


def gathered(*articles: tuple[list[str], int]) -> Gathering:
    gathering = Gathering(folded_form)
    for names, day in articles:
        gathering.add(names, day)
    return gathering


def made(*articles: tuple[list[str], int]) -> bytes:
    rows = gathered(*articles).rows()
    return index_of(rows, seen=range(len(articles)), articles=len(articles), keys=near_keys)


def test_a_name_is_found_with_its_count_and_its_first_and_last_day() -> None:
    found = Archive(made(*ARTICLES)).find("oswin tarrabrook")
    assert found is not None
    assert (found.text, found.articles) == ("Oswin Tarrabrook", 3)
    assert (found.first, found.last) == (date(2024, 3, 1), date(2024, 4, 10))


def test_ways_of_writing_that_differ_in_accents_count_together_and_the_usual_one_is_shown() -> None:
    found = Archive(made(*ARTICLES)).find("zoe odmann")
    assert found is not None
    assert (found.text, found.articles) == ("Zoë Ödmann", 3)


def test_a_name_that_was_never_printed_is_not_found() -> None:
    archive = Archive(made(*ARTICLES))
    assert archive.find("oswin tarabrook") is None
    assert archive.count("oswin tarabrook") == 0


def test_near_words_share_a_key() -> None:
    archive = Archive(made(*ARTICLES))
    assert "tarrabrook" in archive.sharing(near_keys("tarabrook"))
    assert "tarrabrook" in archive.sharing(near_keys("tarrabroko"))
    assert not archive.sharing(near_keys("vintergate"))


def test_a_word_knows_how_many_names_begin_and_end_with_it() -> None:
    archive = Archive(made(*ARTICLES, (["Albert Tarrabrook"], 0)))
    assert archive.bearers("oswin") == (1, 0)
    assert archive.bearers("tarrabrook") == (0, 2)
    assert archive.bearers("nobody") == (0, 0)


def test_an_index_of_nothing_answers_nothing() -> None:
    archive = Archive(made())
    assert archive.find("oswin tarrabrook") is None
    assert archive.sharing(near_keys("oswin")) == set()
    assert list(archive.rows()) == []


@given(st.permutations(ARTICLES))
def test_the_order_of_the_articles_changes_no_byte(articles: list[tuple[list[str], int]]) -> None:
    assert made(*articles) == made(*ARTICLES)


@given(st.integers(0, len(ARTICLES)))
def test_learning_in_two_parts_gives_the_same_records(cut: int) -> None:
    first, second = made(*ARTICLES[:cut]), gathered(*ARTICLES[cut:])
    rows = list(second.rows(Archive(first).rows()))
    assert rows == list(Archive(made(*ARTICLES)).rows())


def test_what_is_put_into_files_meanwhile_is_counted_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = made(*ARTICLES)
    monkeypatch.setattr(archiving, "_HELD", 2)
    assert made(*ARTICLES) == whole


def test_merging_adds_counts_and_widens_days() -> None:
    one, other = Row("a b", "A B", 2, 0, 0), Row("a b", "A B", 3, DAY, DAY + 1)
    assert list(merged([one], [other])) == [Row("a b", "A B", 5, DAY, DAY + 1)]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda raw: b"", "is empty"),
        (lambda raw: b"PK\x03\x04" + raw, "is no index of names"),
        (lambda raw: raw[:10], "is no index of names"),
        (lambda raw: raw[: len(MAGIC) + 6], "is cut short"),
        (lambda raw: raw[: HEADER.size - 1], "is cut short"),
        (lambda raw: raw[:-1], "is cut short"),
        (lambda raw: raw[: len(raw) // 2], "is cut short"),
        (lambda raw: raw[: len(MAGIC)] + b"\x09\0\0\0" + raw[len(MAGIC) + 4 :], "another version"),
        (lambda raw: raw[:60] + b"\xff" + raw[61:], "is damaged"),
    ],
)
def test_a_file_that_is_no_whole_index_is_refused_with_the_reason(
    damage: object, said: str, tmp_path: Path
) -> None:
    assert callable(damage)
    file = tmp_path / "names.idx"
    file.write_bytes(damage(made(*ARTICLES)))
    with pytest.raises(Unusable, match=said):
        open_archive(str(file))


def test_an_index_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="is not there"):
        open_archive(str(tmp_path / "names.idx"))
    with pytest.raises(Unusable, match="cannot be read"):
        open_archive(str(tmp_path))


def test_a_changed_byte_is_seen_by_whoever_looks_at_all_of_them(tmp_path: Path) -> None:
    file = tmp_path / "names.idx"
    raw = made(*ARTICLES)
    file.write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    archive = open_archive(str(file))
    assert not archive.is_whole()
    archive.close()
    file.write_bytes(raw)
    assert open_archive(str(file)).is_whole()


@given(st.binary(max_size=400), st.data())
def test_garbage_behind_a_good_header_never_breaks_a_look_up(
    junk: bytes, data: st.DataObject
) -> None:
    raw = bytearray(made(*ARTICLES))
    at = data.draw(st.integers(HEADER.size, len(raw) - 1))
    junk = junk[: len(raw) - at]
    raw[at : at + len(junk)] = junk
    archive = Archive(bytes(raw))
    for name in ("oswin tarrabrook", "tarrabrook", "nobody"):
        archive.find(name)
        archive.bearers(name)
        archive.sharing(near_keys(name))
