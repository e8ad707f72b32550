"""Files that stand together and are as they were are told of in one piece, and only they."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from lint.shells import stretches
from lint.shells.filecache import FileCache
from lint.shells.run import FileResult
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells import command
from tests.shells.command import write

COUNT = 60
LONG_AGO = 1_000_000_000


@pytest.fixture
def book(desk_folder: Path, write_book: WriteBook, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stretches, "_ONE_IN", 4)
    for number in range(COUNT):
        said = "It is wrongg" if number % 3 else "It is right"
        write(f"copy/{number:02}.txt", f"A headline of its own number {number}\n\n{said}.\n")
        age(f"copy/{number:02}.txt")
    return write_book(a=terms_rule(WRONGG))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of which the cache was asked one by one."""
    paths: list[str] = []
    real = FileCache.holds

    def holds(cache: FileCache, path: str) -> bool:
        paths.append(path)
        return real(cache, path)

    monkeypatch.setattr(FileCache, "holds", holds)
    return paths


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were checked and are remembered anew."""
    paths: list[str] = []
    real = FileCache.keep

    def keep(cache: FileCache, result: FileResult, stamp: object) -> None:
        paths.append(result.path)
        real(cache, result, stamp)  # type: ignore[arg-type]

    monkeypatch.setattr(FileCache, "keep", keep)
    return paths


def age(path: str | Path, to: int = LONG_AGO) -> None:
    os.utime(path, (to, to))


def check(book: Path, *more: str, paths: Sequence[str] = ("copy",)) -> str:
    done = command.run("check", *paths, "--stylebook", str(book), "--jobs", "1", *more)
    return done.stdout


def cache_file() -> Path:
    return Path(os.environ["COPYDESK_CACHE"]) / "findings.sqlite"


def test_of_files_that_are_as_they_were_none_is_asked_by_itself(
    book: Path, asked: list[str], kept: list[str]
) -> None:
    first = check(book)
    assert len(kept) == COUNT
    asked.clear()
    kept.clear()
    assert check(book) == first
    assert not asked
    assert not kept


def test_one_changed_file_is_asked_for_with_those_that_stand_beside_it(
    book: Path, asked: list[str], kept: list[str]
) -> None:
    check(book)
    asked.clear()
    kept.clear()
    write("copy/31.txt", "Another headline\n\nIt is wrongg and wrongg.\n")
    age("copy/31.txt")
    assert check(book) == check(book, "--no-cache")
    assert "copy/31.txt" in asked
    assert len(asked) < COUNT // 2
    assert kept == ["copy/31.txt"]


def test_a_file_that_comes_moves_no_other_stretch(
    book: Path, asked: list[str], kept: list[str]
) -> None:
    check(book)
    asked.clear()
    kept.clear()
    write("copy/30a.txt", "A headline that was not there\n\nIt is wrongg.\n")
    os.unlink("copy/10.txt")
    assert check(book) == check(book, "--no-cache")
    assert kept == ["copy/30a.txt"]
    assert len(asked) < COUNT


def test_a_file_put_back_with_its_old_time_is_not_taken_for_what_came_between(book: Path) -> None:
    before = check(book)
    whole = Path("copy/31.txt").read_bytes()
    between = whole.replace(b"wrongg", b"rightt")
    Path("copy/31.txt").write_bytes(between)
    age("copy/31.txt", LONG_AGO + 5)
    assert check(book, "--format", "jsonl") == check(book, "--format", "jsonl", "--no-cache")
    Path("copy/31.txt").write_bytes(whole)
    age("copy/31.txt")
    assert check(book) == before


def test_files_that_were_just_written_are_read_again_once(
    book: Path, asked: list[str], kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in Path("copy").iterdir():
        path.write_bytes(path.read_bytes())  # this very moment: they may change again unseen
    first = check(book)
    monkeypatch.setattr("lint.shells.filecache._TICK", -(10**12))  # as if a while had passed
    assert check(book) == first
    asked.clear()
    assert check(book) == first
    assert not asked
    assert len(kept) == COUNT


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_remembered(
    book: Path, asked: list[str], kept: list[str]
) -> None:
    write("copy/40a.txt", bytes(range(256)) * 40)
    first = check(book)
    assert "not checked" in first
    asked.clear()
    kept.clear()
    assert check(book) == first
    assert not kept
    assert "copy/40a.txt" in asked
    assert len(asked) < COUNT // 2


@pytest.mark.parametrize(
    "damage",
    ["UPDATE stretches SET found = x''", "UPDATE stretches SET counts = '['",
     "UPDATE stretches SET files = x'0102'"],
)  # fmt: skip
def test_a_damaged_stretch_is_checked_anew(book: Path, kept: list[str], damage: str) -> None:
    first = check(book)
    kept.clear()
    with sqlite3.connect(cache_file()) as database:
        database.execute(damage)
    database.close()
    assert check(book) == first
    assert len(kept) == COUNT


def test_what_a_damaged_stretch_says_of_its_content_is_not_believed(book: Path) -> None:
    first = check(book)
    lie = b"a digest of sixteen"[:16]
    with sqlite3.connect(cache_file()) as database:
        database.execute("UPDATE stretches SET found = x'', content = ?", (lie,))
    database.close()
    assert check(book) == first
    with sqlite3.connect(cache_file()) as database:
        ((run,),) = database.execute("SELECT stretches FROM runs").fetchall()
    database.close()
    assert lie not in run


def test_two_folders_in_turn_are_both_remembered(
    book: Path, asked: list[str], kept: list[str]
) -> None:
    for number in range(30):
        write(f"other/{number:02}.txt", f"A headline beside number {number}\n\nIt is wrongg.\n")
        age(f"other/{number:02}.txt")
    copy, other = check(book), check(book, paths=["other"])
    asked.clear()
    kept.clear()
    assert check(book) == copy
    assert check(book, paths=["other"]) == other
    assert not asked
    assert not kept


def test_counts_and_status_are_those_of_a_run_that_checks(book: Path) -> None:
    first = command.run("check", "copy", "--stylebook", str(book), "--statistics")
    again = command.run("check", "copy", "--stylebook", str(book), "--statistics")
    assert again.stdout == first.stdout
    assert again.exit_code == first.exit_code == 1
    output = ("--output", "report.txt")
    command.run("check", "copy", "--stylebook", str(book), *output)
    assert Path("report.txt").read_text("utf-8") == check(book, "--no-cache")


@pytest.mark.parametrize("seed", range(3))
def test_whatever_changes_the_report_is_that_of_a_run_without_a_cache(
    book: Path, seed: int
) -> None:
    dice = random.Random(seed)
    check(book)
    for turn in range(8):
        for _ in range(dice.randint(0, 3)):
            files = sorted(Path("copy").iterdir())
            chosen = dice.choice(files)
            what = dice.randrange(5)
            if what == 0 and len(files) > 30:
                chosen.unlink()
            elif what == 1:
                write(f"copy/{dice.randint(0, 99):02}b.txt", f"Of turn {turn}\n\nIt is wrongg.\n")
            elif what == 2:
                age(chosen, LONG_AGO + dice.randint(1, 9))
            else:
                chosen.write_bytes(chosen.read_bytes() + b"\nwrongg\n" * dice.randint(0, 2))
                if dice.random() < 0.5:
                    age(chosen, LONG_AGO + turn)
        assert check(book) == check(book, "--no-cache")
