"""HTML: what a reader of the page reads, block by block, with the place of every character.

``<h1>`` is the headline, ``<h2>`` to ``<h6>`` are crossheads, ``<blockquote>`` is a
quotation, ``<li>`` a list, ``<td>`` and ``<th>`` a table; ``<figcaption>`` and the ``alt``
of an image are captions. Classes and ``itemprop`` that end in standfirst, byline or
dateline make blocks of those kinds. The ``<title>`` of a page with an ``<h1>`` is its slug
(browsers and search results show it, the article does not); without one it is the headline.
"""

from __future__ import annotations

import re

from lint.article import Article, BlockKind, Encoding, Metadata
from lint.late import late
from lint.readers.collecting import LEFT_OUT, BlockCollector, Piece
from lint.readers.elements import (
    BLOCKS,
    HEADINGS,
    INSIDE_SENTENCES,
    ITEMPROP_ONLY,
    KINDS,
    PUBLISHED,
    ROLES,
    SECTIONS,
    SKIPPED,
    VOID,
)
from lint.readers.headings import settle_headings
from lint.readers.markup import Token, pieces, text_of, tokens
from lint.readers.metadata import day_of
from lint.readers.stetmarks import StetMarks
from lint.span import Span
from lint.tuples import NamedTuple

_FOOTNOTE = late(r"foot-?note|reference|noteref", re.IGNORECASE)
# A browser shows one space for every run of these.
_AS_SPACES = str.maketrans(dict.fromkeys("\t\n\r\f", " "))
_SPACES = late(" {2,}")


def read_html(path: str, source: str, encoding: Encoding, remarks: tuple[str, ...]) -> Article:
    """Read an HTML page or fragment; it need not be well formed."""
    collector, marks = BlockCollector(), StetMarks(source)
    reader = HtmlReader(source, collector, marks)
    reader.feed()
    prose, origin = collector.finish()
    stets, stet_remarks = marks.resolve(collector.scopes)
    return Article(
        path=path,
        source=source,
        prose=prose,
        blocks=settle_headings(collector),
        origin=origin,
        format="html",
        metadata=Metadata(day_of(reader.published), reader.section, "", reader.language),
        encoding=encoding,
        stets=stets,
        remarks=(*remarks, *reader.remarks, *stet_remarks),
    )


class _Element(NamedTuple):
    """An open element: its name, the kind of the blocks in it, whether it makes blocks."""

    name: str
    kind: BlockKind
    makes_blocks: bool = True


