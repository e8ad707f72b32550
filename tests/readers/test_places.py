"""Every character of every block stands where the map says, whatever the format."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.article import Article
from lint.readers import FORMATS, Unreadable, encode, read_article
from lint.readers.decoding import decode

BITS = [
    *(
        "word",
        "Lugovoi",
        "é",
        "e\u0301",
        "😀",
        "’",
        '"',
        "'",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
    ),
    *("\u00a0", "\u00ad", "\ud800", "\ufeff", "\t", "\0", ".", ",", "5", "\\", "&", "<", ">", "-"),
    *("&amp;", "&nbsp;", "&hellip;", "&#233;", "&#x1F600;", "&copy", "&bogus;", "&NotEqualTilde;"),
    *("<p>", "</p>", "<h1>", "</h1>", "<h2>", "<li>", "</ul>", "<blockquote>", "</blockquote>"),
    *(
        "<b>",
        "</b>",
        "<br>",
        "<br/>",
        "<code>",
        "</code>",
        "<td>",
        "<img alt='a &lt; b'>",
        "<title>",
    ),
    *("<a href='x>y'>", "</a>", "<span class=byline>", "</span>", "<script>", "</script>", "<x y="),
    *("<!-- stet: so -->", "<!-- stet -->", "<!--", "-->", "<![CDATA[", "<?", "</"),
    *("# ", "## ", "> ", "- ", "1. ", "*", "**", "_", "`", "```\n", "[", "](u)", "![", "[^1]", "|"),
    *(
        "\n|-|-|\n",
        "---\n",
        "title: ",
        '"q\\u00e9"',
        "'it''s'",
        "\\*",
        "  \n",
        "http://a.uk/b",
        "~~",
    ),
]
COPY = st.lists(st.sampled_from(BITS), max_size=40).map("".join)


def stands_for(piece: str, char: str) -> bool:
    """Whether a piece of source is a way to write a character of the prose."""
    if piece == char or char in unescape(piece):
        return True
    if char == "\ufffd":
        return piece == "\0" or "\ud800" <= piece <= "\udfff"
    if char == " ":  # a line end in the words of an image may have its backslash
        return piece.lstrip("\\").isspace()
    if char == "\n":
        ends_line = piece.lstrip(" \t\\") in ("\n", "\r", "\r\n")
        return ends_line or piece.lower().startswith("<br")
    if char == "\ufffc":
        return piece[0] in "<`!["
    return piece[0] == "\\" or piece == "''"


def assert_every_character_has_its_place(article: Article) -> None:
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.prose)
        end = block.end
        assert article.text(block) == article.text(block).strip(" \t\n")
        reached = 0
        for offset in range(block.start, block.end):
            span = article.origin.locate(offset, offset + 1).span
            piece = article.source[span.start : span.end]
            assert piece, (offset, article.prose[offset])
            assert stands_for(piece, article.prose[offset]), (piece, article.prose[offset])
            assert span.start >= reached or len(piece) > 1
            reached = max(reached, span.start)


@pytest.mark.parametrize("format", sorted(FORMATS))
@given(copy=COPY)
@settings(max_examples=300, deadline=None)
def test_every_character_of_every_block_stands_in_the_source(format: str, copy: str) -> None:
    assert_every_character_has_its_place(read_article(copy, "x", format=format))


@pytest.mark.parametrize("format", sorted(FORMATS))
@given(before=COPY, after=COPY)
@settings(max_examples=100, deadline=None)
def test_a_mend_through_the_map_changes_nothing_but_the_word(
    format: str, before: str, after: str
) -> None:
    source = f"{before} Lugovi {after}"
    article = read_article(source, "x", format=format)
    at = article.prose.find("Lugovi ")
    if at < 0:  # it stands in a tag, in code, in a comment
        return
    located = article.origin.locate(at, at + len("Lugovi"))
    assert located.whole
    span = located.span
    assert article.source[span.start : span.end] == "Lugovi"


@given(raw=st.binary(max_size=80))
def test_bytes_that_can_be_read_are_written_back_the_same(raw: bytes) -> None:
    try:
        text, encoding, _ = decode(raw)
    except Unreadable:
        return
    assert encode(text, encoding) == raw


@given(copy=st.text(max_size=60), name=st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_text_in_a_known_encoding_is_written_back_the_same(copy: str, name: str) -> None:
    raw = copy.encode(name, "ignore")
    try:
        text, encoding, _ = decode(raw)
    except Unreadable:
        assert b"\0" in raw
        return
    assert encode(text, encoding) == raw
