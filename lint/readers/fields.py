"""The fields of a form, as content management systems keep an article, made one article.

The headline against the body, one name in two spellings, dates in two styles: what departs
from the house across fields is seen only when the fields are checked together. They are
joined in the order of a printed article, a gap between them; :meth:`Joined.find` says in
which field a span of the whole stands, and where in that field.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lint.article import Article, Block, BlockKind, Metadata, StetMark
from lint.frozen import Frozen, replace
from lint.late import late
from lint.readers import read_article
from lint.readers.lines import is_crosshead
from lint.sourcemap import Segment, SourceMap
from lint.span import Span
from lint.tuples import NamedTuple

GAP = "\n\n"  # between fields, in the source of the whole and in its prose
MIXED = "fields"  # the format of a whole whose fields differ in format
FIELD_FORMATS = {"text": "plain", "plain": "plain", "html": "html", "markdown": "markdown"}

# What the last word of a field's name says of it.
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("headline", "title", "hed"), "headline"),
    **dict.fromkeys(("slug", "kicker"), "slug"),
    **dict.fromkeys(
        ("standfirst", "subtitle", "subheadline", "dek", "deck", "summary", "intro",
         "introduction", "lead", "lede", "excerpt", "description", "strapline", "abstract"),
        "standfirst",
    ),
    **dict.fromkeys(("byline", "author", "authors"), "byline"),
    "dateline": "dateline",
    **dict.fromkeys(("crosshead", "subhead", "subheading", "heading"), "crosshead"),
    **dict.fromkeys(("caption", "alt"), "caption"),
    **dict.fromkeys(("quote", "quotation", "pullquote", "blockquote"), "quotation"),
    "list": "list",
    "table": "table",
    **dict.fromkeys(("body", "paragraph", "paragraphs", "content", "story"), "paragraph"),
}  # fmt: skip
# Titles and descriptions for search results and other sites: no reader of the article sees them,
# and they may repeat its headline.
_ELSEWHERE = frozenset("seo meta og social search twitter share short".split())
_WORD = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_]+")
_ORDER: dict[BlockKind, int] = {
    "slug": 0, "headline": 1, "standfirst": 2, "byline": 3, "dateline": 4
}  # fmt: skip
_TOP = frozenset({"slug", "headline", "standfirst"})
_SURE = frozenset({"list", "table", "quotation", "caption"})  # told by markup, whatever the name


class Field(NamedTuple):
    """One field: its name, its text, its format (a key of :data:`FIELD_FORMATS`).

    ``kind`` is what its text is in print; without one, the name decides.
    """

    name: str
    text: str
    format: str = "text"
    kind: BlockKind | None = None


class Place(NamedTuple):
    """A span of one field's text, in code points of the text as it was sent."""

    field: int  # its number
    span: Span


class Joined(Frozen):
    """Several fields as one article, and where each of them stands in its source.

    ``fields`` are in the order in which they were given. ``remarks`` are pairs of the number
    of a field and what was noticed in reading it.
    """

    article: Article
    fields: tuple[Field, ...]
    remarks: tuple[tuple[int, str], ...]
    _starts: tuple[int, ...]  # in the source of the whole, in order
    _ends: tuple[int, ...]
    _numbers: tuple[int, ...]  # of the field that stands there
    _marks: tuple[int, ...]  # byte-order marks that were taken from its beginning

    def find(self, span: Span) -> Place:
        """The field in which a span of the whole stands, and where.

        Of a span that reaches over several fields the part in the first with words of it.
        """
        part = max(bisect_right(self._starts, span.start) - 1, 0)
        if span.start >= self._ends[part] and span.end > self._ends[part]:
            part = min(part + 1, len(self._starts) - 1)
        start, end = self._starts[part], self._ends[part]
        moved = self._marks[part] - start
        left = min(max(span.start, start), end)
        right = min(max(span.end, left), end)
        return Place(self._numbers[part], Span(left + moved, right + moved))

    def is_inside(self, span: Span) -> bool:
        """Whether a span of the whole holds words of one field at most."""
        second = bisect_right(self._ends, span.start) + 1
        return second >= len(self._starts) or span.end <= self._starts[second]

    def source(self, place: Place) -> str:
        """The text at a place."""
        return self.fields[place.field].text[place.span.start : place.span.end]


def kind_of(name: str) -> BlockKind | None:
    """What a field's name says of its text, or None where it says nothing.

    The last part of a path (``body/3/heading``) decides, by its last word in any style of
    writing names (``mainHeadline``, ``main_headline``).
    """
    words = [word.casefold() for word in _WORD.findall(re.split(r"[/.:\[\]]", name.strip("]"))[-1])]
    if not words:  # body.3
        words = [word.casefold() for word in _WORD.findall(name)]
    if words and _ELSEWHERE.intersection(words[:-1]):
        return "slug"
    return _KINDS.get(words[-1]) if words else None


