"""Blocks of prose collected from marked-up copy, with the place of every character."""

from __future__ import annotations

from dataclasses import dataclass, field

from lint.article import Block, BlockKind
from lint.sourcemap import ProseBuilder, SourceMap
from lint.span import Span

LEFT_OUT = "\ufffc"  # stands in the prose for something that is no prose, such as code
_AT_ENDS = " \t\n\r\f" + LEFT_OUT
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))  # soft hyphen, zero-width spaces


@dataclass(slots=True)
class Piece:
    """Prose from ``[start, end)`` of the source; ``fixed`` if it must not be written over."""

    text: str
    start: int
    end: int
    fixed: bool = False


@dataclass(slots=True)
class _Open:
    kind: BlockKind
    pieces: list[Piece] = field(default_factory=list)
    strong: bool = True  # whether all text so far is strong


class BlockCollector:
    """Collects blocks in order.

    One block is open at a time; :meth:`text` opens a paragraph where none is. White space
    at the ends of a block is dropped, and a block of nothing else is no block. Captions of
    images inside a block follow it.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.scopes: list[Span] = []  # where each block stands in the source
        self.bold: set[int] = set()  # numbers of the blocks whose text is all strong
        self._builder = ProseBuilder()
        self._parts: list[str] = []
        self._open: _Open | None = None
        self._captions: list[list[Piece]] = []

    @property
    def is_open(self) -> bool:
        """Whether a block is open."""
        return self._open is not None

    @property
    def has_text(self) -> bool:
        """Whether a block is open and holds prose already."""
        return self._open is not None and bool(self._open.pieces)

    @property
    def ends_in_space(self) -> bool:
        """Whether white space added now would follow white space, or open the block."""
        return not self.has_text or self.last.text[-1] in " \t\n"

    @property
    def last(self) -> Piece:
        """The last piece of the open block, which must have text."""
        assert self._open is not None
        return self._open.pieces[-1]

    def open(self, kind: BlockKind) -> None:
        """Close the block that is open and open another."""
        self.close()
        self._open = _Open(kind)

    def text(self, text: str, start: int, end: int, *, strong: bool = False) -> None:
        """Add prose from ``[start, end)`` of the source to the open block."""
        block = self._opened()
        if not block.pieces:
            kept = text.lstrip(_AT_ENDS)
            if len(text) == end - start:
                start += len(text) - len(kept)
            text = kept
        if text:
            block.strong = block.strong and (strong or not text.strip())
            block.pieces.extend(_visible(text, start, end))

    def insert(self, text: str, start: int, end: int) -> None:
        """Add a character that stands for markup (a line break, something left out).

        At the start of a block it says nothing, and is dropped.
        """
        if self._open is not None and self._open.pieces:
            self._open.pieces.append(Piece(text, start, end, fixed=True))

    def line_break(self, start: int, end: int) -> None:
        """Add a line break; two together part paragraphs, as old pages have it."""
        if self._open is None:
            return
        pieces = self._open.pieces
        last = len(pieces) - 1
        if last >= 0 and pieces[last].text.isspace() and not pieces[last].fixed:
            last -= 1
        if last >= 0 and pieces[last].fixed and pieces[last].text == "\n":
            self.open(self._open.kind)
        else:
            self.insert("\n", start, end)

    def caption(self, pieces: list[Piece]) -> None:
        """Add the words that stand for an image; they make a block of their own."""
        visible = [shown for p in pieces for shown in _visible(p.text, p.start, p.end)]
        if self.has_text:
            self._captions.append(visible)
        else:
            self._add("caption", visible)

    def close(self) -> None:
        """Close the open block, if one is."""
        block, self._open = self._open, None
        captions, self._captions = self._captions, []
        if block is not None and self._add(block.kind, block.pieces) and block.strong:
            self.bold.add(len(self.blocks) - 1)
        for pieces in captions:
            self._add("caption", pieces)

    def prose(self, number: int) -> str:
        """The prose of a block that has been closed, by its number."""
        return self._parts[number]

    def finish(self) -> tuple[str, SourceMap]:
        """The prose of all blocks and its map."""
        self.close()
        return self._builder.finish()

    def _opened(self) -> _Open:
        if self._open is None:
            self._open = _Open("paragraph")
        return self._open

    def _add(self, kind: BlockKind, pieces: list[Piece]) -> bool:
        pieces = _trimmed(pieces)
        if not pieces:
            return False
        if self.blocks:
            self._builder.gap()
        start = self._builder.length
        for piece in pieces:
            self._builder.add(piece.text, piece.start, piece.end, fixed=piece.fixed)
        self.blocks.append(Block(kind, start, self._builder.length))
        self.scopes.append(Span(min(p.start for p in pieces), max(p.end for p in pieces)))
        self._parts.append("".join(piece.text for piece in pieces))
        return True


def _visible(text: str, start: int, end: int) -> list[Piece]:
    """The text without characters that no reader sees; the source keeps them."""
    shown = text.translate(_INVISIBLE)
    if len(shown) == len(text):
        return [Piece(text, start, end)]
    if len(text) != end - start:  # a reference to such a character
        return [Piece(shown, start, end)] if shown else []
    found: list[Piece] = []
    at = 0
    for number, char in enumerate(f"{text}\u00ad"):
        if ord(char) in _INVISIBLE:
            if at < number:
                found.append(Piece(text[at:number], start + at, start + number))
            at = number + 1
    return found


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space and left-out things at both ends."""
    first, last = 0, len(pieces)
    while last > first and not pieces[last - 1].text.rstrip(_AT_ENDS):
        last -= 1
    while first < last and not pieces[first].text.lstrip(_AT_ENDS):
        first += 1
    kept = pieces[first:last]
    if kept:
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip(_AT_ENDS)))
        text = kept[0].text
        kept[0] = _cut(kept[0], len(text) - len(text.lstrip(_AT_ENDS)), len(text))
    return kept


def _cut(piece: Piece, left: int, right: int) -> Piece:
    if len(piece.text) != piece.end - piece.start:
        return Piece(piece.text[left:right], piece.start, piece.end, piece.fixed)
    return Piece(piece.text[left:right], piece.start + left, piece.start + right, piece.fixed)
