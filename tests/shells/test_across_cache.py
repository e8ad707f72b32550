"""Where a few files changed, only what those have to do with is compared again, and the report
says what it says of a run that compares everything."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from lint.checks.base import Observation
from lint.shells.desk import Desk
from tests.shells import command
from tests.shells.command import write

COUNT = 40
_HEADS = (
    "Harbour bridge to close for long repairs",
    "Harbour bridge to close for repairs",
    "Council votes to keep the old library open",
    "Council votes to keep old library open",
    "Ferry timetable changes upset the islanders",
)
_NAMES = ("Chloe Fairhill", "Chloe Faihill", "Amina Trihuldov", "Amina Trihouldov", "Bert Onwezi",
          "Bert Onwesi", "Ivo Strandqvist")  # fmt: skip
_SENTENCES = (
    "Members will organise a vote and recognise the result.",
    "Members will organize a vote and recognize the result.",
    "The council's answer was 'no', and it's not alone.",
    "The council’s answer was ‘no’, and it’s not alone.",
    "The advisers met again.",
    "The advisors met again.",
)


def article(dice: random.Random, number: int) -> str:
    head = dice.choice((*_HEADS, f"A headline of its own, the {number}th of many"))
    said = [f"{dice.choice(_NAMES)} said so on the day."]
    said += dice.sample(_SENTENCES, dice.randint(0, 3))
    dice.shuffle(said)
    return f"{head}\n\n" + "\n\n".join(said) + "\n"


@pytest.fixture
def folder(desk_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("lint.shells.stretches._ONE_IN", 5)  # so few files make some stretches
    dice = random.Random(1)
    for number in range(COUNT):
        write(f"copy/{number:02}.txt", article(dice, number))
    return desk_folder / "copy"


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, int]]:
    """How many observations of each rule were compared, time after time."""
    counts: list[dict[str, int]] = []
    real = Desk.compare

    def counting(desk: Desk, seen: Mapping[str, Sequence[Observation]]) -> object:
        counts.append({rule: len(own) for rule, own in seen.items() if own})
        return real(desk, seen)

    monkeypatch.setattr(Desk, "compare", counting)
    return counts


def check(*more: str) -> str:
    return command.run("check", "copy", "--severity", "suggestion", "--jobs", "1", *more).stdout


def change(folder: Path, dice: random.Random) -> None:
    """One article rewritten, moved down, added or taken away."""
    files = sorted(folder.iterdir())
    chosen = dice.choice(files)
    what = dice.choice(("rewritten", "moved", "added", "gone", "longer"))
    if what == "rewritten":
        chosen.write_text(article(dice, dice.randint(100, 999)), "utf-8")
    elif what == "moved":
        head, _, rest = chosen.read_text("utf-8").partition("\n\n")
        chosen.write_text(f"{head}\n\nIt rained at first.\n\n{rest}", "utf-8")
    elif what == "added":
        name = folder / f"new-{len(files)}-{dice.randint(0, 999)}.txt"
        name.write_text(article(dice, dice.randint(100, 999)), "utf-8")
    elif what == "gone":
        chosen.unlink()
    else:
        chosen.write_text(chosen.read_text("utf-8") + "\nThat was all.\n", "utf-8")


def test_the_articles_of_these_tests_say_something_together(folder: Path) -> None:
    told = check()
    _, _, across = told.partition("Across articles")
    for rule in ("headlines/twins", "headlines/similar", "names/two-spellings", "quotes/mixed",
                 "consistency/ise", "consistency/words"):  # fmt: skip
        assert rule in across, rule


@pytest.mark.parametrize("seed", range(4))
def test_a_run_after_changes_says_what_a_run_without_a_cache_says(folder: Path, seed: int) -> None:
    dice = random.Random(seed)
    check()
    for _ in range(6):
        for _ in range(dice.randint(1, 3)):
            change(folder, dice)
        assert check() == check("--no-cache")


def test_only_what_hangs_together_with_a_change_is_compared(
    folder: Path, compared: list[dict[str, int]]
) -> None:
    for number in range(60):  # so many that what hangs together is a small share of them
        write(f"copy/other-{number}.txt", f"Nothing like the {number}th was seen\n\nIt rained.\n")
    write("copy/twin.txt", "Nothing like the 7th was seen\n\nIt snowed.\n")
    check()
    assert compared[-1]["headlines/twins"] > 90
    with open("copy/twin.txt", "a", encoding="utf-8") as file:
        file.write("\nIt went on snowing.\n")
    compared.clear()
    assert check() == check("--no-cache")
    again, everything = compared
    assert again["headlines/twins"] == 2
    assert set(again) <= {"headlines/twins", "headlines/similar"}
    assert everything["headlines/twins"] > 90


def test_an_edit_that_moves_a_place_moves_it_in_the_report(folder: Path) -> None:
    write("copy/a.txt", "A first one of its kind\n\nWilma Ostranderov came.\n")
    write("copy/b.txt", "A second one of its sort\n\nWilma Ostrandeerov came.\n")
    before = check()
    assert "copy/a.txt:3:1" in before.partition("Across articles")[2]
    write("copy/a.txt", "A first one of its kind\n\nIt rained.\n\nWilma Ostranderov came.\n")
    after = check().partition("Across articles")[2]
    assert "copy/a.txt:5:1" in after
    assert "copy/a.txt:3:1" not in after


def test_many_changes_at_once_are_compared_as_a_whole(
    folder: Path, compared: list[dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.shells.acrosscache.FEW", 3)
    check()
    for path in sorted(folder.iterdir())[:5]:
        path.write_text(path.read_text("utf-8") + "\nThat was all.\n", "utf-8")
    compared.clear()
    assert check() == check("--no-cache")
    assert compared[0] == compared[1]


def test_another_look_and_another_report_see_the_change_too(folder: Path) -> None:
    check()
    check("--format", "jsonl")
    os.unlink(sorted(folder.iterdir())[0])
    assert check("--format", "jsonl") == check("--format", "jsonl", "--no-cache")
    assert check() == check("--no-cache")
    assert check("--severity", "warning") == check("--severity", "warning", "--no-cache")


def test_files_that_a_run_between_left_out_are_compared_again(folder: Path) -> None:
    everything = [str(path.relative_to(folder.parent)) for path in sorted(folder.iterdir())]

    def checked(paths: list[str], *more: str) -> str:
        said = command.run("check", *paths, "--severity", "suggestion", "--jobs", "1", *more)
        return said.stdout

    first = checked(everything)
    assert checked(everything[:30]) == checked(everything[:30], "--no-cache")
    assert checked(everything) == first


def test_a_change_seen_by_a_run_that_was_not_remembered_is_not_forgotten(folder: Path) -> None:
    check()
    changed = sorted(folder.iterdir())[0]
    changed.write_text(f"{_HEADS[0]}\n\nA text of its own.\n", "utf-8")
    write("copy/picture.txt", bytes(range(256)) * 40)
    assert "not checked" in check()
    os.unlink("copy/picture.txt")
    assert check() == check("--no-cache")
