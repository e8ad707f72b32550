"""The source of an article as lines of HTML, with the findings marked in them."""

from __future__ import annotations

import html
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint.article import Article, BlockKind
from lint.finding import Finding
from lint.frozen import Frozen
from lint.reports.legible import legible
from lint.reports.marks import Close, Mark, Open, nested
from lint.span import Lines

if TYPE_CHECKING:
    from lint.reports.html_notes import Anchors


_SET_APART = {"headline", "standfirst", "crosshead", "byline"}  # what is set in other type


def escape(text: str, *, lines: bool = False) -> str:
    """A text that means itself in HTML, in an attribute too; ``lines`` keeps its line ends."""
    if lines:
        return "\n".join(map(escape, text.splitlines()))
    return html.escape(legible(text), quote=True)


class Copy(Frozen):
    """What the page needs of an article: its source, and where blocks of some kinds begin."""

    path: str
    source: str
    kinds: tuple[tuple[int, BlockKind], ...]


def copy_of(article: Article) -> Copy:
    """What the page needs of an article, so that the rest of it can go."""
    kinds = tuple(
        (article.origin.locate(block.start, block.end).span.start, block.kind)
        for block in article.blocks
        if block.kind in _SET_APART
    )
    return Copy(article.path, article.source, kinds)


def copy_in_lines(copy: Copy, findings: Sequence[Finding], anchors: Anchors) -> Iterator[str]:
    """Each line of the source as a paragraph; blank lines are kept as space."""
    lines = Lines(copy.source)
    last = lines.position(len(copy.source)).line
    by_line: dict[int, list[Mark]] = {}
    numbers = [anchors.findings[id(finding)] for finding in findings]
    by_number = dict(zip(numbers, findings, strict=True))
    for number, finding in by_number.items():
        for line, mark in _pieces(lines, finding, number, last):
            by_line.setdefault(line, []).append(mark)
    pointed = anchors.lines.get(copy.path, set())
    kinds = {lines.position(start).line: kind for start, kind in copy.kinds}
    around = _around(findings, numbers)
    for line in range(1, last + 1):
        text = lines.line(line)
        if line == last and not text and line not in by_line:
            return
        anchor = f' id="a{anchors.articles[copy.path]}-{line}"' if line in pointed else ""
        shown = f' data-n="{line}"' if text.strip() else ""
        kind = f' class="{kinds[line]}"' if line in kinds else ""
        yield f'<p dir="auto"{kind}{anchor}{shown}>'
        for piece in nested(len(text), by_line.get(line, ())):
            if isinstance(piece, Open):
                yield _opening(piece.mark, by_number[piece.mark.owner], piece.mark.owner in around)
            elif isinstance(piece, Close):
                yield "</mark>"
            else:
                yield escape(text[piece.start : piece.end])
        yield "</p>\n"


def _pieces(lines: Lines, finding: Finding, number: int, last: int) -> Iterator[tuple[int, Mark]]:
    """The marks of a finding, line by line; what is only a line end is pointed at."""
    first = lines.position(finding.span.start).line
    until = min(last, lines.position(finding.span.end).line)
    begun = False
    for line in range(first, until + 1):
        origin, length = lines.span(line).start, lines.span(line).length
        start = min(max(finding.span.start - origin, 0), length)
        end = min(max(finding.span.end - origin, 0), length)
        if start < end:
            yield line, Mark(start, end, number, not begun)
            begun = True
    if not begun:
        origin, length = lines.span(first).start, lines.span(first).length
        place = min(finding.span.start - origin, length)
        yield first, Mark(place, place, number)


def _around(findings: Sequence[Finding], numbers: Sequence[int]) -> set[int]:
    """The findings that have another inside them, or across one of their ends."""
    starts = sorted(finding.span.start for finding in findings)
    return {
        number
        for number, finding in zip(numbers, findings, strict=True)
        if bisect_left(starts, finding.span.end) - bisect_left(starts, finding.span.start) > 1
    }


def _opening(mark: Mark, finding: Finding, around: bool) -> str:
    classes: str = finding.severity
    classes += " around" if around else ""
    classes += " point" if mark.start == mark.end else ""
    first = f' id="f{mark.owner}" tabindex="0" aria-describedby="n{mark.owner}"'
    return f'<mark class="{classes}" data-f="{mark.owner}"{first if mark.first else ""}>'
