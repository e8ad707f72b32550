"""The tokenizer of HTML, against the standard parser and on its own."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.readers import read_article
from lint.readers.markup import Token, pieces, text_of, tokens

TEXT = st.text(alphabet="ab é😀'\"\n", max_size=8)
REFERENCE = st.sampled_from(["&amp;", "&nbsp;", "&#8217;", "&#x2019;", "&hellip;", "& ", "&bogus;"])
VALUE = st.sampled_from(
    ["", ' a="b > c"', " a='x &lt; y'", " a=b", " a", " A = 'b' c", ' a="1" a="2"']
)
NAME = st.sampled_from(["p", "b", "div", "H1", "custom-tag"])
ELEMENT = st.builds("<{}{}>".format, NAME, VALUE) | st.builds("</{}>".format, NAME)
PAGE = st.lists(TEXT | REFERENCE | ELEMENT | st.just("<!-- a > b -->")).map("".join)


class Standard(HTMLParser):
    """What the standard parser makes of a page: its tags, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Any] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        first = {name: value or "" for name, value in reversed(attrs)}
        self.found.append((tag, first))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)


@given(page=PAGE)
@settings(deadline=None)
def test_tags_values_and_text_are_those_of_the_standard_parser(page: str) -> None:
    standard = Standard(page)
    found: list[Any] = []
    text = ""
    for token in tokens(page):
        if token.kind == "text":
            text += text_of(page, (token.start, token.end))
        elif token.kind == "start":
            assert token.attributes is not None
            values = {name: text_of(page, where) for name, where in token.attributes.items()}
            found.append((token.name, values))
        elif token.kind == "end":
            found.append(token.name)
    assert (found, text) == (standard.found, standard.text)


@given(page=st.text(alphabet="<>!-/a='\" &;#x1\n?[", max_size=40))
def test_tokens_stand_side_by_side_and_leave_nothing_out(page: str) -> None:
    at = 0
    for token in tokens(page):
        assert token.start == at < token.end
        at = token.end
    assert at == len(page)


@given(text=st.lists(REFERENCE | TEXT).map("".join))
def test_pieces_stand_side_by_side_and_leave_nothing_out(text: str) -> None:
    at = 0
    for _, start, end in pieces(text, 0, len(text)):
        assert start == at < end
        at = end
    assert at == len(text)


def kinds(page: str) -> list[tuple[str, str]]:
    return [(token.kind, page[token.start : token.end]) for token in tokens(page)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a < b", [("text", "a < b")]),
        ("a <b", [("text", "a <b")]),
        ("<p", [("text", "<p")]),
        ("<a b='>", [("start", "<a b='>")]),
        ("</ p>x", [("comment", "</ p>"), ("text", "x")]),
        ("<!-->x", [("comment", "<!-->"), ("text", "x")]),
        ("<!--a--!>x", [("comment", "<!--a--!>"), ("text", "x")]),
        ("<!--a", [("comment", "<!--a")]),
        (
            "<script>a</b></script>",
            [("start", "<script>"), ("text", "a</b>"), ("end", "</script>")],
        ),
        ("<title>a\n<p>", [("start", "<title>"), ("text", "a"), ("text", "\n"), ("start", "<p>")]),
    ],
)
def test_broken_markup_is_taken_apart_where_an_editor_would(
    page: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(page) == expected


def test_a_range_of_a_page_is_taken_apart_by_itself() -> None:
    page = "<p>one</p><p>two</p>"
    found: list[Token] = list(tokens(page, 10, 16))
    assert [page[token.start : token.end] for token in found] == ["<p>", "two"]


MARKDOWN = st.lists(
    st.sampled_from(
        [
            *(
                "word",
                "é",
                "😀",
                " ",
                "\n",
                "\n\n",
                "*",
                "**",
                "_",
                "&amp;",
                "&hellip;",
                "\\*",
                "  \n",
            ),
            *(
                "\n\n# ",
                "\n\n## ",
                "\n\n> ",
                "\n> ",
                "\n\n- ",
                "\n\n1. ",
                "[",
                "](u)",
                "![",
                ".",
                "\\\n",
            ),
            *("\n\n|a|b|\n|-|-|\n|", "|", "~~"),
        ]
    ),
    max_size=30,
).map("".join)


@given(source=MARKDOWN)
@settings(max_examples=300, deadline=None)
def test_markdown_reads_like_the_html_that_it_becomes(source: str) -> None:
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    page = read_article(pyromark.html(source, options=options), format="html")
    copy = read_article(source, format="markdown")
    assert sorted("".join(page.text(b).split()) for b in page.blocks) == sorted(
        "".join(copy.text(b).split()) for b in copy.blocks
    )
