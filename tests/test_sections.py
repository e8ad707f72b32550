"""A text far longer than an article is checked in sections, and nothing in it is misplaced."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.advice import Advice
from lint.article import Article
from lint.checks.terms import Terms
from lint.engine import Engine
from lint.index import Hit
from lint.readers import read_article
from lint.reading import Reading
from lint.sections import LONGEST, sections_of
from lint.sourcemap import Segment, SourceMap
from lint.stylebook.book import load_stylebook
from tests.conftest import WRONGG, WriteBook, terms_rule

_HEAD = "Council looks back on a century of minutes"
_COPY = "The council’s clerk & her wrongg notes were read aloud, page after page, until noon."


def long_text(paragraphs: int = 4_000) -> str:
    return "\n\n".join((_HEAD, *(f"{_COPY} Page {n}." for n in range(paragraphs))))


def marked_up(paragraphs: int = 4_000) -> str:
    copy = html.escape(_COPY, quote=False).replace("wrongg", "<b>wrongg</b>")
    return "".join(
        (f"<h1>{_HEAD}</h1>\n", *(f"<p>{copy} Page {n}.</p>\n" for n in range(paragraphs)))
    )


@pytest.mark.parametrize(
    ("source", "format"),
    [(long_text(), "plain"), (marked_up(), "html"), (long_text().replace("\n", "\r\n"), "plain")],
    ids=["plain", "html", "carriage returns"],
)
def test_every_slip_of_a_long_text_is_found_where_it_stands(
    write_book: WriteBook, source: str, format: str
) -> None:
    engine = Engine(tuple(load_stylebook(write_book(a=terms_rule(WRONGG))).checks.values()))
    article = read_article(source, "year.txt", format=format)
    assert len(list(sections_of(article))) > 2
    found = engine.check(article).findings
    assert len(found) == 4_000
    assert all(source[f.span.start : f.span.end] == f.text == "wrongg" for f in found)
    lines = source.splitlines()
    for finding in found[:: len(found) // 9]:
        assert lines[finding.start.line - 1][finding.start.column - 1 :].startswith("wrongg")
        assert finding.excerpt.line[finding.excerpt.start : finding.excerpt.end] == "wrongg"


def test_no_check_is_ever_handed_a_longer_text(
    write_book: WriteBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths: list[int] = []
    read = Terms.read

    def measured(self: Terms, reading: Reading, hits: list[Hit]) -> object:
        lengths.append(len(reading.prose))
        return read(self, reading, hits)

    monkeypatch.setattr(Terms, "read", measured)
    engine = Engine(tuple(load_stylebook(write_book(a=terms_rule(WRONGG))).checks.values()))
    engine.check(read_article(f"{_HEAD}\n\n{(_COPY + ' ') * 9_000}", "line.txt"))
    assert len(lengths) > 5
    assert max(lengths) <= LONGEST


def test_an_article_of_any_ordinary_length_is_one_section() -> None:
    article = read_article(long_text(2_000), "long.txt")
    assert len(article.prose) > 150_000
    ((section, start),) = sections_of(article)
    assert section is article
    assert start == 0


def test_a_paragraph_without_end_is_parted_behind_a_sentence() -> None:
    article = read_article(f"{_HEAD}\n\n{(_COPY + ' ') * 9_000}", "line.txt", format="plain")
    sections = [section for section, _ in sections_of(article)]
    assert len(sections) > 5
    assert all(section.prose.endswith("noon.") for section in sections[1:])
    assert "".join(s.prose for s in sections) == "".join(map(article.text, article.blocks))


def test_a_text_without_a_space_is_parted_all_the_same() -> None:
    article = read_article("x" * 450_000, "x.txt", format="plain")
    assert "".join(section.prose for section, _ in sections_of(article)) == article.prose


def test_what_a_grammar_engine_said_goes_with_its_section() -> None:
    article = read_article(long_text(), "year.txt", format="plain")
    places = [at for at in range(0, len(article.prose), 7_777) if article.prose[at].isalpha()]
    advice = [Advice(at, at + 1, "R", "C", article.prose[at]) for at in places]
    own = [
        (each.message, section.article.prose[each.start : each.end])
        for section in sections_of(article)
        for each in section.own(advice)
    ]
    assert len(own) == len(advice) > 20
    assert all(said == stands for said, stands in own)


def test_long_texts_are_compared_by_how_they_begin(write_book: WriteBook) -> None:
    rule = "kind: headlines\ntitle: T\nwhy: W.\nlook for: twins\nexamples:\n"
    rule += f"  - bad: {_HEAD}\n    beside: {_HEAD}\n    finds: {_HEAD}\n"
    rule += "  - ok: Another head here\n  - ok: A third head here\n"
    engine = Engine(tuple(load_stylebook(write_book(twins=rule)).checks.values()))
    seen = [
        engine.check(read_article(long_text(count), f"{count}.txt", format="plain")).observations
        for count in (4_000, 5_000)
    ]
    (found,) = engine.compare({"twins": [o for each in seen for o in each["twins"]]})
    assert found.path == "4000.txt"
    assert [related.path for related in found.related] == ["5000.txt"]


_PIECES = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5), st.integers(0, 2)), min_size=1)


@given(_PIECES, st.data())
def test_a_part_of_a_map_places_what_lies_in_it_as_the_map_does(
    pieces: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    segments, prose, source = [], 0, 0
    for length, taken, gap in pieces:
        length_there = length if taken == 0 else taken
        segments.append(Segment(prose, prose + length, source, source + length_there))
        prose, source = prose + length + gap, source + length_there + gap
    whole = SourceMap(segments)
    edges = sorted({edge for s in segments for edge in (s.start, s.end)})
    start, end = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    if start == end:
        return
    part = whole.part(start, end)
    left = data.draw(st.integers(start, end - 1))
    right = data.draw(st.integers(left + 1, end))
    inside = [s for s in segments if s.start < right and left < s.end]
    if inside and inside[0].start <= left and right <= inside[-1].end:
        assert part.locate(left - start, right - start) == whole.locate(left, right)


def test_a_part_of_a_map_without_segments_is_moved() -> None:
    article = Article("a", "abcdefgh", "abcdefgh", ())
    part = article.origin.part(3, 8)
    assert part.locate(1, 2).span == (4, 5)
    assert part.locate(1, 2).whole
