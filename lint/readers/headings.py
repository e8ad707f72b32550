"""Which of an article's headings is its headline."""

from __future__ import annotations

from lint.article import Block
from lint.readers.collecting import BlockCollector
from lint.readers.lines import is_byline

_BODY = frozenset({"paragraph", "list", "quotation", "table"})
_BYLINES_WITHIN = 3  # blocks from the first of the body
_CROSSHEAD_LENGTH = 80  # code points; bold text that is longer is a paragraph in bold


def settle_headings(collector: BlockCollector) -> tuple[Block, ...]:
    """The blocks of a finished collector with their headings in their places.

    A first-rank heading below body text is a crosshead, unless it says the headline again.
    Where there is no headline, the page title is, or else a heading above all body text.
    A short paragraph all in bold is a crosshead if more text follows; one of the first
    paragraphs that says who wrote the article is a byline.
    """
    blocks = list(collector.blocks)
    headlines = [n for n, block in enumerate(blocks) if block.kind == "headline"]
    body = next((n for n, block in enumerate(blocks) if block.kind in _BODY), len(blocks))
    said = {collector.prose(n).casefold() for n in headlines if n < body or n == headlines[0]}
    for number in headlines[1:]:
        if number > body and collector.prose(number).casefold() not in said:
            blocks[number] = blocks[number]._replace(kind="crosshead")
    if not headlines:
        heads = [n for n, block in enumerate(blocks[:body]) if block.kind in ("slug", "crosshead")]
        if heads:
            blocks[heads[0]] = blocks[heads[0]]._replace(kind="headline")
    for number in sorted(collector.bold):
        if blocks[number].kind == "paragraph" and _is_crosshead(collector, number):
            blocks[number] = blocks[number]._replace(kind="crosshead")
    for number in range(body, min(body + _BYLINES_WITHIN, len(blocks))):
        if blocks[number].kind == "paragraph" and is_byline(collector.prose(number)):
            blocks[number] = blocks[number]._replace(kind="byline")
    return tuple(blocks)


def _is_crosshead(collector: BlockCollector, number: int) -> bool:
    text = collector.prose(number)
    if len(text) > _CROSSHEAD_LENGTH or "\n" in text or text.rstrip("\"'”’)").endswith((".", ":")):
        return False
    return number + 1 < len(collector.blocks)
