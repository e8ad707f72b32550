"""The engine decides what is reported, and places it exactly in the source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lint.article import Metadata, StetMark
from lint.engine import Engine, Setting
from lint.readers import read_article
from lint.span import Span
from lint.stylebook.book import load_stylebook
from tests.conftest import WRONGG, WriteBook, terms_rule


def engine(write_book: WriteBook, **rules: str) -> Engine:
    return Engine(tuple(load_stylebook(write_book(**rules)).checks.values()))


def texts(engine: Engine, source: str) -> list[str]:
    return [finding.text for finding in engine.check(read_article(source)).findings]


def test_a_finding_knows_its_span_line_column_and_excerpt(write_book: WriteBook) -> None:
    source = "😀 Headline here today\r\n\r\nIt is “so” wrongg’s thing.\r\n"
    (finding,) = engine(write_book, a=terms_rule(WRONGG)).check(read_article(source, "x")).findings
    assert source[finding.span.start : finding.span.end] == "wrongg" == finding.text
    assert (finding.start.line, finding.start.column) == (3, 12)
    assert (finding.end.line, finding.end.column) == (3, 18)
    assert finding.excerpt.line == "It is “so” wrongg’s thing."
    assert finding.excerpt.line[finding.excerpt.start : finding.excerpt.end] == "wrongg"


def test_a_fingerprint_outlives_its_position_but_not_its_words(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG))

    def prints(source: str) -> set[str]:
        return {f.fingerprint for f in checker.check(read_article(source)).findings}

    one = prints("A head\n\nThat was a wrongg thing to say.")
    assert prints("A head\n\nMore. Here it comes. That was a wrongg thing to say.") == one
    assert prints("A head\n\nThat was the wrongg way to say.") != one


def test_the_gravest_of_overlapping_findings_is_kept(write_book: WriteBook) -> None:
    light = terms_rule("  - use: x\n    not: [a wrongg thing]\n").replace("error", "warning")
    checker = engine(write_book, a=light, b=terms_rule(WRONGG))
    assert texts(checker, "That was a wrongg thing.") == ["wrongg"]


def test_of_equally_grave_ones_the_longest(write_book: WriteBook) -> None:
    long = terms_rule("  - use: x\n    not: [a wrongg thing]\n")
    assert texts(engine(write_book, b=long, a=terms_rule(WRONGG)), "That was a wrongg thing.") == [
        "a wrongg thing"
    ]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("check", ["wrongg", "wrongg", "Rong"]),
        ("skip", ["wrongg"]),
        ("names-only", ["wrongg", "Rong"]),
    ],
)
def test_direct_speech_has_its_policy(
    write_book: WriteBook, policy: str, expected: list[str]
) -> None:
    entries = WRONGG + "  - use: Wrong\n    not: [Rong]\n"
    checker = engine(write_book, a=terms_rule(entries, more=f"speech: {policy}\n"))
    assert texts(checker, "It is wrongg. “It is wrongg, Mr Rong,” he said.") == expected


def test_a_rule_looks_only_at_its_blocks(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG, more="scope: [headline]\n"))
    assert texts(checker, "A wrongg headline\n\nA wrongg paragraph stands here.") == ["wrongg"]


def test_a_rule_never_speaks_inside_its_exceptions(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG, more="except: [The Wrongg Show]\n"))
    assert texts(checker, "She saw The wrongg Show and a wrongg turn.") == ["wrongg"]


def test_addresses_and_handles_are_no_copy(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG))
    assert texts(checker, "See www.wrongg.com, @wrongg, #wrongg and ed@wrongg.org today.") == []


def test_what_the_writer_has_marked_with_sic_is_let_be(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG))
    assert texts(checker, "He wrote “It is wrongg [sic]” and “so wrongg” (sic) to them.") == []
    assert texts(checker, "The “wrongg’s [sic] end” came, and the wrongg's (sic) too.") == []
    assert texts(checker, "“The wrongg’s” [sic] and “a wrongg’s end” (sic) it was.") == ["wrongg"]
    assert texts(checker, "It is wrongg, he wrote, sic.") == ["wrongg"]


def test_a_rule_holds_on_its_days_only(write_book: WriteBook) -> None:
    rule = terms_rule(WRONGG, more="valid: {from: 2024-01-01, until: 2024-12-31}\n")
    checker = engine(write_book, a=rule)
    article = read_article("It is wrongg.")
    for day, count in ((date(2023, 12, 31), 0), (date(2024, 6, 1), 1), (date(2025, 1, 1), 0)):
        dated = replace(article, metadata=Metadata(published=day))
        assert len(checker.check(dated).findings) == count
    assert len(checker.check(article).findings) == 1


def test_settings_turn_a_rule_off_or_change_how_grave_it_is(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG))
    article = read_article("It is wrongg.")
    assert checker.check(article, {"a": Setting(on=False)}).findings == ()
    (finding,) = checker.check(article, {"a": Setting(severity="suggestion")}).findings
    assert finding.severity == "suggestion"


def test_a_stet_lets_stand_what_it_names(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG))
    article = read_article("It is wrongg.")
    mark = StetMark(Span(0, 2), Span(0, 13), ("a",), "a quotation")
    checked = checker.check(replace(article, stets=(mark,)))
    assert checked.findings == ()
    assert [finding.text for finding in checked.stood] == ["wrongg"]


def test_a_stet_that_does_nothing_is_reported(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule(WRONGG))
    article = read_article("It is wrong.")
    mark = StetMark(Span(0, 2), Span(0, 12), (), "no longer needed")
    (finding,) = checker.check(replace(article, stets=(mark,))).findings
    assert finding.rule == "stet/unused"
    other = StetMark(Span(0, 2), Span(0, 12), ("names",), "its rules are not at work")
    assert checker.check(replace(article, stets=(other,))).findings == ()


def test_a_phrase_does_not_run_over_from_one_block_to_the_next(write_book: WriteBook) -> None:
    checker = engine(write_book, a=terms_rule("  - use: x\n    not: [is wrongg]\n"))
    assert texts(checker, "What a headline is\nWrongg is the first word of a paragraph.") == []


def test_the_same_article_gives_the_same_findings(write_book: WriteBook) -> None:
    source = "wrongg " * 50
    checker = engine(write_book, a=terms_rule(WRONGG))
    assert checker.check(read_article(source)) == checker.check(read_article(source))


def test_an_empty_article_gives_nothing(write_book: WriteBook) -> None:
    assert texts(engine(write_book, a=terms_rule(WRONGG)), "") == []
