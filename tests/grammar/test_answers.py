"""Answers kept between runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.advice import Advice
from lint.grammar import answers as kept
from lint.grammar.answers import NAME, Answers, remembered

SAID = Advice(2, 5, "A_NNS", "GRAMMAR", "“Places” – so it is 😀", ("several",), True)
ODD = "Half of a pair: \ud800; and é, 😀."


def test_an_answer_is_found_again_whole(tmp_path: Path) -> None:
    first = Answers(tmp_path)
    first.keep("asked", {ODD: [SAID], "Nothing wrong.": []})
    first.close()
    again = Answers(tmp_path)
    assert again.recall("asked", [ODD, "Nothing wrong.", "Never seen."]) == {
        ODD: [SAID], "Nothing wrong.": [],
    }  # fmt: skip
    assert remembered(tmp_path) == 2


def test_another_engine_language_or_list_has_answers_of_its_own(tmp_path: Path) -> None:
    store = Answers(tmp_path)
    store.keep("LanguageTool 6.8 en-GB", {"A text.": [SAID]})
    assert store.recall("LanguageTool 6.9 en-GB", ["A text."]) == {}


def test_without_a_folder_answers_last_as_long_as_the_run() -> None:
    store = Answers(None)
    store.keep("asked", {"A text.": [SAID]})
    assert store.recall("asked", ["A text."]) == {"A text.": [SAID]}


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough" * 50])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / NAME).write_bytes(damage)
    store = Answers(tmp_path)
    store.keep("asked", {"A text.": [SAID]})
    assert store.recall("asked", ["A text."]) == {"A text.": [SAID]}


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    store = Answers(blocked)
    store.keep("asked", {"A text.": [SAID]})
    assert store.recall("asked", ["A text."]) == {"A text.": [SAID]}


def test_the_file_stays_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 20)
    monkeypatch.setattr(kept, "_SPARE", 10)
    store = Answers(tmp_path)
    store.keep("asked", {f"Text {number}.": [] for number in range(50)})
    store.close()
    assert remembered(tmp_path) == 10


def test_the_version_of_a_server_is_remembered(tmp_path: Path) -> None:
    Answers(tmp_path).keep_version("http://grammar:8081", "6.8")
    assert Answers(tmp_path).version_of("http://grammar:8081") == "6.8"
    assert Answers(tmp_path).version_of("http://other:8081") == ""
