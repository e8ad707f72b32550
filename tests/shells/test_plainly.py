"""``copydesk check PATH…`` goes without click, and does what it does with click."""

from __future__ import annotations

import os

import pytest

from lint.shells.cli.check import command
from lint.shells.cli.plainly import OPTIONS, plain_paths
from tests.shells.command import BAD, HEADED, finish, write
from tests.shells.test_startup import watched

pytestmark = [
    pytest.mark.usefixtures("desk_folder"),
    pytest.mark.skipif(os.name == "nt", reason="click expands globs there"),
]


def test_the_options_are_those_that_click_gives() -> None:
    given = command.make_context("check", ["a.txt", "b"]).params
    assert given == {**OPTIONS, "paths": ("a.txt", "b")}


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (["check"], ()),
        (["check", "a.txt", "b"], ("a.txt", "b")),
        (["check", ""], ("",)),
        ([], None),
        (["fix", "a.txt"], None),
        (["check", "-"], None),
        (["check", "a.txt", "--select", "spelling"], None),
        (["check", "--", "-a.txt"], None),
        (["--help"], None),
    ],
)
def test_only_plain_paths_go_without_click(words: list[str], paths: tuple[str, ...] | None) -> None:
    assert plain_paths(words) == paths


def test_a_shell_that_completes_asks_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_COPYDESK_COMPLETE", "bash_complete")
    assert plain_paths(["check", "a.txt"]) is None


@pytest.mark.parametrize(
    "paths",
    [["a.txt"], ["a.txt", "fine.txt"], [], ["."], ["gone.txt"], ["a.txt", "gone.txt"], ["empty"]],
)
def test_both_ways_tell_the_same_and_end_alike(paths: list[str]) -> None:
    write("a.txt", BAD)
    write("fine.txt", HEADED + "Nothing is wrong.\n")
    os.mkdir("empty")
    assert finish("check", *paths) == finish("check", *paths, "--jobs", "0")


def test_both_ways_complain_alike_of_a_configuration() -> None:
    write("a.txt", BAD)
    write("copydesk.yaml", "selct: [spelling]\nfail on: never\n")
    plainly, by_click = finish("check", "a.txt"), finish("check", "a.txt", "--jobs", "0")
    assert plainly == by_click
    assert plainly[0] == 2


# What takes long to import, and is not wanted by a run over one plain file.
HEAVY = {
    "asyncio", "babel", "calendar", "click", "dataclasses", "difflib", "hashlib", "http", "inspect",
    "locale", "logging", "multiprocessing", "ruamel", "shutil", "socket", "sqlite3", "subprocess",
    "tempfile", "uuid",
}  # fmt: skip


def test_nothing_heavy_is_imported() -> None:
    write("a.txt", HEADED + "Nothing is wrong.\n")
    watched("check", "a.txt")  # where the stylebook is not compiled yet, this reads it
    modules, _ = watched("check", "a.txt")
    assert "lint.engine" in modules
    assert {name.split(".")[0] for name in modules} & HEAVY == set()
    ours = [name for name in modules if name.split(".")[0] == "lint"]
    assert "lint.stylebook.packing" not in ours
    assert "lint.stylebook.schema" not in ours
