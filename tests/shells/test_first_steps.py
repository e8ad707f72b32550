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


AMERICAN = """\
kind: dates
title: Our dates
why: We write the month first.
look for: house form
style: July 17, 2007
examples:
  - bad: The hall opened on 17 July 2007.
    finds: 17 July 2007
    good: The hall opened on July 17, 2007.
  - ok: The hall opened on July 17, 2007.
  - ok: The hall opened in July 2007.
"""


UNDOES = """\
kind: avoid
title: No such ages
severity: warning
why: Ages stand after the name.
entries:
  - avoid: ["20-year-old"]
examples:
  - bad: The 20-year-old spoke.
    finds: 20-year-old
  - ok: He is 20 years old.
  - ok: He is 30 years old.
"""


def test_a_house_that_writes_dates_otherwise_answers_for_its_own_examples_only() -> None:
    write("stylebook/stylebook.yaml", "extends: copydesk\n")
    write("stylebook/dates/house.yaml", AMERICAN)
    said = run("rules", "test", "dates", "--stylebook", "stylebook")
    assert (said.exit_code, said.stdout.split(":")[-1]) == (0, " 0 do not hold.\n"), said.stdout


def test_a_rule_of_the_house_that_undoes_a_mend_that_is_inherited_is_told() -> None:
    write("stylebook/stylebook.yaml", "extends: copydesk\n")
    write("stylebook/avoid/own.yaml", UNDOES)
    said = run("rules", "test", "grammar/year-old", "--stylebook", "stylebook")
    assert said.exit_code == 1
    assert "the rule avoid/own speaks in" in said.stdout
