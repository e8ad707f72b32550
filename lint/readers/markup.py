"""HTML taken apart into tags, comments and text, each with its exact place.

The standard ``html.parser`` gives exact places too, but its time grows with the square of
some inputs (unclosed tags: 24 kB of ``<a b=c`` take ten seconds on Python 3.11), which a
service that checks on every save cannot afford. This tokenizer takes each character once.
It follows the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html) as far as
news copy needs: where a tag ends, attribute values, raw text elements, comments; and where
the standard would swallow the rest of the copy (a tag that is never closed), it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from html import unescape
from html.entities import html5
from typing import Literal

from lint.late import late
from lint.tuples import NamedTuple

TokenKind = Literal["text", "start", "end", "comment"]
Range = tuple[int, int]

RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed"})
_NAME = late(r"[A-Za-z][^\s/>]*")
_BETWEEN = late(r"[\s/]*")
_ATTRIBUTE = late(r"[^\s/>][^\s/>=]*")
_EQUALS = late(r"\s*=\s*")
_UNQUOTED = late(r"[^\s>]*")
_COMMENT_END = late(r"--!?>")
_REFERENCE = late(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)")


class Token(NamedTuple):
    """A piece of HTML at ``[start, end)`` of the source.

    ``name`` is the tag in small letters; ``attributes`` gives the range of each value by
    name in small letters (the first of those that stand twice). A comment's ``inner`` range
    is what stands between its marks.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, Range] | None = None
    inner: Range = (0, 0)


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Take a range of the source apart; every character of it is in one token, in order."""
    yield from _Tokenizer(source, start, len(source) if end is None else end).run()


class _Tokenizer:
    def __init__(self, source: str, start: int, end: int) -> None:
        self._source, self._at, self._end = source, start, end
        self._last_close = source.rfind(">", start, end)  # no tag ends after it
        self._quotes_hold = True  # until a quoted value is found that never closes

    def run(self) -> Iterator[Token]:
        text_start = self._at
        while self._at < self._end:
            opening = self._source.find("<", self._at, self._end)
            if opening < 0:
                break
            token = self._markup(opening)
            if token is None:  # a bare “<”
                self._at = opening + 1
                continue
            if text_start < opening:
                yield Token("text", text_start, opening)
            yield token
            self._at = text_start = token.end
            if token.kind == "start" and token.name in RAW_TEXT:
                self._at = text_start = yield from self._raw_text(token.name)
        if text_start < self._end:
            yield Token("text", text_start, self._end)

    def _markup(self, at: int) -> Token | None:
        if self._source.startswith("<!--", at):
            return self._comment(at)
        if at > self._last_close:
            return None
        following = self._source[at + 1 : at + 3]
        if following[:1] in ("!", "?") or (following[:1] == "/" and not following[1:].isalpha()):
            close = self._source.index(">", at, self._end)
            return Token("comment", at, close + 1, inner=(at + 2, close))
        if following[:1] == "/":
            name = self._name(at + 2)
            close = self._source.find(">", at + 2 + len(name), self._end)
            return Token("end", at, close + 1, name.lower()) if close >= 0 else None
        if following[:1].isascii() and following[:1].isalpha():
            return self._start_tag(at)
        return None

    def _name(self, at: int) -> str:
        found = _NAME.match(self._source, at, self._end)
        return found[0] if found else ""

    def _comment(self, at: int) -> Token:
        """A comment; one that never closes takes the rest, as in a browser."""
        if self._source.startswith(("<!-->", "<!--->"), at):
            close = self._source.index(">", at)
            return Token("comment", at, close + 1, inner=(close, close))
        found = _COMMENT_END.search(self._source, at + 4, self._end)
        if found is None:
            return Token("comment", at, self._end, inner=(at + 4, self._end))
        return Token("comment", at, found.end(), inner=(at + 4, found.start()))

    def _start_tag(self, at: int) -> Token | None:
        name = self._name(at + 1)
        attributes: dict[str, Range] = {}
        end = self._attributes(at + 1 + len(name), attributes)
        if end < 0 and self._quotes_hold:
            # A quotation mark swallowed the end of the tag. From here on marks are plain
            # characters, so that no later tag has to search to the end of the copy again.
            self._quotes_hold = False
            attributes.clear()
            end = self._attributes(at + 1 + len(name), attributes)
        if end < 0:
            return None
        return Token("start", at, end, name.lower(), attributes)

    def _attributes(self, at: int, attributes: dict[str, Range]) -> int:
        """Read attributes up to the end of the tag; where it ends, or -1."""
        source, end = self._source, self._end
        while True:
            at = _after(_BETWEEN, source, at, end)
            if at >= end:
                return -1
            if source[at] == ">":
                return at + 1
            name_end = _after(_ATTRIBUTE, source, at, end)
            name = source[at:name_end].lower()
            equals = _EQUALS.match(source, name_end, end)
            value = (name_end, name_end)
            at = name_end
            if equals is not None:
                value, at = self._value(equals.end())
                if at < 0:
                    return -1
            attributes.setdefault(name, value)

    def _value(self, at: int) -> tuple[Range, int]:
        """The range of an attribute's value, and where to go on (-1: it never closes)."""
        mark = self._source[at : at + 1]
        if mark and mark in "\"'" and self._quotes_hold:
            close = self._source.find(mark, at + 1, self._end)
            return (at + 1, close), close + 1 if close >= 0 else -1
        stop = _after(_UNQUOTED, self._source, at, self._end)
        value = (at, stop)
        if mark and mark in "\"'" and stop - at > 1 and self._source[stop - 1] == mark:
            value = (at + 1, stop - 1)
        return value, stop

    def _raw_text(self, name: str) -> Generator[Token, None, int]:
        """The text of an element in which only its own end is markup; returns where that is."""
        closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
        found = closing.search(self._source, self._at, self._end)
        if found is not None:
            stop = found.start()
        elif name == "title":  # never closed: a title is one line
            line_end = self._source.find("\n", self._at, self._end)
            stop = line_end if line_end >= 0 else self._end
        else:
            stop = self._end
        if self._at < stop:
            yield Token("text", self._at, stop)
        return stop


def _after(pattern: re.Pattern[str], source: str, at: int, end: int) -> int:
    found = pattern.match(source, at, end)
    return found.end() if found else at


def pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Text with its character references resolved: (text, start, end) in the source.

    What is no reference stands as it is, and then text and source are equal.
    """
    at = start
    for found in _REFERENCE.finditer(source, start, end):
        text, stop = _resolved(found)
        if stop <= found.start():
            continue
        if at < found.start():
            yield source[at : found.start()], at, found.start()
        yield text, found.start(), stop
        at = stop
    if at < end:
        yield source[at:end], at, end


def _resolved(found: re.Match[str]) -> tuple[str, int]:
    """What a reference stands for, and where it ends; it ends where it starts if for nothing."""
    written = found[0]
    if written[1] == "#":
        return unescape(written), found.end()
    if written.endswith(";") and written[1:] in html5:
        return html5[written[1:]], found.end()
    # A few old names need no semicolon: &copy2007, &ampm.
    for length in range(min(len(written), 8), 2, -1):
        if written[1:length] in html5:
            return html5[written[1:length]], found.start() + length
    return "", found.start()


def text_of(source: str, value: Range) -> str:
    """A range of the source with its references resolved, as one string."""
    return "".join(text for text, _, _ in pieces(source, *value))
