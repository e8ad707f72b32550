"""Where every character of the prose stood in the source.

A reader takes markup away and resolves entities; what is left is the *prose*, the text
that the reader of the newspaper sees. Checks work on prose offsets; the engine turns
them into spans of the source through this map. Nothing is searched for twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lint.span import Span
from lint.tuples import NamedTuple


class Segment(NamedTuple):
    """One run of prose ``[start, end)`` that came from source ``[source_start, source_end)``.

    Equal lengths mean character for character; otherwise the run is an *atom* (an entity,
    an escape, a CR LF) that can only be taken whole. A ``fixed`` run stands for something
    that is no text (a line break tag, a piece of code) and must not be written over.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    fixed: bool = False

    @property
    def verbatim(self) -> bool:
        """Whether prose and source agree character for character here."""
        return self.end - self.start == self.source_end - self.source_start


class Located(NamedTuple):
    """A prose range found in the source: its span, and whether it is one unbroken run.

    ``whole`` is false when markup stands inside the range, an atom is cut, or a fixed run
    is touched, so that writing over the span would lose something that is not prose.
    """

    span: Span
    whole: bool


class SourceMap:
    """The map of one article. Without segments, prose and source are the same text."""

    __slots__ = ("_segments", "_starts")

    def __init__(self, segments: Iterable[Segment] | None = None) -> None:
        self._segments = None if segments is None else tuple(segments)
        self._starts = [] if self._segments is None else [s.start for s in self._segments]

    @property
    def identity(self) -> bool:
        """Whether prose offsets are source offsets."""
        return self._segments is None

    def shifted(self, prose: int, source: int, length: int) -> Iterator[Segment]:
        """The segments with both sides moved on, for a map of several texts one after another.

        ``length`` is that of the prose, for a map without segments.
        """
        segments = (Segment(0, length, 0, length),) if self._segments is None else self._segments
        for start, end, source_start, source_end, fixed in segments:
            yield Segment(
                start + prose, end + prose, source_start + source, source_end + source, fixed
            )

    def part(self, start: int, end: int) -> SourceMap:
        """The map of the prose ``[start, end)`` by itself; an atom that is cut is left out."""
        if self._segments is None:
            return SourceMap([Segment(0, end - start, start, end)])
        own = self._segments[self._segment_at(start) : self._segment_at(end) + 1]
        return SourceMap(
            each for segment in own if (each := _clipped(segment, start, end)) is not None
        )

    def locate(self, start: int, end: int) -> Located:
        """Find the prose range ``[start, end)`` in the source.

        An empty range is an insertion point; it lies after the character before it.
        """
        if self._segments is None:
            return Located(Span(start, end), True)
        if not self._segments:
            return Located(Span(0, 0), False)
        first = self._segment_at(start if start < end else max(start - 1, 0))
        last = self._segment_at(end - 1 if start < end else max(start - 1, 0))
        left, left_whole = self._source_of(first, start, cut=self._segments[first].source_start)
        right, right_whole = self._source_of(last, end, cut=self._segments[last].source_end)
        whole = left_whole and right_whole and self._unbroken(first, last)
        return Located(Span(left, max(left, right)), whole)

    def _segment_at(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _source_of(self, index: int, offset: int, *, cut: int) -> tuple[int, bool]:
        """Where an offset stands (``cut``, when inside an atom), and whether exactly there."""
        assert self._segments is not None
        segment = self._segments[index]
        inside = offset - segment.start
        if inside <= 0:
            return segment.source_start, inside == 0
        if offset >= segment.end:
            return segment.source_end, offset == segment.end
        if segment.verbatim:
            return segment.source_start + inside, True
        return cut, False

    def _unbroken(self, first: int, last: int) -> bool:
        assert self._segments is not None
        run = self._segments[first : last + 1]
        return not any(segment.fixed for segment in run) and all(
            before.source_end == after.source_start and before.end == after.start
            for before, after in pairwise(run)
        )


def _clipped(segment: Segment, start: int, end: int) -> Segment | None:
    """A segment within the prose ``[start, end)``, counted from there; None where nothing is."""
    left, right = max(segment.start, start), min(segment.end, end)
    if left >= right:
        return None
    if (left, right) == (segment.start, segment.end):
        return segment._replace(start=left - start, end=right - start)
    if not segment.verbatim:
        return None
    moved = segment.source_start - segment.start
    return Segment(left - start, right - start, left + moved, right + moved, segment.fixed)


class ProseBuilder:
    """Collects prose piece by piece, keeping the map as it goes.

    Readers call :meth:`add` for text taken from the source and :meth:`gap` for what
    separates blocks; :attr:`length` is the prose offset reached so far.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self.length = 0

    def add(self, text: str, source_start: int, source_end: int, *, fixed: bool = False) -> None:
        """Add prose that stands in the source at ``[source_start, source_end)``.

        ``fixed`` prose stands for something that is no text, and is never written over.
        """
        if not text:
            return
        start, end = self.length, self.length + len(text)
        previous = self._segments[-1] if self._segments else None
        if (
            previous is not None
            and not fixed
            and not previous.fixed
            and previous.verbatim
            and len(text) == source_end - source_start
            and previous.source_end == source_start
            and previous.end == start
        ):
            self._segments[-1] = Segment(previous.start, end, previous.source_start, source_end)
        else:
            self._segments.append(Segment(start, end, source_start, source_end, fixed))
        self._parts.append(text)
        self.length = end

    def gap(self, text: str = "\n\n") -> None:
        """Add characters that stand nowhere in the source (between blocks)."""
        self._parts.append(text)
        self.length += len(text)

    def finish(self) -> tuple[str, SourceMap]:
        """The prose and its map."""
        return "".join(self._parts), SourceMap(self._segments)
