"""Labelled slips are looked for in their place, and counted by label."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.accuracy import gold
from benchmarks.accuracy.checking import Rules, check
from benchmarks.accuracy.corrections import alarms, judge_correction, judged, slips
from benchmarks.accuracy.gold import county, judge_county, locate, rows
from benchmarks.corpora import SHARED
from lint.span import Span
from tests.conftest import WriteBook, terms_rule

TEXT = "It rose.\n\nThe firm's staple of the\nthe business is wool. The county is large."


def test_words_are_found_in_the_middle_of_their_context() -> None:
    place = locate(TEXT, "staple of the the business is", "the the")
    assert place is not None
    assert TEXT[place.start : place.end] == "the\nthe"


def test_of_several_places_the_one_in_the_middle_is_meant() -> None:
    text = "a county of x, the county of y, no county of z"
    assert locate(text, text, "county") == Span(19, 25)


def test_a_context_that_is_not_in_the_article_is_nowhere() -> None:
    assert locate(TEXT, "some other words", "words") is None


def test_every_labelled_place_is_found_in_its_article() -> None:
    if not (SHARED / "gold").is_dir():
        pytest.skip("real copy (../shared) is not here")
    for name, column in (("county_country", "matched"), ("repeated_words", "match")):
        for row in rows(name):
            if row["set"] == "bbc2004":
                assert locate(gold.text_of(row), row["context"], row[column]) is not None


def test_an_alarm_about_county_is_one_that_offers_country(
    write_book: WriteBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setitem(gold._known, "made", {"a.txt": tmp_path / "a.txt"})
    row = {
        "set": "made", "file": "a.txt", "label": "ok", "matched": "county",
        "context": "wool. The county is large.",
    }  # fmt: skip
    for use, told in (("country", True), ("shire", False)):
        entries = f"  - use: {use}\n    not: [county]\n  - use: wrong\n    not: [wrongg]\n"
        folder = write_book(use, **{"terms/test": terms_rule(entries)})
        judged = judge_county(Rules(books=(str(folder),)), row)
        assert judged.is_told() is told
        figures = [row.hits for row in county([judged], "warning", "s") if row.part == "all"]
        assert figures == [0, told]


def test_a_correction_is_caught_when_the_rule_is_silent_on_the_new_text(
    write_book: WriteBook,
) -> None:
    entries = (
        "  - use: artefact\n    not: [aretfact, artifact]\n  - use: wrong\n    not: [wrongg]\n"
    )
    rules = Rules(books=(str(write_book(**{"terms/test": terms_rule(entries)})),))
    row = {
        "id": "1", "label": "slip-spelling", "note": "", "wrong": "aretfact", "right": "artefact",
        "offset": "4", "old": "The aretfact", "new": "The artefact",
    }  # fmt: skip
    judged = judge_correction(rules, row)
    assert judged.caught == ("terms/test",)
    still = judge_correction(rules, {**row, "new": "The artifact"})
    assert still.caught == ()
    assert len(still.alarms) == 1
    rates = {r.part: r for r in alarms([judged, still], "s")}
    assert (rates["all"].hits, rates["all"].of) == (1, 4)
    whole = [r for r in slips([judged, still]) if "all slips" in r.measure and r.part == "all"]
    assert [(r.hits, r.of) for r in whole] == [(1, 2)]


def test_words_left_out_are_caught_by_what_touches_their_place(write_book: WriteBook) -> None:
    entries = "  - use: going to\n    not: [going]\n  - use: wrong\n    not: [wrongg]\n"
    rules = Rules(books=(str(write_book(**{"terms/test": terms_rule(entries)})),))
    row = {
        "id": "1", "label": "slip-grammar", "note": "", "wrong": "", "right": " to",
        "offset": "8", "old": "He going home", "new": "He went home",
    }  # fmt: skip
    assert judge_correction(rules, row).caught == ("terms/test",)
    assert judge_correction(rules, {**row, "offset": "12"}).caught == ()


def test_a_suggestion_counts_only_where_suggestions_are_asked_for(write_book: WriteBook) -> None:
    entries = "  - use: artefact\n    not: [aretfact]\n  - use: wrong\n    not: [wrongg]\n"
    rule = re.sub(r"severity: \w+", "severity: suggestion", terms_rule(entries))
    rules = Rules(books=(str(write_book(**{"terms/test": rule})),))
    row = {
        "id": "1", "label": "slip-spelling", "note": "", "wrong": "aretfact", "right": "artefact",
        "offset": "4", "old": "The aretfact", "new": "The artefact",
    }  # fmt: skip
    old, new = (check(rules, row[text], "1").findings for text in ("old", "new"))
    assert judged(row, old, new).caught == ()
    assert judged(row, old, new, "suggestion").caught == ("terms/test",)
    still = judged({**row, "new": row["old"]}, old, old, "suggestion")
    assert still.caught == ()
    assert len(still.alarms) == 1
