"""Copy that is damaged, empty, or very long."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from lint.readers import FORMATS, Unreadable, encode, format_of, read_article
from lint.readers.decoding import decode

ALL = sorted(FORMATS)


@pytest.mark.parametrize("format", ALL)
@pytest.mark.parametrize("copy", ["", "\n", " \r\n\t", "\ufeff"])
def test_nothing_has_no_blocks(format: str, copy: str) -> None:
    article = read_article(copy, format=format)
    assert (article.blocks, article.prose.strip()) == ((), "")


@pytest.mark.parametrize("format", ALL)
def test_one_word_is_one_block(format: str) -> None:
    article = read_article("Word", format=format)
    assert [article.text(block) for block in article.blocks] == ["Word"]


@pytest.mark.parametrize("format", ALL)
def test_half_surrogate_pairs_stay_in_the_source(format: str) -> None:
    article = read_article("Mr \ud83d Lugovi", format=format)
    assert article.source == "Mr \ud83d Lugovi"
    assert article.prose == "Mr \ufffd Lugovi"
    at = article.prose.index("Lugovi")
    assert article.origin.locate(at, at + 6).span.start == 5


@pytest.mark.parametrize("format", ALL)
@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_no_part_of_the_copy(
    format: str, name: str
) -> None:
    raw = "Lugovi’s 😀 café\r\n".encode(name)
    article = read_article(raw, format=format)
    assert article.source == "Lugovi’s 😀 café\r\n"
    assert encode(article.source, article.encoding) == raw


def test_a_byte_order_mark_in_text_already_decoded_is_kept_aside() -> None:
    article = read_article("\ufeffLugovi")
    assert article.source == "Lugovi"
    assert encode(article.source, article.encoding) == b"\xef\xbb\xbfLugovi"


def test_copy_that_is_not_utf_8_is_read_as_windows_text_with_a_remark() -> None:
    raw = "One\nLugovi’s caf\xe9\n".encode("cp1252")
    article = read_article(raw)
    assert article.source == "One\nLugovi’s café\n"
    assert not article.encoding.certain
    assert "line 2 is not UTF-8" in article.remarks[0]
    assert encode(article.source, article.encoding) == raw


def test_bytes_that_windows_text_leaves_open_are_kept() -> None:
    raw = b"caf\xe9 \x81\x8d\x8f\x90\x9d"
    text, encoding, _ = decode(raw)
    assert encode(text, encoding) == raw


@pytest.mark.parametrize("raw", [b"a\0b", "Word".encode("utf-16-le"), b"\x89PNG\r\n\x1a\n\0\0"])
def test_nul_bytes_are_no_text(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="NUL"):
        read_article(raw)


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbfa\xff", b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00"])
def test_damage_after_a_byte_order_mark_is_told_with_its_byte(raw: bytes) -> None:
    with pytest.raises(Unreadable, match=r"byte \d+"):
        read_article(raw)


@pytest.mark.parametrize(
    ("path", "format"),
    [
        *(("a.txt", "plain"), ("a.TXT", "plain"), ("README", "plain"), ("a/b.c/d", "plain")),
        *(("a.md", "markdown"), ("a.b.markdown", "markdown"), ("a.htm", "html")),
        *(("a\\b.HTML", "html"), ("a.jpg", None), ("a.py", None), (".hidden", "plain")),
    ],
)
def test_the_ending_of_a_path_tells_the_format(path: str, format: str | None) -> None:
    assert format_of(path) == format


def work(copy: str, format: str) -> int:
    """How many lines of Python run to read a piece of copy."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    read_article("x", format=format)  # what is imported once is not counted
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read_article(copy, format=format)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("format", ALL)
@pytest.mark.parametrize(
    "piece",
    [
        *("word ", "w", "One. Two.\n", "One.\n\n", "a\r\n", "\n ", "A.\"'", "\u00ad", "- a\n"),
        *("a\tb\tc\n", "# a\n", "<![CDATA["),
        *("<", "<a ", "<a b=c ", "<a x='", "</", "</a ", "<!--", "<!--a-->", "<!", "<?"),
        *("<p>", "<div>", "</i>", "<b>", "<li>", "<title>", "<br>", "<img alt='x'>", "<script>"),
        *("&", "&#", "&amp", "&amp;", "*", "_a", "`", "[", "![", "[a](b)", "> ", "\\", "|"),
        *("<!-- stet: a -->\n\n", "<!-- stet begin: a -->", "<h1>x", "<span class=byline>x"),
    ],
)  # fmt: skip
def test_twice_the_copy_is_no_more_than_twice_the_work(format: str, piece: str) -> None:
    once, twice = work(piece * 200, format), work(piece * 400, format)
    assert twice <= 2.2 * once + 200


@pytest.mark.parametrize("format", ALL)
def test_a_line_of_a_million_words_costs_no_more_than_one_of_ten(format: str) -> None:
    assert work("word " * 1_000_000, format) <= work("word " * 10, format) + 50
