"""The diff of a mended file: a patch to the byte without colour, safe to look at with it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.reports.diff import unified

COPY = st.lists(
    st.sampled_from(["one", "two", "\n", "\r\n", "\r", "\x1b[31m", "é", " ", "\u2028", "\x0c"])
).map("".join)


def test_the_lines_changed_are_shown_before_and_after() -> None:
    assert unified("a.txt", "one\nharbor\n", "one\nharbour\n") == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n one\n-harbor\n+harbour\n"
    )


def test_where_nothing_changed_nothing_is_shown() -> None:
    assert unified("a.txt", "one\n", "one\n") == ""
    assert unified("a.txt", "one\n", "one\n", colour=True) == ""


def test_a_missing_line_end_at_the_end_is_told() -> None:
    text = unified("a.txt", "one", "two")
    assert text.endswith("-one\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n")


def test_in_a_long_line_the_words_that_changed_stand_out() -> None:
    text = unified("a.txt", "in the old harbor town\n", "in the old harbour town\n", colour=True)
    emphasised = re.findall(r"\x1b\[7m([^\x1b]*)", text)
    assert emphasised == ["harbor", "harbour"]


def test_a_line_end_that_changed_can_be_seen() -> None:
    text = unified("a.txt", "one\r\n", "one\n", colour=True)
    assert re.findall(r"\x1b\[7m([^\x1b]*)", text) == [" "]
    assert click.unstyle(text).splitlines()[-2:] == ["-one ", "+one"]


@given(COPY, COPY)
def test_in_colour_no_control_character_of_copy_gets_through(before: str, after: str) -> None:
    text = click.unstyle(unified("a\x1b.txt", before, after, colour=True))
    assert not [char for char in text if char < " " and char != "\n"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(
    before=COPY,
    after=COPY,
    name=st.sampled_from(["a.txt", "a b.txt", 'q"\\.txt', "é.txt", "n\nn.txt", "t\tt.txt"]),
)
def test_git_apply_makes_the_one_file_of_the_other(
    tmp_path: Path, before: str, after: str, name: str
) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not here")
    file = tmp_path / name
    file.write_bytes(before.encode())
    patch = unified(name, before, after)
    if patch and before and after:  # git wants other words where a file comes or goes
        subprocess.run(
            [git, "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn"],
            cwd=tmp_path,
            input=patch.encode(),
            check=True,
            env={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent), "PATH": "/usr/bin:/bin"},
        )
        assert file.read_bytes() == after.encode()
