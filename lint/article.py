"""The article: one piece of copy as a reader hands it to the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from lint.frozen import Frozen
from lint.sourcemap import SourceMap
from lint.span import Span
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

BlockKind = Literal[
    "slug",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "crosshead",
    "paragraph",
    "list",
    "table",
    "caption",
    "quotation",
]
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)


class Block(NamedTuple):
    """One block of the article: its kind and its half-open range of *prose* offsets."""

    kind: BlockKind
    start: int
    end: int


class Metadata(Frozen):
    """What is known of an article besides its copy. Every field may be missing."""

    published: date | None = None
    section: str = ""
    slug: str = ""
    language: str = ""


class StetMark(Frozen):
    """An editor's mark in the copy: let it stand.

    ``rules`` are the rules it holds for (empty: every rule), ``scope`` the span of source
    in which findings are let stand, ``span`` the mark itself.
    """

    span: Span
    scope: Span
    rules: tuple[str, ...]
    reason: str


class Encoding(Frozen):
    """How the file was encoded, so that it is written back the same way."""

    name: str = "utf-8"
    bom: bytes = b""
    certain: bool = True


class Article(Frozen):
    """One piece of copy.

    ``source`` is the decoded file without its byte-order mark. ``prose`` is what a reader
    of the newspaper reads, blocks in order; ``blocks`` are ranges of the prose, in order
    and apart; ``origin`` maps prose offsets to spans of the source. ``remarks`` are
    warnings about the reading itself (an encoding that had to be assumed).
    """

    path: str
    source: str
    prose: str
    blocks: tuple[Block, ...]
    origin: SourceMap = SourceMap()
    format: str = "plain"
    metadata: Metadata = Metadata()
    encoding: Encoding = Encoding()
    stets: tuple[StetMark, ...] = ()
    remarks: tuple[str, ...] = ()

    def text(self, block: Block) -> str:
        """The prose of a block."""
        return self.prose[block.start : block.end]

    def first(self, kind: BlockKind) -> Block | None:
        """The first block of a kind, if there is one."""
        return next((block for block in self.blocks if block.kind == kind), None)
