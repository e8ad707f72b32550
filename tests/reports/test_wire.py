"""The JSON that leaves: what is sent comes back, and the document is the one promised."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.finding import SAFETIES, SEVERITIES, Edit, Excerpt, Finding, Fix, Related
from lint.reports.wire import dump, finding_from_json, finding_to_json
from lint.span import Position, Span
from tests.reports.made import elsewhere, made, told

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=30)  # half surrogates too
SPANS = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda t: Span(t[0], t[0] + t[1]))
POSITIONS = st.builds(Position, st.integers(1, 999), st.integers(1, 999))


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    line = draw(ANY_TEXT) * draw(st.integers(1, 60))
    start = draw(st.integers(0, len(line)))
    return Excerpt(line, start, draw(st.integers(start, len(line))))


FIXES = st.builds(
    Fix,
    ANY_TEXT,
    st.sampled_from(SAFETIES),
    st.lists(st.builds(Edit, SPANS, ANY_TEXT, ANY_TEXT), max_size=3).map(tuple),
)
RELATED = st.builds(Related, ANY_TEXT, SPANS, POSITIONS, POSITIONS, ANY_TEXT, excerpts())
FINDINGS = st.builds(
    Finding,
    path=ANY_TEXT,
    rule=ANY_TEXT,
    kind=ANY_TEXT,
    entry=ANY_TEXT,
    severity=st.sampled_from(SEVERITIES),
    message=ANY_TEXT,
    text=ANY_TEXT,
    span=SPANS,
    start=POSITIONS,
    end=POSITIONS,
    excerpt=excerpts(),
    fixes=st.lists(FIXES, max_size=3).map(tuple),
    related=st.lists(RELATED, max_size=3).map(tuple),
    fingerprint=ANY_TEXT,
    confidence=st.none() | st.floats(0, 1),
    evidence=st.lists(ANY_TEXT, max_size=3).map(tuple),
)


@given(FINDINGS)
def test_a_finding_comes_back_as_it_was_sent(finding: Finding) -> None:
    line = dump(finding_to_json(finding))
    line.encode("utf-8")
    assert finding_from_json(json.loads(line)) == finding


@given(FINDINGS)
def test_a_line_of_json_is_one_line_for_every_reader_of_lines(finding: Finding) -> None:
    assert len(dump(finding_to_json(finding)).splitlines()) == 1


def test_letters_stay_letters_and_half_surrogates_stay_escapes() -> None:
    assert dump("café 東京 👍 “so” \ud83d") == '"café 東京 👍 “so” \\ud83d"'


def test_a_finding_is_written_as_the_design_promises() -> None:
    source = "Il a dit.\nBritain asked for Lugovi."
    wire = finding_to_json(made(source, "Lugovi", "Lugovoi", rule="names/people"))
    assert wire == {
        "path": "a.txt",
        "rule": "names/people",
        "kind": "names",
        "entry": "Lugovoi",
        "severity": "error",
        "message": "Write “Lugovoi”, not “Lugovi”.",
        "text": "Lugovi",
        "span": {"start": 28, "end": 34},
        "start": {"line": 2, "column": 19},
        "end": {"line": 2, "column": 25},
        "excerpt": {"line": "Britain asked for Lugovi.", "start": 18, "end": 24},
        "related": [],
        "fixes": [
            {
                "title": "Write “Lugovoi”",
                "safety": "safe",
                "edits": [{"span": {"start": 28, "end": 34}, "text": "Lugovoi"}],
            }
        ],
        "fingerprint": "0123456789abcdef",
    }


def test_fields_that_are_not_known_yet_are_left_out_on_reading() -> None:
    finding = made("One harbor", "harbor", "harbour")
    wire = finding_to_json(finding) | {"colour": "red"}
    assert finding_from_json(wire) == finding


def test_a_missing_field_is_a_key_error() -> None:
    wire = finding_to_json(made("One harbor", "harbor"))
    del wire["rule"]
    with pytest.raises(KeyError, match="rule"):
        finding_from_json(wire)


def document() -> dict[str, Any]:
    source = "The harbor is a harbor."
    text = told(
        "json",
        made(source, "harbor", "harbour"),
        made(source, "a ", "", severity="warning", rule="terms/other", path="é.txt"),
        across=[made(source, "The", related=(elsewhere(source, "is"),))],
        clean=["clean.txt"],
        unreadable=[("x\udcff.txt", "is no text")],
        remarks=[("é.txt", "read as cp1252")],
        suppressed=4,
    )
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_the_document_has_version_tool_stylebook_findings_and_summary() -> None:
    loaded = document()
    assert list(loaded) == ["version", "tool", "stylebook", "findings", "summary"]
    assert loaded["version"] == 1
    assert loaded["tool"] == {"name": "copydesk", "version": "1.2.3"}
    assert loaded["stylebook"] == {"name": "house", "digest": "d1935"}
    assert [f["text"] for f in loaded["findings"]] == ["harbor", "a ", "The"]
    assert loaded["summary"] == {
        "files": 3,
        "findings": 3,
        "by_severity": {"error": 2, "warning": 1, "suggestion": 0},
        "by_rule": {"terms/house": 2, "terms/other": 1},
        "suppressed": 4,
        "unreadable": [{"path": "x\udcff.txt", "reason": "is no text"}],
        "remarks": [{"path": "é.txt", "text": "read as cp1252"}],
    }


def test_the_same_run_is_the_same_document() -> None:
    assert document() == document()


def test_a_run_without_findings_is_a_document_too() -> None:
    assert json.loads(told("json", clean=["a.txt"]))["findings"] == []
    assert json.loads(told("json"))["summary"]["files"] == 0


def test_every_line_of_jsonl_is_a_finding() -> None:
    source = "The harbor is a harbor."
    findings = [made(source, "harbor", "harbour"), made(source, "is", path="b\nb.txt")]
    text = told("jsonl", *findings, across=[made(source, "The")])
    lines = text.split("\n")
    assert lines.pop() == ""
    assert [finding_from_json(json.loads(line)).text for line in lines] == ["harbor", "is", "The"]
    assert told("jsonl", clean=["a.txt"]) == ""
