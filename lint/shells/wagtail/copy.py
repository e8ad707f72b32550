"""The copy of a page: its text fields, rich text and stream blocks as fields of one article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from lint.article import BlockKind, Metadata
from lint.readers.fields import Field, kind_of
from lint.shells.save.checking import Submission
from lint.shells.save.policy import Stage

_NO_COPY = (models.SlugField, models.URLField, models.EmailField, models.FilePathField)
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_NO_COPY_IN_STREAM = (blocks.RawHTMLBlock,)


class Step(NamedTuple):
    """One step into a stream: ``key`` of a block of this ``kind`` (stream, struct, list)."""

    kind: str
    key: str | int


class Piece(NamedTuple):
    """One piece of copy and where it stands.

    ``name`` is the field of the page, ``steps`` lead from there into its stream; ``path`` is
    the same way in the words of Wagtail's editor, which knows blocks by their ids.
    """

    field: Field
    name: str
    steps: tuple[Step, ...] = ()
    path: tuple[str, ...] = ()


def pieces_of(page: Any, cleaned: Mapping[str, Any] | None = None) -> list[Piece]:
    """The copy of a page, in the order of its fields.

    ``cleaned`` are values of a form that go before those of the page. A page type can say what
    a field is in print, or that it holds no copy::

        class NewsPage(Page):
            copydesk_fields = {"kicker": "slug", "internal_note": None}
    """
    told: Mapping[str, BlockKind | None] = getattr(page, "copydesk_fields", {})
    pieces: list[Piece] = []
    for field in page._meta.concrete_fields:
        name = field.name
        if not _holds_copy(field) or told.get(name, "") is None:
            continue
        value = cleaned[name] if cleaned and name in cleaned else getattr(page, name, None)
        if isinstance(field, StreamField):
            pieces += _walk(field.stream_block, value, name, _Way(name))
        elif value:
            form = "html" if isinstance(field, RichTextField) else "text"
            kind = told.get(name) or kind_of(name)
            pieces.append(Piece(Field(name, str(value), form, kind), name, (), (name,)))
    return pieces


def _holds_copy(field: Any) -> bool:
    if isinstance(field, StreamField):
        return True
    text = isinstance(field, (models.CharField, models.TextField))
    return text and field.editable and not field.choices and not isinstance(field, _NO_COPY)


class _Way(NamedTuple):
    """The way to a block so far."""

    name: str  # of the page's field
    steps: tuple[Step, ...] = ()
    path: tuple[str, ...] = ()

    def to(self, step: Step, id: str) -> _Way:
        path = self.path or (self.name,)
        return _Way(self.name, (*self.steps, step), (*path, id))


def _walk(block: Any, value: Any, name: str, way: _Way) -> Iterator[Piece]:
    """The copy of a block and of all that is nested in it."""
    if value is None:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        for number, child in enumerate(value):
            here = way.to(Step("stream", number), child.id or "")
            yield from _walk(child.block, child.value, f"{name}/{number}/{child.block_type}", here)
    elif isinstance(block, blocks.BaseStructBlock):
        for key, child_block in block.child_blocks.items():
            here = way.to(Step("struct", key), key)
            yield from _walk(child_block, value.get(key), f"{name}/{key}", here)
    elif isinstance(block, blocks.ListBlock):
        for number, child in enumerate(value.bound_blocks):
            here = way.to(Step("list", number), child.id or "")
            yield from _walk(child.block, child.value, f"{name}/{number}", here)
    else:
        field = _leaf(block, value, name)
        if field is not None and field.text:
            yield Piece(field, way.name, way.steps, way.path)


def _leaf(block: Any, value: Any, name: str) -> Field | None:
    if isinstance(block, _NO_COPY_IN_STREAM):
        return None
    if isinstance(block, blocks.RichTextBlock):
        return Field(name, str(getattr(value, "source", value)), "html", kind_of(name))
    if isinstance(block, blocks.BlockQuoteBlock):
        return Field(name, str(value), "text", "quotation")
    if isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        return Field(name, str(value), "text", kind_of(name))
    return None


def submission_of(page: Any, pieces: Sequence[Piece], stage: Stage) -> Submission:
    """A page as an article to be checked."""
    published = getattr(page, "first_published_at", None) or getattr(page, "go_live_at", None)
    section = getattr(page, "copydesk_section", "") or ""
    return Submission(
        tuple(piece.field for piece in pieces),
        Metadata(published.date() if published else None, str(section)),
        f"page-{page.pk or 'new'}",
        stage,
    )


def digest_of(pieces: Sequence[Piece]) -> str:
    """A digest of the copy: the same for the same words in the same fields."""
    digest = hashlib.blake2b(digest_size=16)
    for piece in pieces:
        name, text, form = piece.field[:3]
        if form == "html":
            text = _BLOCK_KEY.sub("", text)  # of the editor's own making
        for part in (name, form, text):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
