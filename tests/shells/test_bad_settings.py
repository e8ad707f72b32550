"""What is wrong with a stylebook, its cache or a configuration is told in a clear line each."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from lint.stylebook.book import load_stylebook
from lint.stylebook.container import Container, packed
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import BAD, finish, run, write

RULE = terms_rule(WRONGG)
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX system")


pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture
def book(write_book: WriteBook) -> str:
    return str(write_book(a=RULE))


BOMB = "kind: terms\na: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n"
    for a, b in zip("abcdefghij", "bcdefghijk", strict=True)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: a rule file holds “key: value” lines"),
        ("kind: [terms]\n", "1:1: the key “kind” is missing, or is no word"),
        ("kind: terms\nentries: &x\n  - *x\n", "3:5: “*x” stands for something written elsewhere"),
        (BOMB, "3:8: “*a” stands for something written elsewhere"),
        (RULE.replace("use: wrong", "use: !Kung"), "begins with an exclamation mark is a tag"),
        (RULE + "---\n" + RULE, "13:1: this is not plain YAML: a second document begins here"),
        ("kind: " + "[" * 10_000, "1:70: this is not plain YAML: this is nested more than 64"),
        ("- " * 10_000, "nested more than 64 deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(500)), "65:65"),
        (b"kind: terms\0\n", "1:12: this is not plain YAML: the control character U+0000"),
        (bytes(range(256)), "this is not UTF-8"),
        (RULE.encode("utf-16"), "this is not UTF-8"),
        (RULE.replace("[wrongg]", ""), "a list is expected"),
        (RULE.replace("[wrongg]", '[wrongg, ""]'), "an empty word stands in this list"),
        (RULE + 'message: "{found!z}"\n', "nothing but a name stands between braces"),
        (RULE + 'message: "{found:>9999999999}"\n', "nothing but a name stands between braces"),
        (RULE + "valid: {from: 2020-01-02, until: 2020-01-01}\n", "the last day stands before"),
        (RULE.replace("finds: wrongg", "finds: wrongg\n    format: pdf"), "“pdf” is no format"),
        (RULE + '"\\e[31m\\n::error::x": x\n', "the key “␛[31m ::error::x” is not known here"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_with_its_place(tmp_path: Path, text: str | bytes, told: str) -> None:
    write("a.txt", BAD)
    file = tmp_path / "book" / "a.yaml"
    write(str(file), text)
    result = run("check", "a.txt", "--stylebook", str(tmp_path / "book"))
    assert result.exit_code == 2
    assert f"{file}:" in result.stderr
    assert told in result.stderr


@pytest.mark.parametrize("text", ["\ufeff" + RULE, RULE.replace("\n", "\r\n"), "---\n" + RULE])
def test_marks_and_line_ends_of_windows_are_no_fault(tmp_path: Path, text: str) -> None:
    write("a.txt", BAD)
    write(str(tmp_path / "book" / "a.yaml"), text)
    assert run("check", "a.txt", "--stylebook", str(tmp_path / "book")).exit_code == 1


def test_a_hundred_thousand_brackets_in_front_matter_do_not_end_the_process(book: str) -> None:
    write("a.md", "---\ntitle: " + "[" * 100_000 + "]" * 100_000 + "\n---\n\nIt is wrongg.\n")
    status, out, _ = finish("check", "a.md", "--stylebook", book, "--format", "json")
    assert status == 1
    assert "nested more than 64 deep" in json.loads(out)["summary"]["remarks"][0]["text"]


@posix
def test_a_stylebook_with_pipes_broken_links_and_twins_is_told(tmp_path: Path) -> None:
    write("a.txt", BAD)
    folder = tmp_path / "book"
    write(str(folder / "a.yaml"), RULE)
    write(str(folder / "a.yml"), RULE)
    os.mkfifo(folder / "pipe.yaml")
    os.symlink("nowhere", folder / "broken.yaml")
    os.symlink("loop.yaml", folder / "loop.yaml")
    os.symlink(".", folder / "in-itself")
    (folder / "folder.yaml").mkdir()
    result = run("check", "a.txt", "--stylebook", str(folder))
    assert result.exit_code == 2
    for told in ("pipe.yaml: cannot be read", "broken.yaml: cannot", "loop.yaml: cannot",
                 "a.yml: ", "4 complaints"):  # fmt: skip
        assert told in result.stderr


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b"[" * 100_000, b"\xff", None])
def test_a_damaged_cache_is_passed_over(book: str, tmp_path: Path, damage: bytes | None) -> None:
    write("a.txt", BAD)
    base = ("check", "a.txt", "--stylebook", book)
    assert run(*base).exit_code == 1
    (kept,) = (tmp_path / "cache").glob("book-*")
    if damage is None:
        kept_parts = Container(kept)
        parts = {name: kept_parts[name] for name in ("about", "phrases")}
        damage = packed(parts)  # whole, but without its cards
    kept.write_bytes(damage)
    assert run(*base).exit_code == 1


def test_a_file_that_changes_while_it_is_read_makes_the_cache_stale(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lint.stylebook import gathering as module

    changed = RULE.replace("wrongg", "wronggg")

    def read_slowly(text: str, path: str) -> Any:
        write(path, changed)
        return parse(text, path)

    parse = module.parse
    monkeypatch.setattr(module, "parse", read_slowly)
    load_stylebook(book)
    monkeypatch.undo()
    (entry,) = load_stylebook(book).checks["a"].options.entries
    assert entry.wrong == ("wronggg",)


# --- configuration


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("copydesk.yaml", "[]", "1:1: here “key: value” is expected"),
        ("copydesk.yaml", "rules:\n  a: on\n", "2:3: “on” stands where “key: value” is expected"),
        ("copydesk.yaml", "paths: {in: ['[z-a]']}", "1:14: “[z-a]” is no glob"),
        ("copydesk.yaml", "overrides: [{paths: ['!']}]", "“!” is no glob"),
        ("copydesk.yaml", "select: ['']", "an empty word stands in this list"),
        ("copydesk.yaml", b"\xff\xfe", "is not UTF-8"),
        ("copydesk.yaml", "a: " + "{a: " * 10_000, "nested more than 64 deep"),
        ("pyproject.toml", "[tool.copydesk]\nx = " + "[" * 100_000, "nested too deep"),
        ("pyproject.toml", "[tool.copydesk]\nx = " + "9" * 5_000, "this is not TOML"),
        ("stet.yaml", "stet: x", "1:1: here a list is expected"),
        ("stet.yaml", b"\xff", "is not UTF-8"),
    ],
)  # fmt: skip
def test_broken_settings_are_told(book: str, name: str, text: str | bytes, told: str) -> None:
    write("a.txt", BAD)
    write(name, text)
    result = run("check", "a.txt", "--stylebook", book)
    assert result.exit_code == 2
    assert name in result.stderr
    assert told in result.stderr


def test_keys_with_nothing_after_them_say_nothing(book: str) -> None:
    write("a.txt", BAD)
    write("copydesk.yaml", f"stylebook: ['{book}']\nselect:\nignore:\nrules:\noverrides:\npaths:\n")
    write("stet.yaml", "stet:\n")
    result = run("check", "a.txt", "--format", "json")
    assert result.exit_code == 1
    (finding,) = json.loads(result.stdout)["findings"]
    assert run("stet", finding["fingerprint"], "a.txt", "--reason", "so").exit_code == 0
    assert run("check", "a.txt").exit_code == 0


def test_a_table_that_is_none_is_no_configuration(book: str) -> None:
    write("a.txt", BAD)
    write("pyproject.toml", "tool = 5 # [tool.copydesk]\n")
    assert run("check", "a.txt", "--stylebook", book).exit_code == 1


def test_lines_of_gitignore_that_are_no_globs_are_passed_over(book: str) -> None:
    write("a.txt", BAD)
    write("draft/b.txt", BAD)
    Path(".git").mkdir()
    write(".gitignore", b"!\n[z-a]\n[[:alpha:]]\n\\\n\xff\ndraft/\n")
    result = run("check", ".", "--stylebook", book, "--format", "json")
    assert json.loads(result.stdout)["summary"]["files"] == 1


@pytest.mark.parametrize(
    "text",
    [
        b"", b"{}", b"[]", b"[" * 100_000, b"\xff", b'{"version": 9, "accepted": {}}',
        b'{"version": 1, "accepted": {"a.txt": 5}}',
        b'{"version": 1, "accepted": {"a.txt": {"x": "y"}}}',
        b'{"version": 1, "accepted": {"a.txt": {"x": NaN}}}',
    ],
)  # fmt: skip
def test_a_broken_baseline_is_told(book: str, text: bytes) -> None:
    write("a.txt", BAD)
    write("base.json", text)
    result = run("check", "a.txt", "--stylebook", book, "--baseline", "base.json")
    assert result.exit_code == 2
    assert "base.json: is no baseline" in result.stderr


def test_half_surrogates_in_a_baseline_do_no_harm(book: str) -> None:
    write("a.txt", BAD)
    write("base.json", '{"version": 1, "accepted": {"\\ud800.txt": {"\\udfff": 1}}}')
    assert run("check", "a.txt", "--stylebook", book, "--baseline", "base.json").exit_code == 1
