"""The copy of a page or a snippet as the fields of one article.

Text fields, rich text, the blocks of streams, and the same of what inline panels hold.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from treebeard.mp_tree import MP_Node
from wagtail.fields import RichTextField, StreamField

from lint.article import BlockKind, Metadata
from lint.readers.fields import Field, kind_of
from lint.shells.save.checking import Submission
from lint.shells.save.policy import Stage
from lint.shells.wagtail.pieces import Piece, kind_within
from lint.shells.wagtail.streams import Way, walk

_NO_COPY = (models.SlugField, models.URLField, models.EmailField, models.FilePathField)
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def pieces_of(item: Any, form: Any = None) -> list[Piece]:
    """The copy of a page or a snippet, in the order of its fields, inline panels after them.

    The values of a ``form`` that has been cleaned go before those of the item; what is wrong in
    the form is left out. A model can say what a field is in print, or that it holds no copy::

        class NewsPage(Page):
            copydesk_fields = {"kicker": "slug", "internal_note": None}
    """
    return list(_of(item, form, Way("", "")))


def _of(item: Any, form: Any, way: Way) -> Iterator[Piece]:
    """The copy of one object and of what its inline panels hold, however deep they are nested."""
    wrong = form.errors if form is not None else ()
    yield from (piece for piece in _own(item, _cleaned(form), way) if piece.name not in wrong)
    for name, child, child_form, prefix in _children(item, form, way):
        path = (*way.path, f"#inline_child_{prefix}")
        yield from _of(child, child_form, Way(name, "", path=path, within=prefix))


def _own(item: Any, values: Mapping[str, Any] | None, way: Way) -> Iterator[Piece]:
    """The copy of the fields of one object; ``values`` are those of its form."""
    told: Mapping[str, BlockKind | None] = getattr(item, "copydesk_fields", {})
    for field in item._meta.concrete_fields:
        key = field.name
        if not _holds_copy(item, field) or told.get(key, "") is None:
            continue
        value = values[key] if values and key in values else getattr(item, key, None)
        name = f"{way.name}/{key}" if way.name else key
        here = way._replace(name=name, field=key, path=(*way.path, key))
        if isinstance(field, StreamField):
            yield from walk(field.stream_block, value, here)
        elif value:
            form = "html" if isinstance(field, RichTextField) else "text"
            kind = told.get(key) or (kind_within(name) if way.within else kind_of(name))
            yield here.piece(Field(name, str(value), form, kind))


def _holds_copy(item: Any, field: Any) -> bool:
    if isinstance(field, StreamField):
        return True
    if isinstance(item, MP_Node) and field.name == "path":  # where it stands in the tree
        return False
    text = isinstance(field, (models.CharField, models.TextField))
    return text and field.editable and not field.choices and not isinstance(field, _NO_COPY)


def _cleaned(form: Any) -> Mapping[str, Any] | None:
    return getattr(form, "cleaned_data", None) if form is not None else None


_Child = tuple[str, Any, Any, str]


def _children(item: Any, form: Any, way: Way) -> Iterator[_Child]:
    """What the inline panels of an item hold, in order.

    Its name (``links/0``), the object, its form if there is one, the name of that form.
    """
    formsets = getattr(form, "formsets", {})
    above, before = (f"{way.name}/", f"{way.within}-") if way.within else ("", "")
    for relation in get_all_child_relations(type(item)):
        name = relation.get_accessor_name()
        if _is_wagtails(relation.related_model):  # comments of editors are no copy
            continue
        if name in formsets:
            for number, child in enumerate(_kept(formsets[name])):
                yield f"{above}{name}/{number}", child.instance, child, child.prefix
        else:
            for number, each in enumerate(getattr(item, name).all()):
                yield f"{above}{name}/{number}", each, None, f"{before}{name}-{number}"


def _kept(formset: Any) -> list[Any]:
    """The forms of an inline panel that hold something and are not deleted, as they are ordered."""
    kept = [form for form in formset.forms if _holds_something(form)]
    return sorted(kept, key=lambda form: form.cleaned_data.get("ORDER") or 0)


def _holds_something(form: Any) -> bool:
    form.is_valid()  # which cleans it; a field that is wrong hides nothing of the others
    cleaned = _cleaned(form)
    return bool(cleaned) and not cleaned.get("DELETE")  # type: ignore[union-attr]


def _is_wagtails(model: Any) -> bool:
    return bool(model._meta.app_label.startswith("wagtail"))


def id_of(item: Any) -> str:
    """The name under which an item is remembered: ``page-12``, ``newsroom.notice-3``.

    That of one that was never saved ends in ``new``.
    """
    from wagtail.models import Page

    model = "page" if isinstance(item, Page) else item._meta.label_lower
    return f"{model}-{item.pk or 'new'}"


def submission_of(item: Any, pieces: Sequence[Piece], stage: Stage) -> Submission:
    """A page or a snippet as an article to be checked."""
    published = getattr(item, "first_published_at", None) or getattr(item, "go_live_at", None)
    section = getattr(item, "copydesk_section", "") or ""
    return Submission(
        tuple(piece.field for piece in pieces),
        Metadata(published.date() if published else None, str(section)),
        id_of(item),
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
