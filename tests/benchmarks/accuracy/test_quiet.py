"""Quiet runs count findings, and reckon false alarms from what readers judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy.checking import Rules
from benchmarks.accuracy.quiet import by_family, measured, run
from benchmarks.accuracy.sample import draw, main, places, shown, tally
from benchmarks.accuracy.verdicts import COLUMNS, read_verdicts, share_wrong
from tests.conftest import WRONGG, WriteBook, terms_rule

ARTICLES = {f"made/{n}.txt": f"A headline of it\n\nThis is wrongg, said {n}.\n" for n in range(8)}


@pytest.fixture
def rules(write_book: WriteBook) -> Rules:
    return Rules(books=(str(write_book(**{"terms/test": terms_rule(WRONGG)})),))


def verdicts(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "verdicts.tsv"
    path.write_text("\n".join(["\t".join(COLUMNS), *lines]) + "\n", "utf-8")
    return path


def test_findings_are_counted_by_severity_and_words_by_half(rules: Rules) -> None:
    quiet = run("made", ARTICLES, rules=rules)
    assert quiet.by_rule() == {("error", "terms/test"): 8}
    assert sum(quiet.words.values()) == 8 * 8
    rows = [row for row in by_family(quiet) if row.part == "all"]
    assert [(row.measure, row.hits) for row in rows] == [("error: terms", 8)]


def test_unread_findings_count_as_wrong_and_are_said_to_be_unread(rules: Rules) -> None:
    rows = list(measured(run("made", ARTICLES, rules=rules), []))
    row = next(r for r in rows if "error: false" in r.measure and r.part == "all")
    assert (row.hits, row.doubt) == (8, "8 of 8 findings unread (terms/test 8)")
    assert row.met is None


def test_findings_read_count_by_the_share_that_was_wrong(rules: Rules, tmp_path: Path) -> None:
    read = read_verdicts(verdicts(tmp_path, "terms\tmade\t2026-01-01\tabc\t8\t6\t0\t2\t0"))
    rows = list(measured(run("made", ARTICLES, rules=rules), read))
    row = next(r for r in rows if "error: false" in r.measure and r.part == "all")
    assert (row.hits, row.doubt) == (2, "")


def test_the_nearest_reading_holds(tmp_path: Path) -> None:
    read = read_verdicts(
        verdicts(
            tmp_path,
            "terms\tall\t2026-01-01\t\t10\t9\t0\t1\t0",
            "terms/a, terms/b\tone, two\t2026-01-01\t\t10\t5\t0\t5\t0",
            "terms/a\tthree\t2026-01-01\t\t10\t8\t0\t2\t2",
        )
    )
    assert share_wrong("terms/a", "one", read) == 0.5
    assert share_wrong("terms/a", "three", read) == 0
    assert share_wrong("terms/a", "four", read) == 0.25
    assert share_wrong("terms/b", "three", read) == 0.5
    assert share_wrong("terms/c", "one", read) == 0.1
    assert share_wrong("names/a", "one", read) is None


def test_a_corpus_of_which_few_were_read_goes_by_all_that_were_read(tmp_path: Path) -> None:
    read = read_verdicts(
        verdicts(
            tmp_path,
            "terms/a\tone\t2026-01-01\t\t2\t2\t0\t0\t0",
            "terms/a\ttwo\t2026-01-01\t\t18\t16\t0\t2\t0",
        )
    )
    assert share_wrong("terms/a", "one", read) == 0.1


def test_a_reading_whose_counts_do_not_add_up_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="do not add up"):
        read_verdicts(verdicts(tmp_path, "terms\tall\t2026-01-01\t\t10\t9\t0\t2\t0"))


def test_the_verdicts_that_are_kept_can_be_read() -> None:
    assert read_verdicts()


def test_a_draw_is_the_same_for_the_same_seed_and_shows_the_words_found(rules: Rules) -> None:
    found = run("made", ARTICLES, rules=rules).findings
    assert draw(found, 3, 1) == draw(list(reversed(found)), 3, 1)
    assert {places(f) for f in draw(found, 8, 1)} == {places(f) for f in found}
    assert len(draw(found, 8, 1, most=3)) == 3
    text = shown(1, found[0])
    assert "»wrongg«" in text
    assert "mend (safe): " in text
    assert "“wrong”" in text


def test_a_filled_sheet_becomes_lines_of_verdicts(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.tsv"
    sheet.write_text(
        "number\tverdict\trule\tseverity\tcorpus\tpath\tline\tstylebook\n"
        "1\tr\tterms/a\terror\tmade\tmade/1.txt\t3\tabc\n"
        "2\tw\tterms/a\terror\tmade\tmade/2.txt\t3\tabc\n"
        "3\t\tterms/a\terror\tmade\tmade/3.txt\t3\tabc\n",
        "utf-8",
    )
    lines = list(tally(sheet))
    assert len(lines) == 1
    rule, corpus, _, digest, *counts = lines[0].split("\t")
    assert (rule, corpus, digest, counts) == ("terms/a", "made", "abc", ["2", "1", "0", "1", "0"])
    kept = read_verdicts(verdicts(tmp_path, *lines))
    assert share_wrong("terms/a", "made", kept) == 0.5


def test_a_sheet_with_another_letter_is_refused(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.tsv"
    sheet.write_text("number\tverdict\trule\tcorpus\tstylebook\n1\tx\ta/b\tmade\tabc\n", "utf-8")
    with pytest.raises(ValueError, match="none of r, d, w"):
        main(["--tally", str(sheet)])
