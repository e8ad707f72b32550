"""Which files a run takes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from lint.shells.configuration import Configuration, Paths
from lint.shells.files import gather


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("copy", "utf-8")


def taken(*asked: str, configuration: Configuration | None = None) -> list[str]:
    files, troubles = gather(asked, configuration or Configuration())
    assert troubles == []
    return [Path(file).as_posix() for file in files]


def test_a_folder_gives_its_known_formats_in_order() -> None:
    put("a/2.txt", "a/1.md", "a/b/3.html", "a/4.py", "a/.hidden.txt", "a/.git/5.txt", "a/README")
    assert taken("a") == ["a/1.md", "a/2.txt", "a/b/3.html"]


def test_a_file_that_is_named_is_taken_whatever_its_ending() -> None:
    put("story.copy")
    assert taken("story.copy") == ["story.copy"]


def test_a_glob_gives_what_fits_it() -> None:
    put("a/1.txt", "a/b/2.txt")
    assert taken("**/*.txt") == ["a/1.txt", "a/b/2.txt"]


def test_a_file_is_taken_once() -> None:
    put("a/1.txt")
    assert taken("a/1.txt", "a", "a/*.txt") == ["a/1.txt"]
    assert taken("a", os.path.abspath("a/1.txt"), os.path.abspath("a")) == ["a/1.txt"]


def test_gitignore_is_honoured_down_the_tree_and_above_it() -> None:
    put("a/1.txt", "a/draft/2.txt", "a/b/3.txt", "a/b/keep.txt", "a/c/4.txt")
    Path(".git").mkdir()
    Path(".gitignore").write_text("draft/\n")
    Path("a/b/.gitignore").write_text("*.txt\n!keep.txt\n")
    assert taken("a") == ["a/1.txt", "a/b/keep.txt", "a/c/4.txt"]
    assert taken("a/b") == ["a/b/keep.txt"]


def test_a_folder_that_is_named_is_taken_though_it_is_ignored() -> None:
    put("out/1.txt")
    Path(".git").mkdir()
    Path(".gitignore").write_text("/out/\n")
    assert taken(".") == []
    assert taken("out") == ["out/1.txt"]


def test_the_configuration_says_what_is_taken_and_what_is_left_out(here: Path) -> None:
    put("a/1.txt", "a/2.story", "a/old/3.txt")
    base = Configuration(folder=str(here))
    assert taken("a", configuration=replace(base, paths=Paths(out=("old/",)))) == ["a/1.txt"]
    inside = replace(base, paths=Paths(in_=("*.story",)))
    assert taken("a", configuration=inside) == ["a/2.story"]


def test_what_is_not_there_is_told() -> None:
    files, troubles = gather(["nowhere.txt", "*.nothing"], Configuration())
    assert files == []
    assert [trouble.reason for trouble in troubles] == [
        "there is no such file or folder",
        "no file fits this glob",
    ]


def test_a_loop_of_links_ends() -> None:
    put("a/1.txt")
    os.symlink("..", "a/up", target_is_directory=True)
    os.symlink("self", "a/self")
    assert taken("a") == ["a/1.txt"]
