"""Markdown: CommonMark with tables and footnotes, front matter, and HTML in between.

pyromark gives each event with its range of UTF-8 bytes; they are turned into code points
here, once. A first-rank heading is the headline, others are crossheads; ``>`` is a
quotation, list items are lists, cells tables, and the words of an image its caption. Code,
addresses, footnote marks and the tags of HTML are no prose; the text between tags is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lint.article import Article, BlockKind, Encoding, Metadata
from lint.readers.collecting import LEFT_OUT, BlockCollector, Piece
from lint.readers.frontmatter import FrontMatter, read_toml, read_yaml
from lint.readers.headings import settle_headings
from lint.readers.html import HtmlReader
from lint.readers.markup import pieces, tokens
from lint.readers.stetmarks import StetMarks
from lint.span import Span

_INSIDE: dict[str, BlockKind] = {
    "BlockQuote": "quotation",
    "Item": "list",
    "TableCell": "table",
    "FootnoteDefinition": "paragraph",
}
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_STRIDE = 1024  # bytes between two known places


class CodePoints:
    """Turns offsets in UTF-8 bytes into code points, in bounded time each."""

    def __init__(self, text: str) -> None:
        self._raw = b"" if text.isascii() else text.encode()
        self._known = [0]
        for at in range(0, len(self._raw), _STRIDE):
            piece = self._raw[at : at + _STRIDE]
            self._known.append(self._known[-1] + _characters(piece))

    def at(self, offset: int) -> int:
        """The code point that begins at a byte."""
        if not self._raw:
            return offset
        stride = offset // _STRIDE
        return self._known[stride] + _characters(self._raw[stride * _STRIDE : offset])


# Bytes that go on with a character, taken away to count the characters.
_CONTINUING = bytes(range(0x80, 0xC0))


def _characters(raw: bytes) -> int:
    return len(raw.translate(None, _CONTINUING))


def read_markdown(path: str, source: str, encoding: Encoding, remarks: tuple[str, ...]) -> Article:
    """Read Markdown."""
    import pyromark

    has = pyromark.Options
    options = (
        has.ENABLE_TABLES
        | has.ENABLE_FOOTNOTES
        | has.ENABLE_STRIKETHROUGH
        | has.ENABLE_TASKLISTS
        | has.ENABLE_HEADING_ATTRIBUTES
        | has.ENABLE_YAML_STYLE_METADATA_BLOCKS
        | has.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    )
    walk = _Walk(source)
    for event, where in pyromark.events_with_range(source, options=options):
        walk.take(event, where["start"], where["end"])
    prose, origin = walk.collector.finish()
    stets, stet_remarks = walk.marks.resolve(walk.collector.scopes)
    return Article(
        path=path,
        source=source,
        prose=prose,
        blocks=settle_headings(walk.collector),
        origin=origin,
        format="markdown",
        metadata=walk.metadata,
        encoding=encoding,
        stets=stets,
        remarks=(*remarks, *walk.remarks, *walk.html.remarks, *stet_remarks),
    )


class _Walk:
    """Takes the events of one article, in order, and makes blocks of them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._places = CodePoints(source)
        self.collector, self.marks = BlockCollector(), StetMarks(source)
        self.html = HtmlReader(source, self.collector, self.marks)
        self.metadata = Metadata()
        self.remarks: tuple[str, ...] = ()
        self._kinds: list[BlockKind] = ["paragraph"]
        self._strong = 0
        self._silent = 0  # inside code, or an address that is its own text
        self._links: list[bool] = []  # whether each open link is its own address
        self._images: list[list[Piece]] = []
        self._front: Callable[[str, int, int], FrontMatter] | None = None
        self._front_range: list[int] = []
        self._html: list[tuple[int, int]] | None = None
        self._text_end = 0  # where the last text ended, to see a backslash before the next

    def take(self, event: Any, first: int, last: int) -> None:
        """Take one event at a range of bytes."""
        start, end = self._places.at(first), self._places.at(last)
        if event in ("SoftBreak", "HardBreak", "Rule"):
            self._break(event, start, end)
            return
        ((name, value),) = event.items()
        if name in ("Start", "End"):
            tag = value if isinstance(value, str) else next(iter(value))
            inner = None if isinstance(value, str) else value[tag]
            if name == "Start":
                self._start(tag, inner, start, end)
            else:
                self._end(tag, start, end)
        elif name == "Text":
            self._text(value, start, end)
        elif name in ("Html", "InlineHtml"):
            self._markup(name, start, end)
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self._leave_out(start, end)

    def _start(self, tag: str, inner: Any, start: int, end: int) -> None:
        # Tags that are not named here (lists, rows, emphasis) have no say in what is prose.
        if tag == "Paragraph":
            self.collector.open(self._kinds[-1])
        elif tag == "Heading":
            self.collector.open("headline" if inner["level"] == "H1" else "crosshead")
        elif tag in _INSIDE:
            self.collector.close()
            self._kinds.append(_INSIDE[tag])
        elif tag == "CodeBlock":
            self.collector.close()
            self._silent += 1
        elif tag == "MetadataBlock":
            self._front = read_yaml if inner == "YamlStyle" else read_toml
            self._front_range = []
        elif tag == "HtmlBlock":
            self._html = []
        elif tag == "Strong":
            self._strong += 1
        elif tag == "Image":
            self._images.append([])
        elif tag == "Link":
            address = inner["link_type"] in ("Autolink", "Email")
            self._links.append(address)
            if address:
                self._leave_out(start, end)
                self._silent += 1

    def _end(self, tag: str, start: int, end: int) -> None:
        if tag in ("Paragraph", "Heading"):
            self.collector.close()
        elif tag in _INSIDE:
            self.collector.close()
            self._kinds.pop()
        elif tag == "CodeBlock":
            self._silent -= 1
        elif tag == "MetadataBlock":
            self._end_front_matter()
        elif tag == "HtmlBlock":
            self._end_html()
        elif tag == "Strong":
            self._strong -= 1
        elif tag == "Image":
            self._end_image(start, end)
        elif tag == "Link" and self._links.pop():
            self._silent -= 1

    def _end_image(self, start: int, end: int) -> None:
        words = self._images.pop()
        if self._images:
            self._images[-1].extend(words)
        else:
            self.collector.caption(words)
            self.collector.insert(LEFT_OUT, start, end)

    def _end_html(self) -> None:
        ranges, self._html = self._html or [], None
        for start, end in ranges:
            self.html.feed(start, end, kind=self._kinds[-1])

    def _text(self, text: str, start: int, end: int) -> None:
        if self._front is not None:  # comes in lines where lines end in CR LF
            self._front_range += start, end
            return
        if self._silent:
            return
        escaped = self._source[start - 1 : start] == "\\" and self._text_end < start
        self._text_end = end
        if escaped and text[0] in _ESCAPABLE and text[0] == self._source[start]:
            self._add(text[0], start - 1, start + 1)
            text, start = text[1:], start + 1
        if text:
            self._add(text, start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._images:
            self._images[-1].append(Piece(text, start, end))
            return
        self._open()
        self.collector.text(text, start, end, strong=self._strong > 0)

    def _open(self) -> None:
        if not self.collector.is_open:
            self.collector.open(self._kinds[-1])

    def _end_front_matter(self) -> None:
        read, self._front = self._front, None
        if read is None or not self._front_range:
            return
        front = read(self._source, self._front_range[0], self._front_range[-1])
        for kind, words in front.copy:
            self.collector.open(kind)
            for piece in words:
                self.collector.text(piece.text, piece.start, piece.end)
            self.collector.close()
        self.metadata = front.metadata
        if front.remark:
            self.remarks += (front.remark,)

    def _break(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self.collector.close()
        elif event == "SoftBreak" or self._images:
            self._add(" ", start, end)
        else:
            self.collector.line_break(start, end)

    def _leave_out(self, start: int, end: int) -> None:
        if not self._images and not self._silent:
            self._open()
            self.collector.insert(LEFT_OUT, start, end)

    def _markup(self, name: str, start: int, end: int) -> None:
        if name == "InlineHtml":
            self._inline_html(start, end)
        elif self._html and self._html[-1][1] == start:
            self._html[-1] = (self._html[-1][0], end)
        elif self._html is not None:
            self._html.append((start, end))

    def _inline_html(self, start: int, end: int) -> None:
        token = next(tokens(self._source, start, end))
        if token.kind == "comment":
            text = self._source[slice(*token.inner)]
            self.marks.comment(text, Span(start, end), len(self.collector.blocks))
        elif token.name == "br" and token.kind == "start":
            self.collector.line_break(start, end)
        elif token.name == "img" and "alt" in (token.attributes or {}):
            assert token.attributes is not None
            words = pieces(self._source, *token.attributes["alt"])
            self.collector.caption([Piece(*word) for word in words])
            self.collector.insert(LEFT_OUT, start, end)
