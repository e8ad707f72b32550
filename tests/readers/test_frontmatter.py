"""Front matter: the exact place of every value."""

from __future__ import annotations

from datetime import date

import pytest

from lint.readers import read_article
from lint.readers.metadata import day_of


def headline(front: str, end: str = "\n") -> tuple[str, str, bool]:
    """The title of front matter, and the source of its last word."""
    source = f"---\ndraft: no\n{front}\n---\n\nText.\n".replace("\n", end)
    article = read_article(source, "a.md")
    title = article.text(article.blocks[0])
    at = article.prose.index(title) + title.rindex(" ") + 1
    located = article.origin.locate(at, article.blocks[0].end)
    return title, source[located.span.start : located.span.end], located.whole


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("front", "title", "last"),
    [
        ("title: Talks of Lugovi", "Talks of Lugovi", "Lugovi"),
        ("title: “Talks” 😀 of Lugovi’s  # note", "“Talks” 😀 of Lugovi’s", "Lugovi’s"),
        ('title: "Talks: \\"of\\" Lugovi"', 'Talks: "of" Lugovi', "Lugovi"),
        ('title: "Talks of Lugov\\u0069"', "Talks of Lugovi", "Lugov\\u0069"),
        ("title: 'Minister''s talks of Lugovi''s'", "Minister's talks of Lugovi's", "Lugovi''s"),
        ("title: Talks\n  of Lugovi", "Talks of Lugovi", "Lugovi"),
        ('title: "Talks\n  of Lugovi"', "Talks of Lugovi", "Lugovi"),
        ("title: >\n  Talks\n  of Lugovi", "Talks of Lugovi", "Lugovi"),
        ("title: |\n  Talks of Lugovi", "Talks of Lugovi", "Lugovi"),
        ("Title: Talks of Lugovi", "Talks of Lugovi", "Lugovi"),
    ],
)
def test_a_title_is_found_in_its_place_however_it_is_written(
    front: str, title: str, last: str, end: str
) -> None:
    assert headline(front, end) == (title, last, True)


def test_front_matter_that_is_not_yaml_is_remarked_on_with_its_line() -> None:
    article = read_article("---\ndate: 2007-07-17\ntitle: [half\n---\n\nText.\n", "a.md")
    assert [article.text(block) for block in article.blocks] == ["Text."]
    (remark,) = article.remarks
    assert remark.startswith("line ")
    assert "front matter is not YAML" in remark


@pytest.mark.parametrize("front", ["", "- a\n- b", "just words", "title:", "title: [a, b]"])
def test_front_matter_without_a_title_makes_no_headline(front: str) -> None:
    article = read_article(f"---\n{front}\n---\n\nText.\n", "a.md")
    assert article.blocks[-1].kind == "paragraph"
    assert article.remarks == ()


def test_toml_front_matter_is_read_line_by_line() -> None:
    source = '+++\ntitle = "Talks of \\"Lugovi\\""\ndate = 2007-07-17T10:00:00Z\n+++\n\nText.\n'
    article = read_article(source, "a.md")
    assert article.text(article.blocks[0]) == 'Talks of "Lugovi"'
    assert article.metadata.published == date(2007, 7, 17)
    span = article.origin.locate(10, 16).span
    assert source[span.start : span.end] == "Lugovi"


@pytest.mark.parametrize(
    "text",
    [
        *("2007-07-17", "2007-07-17T10:00:00Z", "20070717", "17 July 2007", "17 Jul 2007"),
        *("July 17, 2007", "Tue, 17 Jul 2007 10:00:00 GMT", "Tuesday 17th July, 2007"),
    ],
)
def test_the_day_of_publication_is_read_in_the_forms_that_systems_write(text: str) -> None:
    assert day_of(text) == date(2007, 7, 17)


@pytest.mark.parametrize("text", ["", "03/04/2007", "2007-13-01", "30 February 2007", "yesterday"])
def test_what_is_no_day_or_has_two_readings_is_no_day(text: str) -> None:
    assert day_of(text) is None
