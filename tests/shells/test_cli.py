"""The command line as a person meets it, on real files, in real processes where it matters."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.conftest import ROOT, WRONGG, WriteBook, terms_rule
from tests.shells.command import HEADED, run, write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def book(write_book: WriteBook) -> str:
    warning = terms_rule("  - use: c\n    not: [dd]\n", more="speech: skip\n")
    warning = warning.replace("severity: error", "severity: warning")
    return str(write_book(**{"names/a": terms_rule(WRONGG), "terms/b": warning}))


def found(result: Result) -> list[str]:
    return [finding["text"] for finding in json.loads(result.stdout)["findings"]]


def test_clean_copy_is_status_0_and_a_slip_is_status_1(book: str) -> None:
    write("a.txt", HEADED + "All is well.")
    assert run("check", "a.txt", "--stylebook", book).exit_code == 0
    write("a.txt", HEADED + "All is wrongg.")
    result = run("check", "a.txt", "--stylebook", book)
    assert result.exit_code == 1
    assert "wrongg" in result.stdout
    assert "names/a" in result.stdout


def test_a_broken_stylebook_is_status_2_with_every_complaint(write_book: WriteBook) -> None:
    root = write_book(a="kind: termz\n", b=terms_rule(WRONGG) + "colour: red\n")
    result = run("check", ".", "--stylebook", str(root))
    assert result.exit_code == 2
    assert "a.yaml:1:1" in result.stderr
    assert "b.yaml:13:1" in result.stderr
    assert "2 complaints" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("check", "nowhere.txt"),
        ("check", ".", "--config", "nowhere.yaml"),
        ("check", ".", "--stylebook", "nowhere"),
        ("check", ".", "--select", "nothing/like/it"),
        ("check", ".", "--format", "pdf"),
        ("check", ".", "--jobs", "-1"),
        ("check", ".", "--baseline", "nowhere.json"),
        ("explain", "names/poeple"),
        ("nothing",),
        ("stet", "0123456789abcdef", "--reason", "x"),
        ("stet", "xyz", "--reason", "x"),
    ],
)
def test_a_wrong_command_is_status_2_without_a_traceback(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_one_unreadable_file_is_told_and_the_run_goes_on(book: str) -> None:
    write("a.txt", HEADED + "All is wrongg.")
    write("b.txt", b"not\x00text")
    result = run("check", ".", "--stylebook", book, "--format", "json")
    assert result.exit_code == 2
    assert found(result) == ["wrongg"]
    (unreadable,) = json.loads(result.stdout)["summary"]["unreadable"]
    assert unreadable["path"].endswith("b.txt")
    assert "NUL" in unreadable["reason"]


def test_select_ignore_and_severity_choose_what_is_told(book: str) -> None:
    write("a.txt", HEADED + "It is wrongg and dd.")

    def told(*options: str) -> list[str]:
        return found(run("check", ".", "--stylebook", book, "--format", "json", *options))

    assert told() == ["wrongg", "dd"]
    assert told("--select", "terms") == ["dd"]
    assert told("--ignore", "terms/b") == ["wrongg"]
    assert told("--severity", "error") == ["wrongg"]


def test_the_failing_severity_and_exit_zero(book: str) -> None:
    write("a.txt", HEADED + "It is dd.")
    base = ("check", ".", "--stylebook", book)
    assert run(*base).exit_code == 1
    assert run(*base, "--fail-on", "error").exit_code == 0
    assert run(*base, "--exit-zero").exit_code == 0


def test_standard_input_is_checked_under_the_name_given(book: str) -> None:
    source = b"# Head\n\nIt is wrongg.\n"
    result = run(
        "check",
        "-",
        "--stdin-filename",
        "x.md",
        "--stylebook",
        book,
        "--format",
        "json",
        input=source,
    )
    assert json.loads(result.stdout)["findings"][0]["path"] == "x.md"


def test_a_report_can_go_to_a_file(book: str) -> None:
    write("a.txt", HEADED + "It is wrongg.")
    result = run("check", "a.txt", "--stylebook", book, "--format", "json", "--output", "out.json")
    assert result.stdout == ""
    assert json.loads(Path("out.json").read_text("utf-8"))["summary"]["findings"] == 1


def test_statistics_count_by_rule(book: str) -> None:
    write("a.txt", HEADED + "It is wrongg, wrongg and dd.")
    result = run("check", ".", "--stylebook", book, "--statistics")
    assert any(
        line.split()[:2] == ["names/a", "2"] or ("names/a" in line and "2" in line)
        for line in result.stdout.splitlines()
    )


def test_fix_writes_the_safe_fixes_and_every_other_byte_stays(book: str) -> None:
    before = "\ufeffHead of the story\r\n\r\nIt is wrongg’s 😀 end. \t\r\n".encode()
    path = write("a.txt", before)
    result = run("fix", "a.txt", "--stylebook", book)
    assert result.exit_code == 0, result.output
    assert path.read_bytes() == before.replace(b"wrongg", b"wrong")
    assert "1 slip mended in 1 article" in result.stderr


def test_a_second_fix_changes_nothing(book: str) -> None:
    path = write("a.txt", HEADED + "It is wrongg. “It is dd,” he said.")
    run("fix", "a.txt", "--stylebook", book)
    once, stamp = path.read_bytes(), path.stat().st_mtime_ns
    run("fix", "a.txt", "--stylebook", book)
    assert path.read_bytes() == once
    assert path.stat().st_mtime_ns == stamp


def test_fix_diff_shows_and_writes_nothing(book: str) -> None:
    path = write("a.txt", HEADED + "It is wrongg.")
    result = run("fix", "a.txt", "--diff", "--stylebook", book)
    assert result.exit_code == 1
    assert "-It is wrongg." in result.stdout
    assert "+It is wrong." in result.stdout
    assert "wrongg" in path.read_text("utf-8")


def test_unsafe_fixes_are_written_only_when_asked_for(write_book: WriteBook) -> None:
    root = str(write_book(a=terms_rule(WRONGG, more="fixes: unsafe\n")))
    path = write("a.txt", HEADED + "It is wrongg.")
    run("fix", "a.txt", "--stylebook", root)
    assert "wrongg" in path.read_text("utf-8")
    run("fix", "a.txt", "--unsafe", "--stylebook", root)
    assert "wrongg" not in path.read_text("utf-8")


def test_a_read_only_file_is_told_and_left(book: str) -> None:
    path = write("a.txt", HEADED + "It is wrongg.")
    path.chmod(0o444)
    result = run("fix", "a.txt", "--stylebook", book)
    assert result.exit_code == 2
    assert "read-only" in result.stderr
    assert "wrongg" in path.read_text("utf-8")


def test_old_windows_copy_is_mended_in_its_own_encoding(book: str) -> None:
    before = HEADED.encode() + b"It is \x93wrong\x94, he said, and wrongg caf\xe9 \x81.\n"
    path = write("a.txt", before)
    result = run("fix", "a.txt", "--stylebook", book)
    assert result.exit_code == 0
    assert path.read_bytes() == before.replace(b"wrongg", b"wrong")


def test_a_fix_beyond_the_encoding_is_refused(write_book: WriteBook) -> None:
    root = str(write_book(a=terms_rule("  - use: Łódź\n    not: [Lodz]\n")))
    before = HEADED.encode() + b"In Lodz, caf\xe9.\n"
    path = write("a.txt", before)
    result = run("fix", "a.txt", "--stylebook", root)
    assert result.exit_code == 2
    assert "save the file as UTF-8" in result.stderr
    assert path.read_bytes() == before


def test_fix_mends_standard_input_to_standard_output(book: str) -> None:
    result = run("fix", "-", "--stylebook", book, input="It is wrongg – so.\r\n".encode())
    assert result.stdout_bytes == "It is wrong – so.\r\n".encode()


def test_a_finding_is_let_stand_by_its_fingerprint_until_it_is_gone(book: str) -> None:
    path = write("a.txt", HEADED + "It is wrongg.")
    base = ("check", "a.txt", "--stylebook", book, "--format", "json")
    (finding,) = json.loads(run(*base).stdout)["findings"]
    said = run(
        "stet", finding["fingerprint"], "a.txt", "--reason", "a quotation", "--stylebook", book
    )
    assert said.exit_code == 0, said.output
    after = run(*base)
    assert (after.exit_code, found(after)) == (0, [])
    assert json.loads(after.stdout)["summary"]["suppressed"] == 1
    path.write_text("\n" + HEADED + "It is wrongg.", "utf-8")
    assert found(run(*base)) == []
    path.write_text(HEADED + "It is right.", "utf-8")
    (unused,) = json.loads(run(*base).stdout)["findings"]
    assert (unused["rule"], unused["start"]["line"]) == ("stet/unused", 2)
    again = run("stet", finding["fingerprint"], "a.txt", "--reason", "x", "--stylebook", book)
    assert again.exit_code == 2


def test_a_finding_is_let_stand_by_its_place(book: str) -> None:
    write("a.txt", HEADED + "It is wrongg.\n\nThis one is wrongg too.")
    base = ("--stylebook", book)
    assert run("stet", "a.txt:3:7", "--reason", "a quotation", *base).exit_code == 0
    (left,) = json.loads(run("check", "a.txt", *base, "--format", "json").stdout)["findings"]
    assert left["start"] == {"line": 5, "column": 13}
    for wrong in ("a.txt:3:8", "b.txt:3:7", "a.txt:3:7"):
        result = run("stet", wrong, "--reason", "x", *base)
        assert result.exit_code == 2, wrong
        assert result.stderr.strip()


def test_a_baseline_accepts_what_stands_and_tells_what_is_new(book: str) -> None:
    write("a.txt", HEADED + "It is wrongg as we all know.")
    base = ("check", ".", "--stylebook", book, "--format", "json")
    assert run(*base, "--write-baseline", "base.json").exit_code == 0
    assert found(run(*base, "--baseline", "base.json")) == []
    write("a.txt", HEADED + "It is wrongg as we all know. So is this: wrongg again.")
    assert len(found(run(*base, "--baseline", "base.json"))) == 1
    write("base.json", "{}")
    assert run(*base, "--baseline", "base.json").exit_code == 2


def test_several_processes_tell_the_same_in_the_same_order(book: str) -> None:
    for number in range(60):
        write(f"a/{number:03}.txt", HEADED + f"Number {number} is wrongg.")
    base = ("check", "a", "--stylebook", book, "--format", "jsonl")
    one, two = run(*base, "--jobs", "1"), run(*base, "--jobs", "2")
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") >= 60


def test_explain_shows_the_rule_and_the_kind(book: str) -> None:
    page = run("explain", "names/a", "--stylebook", book).stdout
    for part in ("names/a", "Because.", "This is wrongg.", "entries", "## Options"):
        assert part in page
    assert "Kind: terms" in run("explain", "terms").stdout


def test_rules_are_listed_and_put_to_the_test(book: str, write_book: WriteBook) -> None:
    listed = run("rules", "list", "--stylebook", book)
    assert "names/a" in listed.stdout
    assert "2 rules on, 0 off" in listed.stderr
    whole = write_book("whole", a=terms_rule(WRONGG))
    assert run("rules", "test", "--stylebook", str(whole)).exit_code == 0
    broken = write_book("broken", a=terms_rule(WRONGG).replace("So is this", "So is wrongg"))
    result = run("rules", "test", "--stylebook", str(broken))
    assert result.exit_code == 1
    assert "1 do not hold" in result.stdout


def test_a_book_that_does_not_build_on_the_shipped_one_says_so(write_book: WriteBook) -> None:
    alone = write_book("alone", a=terms_rule(WRONGG))
    assert "extends: [copydesk]" in run("rules", "list", "--stylebook", str(alone)).stderr
    (alone / "stylebook.yaml").write_text("extends: [copydesk]\n", "utf-8")
    assert "extends" not in run("rules", "list", "--stylebook", str(alone)).stderr


def test_a_rule_that_is_not_read_for_its_name_is_told(write_book: WriteBook) -> None:
    whole = write_book("whole", a=terms_rule(WRONGG))
    assert run("rules", "lint", "--stylebook", str(whole)).exit_code == 0
    (whole / "b.yaml.txt").write_text(terms_rule(WRONGG), "utf-8")
    told = run("rules", "lint", "--stylebook", str(whole))
    assert told.exit_code == 1
    assert "b.yaml.txt: this file is not read" in told.stdout


def test_the_manual_is_written_and_its_age_is_seen(book: str) -> None:
    base = ("rules", "manual", "docs", "--stylebook", book)
    assert run(*base, "--check").exit_code == 1
    assert run(*base).exit_code == 0
    assert run(*base, "--check").exit_code == 0
    shutil.copy("docs/README.md", "docs/gone.md")
    assert run(*base, "--check").exit_code == 1


def test_init_gives_a_desk_that_works_and_overwrites_nothing() -> None:
    assert run("init", "--name", "The “Gazette”: a paper").exit_code == 0
    tested = run("rules", "test", "names/house", "terms/house")
    assert tested.exit_code == 0, tested.output
    write("a.txt", HEADED + "The editor, Siobhan Achterburg, told The Gazette so.")
    result = run("check", "a.txt", "--format", "json")
    assert found(result) == ["Siobhan Achterburg", "The Gazette"]
    before = Path("copydesk.yaml").read_bytes()
    assert run("init").exit_code == 2
    assert Path("copydesk.yaml").read_bytes() == before


def test_help_and_version_are_quick_to_the_point() -> None:
    assert "Check articles" in run("--help").stdout
    assert run("--version").stdout.startswith("copydesk ")


def test_colour_is_kept_out_of_pipes(book: str) -> None:
    write("a.txt", HEADED + "It is wrongg.")
    command = [sys.executable, "-m", "lint", "check", "a.txt", "--stylebook", book]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("FORCE_COLOR", None)
    piped = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert b"\x1b[" not in piped.stdout
    forced = subprocess.run(
        command, capture_output=True, env={**environment, "FORCE_COLOR": "1"}, check=False
    )
    assert b"\x1b[" in forced.stdout
    none = subprocess.run(
        command,
        capture_output=True,
        env={**environment, "FORCE_COLOR": "1", "NO_COLOR": "1"},
        check=False,
    )
    assert b"\x1b[" not in none.stdout


def test_the_sample_articles_hold_their_slips(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    result = run("check", str(tmp_path / "seeds"), "--format", "json", "--severity", "warning")
    told = found(result)
    for slip in ("Diplomats leaving", "Lugovi", "county’s", "Polonium 210", "Vladimitr"):
        assert any(slip in text for text in told), slip
