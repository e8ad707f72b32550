"""Plain text: lines at the top that are slug, headline and standfirst, then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.article import Article, Block, BlockKind, Encoding
from lint.sourcemap import ProseBuilder, SourceMap

_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(r"\n[ \t]*\n")
_STOP = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_BYLINE = re.compile(r"(?:By|BY|Words by|Report by|From) [A-Z][\w'’.-]+(?: (?:and |[A-Z(])|$|,)")
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:,[^.]{2,30})?(?: \([A-Za-z]+\))?\s*[-–—]?$")
_HEADLINE_LENGTH = 130  # code points; a longer first line is a paragraph
_CROSSHEAD_LENGTH = 60
_WRAP = (50, 100)  # the width of hard-wrapped lines, code points


def read_plain(path: str, source: str, encoding: Encoding, remarks: tuple[str, ...]) -> Article:
    """Read plain text.

    Paragraphs are parted by empty lines; where lines are whole paragraphs, each line is
    one. Line ends inside a paragraph are one line feed in the prose.
    """
    prose, origin = _without_carriage_returns(source)
    ranges = _paragraphs(prose)
    return Article(
        path=path,
        source=source,
        prose=prose,
        blocks=classify(prose, ranges),
        origin=origin,
        encoding=encoding,
        remarks=remarks,
    )


def _without_carriage_returns(source: str) -> tuple[str, SourceMap]:
    if "\r" not in source:
        return source, SourceMap()
    builder = ProseBuilder()
    at = 0
    for end in re.finditer(r"\r\n?", source):
        builder.add(source[at : end.start()], at, end.start())
        builder.add("\n", end.start(), end.end())
        at = end.end()
    builder.add(source[at:], at, len(source))
    return builder.finish()


def _paragraphs(prose: str) -> list[tuple[int, int]]:
    """Prose ranges of the paragraphs, without the white space around them."""
    found: list[tuple[int, int]] = []
    at = 0
    for end in (*(m.start() for m in _BLANK.finditer(prose)), len(prose)):
        if end >= at:
            lines = [m.span() for m in _LINE.finditer(prose, at, end)]
            lines = [(s, e) for s, e in lines if prose[s:e].strip()]
            if len(lines) > 1 and _is_wrapped(prose, lines):
                lines = [(lines[0][0], lines[-1][1])]
            found.extend(_trimmed(prose, start, stop) for start, stop in lines)
        at = end
    return found


def _is_wrapped(prose: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether lines are one paragraph broken at a margin, not paragraphs of their own."""
    texts = [prose[start:end].strip() for start, end in lines]
    inner = texts[:-1]
    shortest, longest = _WRAP
    if max(map(len, texts)) > longest or min(map(len, inner)) < shortest:
        return False
    stops = sum(bool(_STOP.search(text)) for text in inner)
    return stops * 2 < len(inner)


def _trimmed(prose: str, start: int, end: int) -> tuple[int, int]:
    text = prose[start:end]
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def classify(prose: str, ranges: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
    """Say of each range what it is: the lines at the top, crossheads, paragraphs."""
    top = _top(prose, ranges)
    blocks = [
        Block(kind, *where) for kind, where in zip(_head(prose, ranges[:top]), ranges, strict=False)
    ]
    for number in range(top, len(ranges)):
        start, end = ranges[number]
        text = prose[start:end]
        kind: BlockKind = "paragraph"
        if number < top + 2 and _BYLINE.match(text) and len(text) <= _CROSSHEAD_LENGTH:
            kind = "byline"
        elif number + 1 < len(ranges) and _is_crosshead(text):
            kind = "crosshead"
        blocks.append(Block(kind, start, end))
    return tuple(blocks)


def _top(prose: str, ranges: Sequence[tuple[int, int]]) -> int:
    """How many ranges at the top are no body text yet."""
    count = 0
    for start, end in ranges[:6]:
        text = prose[start:end]
        if len(text) > _HEADLINE_LENGTH or "\n" in text or _ends_sentence(text):
            break
        count += 1
    return count if count < len(ranges) or count == 1 else 1


def _ends_sentence(text: str) -> bool:
    """A full stop ends a sentence; a question or exclamation mark may end a headline."""
    return bool(re.search(r"[.:;,][\"'”’)\]]*$", text)) and not text.endswith("...")


def _head(prose: str, ranges: Sequence[tuple[int, int]]) -> list[BlockKind]:
    """What each line at the top is. The headline is the line that stands there twice, or
    else the first of three words or more; what stands above it is a slug."""
    texts = [prose[start:end] for start, end in ranges]
    folded = [text.casefold() for text in texts]
    twice = next((i for i, text in enumerate(folded) if folded.count(text) > 1), None)
    wordy = next((i for i, text in enumerate(texts) if len(text.split()) > 2), 0)
    headline = wordy if twice is None else twice
    kinds: list[BlockKind] = []
    for number, text in enumerate(texts):
        if number < headline:
            kinds.append("slug")
        elif number == headline or folded[number] == folded[headline]:
            kinds.append("headline")
        elif _BYLINE.match(text):
            kinds.append("byline")
        elif _DATELINE.match(text) and number == len(texts) - 1:
            kinds.append("dateline")
        else:
            kinds.append("standfirst")
    return kinds


def _is_crosshead(text: str) -> bool:
    if len(text) > _CROSSHEAD_LENGTH or "\n" in text or len(text.split()) > 9:
        return False
    return not _STOP.search(text) and not text.startswith(("-", "*", "•", "–"))
