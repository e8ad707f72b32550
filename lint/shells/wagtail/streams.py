"""The copy in a stream, however deep its blocks are nested.

Raw HTML is left out on purpose. Such blocks hold maps, players and counters of other people,
whose words are not the house's to mend; and a word replaced inside a script or an attribute
breaks what it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from lint.readers.fields import GAP, Field
from lint.shells.wagtail.pieces import Piece, Step, kind_within
from lint.tuples import NamedTuple


class Way(NamedTuple):
    """The way to a block so far: the model's field, the steps from there, the editor's path.

    ``name`` is that of the piece of copy, ``within`` the form of an inline panel, or empty.
    """

    name: str
    field: str
    steps: tuple[Step, ...] = ()
    path: tuple[str, ...] = ()
    within: str = ""

    def to(self, step: Step, id: str, part: str | int = "") -> Way:
        """The way on to a block with an id; ``part`` is what its name adds."""
        name = f"{self.name}/{part if part != '' else step.key}"
        return self._replace(name=name, steps=(*self.steps, step), path=(*self.path, id))

    def piece(self, field: Field, *, writable: bool = True) -> Piece:
        """The copy at the end of the way."""
        return Piece(field, self.field, self.steps, self.path, self.within, writable)


def walk(block: Any, value: Any, way: Way) -> Iterator[Piece]:
    """The copy of a block and of all that is nested in it."""
    if value is None:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for number, child in enumerate(value):
            here = way.to(Step("stream", number), child.id or "", f"{number}/{child.block_type}")
            yield from walk(child.block, child.value, here)
    elif isinstance(block, ImageBlock):  # a struct whose value is the image
        text = getattr(value, "contextual_alt_text", "")
        here = way.to(Step("struct", "alt_text"), "alt_text")
        if text:
            yield here.piece(Field(here.name, str(text), "text", "caption"))
    elif isinstance(block, blocks.BaseStructBlock):
        for key, child_block in block.child_blocks.items():
            yield from walk(child_block, value.get(key), way.to(Step("struct", key), key))
    elif isinstance(block, blocks.ListBlock):
        for number, child in enumerate(value.bound_blocks):
            here = way.to(Step("list", number), child.id or "")
            yield from walk(child.block, child.value, here)
    elif _is_table(block):
        if text := GAP.join(cell for cell in _cells(value) if cell.strip()):
            yield way.piece(Field(way.name, text, "text", "table"), writable=False)
    elif _is_typed_table(block):
        yield from _typed(value, way)
    else:
        field = _leaf(block, value, way.name)
        if field is not None and field.text:
            yield way.piece(field)


def _leaf(block: Any, value: Any, name: str) -> Field | None:
    if isinstance(block, blocks.RawHTMLBlock):
        return None
    if isinstance(block, blocks.RichTextBlock):
        return Field(name, str(getattr(value, "source", value)), "html", kind_within(name))
    if isinstance(block, blocks.BlockQuoteBlock):
        return Field(name, str(value), "text", "quotation")
    if isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        return Field(name, str(value), "text", kind_within(name))
    return None


def _is_table(block: Any) -> bool:
    return _is_of(block, "wagtail.contrib.table_block.blocks", "TableBlock")


def _is_typed_table(block: Any) -> bool:
    return _is_of(block, "wagtail.contrib.typed_table_block.blocks", "BaseTypedTableBlock")


def _is_of(block: Any, module: str, name: str) -> bool:
    """Whether a block is of a class of an app that may not be installed, so is not imported."""
    return any(each.__name__ == name and each.__module__ == module for each in type(block).__mro__)


def _cells(table: Any) -> Iterator[str]:
    """What stands in a table and above it, row by row."""
    yield str(table.get("table_caption") or "")
    for row in table.get("data") or ():
        yield from (str(cell) for cell in row if cell)


def _typed(table: Any, way: Way) -> Iterator[Piece]:
    """The copy of a table whose columns are blocks; all of it stands at the table."""
    heads = [str(column["heading"] or "") for column in table.columns]
    text = GAP.join(part for part in (str(table.caption or ""), *heads) if part.strip())
    if text:
        yield way.piece(Field(f"{way.name}/heads", text, "text", "table"), writable=False)
    for number, row in enumerate(table.row_data):
        for place, (column, value) in enumerate(zip(table.columns, row["values"], strict=False)):
            inner = way._replace(name=f"{way.name}/{number}/{place}")
            for piece in walk(column["block"], value, inner):
                field = piece.field._replace(kind="table")
                yield way.piece(field, writable=False)
