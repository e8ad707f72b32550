"""A text that is far longer than any article, in sections, so that its length costs no more than
its parts.

Much of what a check asks is asked of the whole article: whether another form of a name stands in
it, how often a word does. A text ten times as long asks ten times as often, and each time looks
through ten times as much. No article is so long; but archives hold files in which all articles of
a year follow each other, and those have to end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.advice import Advice
from lint.article import Article, Block
from lint.frozen import replace
from lint.tuples import NamedTuple

LONGEST = 200_000  # code points of prose that are read as one article: some 35,000 words
_SECTION = 100_000  # about so many in each section of what is longer
_NEAR = 2_000  # code points before the end of a section in which a sentence is looked for


class Section(NamedTuple):
    """A part of an article that is checked by itself, and the prose offset where it begins."""

    article: Article
    start: int

    def own(self, advice: Sequence[Advice]) -> tuple[Advice, ...]:
        """What a grammar engine said of this part of the article."""
        if not advice:
            return ()
        end = self.start + len(self.article.prose)
        return tuple(
            each.moved(-self.start) for each in advice if self.start <= each.start < each.end <= end
        )


def sections_of(article: Article) -> Iterator[Section]:
    """The sections of an article: itself, or runs of whole blocks of one that is too long.

    A block that is too long by itself is parted too, behind a sentence where there is one.
    """
    if len(article.prose) <= LONGEST:
        yield Section(article, 0)
        return
    blocks: list[Block] = []
    for block in _parted(article):
        if blocks and block.end - blocks[0].start > _SECTION:
            yield _section(article, blocks)
            blocks = []
        blocks.append(block)
    if blocks:
        yield _section(article, blocks)


def _section(article: Article, blocks: Sequence[Block]) -> Section:
    start, end = blocks[0].start, blocks[-1].end
    part = replace(
        article,
        prose=article.prose[start:end],
        blocks=tuple(Block(b.kind, b.start - start, b.end - start) for b in blocks),
        origin=article.origin.part(start, end),
    )
    return Section(part, start)


def _parted(article: Article) -> Iterator[Block]:
    for block in article.blocks:
        start = block.start
        while block.end - start > _SECTION:
            end = _end_of_sentence(article.prose, start, start + _SECTION)
            yield Block(block.kind, start, end)
            start = end
        yield Block(block.kind, start, block.end)


def _end_of_sentence(prose: str, start: int, end: int) -> int:
    """The end of the last sentence, or else of the last word, before an offset."""
    near = max(start, end - _NEAR)
    found = max(prose.rfind(mark, near, end) for mark in (". ", "? ", "! "))
    space = prose.rfind(" ", near, end) if found < 0 else found + 1
    return space if space > start else end
