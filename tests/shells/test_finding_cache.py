"""A second run checks only what has changed, and says exactly what a first run says."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from lint.shells import findingtables, run
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells import command
from tests.shells.command import write

COUNT = 30
TWINS = """
kind: headlines
title: Twins for a test
why: A test.
look for: twins
examples:
  - bad: |
      One headline of six words here

      A first text.
    beside: |
      One headline of six words here

      A second text.
    finds: One headline of six words here
  - ok: |
      One headline of six words here

      A text.
  - ok: |
      Another headline of six words here

      A text.
"""


@pytest.fixture
def articles(desk_folder: Path, write_book: WriteBook) -> Path:
    for number in range(COUNT):
        write(
            f"copy/{number:02}.txt",
            f"A headline of its own number {number}\n\nIt is wrongg, {number}.\n",
        )
    book = write_book(a=terms_rule(WRONGG))
    os.utime(desk_folder, (1, 1))
    for path in Path("copy").iterdir():
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return book


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that are checked, as they are."""
    seen: list[str] = []
    real = run.check_article

    def counting(desk: object, article: object, **how: object) -> object:
        seen.append(article.path)  # type: ignore[attr-defined]
        return real(desk, article, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "check_article", counting)
    return seen


def check(book: Path, *more: str) -> str:
    return command.run("check", "copy", "--stylebook", str(book), "--jobs", "1", *more).stdout


def test_a_second_run_checks_nothing_and_says_the_same(articles: Path, checked: list[str]) -> None:
    first = check(articles)
    assert len(checked) == COUNT
    assert check(articles) == first
    assert len(checked) == COUNT
    assert f"{COUNT} " in first


def test_only_what_changed_is_checked_again(articles: Path, checked: list[str]) -> None:
    check(articles)
    checked.clear()
    write("copy/07.txt", "Another headline\n\nIt is wrongg and wrongg.\n")
    again = check(articles)
    assert checked == [os.path.join("copy", "07.txt")]
    assert again == check(articles, "--no-cache")


def test_a_file_written_anew_with_the_same_words_is_not_checked(
    articles: Path, checked: list[str]
) -> None:
    first = check(articles)
    checked.clear()
    for path in Path("copy").iterdir():
        os.utime(path)
    assert check(articles) == first
    assert checked == []


def test_a_change_of_the_same_length_within_the_tick_of_the_clock_is_seen(
    articles: Path, checked: list[str]
) -> None:
    write("copy/07.txt", "A headline of its own number 7\n\nIt is wrongg, 7.\n")
    check(articles)
    stamp = os.stat("copy/07.txt")
    write("copy/07.txt", "A headline of its own number 7\n\nIt is strong, 7.\n")
    os.utime("copy/07.txt", ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert check(articles) == check(articles, "--no-cache")


def test_another_stylebook_or_configuration_is_another_desk(
    articles: Path, checked: list[str], write_book: WriteBook
) -> None:
    check(articles)
    checked.clear()
    other = write_book("other", a=terms_rule(WRONGG.replace("wrongg", "headline")))
    check(other)
    assert len(checked) == COUNT
    checked.clear()
    write("copydesk.yaml", "rules:\n  a: {severity: suggestion}\n")
    assert "suggestion" in check(articles)
    assert len(checked) == COUNT


def test_what_articles_say_together_survives(
    articles: Path, checked: list[str], write_book: WriteBook
) -> None:
    book = write_book("twins", **{"headlines/twins": TWINS})
    for name in ("05", "21"):
        write(f"copy/{name}.txt", f"One headline of six words here\n\nA text, {name}.\n")
    first = check(book)
    assert "Across articles" in first
    checked.clear()
    assert check(book) == first
    assert checked == []
    write("copy/22.txt", "One headline of six words here\n\nA text, 22.\n")
    third = check(book)
    assert len(checked) == 1
    assert third != first
    assert third == check(book, "--no-cache")


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be one" * 50])
def test_a_damaged_cache_is_made_anew(articles: Path, damage: bytes, tmp_path: Path) -> None:
    first = check(articles)
    file = tmp_path / "cache" / findingtables.NAME
    for beside in file.parent.glob(findingtables.NAME + "-*"):
        beside.unlink()
    file.write_bytes(damage)
    assert check(articles) == first
    assert check(articles) == first


def test_a_cache_that_cannot_be_written_is_done_without(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(str(tmp_path / "file"), "no folder")
    first = check(articles)
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "file"))
    assert check(articles) == first


def test_the_desks_used_last_are_kept(
    articles: Path, write_book: WriteBook, tmp_path: Path
) -> None:
    for number in range(findingtables._DESKS + 3):
        check(write_book(f"b{number}", a=terms_rule(WRONGG, more=f"source: {number}\n")))
    with sqlite3.connect(tmp_path / "cache" / findingtables.NAME) as database:
        (desks,) = database.execute("SELECT count(*) FROM desks").fetchone()
        (files,) = database.execute("SELECT count(*) FROM files").fetchone()
    assert desks == findingtables._DESKS
    assert files == desks * COUNT


def test_a_few_files_are_checked_without_a_cache(articles: Path, tmp_path: Path) -> None:
    command.run("check", "copy/01.txt", "--stylebook", str(articles))
    assert not (tmp_path / "cache" / findingtables.NAME).exists()


def test_the_cache_says_what_it_holds_and_is_cleared(articles: Path, tmp_path: Path) -> None:
    first = check(articles)
    told = command.run("cache", "info").stdout
    assert f"articles remembered: {COUNT}" in told
    assert "compiled stylebooks: 1" in told
    assert str(tmp_path / "cache") in told
    command.run("cache", "clear")
    assert list((tmp_path / "cache").iterdir()) == []
    assert "articles remembered: 0" in command.run("cache", "info").stdout
    assert check(articles) == first


def test_without_a_cache_there_is_nothing_to_clear(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", "off")
    result = command.run("cache", "clear")
    assert result.exit_code == 2
    assert "COPYDESK_CACHE is off" in result.stderr
