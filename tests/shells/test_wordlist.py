"""A word that an editor lets stand goes into the house word list, and is let alone from then."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks import KINDS
from lint.shells.wordlist import add_words, load_words
from lint.stylebook.complaints import StylebookError
from tests.conftest import WriteBook
from tests.guessing import TABLE, guess_rule
from tests.shells.command import HEADED, run, write

COPY = HEADED + "They spent the night wrongging, he said of it.\n"
RULE = guess_rule("wrongging: wronging 0.8", "Keir Stamer: Keir Starmer 0.9", "dd: d 0.7")

pytestmark = pytest.mark.usefixtures("desk_folder")


@pytest.fixture(autouse=True)
def _kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "guess", TABLE)


@pytest.fixture
def book(write_book: WriteBook) -> str:
    return str(write_book(guess=RULE))


def found(book: str, *paths: str) -> list[str]:
    told = run("check", *(paths or (".",)), "--stylebook", book, "--format", "json").stdout
    return [finding["text"] for finding in json.loads(told)["findings"]]


def test_letting_a_finding_stand_offers_the_word_for_the_list(book: str) -> None:
    write("a.txt", COPY)
    said = run("stet", "a.txt:3:22", "--reason", "a coinage", "--stylebook", book)
    assert "is let stand in a.txt" in said.stdout
    assert "every article: copydesk words add wrongging\n" in said.stdout
    assert found(book) == []


def test_of_a_name_only_the_word_that_a_mend_would_change_is_offered(book: str) -> None:
    write("a.txt", HEADED + "It was Keir Stamer who came.\n")
    said = run("stet", "a.txt:3:8", "--reason", "another man", "--stylebook", book)
    assert said.stdout.endswith("copydesk words add Stamer\n")


def test_a_finding_of_an_inferred_kind_stays_let_stand_when_words_elsewhere_change(
    book: str,
) -> None:
    path = write("a.txt", COPY)
    run("stet", "a.txt:3:22", "--reason", "a coinage", "--stylebook", book)
    path.write_text(
        "Another headline\n\nMore copy before it.\n\nThey spent the night wrongging, he said of it"
        " week.\n\nMore dd after it.\n",
        "utf-8",
    )
    assert found(book) == ["dd"]
    path.write_text(HEADED + "All that night of wrongging was over.\n", "utf-8")
    assert "wrongging" in found(book), "other words around it are another finding"


def test_a_word_of_the_list_is_let_alone_in_every_article(book: str) -> None:
    write("a.txt", COPY)
    write("b.txt", HEADED + "WRONGGING is what Wrongging’s friends do. Keir Stamer too.\n")
    assert len(found(book)) == 5
    said = run("words", "add", "wrongging", "Stamer")
    assert "“wrongging” is a word of the house now, in" in said.stdout
    assert found(book) == []
    fixed = run("fix", ".", "--stylebook", book, "--unsafe")
    assert fixed.stderr.startswith("0 slips mended")


def test_words_may_stand_in_the_configuration_itself(book: str) -> None:
    write("a.txt", COPY)
    write("copydesk.yaml", "words: [wrongging]\n")
    assert found(book) == []


def test_the_list_is_where_the_configuration_says_and_is_no_article(book: str) -> None:
    write("copydesk.yaml", "word list: desk/words.txt\n")
    write("a.txt", COPY)
    write("desk/b.txt", COPY)
    write("desk/words.txt", "# coinages\nwrongging # since 2020\ndd\n")
    told = json.loads(run("check", ".", "--stylebook", book, "--format", "json").stdout)
    assert told["summary"]["files"] == 2
    assert told["findings"] == []
    run("words", "add", "ee")
    assert Path("desk/words.txt").read_text("utf-8").endswith("\ndd\nee\n"), "it had no order"


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("apple\ncherry\n", "banana", "apple\nbanana\ncherry\n"),
        ("apple\nCherry\n", "banana", "apple\nbanana\nCherry\n"),
        ("# All\n\nbanana\n", "apple", "# All\n\napple\nbanana\n"),
        ("apple\n# a fruit\ncherry # red\n", "banana", "apple\nbanana\n# a fruit\ncherry # red\n"),
        ("apple\n", "banana", "apple\nbanana\n"),
        ("apple", "banana", "apple\nbanana\n"),
        ("zebra\napple\n", "banana", "zebra\napple\nbanana\n"),
        ("apple\r\ncherry\r\n", "banana", "apple\r\nbanana\r\ncherry\r\n"),
        ("\ufeffapple\n", "banana", "\ufeffapple\nbanana\n"),
        ("", "banana", "banana\n"),
        ("apple\n", "Apple’s", "apple\n"),
    ],
)
def test_a_word_is_put_in_its_place_and_the_rest_stays(before: str, word: str, after: str) -> None:
    path = write("words.list", before)
    add_words(path, [word])
    assert path.read_bytes() == after.encode()


def test_a_new_list_says_what_it_is() -> None:
    assert run("words", "add", "beta", "Alpha", "beta", "Keir  Stamer").exit_code == 0
    head, *words = Path("words.list").read_text("utf-8").splitlines()
    assert head.startswith("# ")
    assert words == ["Alpha", "beta", "Keir Stamer"]
    assert "stand in" in run("words", "add", "ALPHA", "beta").stdout


NAMES = st.from_regex(r"[A-Za-zé]{1,6}(?:[ '-][a-z]{1,5})?", fullmatch=True)


@given(st.lists(NAMES), st.lists(NAMES))
def test_whatever_is_added_is_in_the_list_and_nothing_is_lost(
    first: list[str], second: list[str]
) -> None:
    path = Path("any.list")
    path.unlink(missing_ok=True)
    add_words(path, first)
    before = load_words(path) if first else ()
    added = add_words(path, second)
    after = load_words(path) if first or second else ()
    assert sorted(after) == sorted([*before, *added])
    folded = {word.casefold() for word in after}
    assert {word.casefold().removesuffix("'s") for word in (*first, *second)} <= {
        word.removesuffix("'s") for word in folded
    }
    assert add_words(path, [*first, *second]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("apple\n--\n", "words.list:2:1: “--” is no word"),
        ("a story of many words stands here\n", "words.list:1:1: this is more than a word"),
        ("x" * 81, "more than a word or a name"),
        ("apple\nba\x1bnana\n", "words.list:2:1: characters stand here that cannot be seen"),
        (b"apple\ncaf\xe9\n", "words.list:2:1: this is not UTF-8"),
    ],
)
def test_what_is_no_word_list_is_told_with_its_place(
    book: str, text: str | bytes, expected: str
) -> None:
    write("a.txt", COPY)
    path = write("words.list", text)
    with pytest.raises(StylebookError) as caught:
        load_words(path)
    assert expected in str(caught.value)
    result = run("check", "a.txt", "--stylebook", book)
    assert result.exit_code == 2
    assert expected in result.stderr
    before = path.read_bytes()
    assert run("words", "add", "new").exit_code == 2
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_list_is_told() -> None:
    Path("words.list").mkdir()
    result = run("words", "add", "new")
    assert result.exit_code == 2
    assert "words.list: is no ordinary file" in result.stderr


@pytest.mark.parametrize("word", ["", "--", "one two three four five six", "a\x1b[2Jb", "#"])
def test_what_is_no_word_is_not_added(word: str) -> None:
    result = run("words", "add", "fine", "--", word)
    assert result.exit_code == 2
    assert not Path("words.list").exists()


def test_a_word_of_the_configuration_that_is_none_is_told_with_its_place(book: str) -> None:
    write("a.txt", COPY)
    write("copydesk.yaml", "severity: error\nwords:\n  - fine\n  - --\n")
    result = run("check", "a.txt", "--stylebook", book)
    assert result.exit_code == 2
    assert "copydesk.yaml:4:5: “--” is no word" in result.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="asks for a user who may not write"
)
def test_a_list_that_may_not_be_written_is_told_and_left() -> None:
    path = write("words.list", "apple\n")
    path.chmod(0o444)
    result = run("words", "add", "new")
    assert result.exit_code == 2
    assert "read-only" in result.stderr
    assert path.read_text("utf-8") == "apple\n"
