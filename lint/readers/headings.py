"""Which of an article's headings is its headline."""

from __future__ import annotations

from dataclasses import replace

from lint.article import Block
from lint.readers.collecting import BlockCollector

_BODY = frozenset({"paragraph", "list", "quotation", "table"})
_CROSSHEAD_LENGTH = 80  # code points; bold text that is longer is a paragraph in bold


def settle_headings(collector: BlockCollector) -> tuple[Block, ...]:
    """The blocks of a finished collector with their headings in their places.

    A first-rank heading below body text is a crosshead, unless it says the headline again.
    Where there is no headline, the page title is, or else a heading above all body text.
    A short paragraph all in bold is a crosshead if more text follows.
    """
    blocks = list(collector.blocks)
    headlines = [n for n, block in enumerate(blocks) if block.kind == "headline"]
    body = next((n for n, block in enumerate(blocks) if block.kind in _BODY), len(blocks))
    first = headlines[0] if headlines else None
    for number in headlines[1:]:
        assert first is not None
        same = collector.prose(number).casefold() == collector.prose(first).casefold()
        if number > body and not same:
            blocks[number] = replace(blocks[number], kind="crosshead")
    if first is None:
        heads = [n for n, block in enumerate(blocks[:body]) if block.kind in ("slug", "crosshead")]
        if heads:
            blocks[heads[0]] = replace(blocks[heads[0]], kind="headline")
    for number in collector.bold:
        if blocks[number].kind == "paragraph" and _is_crosshead(collector, number):
            blocks[number] = replace(blocks[number], kind="crosshead")
    return tuple(blocks)


def _is_crosshead(collector: BlockCollector, number: int) -> bool:
    text = collector.prose(number)
    if len(text) > _CROSSHEAD_LENGTH or "\n" in text or text.rstrip("\"'”’)").endswith((".", ":")):
        return False
    return number + 1 < len(collector.blocks)
