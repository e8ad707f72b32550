"""A profile names the rules by what they cost, and changes nothing that is told."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import BAD, run, write


def test_a_profile_lists_stages_kinds_and_rules(desk_folder: Path, write_book: WriteBook) -> None:
    for number in range(25):
        write(f"copy/{number}.txt", BAD)
    book = str(write_book(a=terms_rule(WRONGG)))
    plain = run("check", "copy", "--stylebook", book, "--no-cache")
    profiled = run("check", "copy", "--stylebook", book, "--profile")
    assert profiled.stdout == plain.stdout
    assert profiled.exit_code == plain.exit_code
    first_words = [line.split()[0] for line in profiled.stderr.splitlines() if line]
    for word in ("stage", "phrases", "patterns", "kind", "terms", "rule", "a"):
        assert word in first_words