def read_fields(
    fields: Sequence[Field], metadata: Metadata | None = None, *, path: str = ""
) -> Joined:
    """Read fields as one article.

    ``metadata`` goes before what the fields say of themselves. Where no field is known for the
    headline, the first whose name says nothing is read as a whole article, headline and all.

    Raises:
        KeyError: a field has a format that is not in :data:`FIELD_FORMATS`.
    """
    kinds = [field.kind or kind_of(field.name) for field in fields]
    headed = any(
        kind == "headline" and field.text.strip() for kind, field in zip(kinds, fields, strict=True)
    )
    whole = kinds.index(None) if not headed and None in kinds else -1
    order = sorted(range(len(fields)), key=lambda n: _ORDER.get(kinds[n] or "paragraph", 9))
    if whole >= 0:  # it holds the headline, so it comes before all that is not above it
        order.sort(key=lambda n: 1 if n == whole else _ORDER.get(kinds[n] or "paragraph", 9))
    joining = _Joining()
    for number in order:
        field = fields[number]
        article = read_article(field.text, path, format=FIELD_FORMATS[field.format])
        if number != whole:
            kind = kinds[number] or "paragraph"
            article = replace(article, blocks=tuple(_as(article, kind, headed=headed)))
        joining.add(number, field, article)
    return joining.finish(tuple(fields), metadata or Metadata(), path)


class _Joining:
    """Articles, one a field, put one after another."""

    def __init__(self) -> None:
        self._sources: list[str] = []
        self._prose: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._stets: list[StetMark] = []
        self._remarks: list[tuple[int, str]] = []
        self._parts: list[tuple[int, int, int, int]] = []
        self._metadata: list[Metadata] = []
        self._formats: set[str] = set()
        self._length = 0  # of the source so far
        self._prose_length = 0

    def add(self, number: int, field: Field, article: Article) -> None:
        start, shift = self._length, self._prose_length
        if self._parts:  # the gap is the same in both, so text that is its own source has no break
            self._segments.append(Segment(shift - len(GAP), shift, start - len(GAP), start))
        self._sources += article.source, GAP
        self._prose += article.prose, GAP
        self._segments += article.origin.shifted(shift, start, len(article.prose))
        self._blocks += (Block(k, left + shift, right + shift) for k, left, right in article.blocks)
        self._stets += (_moved(mark, start) for mark in article.stets)
        self._remarks += ((number, remark) for remark in article.remarks)
        end = start + len(article.source)
        self._parts.append((start, end, number, len(field.text) - len(article.source)))
        self._metadata.append(article.metadata)
        self._formats.add(article.format)
        self._length = end + len(GAP)
        self._prose_length += len(article.prose) + len(GAP)

    def finish(self, fields: tuple[Field, ...], metadata: Metadata, path: str) -> Joined:
        article = Article(
            path=path,
            source="".join(self._sources[:-1]),
            prose="".join(self._prose[:-1]),
            blocks=tuple(self._blocks),
            origin=SourceMap(self._segments),
            format=self._formats.pop() if len(self._formats) == 1 else MIXED,
            metadata=_known(metadata, self._metadata),
            stets=tuple(self._stets),
        )
        columns: Iterable[tuple[int, ...]] = zip(*self._parts, strict=True) if self._parts else ()
        starts, ends, numbers, marks = columns or ((), (), (), ())
        return Joined(article, fields, tuple(self._remarks), starts, ends, numbers, marks)


def _moved(mark: StetMark, by: int) -> StetMark:
    span, scope = mark.span, mark.scope
    return replace(
        mark,
        span=Span(span.start + by, span.end + by),
        scope=Span(scope.start + by, scope.end + by),
    )


def _known(metadata: Metadata, read: Sequence[Metadata]) -> Metadata:
    """What is known of the whole: what was said of it, and else what the first field says."""
    return Metadata(
        published=metadata.published or next((m.published for m in read if m.published), None),
        section=metadata.section or next((m.section for m in read if m.section), ""),
        slug=metadata.slug or next((m.slug for m in read if m.slug), ""),
        language=metadata.language or next((m.language for m in read if m.language), ""),
    )


def _as(article: Article, kind: BlockKind, *, headed: bool) -> Iterator[Block]:
    """The blocks of a field that holds text of one kind.

    ``headed`` says that the headline stands in another field.
    """
    last = len(article.blocks) - 1
    for number, block in enumerate(article.blocks):
        if kind != "paragraph":
            sure = article.format != "plain" and block.kind in _SURE
            yield block if sure else block._replace(kind=kind)
        elif article.format == "plain":
            yield block._replace(kind=_in_plain_body(article, block, last=number == last))
        else:
            below = headed and block.kind == "headline"
            yield block._replace(kind="crosshead") if below else block


def _in_plain_body(article: Article, block: Block, *, last: bool) -> BlockKind:
    """What a block is in a field of plain body text, which has neither headline nor standfirst."""
    if block.kind not in _TOP:
        return block.kind
    return "crosshead" if not last and is_crosshead(article.text(block)) else "paragraph"


__all__ = ["FIELD_FORMATS", "Field", "Joined", "Place", "kind_of", "read_fields"]
