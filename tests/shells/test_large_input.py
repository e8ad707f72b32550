"""Much of a muchness: what would take hours if the work grew with the square of the input."""

from __future__ import annotations

import json
import sys

import pytest

from lint.engine import Engine
from lint.fixing import mend
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from tests.conftest import WRONGG, WriteBook, terms_rule
from tests.shells.command import HEADED, run, write

RULE = terms_rule(WRONGG)
posix = pytest.mark.skipif(sys.platform == "win32", reason="asks for a POSIX system")


pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture
def book(write_book: WriteBook) -> str:
    return str(write_book(a=RULE))


@pytest.mark.parametrize(
    ("ending", "piece"),
    [
        ("txt", "wrongg "), ("txt", "http://a.b wrongg "), ("txt", "a@b.c wrongg "),
        ("txt", "“wrongg "), ("txt", "'a wrongg"), ("txt", "Mr. A. wrongg "), ("txt", "wrongg\n"),
        ("txt", "wrongg\r"), ("html", "<p>wrongg <!-- stet: so --></p>"), ("html", "&amp;wrongg "),
        ("html", "<b>wrongg "), ("md", "wrongg\n\n<!-- stet: so -->\n\n"), ("md", "*wrongg "),
    ],
)  # fmt: skip
def test_a_large_file_of_slips_is_checked_and_mended(book: str, ending: str, piece: str) -> None:
    engine = Engine([load_stylebook(book).checks["a"]])
    source = HEADED + piece * (60_000 // len(piece)) + " @ wrongg.\n"
    article = read_article(source, f"a.{ending}")
    checked = engine.check(article)
    told = checked.findings + checked.stood
    assert sum(f.text == "wrongg" for f in told) == article.prose.count("wrongg")
    mended = mend(source, lambda text: engine.check(read_article(text, article.path)).findings)
    assert mended.source.count("wrongg") <= source.count("wrongg") - len(mended.applied)


@pytest.mark.parametrize("filler", ["a", ".", "a.a-", " ", "'", "“", "@", "a@", "-", "\u0301", "["])
def test_a_line_of_countless_characters_is_read_to_its_end(book: str, filler: str) -> None:
    engine = Engine([load_stylebook(book).checks["a"]])
    source = f"{HEADED}x@y.zz {filler * (300_000 // len(filler))} . It is wrongg.\n"
    article = read_article(source, "a.txt")
    assert [finding.text for finding in engine.check(article).findings] == ["wrongg"]


def test_a_file_of_very_many_lines_is_read_to_its_end(book: str) -> None:
    write("a.txt", "ab\n" * 200_000 + "It is wrongg.\n")
    result = run("check", "a.txt", "--stylebook", book, "--format", "jsonl")
    assert json.loads(result.stdout)["start"]["line"] == 200_001


def test_a_line_of_countless_doubled_words_is_read_to_its_end() -> None:
    engine = Engine([load_stylebook().checks["repetition/words"]])
    source = f"{HEADED}{'They took market market goods in town. ' * 20_000}It is is so.\n"
    told = engine.check(read_article(source, "a.txt")).findings
    assert [finding.text for finding in told] == ["is is"]
