"""Rule files are read into plain data; places are looked for only to complain."""

from __future__ import annotations

import gc

import pytest

from lint import yamldata
from lint.stylebook import document
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from lint.stylebook.document import parse
from lint.yamldata import NotPlain, plain_data
from tests.conftest import ROOT

RULES = sorted((ROOT / "rules").rglob("*.yaml"))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("use: No\n", {"use": "No"}),
        ("a: {b: [c, 'd'], e: }\nf:\n- g\n-\n", {"a": {"b": ["c", "d"], "e": ""}, "f": ["g", ""]}),
        ("- |\n  two\n  lines\n- >-\n  one\n  line\n", ["two\nlines\n", "one line"]),
        ("--- word\n...\n", "word"),
        ("a: &mark b\n", {"a": "b"}),
    ],
)
def test_plain_data_is_what_is_written(text: str, data: object) -> None:
    assert plain_data(text) == data


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: b\na: c\n", (2, 1), "twice"),
        ("a: &x b\nc: *x\n", (2, 4), "written elsewhere"),
        ("a: !tag b\n", (1, 4), "is a tag"),
        ("? [a]\n: b\n", (1, 3), "a key must be a word"),
        ("'': b\n", (1, 1), "a key must be a word"),
        ("a: b\n--- c\n", (2, 1), "a second document"),
        ("a:\n\tb: c\n", (2, 1), "a tab"),
        ("a: [b\n", (2, 1), "not plain YAML"),
        ("a: b\x07\n", (1, 5), "control character"),
        ("[" * 70 + "]" * 70, (1, 65), "nested"),
    ],
)
def test_what_is_not_plain_is_refused_and_told_with_its_place(
    text: str, place: tuple[int, int], said: str
) -> None:
    with pytest.raises(NotPlain):
        plain_data(text)
    with pytest.raises(StylebookError) as raised:
        parse(text, "rule.yaml")
    (complaint,) = raised.value.complaints
    assert (complaint.line, complaint.column) == place
    assert said in complaint.message


def test_places_are_those_of_the_words() -> None:
    read = parse("kind: terms\nentries:\n  - use: a\n    not: [b, c]\n", "rule.yaml")
    assert str(read.complaint(("entries", 0, "not", 1), "no")) == "rule.yaml:4:14: no"
    assert str(read.complaint(("entries", 0, "note"), "no")) == "rule.yaml:3:5: no"
    assert str(read.complaint(("entries",), "no")) == "rule.yaml:2:1: no"


def test_a_sound_rule_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(document, "compose", asked.append)
    for path in RULES:
        parse(path.read_text("utf-8"), str(path))
    assert asked == []


def test_without_the_parser_in_c_the_data_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from ruamel.yaml import YAML

    texts = [path.read_text("utf-8") for path in RULES if path.stat().st_size < 5_000][:20]
    quick = [plain_data(text) for text in texts]
    monkeypatch.setattr(yamldata, "parsed", lambda t: YAML(typ="base", pure=True).parse(t))
    assert [plain_data(text) for text in texts] == quick


def test_opening_leaves_the_collector_of_garbage_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_CACHE", "off")
    load_stylebook()
    assert gc.isenabled()
    gc.disable()
    try:
        load_stylebook()
        assert not gc.isenabled()
    finally:
        gc.enable()