class HtmlReader:
    """Turns the tokens of a range of HTML into blocks. Also reads HTML inside Markdown."""

    def __init__(self, source: str, collector: BlockCollector, marks: StetMarks) -> None:
        self._source = source
        self._collector = collector
        self._marks = marks
        self._stack: list[_Element] = []
        self._counts: dict[str, int] = {}  # how many elements of a name are open
        self._strong = 0
        self._skipping = ""  # the element that is passed over, and how deep
        self._depth = 0
        self._skipped_from = 0
        self.published = self.section = self.language = ""
        self.remarks: tuple[str, ...] = ()

    def feed(
        self, start: int = 0, end: int | None = None, *, kind: BlockKind = "paragraph"
    ) -> None:
        """Read a range of the source; ``kind`` is that of text outside every element."""
        self._stack, self._counts = [_Element("", kind)], {}
        self._strong, self._skipping = 0, ""
        for token in tokens(self._source, start, end):
            if self._skipping:
                self._skip(token)
            elif token.kind == "text":
                self._text(token.start, token.end)
            elif token.kind == "start":
                self._start(token)
            elif token.kind == "end":
                self._end(token.name)
            else:
                self._comment(token)
        if self._skipping:
            self._remark(self._skipped_from, f"<{self._skipping}> is never closed")
        self._collector.close()

    def _remark(self, at: int, message: str) -> None:
        line = self._source.count("\n", 0, at) + 1
        self.remarks += (f"line {line}: {message}, so the rest is not read",)

    def _comment(self, token: Token) -> None:
        text = self._source[slice(*token.inner)]
        self._marks.comment(text, Span(token.start, token.end), len(self._collector.blocks))
        if token.end == len(self._source) and not self._source.endswith(">"):
            self._remark(token.start, "this comment never ends")

    def _text(self, start: int, end: int) -> None:
        if not self._collector.is_open:
            self._collector.open(self._stack[-1].kind)
        for text, left, right in pieces(self._source, start, end):
            if len(text) == right - left:
                self._words(text, left)
            elif text:  # a character reference is never white space to fold
                self._collector.text(text, left, right, strong=self._strong > 0)

    def _words(self, text: str, start: int) -> None:
        """Add text with its white space folded, as a browser shows it."""
        text = text.translate(_AS_SPACES)
        at = 0
        for run in _SPACES.finditer(text):
            self._plain(text[at : run.start()], start + at)
            if not self._collector.ends_in_space:
                self._collector.text(" ", start + run.start(), start + run.end(), strong=True)
            at = run.end()
        self._plain(text[at:], start + at)

    def _plain(self, text: str, start: int) -> None:
        if text[:1] == " " and self._collector.ends_in_space:
            text, start = text[1:], start + 1
        if text:
            self._collector.text(text, start, start + len(text), strong=self._strong > 0)

    def _start(self, token: Token) -> None:
        name = token.name
        self._notice(token)
        if name == "br":
            self._collector.line_break(token.start, token.end)
        elif name == "img":
            self._image(token)
        elif name in SKIPPED or self._is_passed_over(token):
            if name not in VOID:
                self._skipping, self._depth, self._skipped_from = name, 1, token.start
        elif name in BLOCKS:
            self._open_block(token)
        elif name not in VOID:
            self._open_inline(token)

    def _is_passed_over(self, token: Token) -> bool:
        """Whether an element is no copy: hidden, or the mark of a footnote."""
        attributes = token.attributes or {}
        if "hidden" in attributes:
            return True
        if token.name not in ("sup", "a"):
            return False
        said = " ".join(
            text_of(self._source, attributes[name])
            for name in ("class", "role", "id", "rel")
            if name in attributes
        )
        return bool(_FOOTNOTE.search(said))

    def _open_block(self, token: Token) -> None:
        self._collector.close()
        if self._stack[-1].name in HEADINGS:  # a heading that was never closed
            self._pop()
        if token.name not in VOID:
            kind = self._role(token) or KINDS.get(token.name) or self._stack[-1].kind
            self._push(_Element(token.name, kind))
            self._collector.open(kind)

    def _open_inline(self, token: Token) -> None:
        role = None if self._collector.has_text else self._role(token)
        if role is not None:
            self._collector.open(role)
            self._push(_Element(token.name, role))
        elif self._counts.get(token.name, 0):  # so that its end is not taken for the other's
            self._push(_Element(token.name, self._stack[-1].kind, makes_blocks=False))
        elif token.name in ("b", "strong"):
            self._strong += 1

    def _role(self, token: Token) -> BlockKind | None:
        """The kind of block that a class or an itemprop names."""
        attributes = token.attributes or {}
        if "itemprop" in attributes:
            for word in text_of(self._source, attributes["itemprop"]).lower().split():
                if word in ROLES:
                    return ROLES[word]
        if "class" in attributes:
            for word in text_of(self._source, attributes["class"]).lower().split():
                last = re.split(r"[-_]+", word)[-1]
                if last in ROLES and last not in ITEMPROP_ONLY:
                    return ROLES[last]
        return None

    def _push(self, element: _Element) -> None:
        self._stack.append(element)
        self._counts[element.name] = self._counts.get(element.name, 0) + 1

    def _pop(self) -> _Element:
        element = self._stack.pop()
        self._counts[element.name] -= 1
        return element

    def _end(self, name: str) -> None:
        if self._counts.get(name, 0):
            element = self._pop()
            made_blocks = element.makes_blocks
            while element.name != name:  # whatever was left open inside ends with it
                element = self._pop()
                made_blocks = made_blocks or element.makes_blocks
            if made_blocks:
                self._collector.close()
        elif name in ("b", "strong"):
            self._strong = max(0, self._strong - 1)
        elif name in BLOCKS:
            self._collector.close()

    def _skip(self, token: Token) -> None:
        if token.name != self._skipping or token.kind not in ("start", "end"):
            return
        self._depth += 1 if token.kind == "start" else -1
        if self._depth == 0:
            if self._skipping in INSIDE_SENTENCES and self._collector.has_text:
                self._collector.insert(LEFT_OUT, self._skipped_from, token.end)
            self._skipping = ""

    def _image(self, token: Token) -> None:
        value = (token.attributes or {}).get("alt")
        if value is not None:
            self._collector.caption([Piece(*piece) for piece in pieces(self._source, *value)])
        self._collector.insert(LEFT_OUT, token.start, token.end)

    def _notice(self, token: Token) -> None:
        """Take what a tag says of the article: its day, its section, its language."""
        attributes = token.attributes or {}
        if token.name not in ("meta", "time", "html"):
            return
        said = {
            name: text_of(self._source, attributes[name]).strip()
            for name in ("name", "property", "itemprop", "content", "datetime", "lang", "pubdate")
            if name in attributes
        }
        names = {said.get(key, "").lower() for key in ("name", "property", "itemprop")}
        value = said.get("content") or said.get("datetime") or ""
        if names & PUBLISHED or (token.name == "time" and "pubdate" in said):
            self.published = self.published or value
        elif names & SECTIONS:
            self.section = self.section or value
        self.language = self.language or said.get("lang", "")
