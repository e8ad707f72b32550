"""Bytes to articles: one file a format, one table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from lint.article import Article, Encoding
from lint.frozen import replace
from lint.late import late
from lint.readers.decoding import Unreadable, decode, encode

# format → (module, function); the function takes path, source, encoding, remarks.
FORMATS: dict[str, tuple[str, str]] = {
    "plain": ("lint.readers.plain", "read_plain"),
    "markdown": ("lint.readers.markdown", "read_markdown"),
    "html": ("lint.readers.html", "read_html"),
}
ENDINGS: dict[str, str] = {
    ".txt": "plain",
    ".text": "plain",
    "": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}

_SURROGATE = late("[\ud800-\udfff]")
_MARK = "\ufeff"

Reader = Callable[[str, str, Encoding, tuple[str, ...]], Article]


def format_of(path: str) -> str | None:
    """The format that the ending of a path stands for, or None where it stands for none."""
    name = path.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    ending = "." + name.rsplit(".", 1)[1].lower() if "." in name[1:] else ""
    return ENDINGS.get(ending)


def read_article(source: str | bytes, path: str = "-", *, format: str | None = None) -> Article:
    """Read one piece of copy.

    ``source`` is the file's bytes, or text already decoded. ``format`` is a key of
    :data:`FORMATS`; without it the path's ending decides, and plain text is the default.
    A byte-order mark is no part of the article's source. Half surrogate pairs (which JSON
    can hold) stay in the source; in the prose a replacement character stands for each.

    Raises:
        Unreadable: the bytes are no text.
        KeyError: there is no such format.
    """
    remarks: tuple[str, ...] = ()
    decoded = isinstance(source, bytes)
    if isinstance(source, bytes):
        source, encoding, remarks = decode(source)
    elif source.startswith(_MARK):
        marked = len(source)
        source = source.lstrip(_MARK)
        encoding = Encoding("utf-8", _MARK.encode() * (marked - len(source)))
    else:
        encoding = Encoding()
    reader = _reader(format or format_of(path) or "plain")
    # Nothing that is decoded from bytes has halves of pairs: every codec refuses them.
    if decoded or _SURROGATE.search(source) is None:
        return reader(path, source, encoding, remarks)
    whole = _SURROGATE.sub("\ufffd", source)
    return replace(reader(path, whole, encoding, remarks), source=source)


@cache
def _reader(format: str) -> Reader:
    module, name = FORMATS[format]
    reader: Reader = getattr(import_module(module), name)
    return reader


__all__ = ["ENDINGS", "FORMATS", "Unreadable", "encode", "format_of", "read_article"]
