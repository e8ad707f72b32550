"""A wrong command, closed streams, killed processes: told, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from lint.engine import Engine
from lint.shells.cli import main
from lint.shells.configuration import Configuration
from lint.shells.files import gather
from lint.shells.workers import in_order
from tests.conftest import ROOT, WRONGG, WriteBook, terms_rule
from tests.shells.command import BAD, HEADED, finish, process, run, write

RULE = terms_rule(WRONGG)
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX system")


pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture
def book(write_book: WriteBook) -> str:
    return str(write_book(a=RULE))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check", "-", "a.txt"), "a dash is standard input, and stands alone"),
        (("fix", "a.txt", "-"), "a dash is standard input, and stands alone"),
        (("check", "a.txt", "--stdin-filename", "x.md"), "names standard input"),
        (("check", "a.txt", "--baseline", "a", "--write-baseline", "b"), "cannot stand together"),
        (("check", "a.txt", "--output", "nowhere/x"), "its folder is not there"),
        (("check", "a.txt", "--output", "folder"), "is a folder"),
        (("check", "a.txt", "--output", "./a.txt"), "is one of the files to check"),
        (("check", ".", "--output", "link.txt"), "is one of the files to check"),
        (("check", ".", "--write-baseline", "a.txt"), "is one of the files to check"),
        (("check", "a.txt", "--write-baseline", "nowhere/x"), "its folder is not there"),
        (("fix", "-"), "NUL"),
    ],
)
def test_commands_that_would_lose_something_are_refused(
    book: str, words: tuple[str, ...], told: str
) -> None:
    write("a.txt", BAD)
    os.link("a.txt", "link.txt")
    Path("folder").mkdir()
    result = run(*words, "--stylebook", book, input=b"\0")
    assert result.exit_code == 2
    assert told in result.stderr
    assert Path("a.txt").read_text("utf-8") == BAD


def test_a_page_of_an_earlier_run_is_written_again_and_not_checked(book: str) -> None:
    write("a.txt", BAD)
    base = ("check", ".", "--stylebook", book, "--format", "html", "--output", "page.html")
    assert run(*base).exit_code == 1
    first = Path("page.html").read_bytes()
    assert run(*base).exit_code == 1
    assert Path("page.html").read_bytes() == first
    article = write("page.html", "<p>It is wrongg.</p>")
    assert run(*base).exit_code == 2
    assert article.read_text("utf-8") == "<p>It is wrongg.</p>"


@posix
def test_a_pipe_is_written_to_and_not_put_aside(book: str) -> None:
    write("a.txt", BAD)
    os.mkfifo("pipe")
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(Path("pipe").read_bytes()))
    reader.start()
    run("check", "a.txt", "--stylebook", book, "--output", "pipe", "--format", "json")
    reader.join()
    assert json.loads(heard[0])["summary"]["findings"] == 1
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)


@posix
@pytest.mark.parametrize(
    ("line", "status", "told"),
    [
        ("check - <&-", 2, "standard input is closed"),
        ("fix - <&-", 2, "standard input is closed"),
        ("check a.txt >&-", 1, ""),
        ("check nowhere.txt >&- 2>&-", 2, ""),
        ("check a.txt --format json > /dev/full", 2, "No space left on device"),
        ("fix a.txt --diff > /dev/full", 2, "No space left on device"),
        ("check many --format json --jobs 2 | head -1; exit ${PIPESTATUS[0]}", 141, ""),
    ],
)  # fmt: skip
def test_streams_that_are_closed_full_or_cut_off(
    book: str, line: str, status: int, told: str
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    write("a.txt", BAD)
    for number in range(60):
        write(f"many/{number}.txt", HEADED + "It is wrongg. " * 50)
    command = f"{sys.executable} -m lint " + line.replace(" ", f" --stylebook {book} ", 1)
    result = subprocess.run(
        ["bash", "-c", command],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert result.returncode == status, result.stderr
    assert told in result.stderr.decode()
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr


def test_a_terminal_that_knows_only_ascii_is_told_in_ascii(book: str) -> None:
    write("café “x”.txt", "A headline stands here\n\nIt’s wrongg “so”.\n")
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    text = finish("check", ".", "--stylebook", book, env=environment)
    assert text[0] == 1
    assert text[1].isascii()
    machine = finish("check", ".", "--stylebook", book, "--format", "jsonl", env=environment)
    (finding,) = map(json.loads, machine[1].decode("utf-8").splitlines())
    assert finding["path"] == "café “x”.txt"
    patch = finish("fix", ".", "--stylebook", book, "--diff", env=environment)[1]
    assert "+It’s wrong “so”." in patch.decode("utf-8")
    stet = ("stet", finding["fingerprint"], finding["path"], "--reason", "“é”")
    assert finish(*stet, "--stylebook", book, env=environment)[0] == 0


def test_the_manual_takes_away_no_page_but_its_own(book: str) -> None:
    write("docs/notes.md", "# Notes\n")
    base = ("rules", "manual", "docs", "--stylebook", book)
    assert run(*base).exit_code == 0
    assert Path("docs/notes.md").read_text("utf-8") == "# Notes\n"
    write("other/README.md", "# Ours\n")
    refused = run("rules", "manual", "other", "--stylebook", book)
    assert refused.exit_code == 2
    assert Path("other/README.md").read_text("utf-8") == "# Ours\n"


def test_a_fault_of_the_program_is_told_of_its_file_and_the_run_goes_on(
    book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        write(f"{name}.txt", BAD)
    whole = Engine.check

    def failing(engine: Engine, article: Any, *rest: Any) -> Any:
        if article.path == "b.txt":
            raise KeyError("a fault")
        return whole(engine, article, *rest)

    monkeypatch.setattr(Engine, "check", failing)
    result = run("check", ".", "--stylebook", book, "--format", "json")
    assert result.exit_code == 2
    told = json.loads(result.stdout)
    assert [finding["path"] for finding in told["findings"]] == ["a.txt", "c.txt"]
    assert "fault of copydesk" in told["summary"]["unreadable"][0]["reason"]
    fixed = run("fix", ".", "--stylebook", book)
    assert fixed.exit_code == 2
    assert Path("b.txt").read_text("utf-8") == BAD
    assert "wrongg" not in Path("c.txt").read_text("utf-8")
    monkeypatch.setenv("COPYDESK_TRACEBACK", "1")
    with pytest.raises(KeyError):
        CliRunner().invoke(main, ["check", ".", "--stylebook", book], catch_exceptions=False)


def _once(marks: Path, item: str) -> str:
    """Work that dies at “always” every time, and at “once” the first time."""
    mark = marks / item
    if item == "always" or (item == "once" and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return item.upper()


def _make(marks: Path) -> Callable[[str], str]:
    return partial(_once, marks)


@posix
def test_a_worker_that_is_killed_costs_at_most_the_file_it_was_at(tmp_path: Path) -> None:
    items = [f"a{n}" for n in range(70)] + ["once"] + ["b"] * 5 + ["always"] + ["c"] * 40
    given = list(in_order(partial(_make, tmp_path), items, 2, lambda item: f"{item} kills"))
    assert given == ["always kills" if item == "always" else item.upper() for item in items]


@posix
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_process(book: str, stop: signal.Signals) -> None:
    for number in range(400):
        write(f"many/{number}.txt", HEADED + "It is wrongg. " * 50)
    # Nobody reads the report, so the run cannot have ended before it is stopped.
    with process(
        "check", "many", "--stylebook", book, "--format", "jsonl", "--jobs", "2",
        start_new_session=True,
    ) as started:  # fmt: skip
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.read(1)
        if stop == signal.SIGINT:
            os.killpg(started.pid, stop)  # as Ctrl-C in a terminal does
        else:
            started.kill()
        told = started.stderr.read()  # ends when the last process that could write has ended
    if stop == signal.SIGINT:
        assert started.returncode == 130
        assert told == b"copydesk: stopped\n"
    else:
        assert told == b""


@posix
def test_a_fix_killed_on_its_way_leaves_every_article_old_or_new(book: str) -> None:
    old = HEADED + "It is wrongg. " * 200
    for number in range(60):
        write(f"many/{number:02}.txt", old)
    with process("fix", "many", "--stylebook", book) as started:
        while Path("many/05.txt").read_text("utf-8") == old and started.poll() is None:
            pass
        started.kill()
    new = old.replace("wrongg", "wrong")
    names = {path.name for path in Path("many").glob("[0-9]*")}
    assert names == {f"{number:02}.txt" for number in range(60)}
    assert {path.read_text("utf-8") for path in Path("many").glob("[0-9]*")} <= {old, new}
    taken, _ = gather(["many", "many/*", "**/*"], Configuration())
    assert {Path(path).name for path in taken} == names


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("nowhere.txt:1:1", "nowhere.txt: there is no such file"),
        ("a.txt:9:9", "no finding a.txt:9:9"),
        ("a.txt:" + "9" * 5_000 + ":1", "names no finding"),
        ("nul.txt:1:1", "nul.txt: is no text"),
        ("::", "names no finding"),
    ],
)
def test_a_stet_for_what_is_not_there_says_why(book: str, place: str, told: str) -> None:
    write("a.txt", BAD)
    write("nul.txt", b"\0")
    result = run("stet", place, "--reason", "so", "--stylebook", book)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not Path("stet.yaml").exists()
