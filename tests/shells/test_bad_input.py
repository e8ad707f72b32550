"""Bad files end no run: each is told in a clear line, and no byte of copy is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from lint.reports import FORMATS
from lint.shells.configuration import Configuration
from lint.shells.files import gather
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import BAD, finish, run, write

RULE = terms_rule(WRONGG)
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX system")


pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture
def book(write_book: WriteBook) -> str:
    return str(write_book(a=RULE))


@posix
def test_pipes_devices_and_links_in_a_circle_end_no_run(book: str) -> None:
    write("a.txt", BAD)
    write("folder.txt/b.txt", BAD)
    os.mkfifo("pipe.txt")
    os.symlink("nowhere", "broken.txt")
    os.symlink("self.txt", "self.txt")
    os.symlink(".", "one")
    os.symlink(".", "two")  # through two links to itself there are 2 ** 40 ways
    status, out, err = finish(
        "check", ".", "**/*.txt", "pipe.txt", "/dev/zero", "", "a.txt/x", "--stylebook", book,
        "--format", "json",
    )  # fmt: skip
    assert status == 2
    assert [f["path"] for f in json.loads(out)["findings"]] == ["a.txt", "folder.txt/b.txt"]
    for told in (
        b"pipe.txt: is no ordinary file",
        b"/dev/zero: is no ordinary file",
        b"broken.txt: is gone",
        b"self.txt: cannot be read: Too many levels of symbolic links",
        b"this path is empty",
        b"a.txt/x: Not a directory",
    ):
        assert told in err, told


def test_a_file_is_checked_once_however_it_is_named() -> None:
    write("a.txt", BAD)
    files, _ = gather(["a.txt", "./a.txt", ".", "*.txt", "**"], Configuration())
    assert files == ["a.txt"]


HOSTILE_NAMES = [
    b"new\nline.txt", b"\n::error file=x::pwned.txt", b"q\"u'o.txt", b"\xff\xfe.txt",
    b"\x1b[31m.txt", b"%0A::error::x,y:z.txt", b"<img src=x onerror=alert(1)>.txt",
    b"n" * 251 + b".txt", b" a .txt", b"-x.txt", "e\u0301\u202egnp.txt".encode(),
]  # fmt: skip


def write_hostile() -> None:
    for name in HOSTILE_NAMES:
        Path(os.fsdecode(name)).write_text(BAD, "utf-8")
    Path("\n::error::nul\x1b[2J.txt").write_bytes(b"\0")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("form", list(FORMATS))
def test_hostile_names_steer_neither_terminal_nor_reader(book: str, form: str) -> None:
    write_hostile()
    status, out, err = finish("check", ".", "--stylebook", book, "--format", form)
    assert status == 2
    assert b"\x1b" not in out + err
    commands = [line for line in (out + b"\n" + err).split(b"\n") if line.startswith(b"::")]
    assert len(commands) == (12 if form == "github" else 0)
    if form in {"json", "sarif"}:
        json.loads(out)
    elif form == "jsonl":
        assert len([json.loads(line) for line in out.splitlines()]) == 11
    elif form == "junit":
        ET.fromstring(out)
    elif form == "html":
        assert b"<img" not in out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_hostile_names_in_baseline_patch_and_fix(book: str) -> None:
    write_hostile()
    Path("\n::error::nul\x1b[2J.txt").unlink()
    base = ("check", ".", "--stylebook", book)
    assert run(*base, "--write-baseline", "base.json").exit_code == 0
    assert run(*base, "--baseline", "base.json").exit_code == 0
    if shutil.which("git"):
        _, patch, _ = finish("fix", ".", "--stylebook", book, "--diff")
        subprocess.run(["git", "init", "-q", "."], check=True)
        subprocess.run(["git", "apply", "-"], input=patch, check=True)
        assert run(*base).exit_code == 0
        write_hostile()
    assert run("fix", ".", "--stylebook", book).exit_code == 2  # for the file with the NUL
    for name in HOSTILE_NAMES:
        assert Path(os.fsdecode(name)).read_text("utf-8") == BAD.replace("wrongg", "wrong")


COPY = "A headline stands here\n\nIt is wrongg “so” café 😀, wrongg.\n"


@pytest.mark.parametrize("ending", ["txt", "md", "html"])
@pytest.mark.parametrize(
    ("mark", "encoding", "copy"),
    [
        (b"", "utf-8", COPY),
        (b"\xef\xbb\xbf", "utf-8", COPY),
        (b"\xef\xbb\xbf" * 2, "utf-8", COPY),  # two marked files put together
        (b"\xff\xfe", "utf-16-le", COPY),
        (b"\xff\xfe" * 2, "utf-16-le", COPY),
        (b"\xfe\xff", "utf-16-be", COPY),
        (b"\xff\xfe\0\0", "utf-32-le", COPY),
        (b"\0\0\xfe\xff" * 2, "utf-32-be", COPY),
        (b"", "cp1252", COPY.replace("😀", "")),
        (b"", "utf-8", COPY.replace("\n", "\r")),
        (b"", "utf-8", COPY.replace("\n", "\r\n\r")),
        (b"", "utf-8", "wrongg"),
        (b"", "utf-8", "\x1b\x07wrongg\x0c\x1c\x85\u2028wrongg"),
    ],
)
def test_a_fix_changes_no_byte_but_those_of_the_words(
    book: str, ending: str, mark: bytes, encoding: str, copy: str
) -> None:
    path = write(f"a.{ending}", mark + copy.encode(encoding))
    assert run("fix", path.name, "--stylebook", book).exit_code == 0
    assert path.read_bytes() == mark + copy.replace("wrongg", "wrong").encode(encoding)


@pytest.mark.parametrize(
    "raw",
    [
        b"\0", COPY.encode("utf-16-le"), b"\xff\xfe" + b"a\0b", b"\xff\xfe\0\xd8a\0",
        b"\xff\xfe\0\0\xff\xff\xff\xff", b"\xef\xbb\xbf\xed\xa0\x80",
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_and_left(book: str, raw: bytes) -> None:
    path = write("a.txt", raw)
    for command in ("check", "fix"):
        result = run(command, "a.txt", "--stylebook", book)
        assert result.exit_code == 2
        assert "a.txt: " in result.output
    assert path.read_bytes() == raw


@pytest.mark.parametrize("form", list(FORMATS))
def test_next_to_nothing_is_no_fault(form: str) -> None:
    for number, raw in enumerate((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\n", b"\r", b" ", b"x")):
        for ending in ("txt", "md", "html"):
            write(f"{number}.{ending}", raw)
    result = run("check", ".", "--format", form)
    assert result.exit_code == 0, result.output
