"""Where direct speech stands in the prose.

Whatever stands in quotation marks counts as somebody's own words, however short: a
fragment of one word (an “offensive” act), the title of a work, a term in scare quotes are
left alone as speech is, because changing them changes what was said or what a thing is
called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.article import Block
from lint.quotation import Quotation, quotations

_LONGEST_UNCLOSED = 1000  # code points: a forgotten mark may not swallow the article


def speech_ranges(
    prose: str, blocks: Sequence[Block], quoted: Sequence[Quotation] | None = None
) -> tuple[tuple[int, int], ...]:
    """Half-open prose ranges of direct speech, marks included, in order and apart.

    Quotation blocks are speech whole. A quotation that no mark closes runs to the end of
    its paragraph, and no farther than 1,000 code points; one in single marks that is never
    closed is no speech, since its mark may be an apostrophe. ``quoted`` are the quotations
    of the prose, where they have been worked out before.
    """
    found = [(block.start, block.end) for block in blocks if block.kind == "quotation"]
    if quoted is None:
        quoted = quotations(prose, blocks)
    found.extend(_ranges(quoted, blocks))
    found.extend(_between(quoted, blocks))
    return _joined(found)


def _ranges(quoted: Iterable[Quotation], blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    for quotation in quoted:
        if quotation.opened and quotation.closed:
            yield quotation.start, quotation.end
        elif quotation.opened:
            if not quotation.single or quotation.carried:
                limit = quotation.start + _LONGEST_UNCLOSED
                yield quotation.start, min(quotation.end, limit)
        elif quotation.carried:
            yield blocks[quotation.block].start, quotation.end


def _between(quoted: Iterable[Quotation], blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Whole paragraphs in the middle of a quotation that opens before and closes after them."""
    left_open: Quotation | None = None
    for quotation in quoted:
        if quotation.single:
            continue
        if quotation.carried and not quotation.opened and left_open is not None:
            for number in range(left_open.block + 1, quotation.block):
                yield blocks[number].start, blocks[number].end
        left_open = quotation if quotation.carried and quotation.opened else None


def _joined(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Ranges in order, those that touch or overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif start < end:
            joined.append((start, end))
    return tuple(joined)
