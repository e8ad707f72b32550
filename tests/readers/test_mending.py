"""A mend changes the words meant and no other byte, in every format."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.fixing import mend
from lint.readers import encode, read_article
from lint.stylebook.book import load_stylebook
from tests.conftest import WriteBook

RULE = """
kind: terms
why: The isotope has a hyphen.
entries:
  - use: polonium-210
    not: [Polonium 210, polonium 210]
  - use: Marks & Spencer
    not: [Marks and Spencer]
examples:
  - bad: It was polonium 210.
    finds: polonium 210
  - ok: one
  - ok: two
"""


def mended(write_book: WriteBook, raw: bytes, format: str, *, unsafe: bool = False) -> bytes:
    engine = Engine(list(load_stylebook(write_book(rule=RULE)).checks.values()))
    article = read_article(raw, format=format)
    result = mend(
        article.source,
        lambda text: engine.check(read_article(text, format=format)).findings,
        unsafe=unsafe,
    )
    return encode(result.source, article.encoding)


@pytest.mark.parametrize(
    ("format", "before", "after"),
    [
        ("plain", "Head line\r\n\r\n😀 café: Polonium 210.\r\n", "polonium-210"),
        (
            "markdown",
            "---\r\ntitle: 'It''s 😀'\r\n---\r\n\r\n- *So* Polonium 210.\r\n",
            "polonium-210",
        ),
        ("markdown", "A&nbsp;😀 \\* <b>x</b> `y` Polonium 210", "polonium-210"),
        ("html", "<p class='Polonium 210'>&eacute; 😀 <b>the</b> Polonium 210</p>", "polonium-210"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_every_other_byte_stays(
    write_book: WriteBook, format: str, before: str, after: str, mark: bytes
) -> None:
    raw = mark + before.encode()
    at = raw.rindex(b"Polonium 210")
    expected = raw[:at] + after.encode() + raw[at + len(b"Polonium 210") :]
    assert mended(write_book, raw, format) == expected


def test_an_entity_inside_the_words_is_taken_with_them(write_book: WriteBook) -> None:
    raw = b"<p>a &quot;Polonium&#32;210&quot; b</p>"
    assert mended(write_book, raw, "html", unsafe=True) == b"<p>a &quot;polonium-210&quot; b</p>"


def test_what_is_written_into_html_is_escaped(write_book: WriteBook) -> None:
    assert mended(write_book, b"<p>Marks and Spencer</p>", "html") == b"<p>Marks &amp; Spencer</p>"


@pytest.mark.parametrize(
    ("format", "copy"),
    [
        ("html", "<p>the Polon<b>ium 210</b></p>"),
        ("html", "<p>the Polonium<br>210</p>"),
        ("markdown", "the Polon*ium 210*"),
        ("markdown", "> the Polonium\n> 210"),
    ],
)
def test_words_with_markup_inside_are_never_mended_unasked(
    write_book: WriteBook, format: str, copy: str
) -> None:
    assert mended(write_book, copy.encode(), format).decode() == copy
