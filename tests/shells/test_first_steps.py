"""What meets somebody who is new to the command, and takes its words as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import HEADED, run, write

pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture
def book(write_book: WriteBook) -> str:
    return str(write_book(a=terms_rule(WRONGG)))


def test_a_diff_of_standard_input_is_shown_and_not_the_mended_copy(book: str) -> None:
    copy = (HEADED + "It is wrongg.\n").encode()
    shown = run("fix", "-", "--diff", "--stylebook", book, input=copy)
    assert shown.exit_code == 1
    assert "-It is wrongg.\n+It is wrong.\n" in shown.stdout
    assert "1 slip would be mended" in shown.stderr
    clean = run("fix", "-", "--diff", "--stylebook", book, input=HEADED.encode())
    assert (clean.exit_code, clean.stdout) == (0, "")


def test_a_stet_mark_with_a_slip_in_the_name_of_its_rule_is_told(book: str) -> None:
    write("a.md", "# Head\n\n<!-- stet termz, a: the name of a ship -->\nIt is wrongg.\n")
    said = run("check", "a.md", "--stylebook", book).stdout + ""
    assert "line 3: this stet names “termz”, which is no rule" in said
    assert "names “a”" not in said


def test_a_configuration_that_is_a_link_to_nowhere_is_told(book: str) -> None:
    write("a.md", "# Head\n\nIt is wrongg.\n")
    Path("copydesk.yaml").symlink_to("elsewhere/copydesk.yaml")
    result = run("check", "a.md", "--stylebook", book)
    assert result.exit_code == 2
    assert "copydesk.yaml: cannot be read" in result.stderr


@pytest.mark.parametrize("text", ["{}", '{"version": 2}', "[]", "“”", '{"version": 1}'])
def test_what_is_no_baseline_is_told_in_plain_words(book: str, text: str) -> None:
    write("a.md", "# Head\n\nIt is wrongg.\n")
    write("b.json", text)
    said = run("check", "a.md", "--stylebook", book, "--baseline", "b.json").stderr
    assert said.startswith("b.json: is no baseline of this version of copydesk; write it again")
