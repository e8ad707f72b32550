"""Places in the HTML of rich text, as Wagtail's editor knows them: block and offset.

Draftail keeps a text as blocks with keys and no markup, and counts in UTF-16 units; the HTML
that is stored holds the keys (``data-block-key``). What is found in the HTML is told to the
editor in its own words, so that it can be shown and mended without touching the markup.
"""

from __future__ import annotations

from bisect import bisect_right
from html import unescape
from html.parser import HTMLParser

from lint.tuples import NamedTuple

_KEY = "data-block-key"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class BlockPlace(NamedTuple):
    """UTF-16 units ``start`` to ``end`` of a block, and the text that stands there."""

    block: str
    start: int
    end: int
    text: str


class _Run(NamedTuple):
    """Text of one block without markup in it; ``whole`` if it is one sign written as several."""

    start: int  # in the HTML
    end: int
    block: str
    at: int  # in UTF-16 units of the block
    text: str
    whole: bool


class BlockPlaces(HTMLParser):
    """The places in one rich text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._runs: list[_Run] = []
        self._open: list[tuple[str, str]] = []  # tag, block key
        self._reached: dict[str, int] = {}
        self._lines = [0]
        for number, char in enumerate(html):
            if char == "\n":
                self._lines.append(number + 1)
        self.feed(html)
        self.close()
        self._starts = [run.start for run in self._runs]

    def find(self, start: int, end: int) -> BlockPlace | None:
        """Where code points ``start`` to ``end`` of the HTML stand; None if in no one block."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        inside = [
            run for run in self._runs[first:] if run.start < max(end, start + 1) and run.end > start
        ]
        if not inside or any(run.block != inside[0].block for run in inside):
            return None
        head, tail = inside[0], inside[-1]
        before = 0 if head.whole else max(start - head.start, 0)
        kept = len(tail.text) if tail.whole else min(end - tail.start, len(tail.text))
        begin = head.at + units(head.text[:before])
        close = max(tail.at + units(tail.text[:kept]), begin)
        text = "".join(run.text for run in inside)
        text = text[before : len(text) - (len(tail.text) - kept)] if end > start else ""
        return BlockPlace(head.block, begin, close if end > start else begin, text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; a line break counts as one sign."""
        if tag == "br":
            self._add("\n", len(self.get_starttag_text() or ""), whole=True)
        elif tag not in _VOID:
            key = dict(attrs).get(_KEY) or (self._open[-1][1] if self._open else "")
            self._open.append((tag, key))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass an element without content."""
        if tag == "br":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        for number in range(len(self._open) - 1, -1, -1):
            if self._open[number][0] == tag:
                del self._open[number:]
                return

    def handle_data(self, data: str) -> None:
        """Take text."""
        self._add(data, len(data), whole=False)

    def handle_entityref(self, name: str) -> None:
        """Take a named reference."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Take a numbered reference."""
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        line, column = self.getpos()
        at = self._lines[line - 1] + column + len(written)
        closed = self.rawdata[at : at + 1] == ";"
        self._add(unescape(written + ";"), len(written) + closed, whole=True)

    def _add(self, text: str, length: int, *, whole: bool) -> None:
        block = self._open[-1][1] if self._open else ""
        if not block:
            return
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        at = self._reached.get(block, 0)
        self._runs.append(_Run(start, start + length, block, at, text, whole))
        self._reached[block] = at + units(text)


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text) + sum(char > "\uffff" for char in text)
