"""Places in a source: half-open ranges of code points, and lines and columns.

Everything inside copydesk counts in code points of the decoded source (a byte-order
mark is not counted). Lines, columns and UTF-16 units are made here and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from lint.kept import cached_property
from lint.late import late
from lint.tuples import NamedTuple

_NEAR = 500  # code points
_LINE_END = late(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points of the source."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points it holds."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or one is empty and inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns are code points."""

    line: int
    column: int


class Lines:
    """The lines of one source, for turning offsets into positions and back into text.

    A line ends at LF, CR LF or a lone CR, as editors count them.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.source))]

    def position(self, offset: int) -> Position:
        """The line and column (both from 1) of a code point offset."""
        if "_starts" not in self.__dict__ and offset < _NEAR:
            # The headline is asked for in every article: count to it, not through the text.
            head = self.source[:offset]
            if "\r" not in head:
                return Position(head.count("\n") + 1, offset - head.rfind("\n"))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def span(self, number: int) -> Span:
        """The span of a line, counted from 1, without its ending."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.source)
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its ending."""
        span = self.span(number)
        return self.source[span.start : span.end]


def utf16_offset(text: str, offset: int) -> int:
    """How many UTF-16 code units stand before a code point offset of ``text``."""
    return offset + sum(1 for char in text[:offset] if char > "\uffff")


class Utf16:
    """UTF-16 code units of one text, for many offsets: what browsers and language servers count.

    ``text`` is in code points, each half of a surrogate pair that stands alone being one.
    """

    def __init__(self, text: str) -> None:
        # Most copy has no character that takes two units.
        self._wide = [n for n, char in enumerate(text) if char > "\uffff"] if _is_wide(text) else []

    def units(self, offset: int) -> int:
        """How many units stand before a code point offset."""
        return offset + bisect_left(self._wide, offset) if self._wide else offset


def _is_wide(text: str) -> bool:
    return not text.isascii() and max(text) > "\uffff"
