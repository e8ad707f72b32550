"""Front matter: the YAML (or TOML) lines between two fences at the top of Markdown.

The words of its title and standfirst are prose like any other, so each value is mapped
character by character to its place, through quotation marks, escapes and folded lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.article import BlockKind, Metadata
from lint.frozen import Frozen, field
from lint.late import late
from lint.readers.collecting import Piece
from lint.readers.metadata import day_of
from lint.yamlnodes import BadYaml, Node, compose

BLOCK_OF: dict[str, BlockKind] = {
    "title": "headline",
    "headline": "headline",
    "standfirst": "standfirst",
    "description": "standfirst",
    "subtitle": "standfirst",
    "summary": "standfirst",
    "dek": "standfirst",
    "byline": "byline",
}
_DAY_KEYS = ("date", "published", "publishdate", "pubdate", "published_at", "published-at")
_SECTION_KEYS = ("section", "category", "categories", "desk")
_LANGUAGE_KEYS = ("language", "lang")
_FOLD = late(r"[ \t]*((?:\r\n|\r|\n)[ \t]*)+")
_ESCAPE = late(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|(?:\r\n|[\r\n])[ \t]*|[^\r\n])"
)
_ESCAPED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f",
            "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028",
            "P": "\u2029"}  # fmt: skip
_TOML_LINE = late(r"^[ \t]*([A-Za-z_-]+)[ \t]*=[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)


class FrontMatter(Frozen):
    """What stands in front matter: values that are copy, in order, and the metadata.

    ``remark`` says why it could not be read, with its place inside the front matter.
    """

    copy: tuple[tuple[BlockKind, tuple[Piece, ...]], ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    remark: str = ""


def read_yaml(source: str, start: int, end: int) -> FrontMatter:
    """Read YAML front matter that stands at ``[start, end)`` of the source."""
    try:
        node = compose(source[start:end])
    except BadYaml as error:
        line = source.count("\n", 0, start) + error.line
        return FrontMatter(remark=f"line {line}: the front matter is not YAML: {error}")
    if node is None or node.id != "mapping":
        return FrontMatter()
    values: dict[str, str] = {}
    found: list[tuple[BlockKind, tuple[Piece, ...]]] = []
    for key, value in node.value:
        name = str(key.value).casefold() if key.id == "scalar" else ""
        kind = BLOCK_OF.get(name)
        if value.id == "scalar":
            values.setdefault(name, value.value)
            if kind is not None:
                found.append((kind, tuple(_scalar(source, start, value))))
        elif value.id == "sequence" and value.value and value.value[0].id == "scalar":
            values.setdefault(name, value.value[0].value)
    return FrontMatter(tuple(found), _metadata(values))


def read_toml(source: str, start: int, end: int) -> FrontMatter:
    """Read the single-line strings and dates of TOML front matter at ``[start, end)``."""
    values: dict[str, str] = {}
    found: list[tuple[BlockKind, tuple[Piece, ...]]] = []
    for line in _TOML_LINE.finditer(source, start, end):
        name, value = line[1].casefold(), line[2]
        left, right = line.span(2)
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            left, right = left + 1, right - 1
            pieces = tuple(
                _double(source, left, right)
                if value[0] == '"'
                else [Piece(source[left:right], left, right)]
            )
            values.setdefault(name, "".join(piece.text for piece in pieces))
            if name in BLOCK_OF:
                found.append((BLOCK_OF[name], pieces))
        else:
            values.setdefault(name, value)
    return FrontMatter(tuple(found), _metadata(values))


def _metadata(values: dict[str, str]) -> Metadata:
    def first(keys: tuple[str, ...]) -> str:
        return next((values[key] for key in keys if values.get(key)), "")

    return Metadata(
        published=day_of(first(_DAY_KEYS)),
        section=first(_SECTION_KEYS),
        slug=values.get("slug", ""),
        language=first(_LANGUAGE_KEYS),
    )


def _scalar(source: str, base: int, node: Node) -> Iterator[Piece]:
    start, end = base + node.start_mark.index, base + node.end_mark.index
    if node.style in ("|", ">"):
        yield from _block(source, start, end)
    elif node.style == "'":
        yield from _single(source, start + 1, end - 1)
    elif node.style == '"':
        yield from _double(source, start + 1, end - 1)
    else:
        yield from _folded(source, start, end)


def _folded(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text whose line ends, with the white space around them, are one space."""
    at = start
    for fold in _FOLD.finditer(source, start, end):
        if at < fold.start():
            yield Piece(source[at : fold.start()], at, fold.start())
        yield Piece(" ", fold.start(), fold.end())
        at = fold.end()
    if at < end:
        yield Piece(source[at:end], at, end)


def _single(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text between single quotation marks, where a mark is written twice."""
    at = start
    for mark in re.compile("''").finditer(source, start, end):
        yield from _folded(source, at, mark.start())
        yield Piece("'", mark.start(), mark.end())
        at = mark.end()
    yield from _folded(source, at, end)


def _double(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text between double quotation marks, where a backslash begins an escape."""
    at = start
    for escape in _ESCAPE.finditer(source, start, end):
        yield from _folded(source, at, escape.start())
        text = _unescaped(escape[0])
        if text:
            yield Piece(text, escape.start(), escape.end())
        at = escape.end()
    yield from _folded(source, at, end)


def _unescaped(escape: str) -> str:
    if escape[1] in "xuU":
        number = int(escape[2:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if escape[1] in "\r\n":
        return ""
    return _ESCAPED.get(escape[1], escape[1])


def _block(source: str, start: int, end: int) -> Iterator[Piece]:
    """The lines of a literal or folded scalar, without their indentation."""
    header = re.compile(r"[|>][^\r\n]*(?:\r\n|\r|\n|$)").match(source, start, end)
    at = header.end() if header else start
    for line in re.compile(r"([ \t]*)([^\r\n]*)(\r\n|\r|\n|$)").finditer(source, at, end):
        if line[2]:
            yield Piece(line[2], line.start(2), line.end(2))
            yield Piece(" ", line.start(3), max(line.end(3), line.start(3) + 1))
