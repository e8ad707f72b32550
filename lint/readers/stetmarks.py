"""Stet marks in comments of the copy: what an editor lets stand, where, and why.

::

    <!-- stet: the minister does spell it so -->
    <!-- stet names/people: quoted from the charge sheet -->
    <!-- stet begin terms: a report reprinted word for word --> … <!-- stet end -->

A mark inside a block holds for that block, one between blocks for the next block, and a
pair of begin and end for what stands between. It names the rules that it holds for, or
folders of rules; without any it holds for all. Without a reason it does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.article import StetMark
from lint.late import late
from lint.span import Lines, Span

_STET = late(r"\s*stet\b(?P<head>[^:]*)(?P<colon>:?)(?P<reason>.*)", re.DOTALL | re.I)


class StetMarks:
    """Collects the marks of one article while it is read."""

    def __init__(self, source: str) -> None:
        self._lines = Lines(source)
        self._end = len(source)
        self._found: list[tuple[Span, int, tuple[str, ...], str]] = []
        self._marks: list[StetMark] = []
        self._open: tuple[Span, tuple[str, ...], str] | None = None
        self._remarks: list[tuple[int, str]] = []

    def comment(self, text: str, span: Span, block: int) -> None:
        """Take in a comment that stands in, or before, the block of that number."""
        found = _STET.fullmatch(text)
        if found is None:
            return
        words = found["head"].replace(",", " ").split()
        reason = " ".join(found["reason"].split())
        first = words[0].casefold() if words else ""
        if first == "end" and not reason:
            self._end_of_range(span)
            return
        if not reason:
            self._remark(span, "this stet has no reason, so it does not hold; write "
                               f"<!-- stet{found['head'].rstrip()}: why it stands -->")  # fmt: skip
        elif first == "begin":
            self._begin_of_range(span, tuple(words[1:]), reason)
        else:
            self._found.append((span, block, tuple(words), reason))

    def _begin_of_range(self, span: Span, rules: tuple[str, ...], reason: str) -> None:
        self._drop_open()
        self._open = (span, rules, reason)

    def _end_of_range(self, span: Span) -> None:
        if self._open is None:
            self._remark(span, "this stet end has no stet begin before it; take it out")
            return
        begin, rules, reason = self._open
        self._open = None
        self._marks.append(StetMark(begin, Span(begin.end, span.start), rules, reason))

    def _drop_open(self) -> None:
        if self._open is not None:
            span = self._open[0]
            self._open = None
            self._remark(
                span, "this stet begin has no end, so it does not hold; write <!-- stet end -->"
            )

    def _remark(self, span: Span, message: str) -> None:
        self._remarks.append((span.start, message))

    def resolve(self, scopes: Sequence[Span]) -> tuple[tuple[StetMark, ...], tuple[str, ...]]:
        """The marks in order of place, and remarks on those that do not hold.

        ``scopes`` are the places of the blocks in the source. A mark after the last block
        holds for nothing.
        """
        self._drop_open()
        nowhere = Span(self._end, self._end)
        for span, block, rules, reason in self._found:
            scope = scopes[block] if block < len(scopes) else nowhere
            self._marks.append(StetMark(span, scope, rules, reason))
        remarks = tuple(
            f"line {self._lines.position(start).line}: {message}"
            for start, message in sorted(self._remarks)
        )
        return tuple(sorted(self._marks, key=lambda mark: mark.span)), remarks
