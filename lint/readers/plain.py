"""Plain text: lines at the top that are slug, headline and standfirst, then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.article import Article, Block, BlockKind, Encoding
from lint.late import late
from lint.readers.lines import (
    BYLINE_LENGTH,
    LIST_ITEM_LENGTH,
    ends_sentence,
    is_byline,
    is_crosshead,
    is_dateline,
    is_list_item,
    is_table_row,
    is_titled,
)
from lint.sourcemap import ProseBuilder, SourceMap

Range = tuple[int, int]

_BLANKS = " \t\u00a0"  # of these is an empty line made
_FIRST_WORD = late(r"\S{1,40}")
_SPACE = " \t\n\r\f\v\u00a0\u2028\u2029\ufeff"
_HEADLINE_LENGTH = 130  # code points; a longer first line is a paragraph
_TOP_LINES = 6  # headline, standfirst, byline, dateline, and a slug or a second headline
_MARGIN = (40, 100)  # the width of hard-wrapped lines, code points
_RUN = 3  # as many short lines one after the other are a list, not headings
_SAME = SourceMap()  # of an article whose prose is its source


def read_plain(path: str, source: str, encoding: Encoding, remarks: tuple[str, ...]) -> Article:
    """Read plain text.

    Paragraphs are parted by empty lines; where lines are whole paragraphs, each line is
    one. Lines broken at a margin are one paragraph, and in the prose their line ends are
    spaces.
    """
    prose, origin = _without_carriage_returns(source)
    ranges = _paragraphs(prose)
    return Article(
        path=path,
        source=source,
        prose=_unwrapped(prose, ranges),
        blocks=classify(prose, ranges),
        origin=origin,
        encoding=encoding,
        remarks=remarks,
    )


def _without_carriage_returns(source: str) -> tuple[str, SourceMap]:
    if "\r" not in source:
        return source, _SAME
    builder = ProseBuilder()
    at = 0
    for end in re.finditer(r"\r\n?", source):
        builder.add(source[at : end.start()], at, end.start())
        builder.add("\n", end.start(), end.end())
        at = end.end()
    builder.add(source[at:], at, len(source))
    return builder.finish()


def _unwrapped(prose: str, ranges: Sequence[Range]) -> str:
    """The prose with the line ends inside paragraphs made spaces, each in its place."""
    if all(prose.find("\n", start, end) < 0 for start, end in ranges):
        return prose
    parts: list[str] = []
    at = 0
    for start, end in ranges:
        parts += prose[at:start], prose[start:end].replace("\n", " ")
        at = end
    return "".join((*parts, prose[at:]))


def _paragraphs(prose: str) -> list[Range]:
    """Prose ranges of the paragraphs, without the white space around them."""
    found: list[Range] = []
    lines: list[Range] = []  # of the paragraph, or paragraphs, since the last empty line
    at = 0
    for line in prose.split("\n"):
        text = line.strip(_SPACE)
        if text:
            start = at if line[0] == text[0] else at + line.index(text[0])
            lines.append((start, start + len(text)))
        elif lines and not line.strip(_BLANKS):
            found += _parted(prose, lines, at_top=not found)
            lines = []
        at += len(line) + 1
    return found + _parted(prose, lines, at_top=not found)


def _parted(prose: str, lines: list[Range], *, at_top: bool) -> list[Range]:
    """Lines with no empty one between, as one paragraph where they are broken at a margin."""
    if len(lines) > 1 and _is_wrapped(prose, lines, at_top=at_top):
        return [(lines[0][0], lines[-1][1])]
    return lines


def _is_wrapped(prose: str, lines: Sequence[Range], *, at_top: bool) -> bool:
    """Whether lines are one paragraph broken at a margin, not paragraphs of their own.

    At a margin every line is as full as it can be: the first word of the next line would
    not have gone in. Two lines at the top may be headline and standfirst, so there the
    second must go on in small letters.
    """
    texts = [prose[start:end] for start, end in lines]
    shortest, longest = _MARGIN
    width = max(map(len, texts))
    if not shortest <= width <= longest:
        return False
    following = [_FIRST_WORD.match(text) for text in texts[1:]]
    words = [word[0] if word else "" for word in following]
    full = all(
        len(text) + 1 + len(word) > width for text, word in zip(texts[:-1], words, strict=True)
    )
    if not full or any(is_byline(text) or is_list_item(text) for text in texts[1:]):
        return False
    if sum(ends_sentence(text) for text in texts[:-1]) * 2 > len(texts) - 1:
        return False
    return len(lines) > 2 or not at_top or words[0][:1].islower()


def classify(prose: str, ranges: Sequence[Range]) -> tuple[Block, ...]:
    """Say of each range what it is: the lines at the top, crossheads, paragraphs."""
    texts = [prose[start:end] for start, end in ranges]
    top = _top(texts)
    kinds = [*_head(texts[:top]), *_body(texts[top:])]
    return tuple(Block(kind, start, end) for kind, (start, end) in zip(kinds, ranges, strict=True))


def _top(texts: Sequence[str]) -> int:
    """How many lines at the top are no body text yet."""
    count = 0
    for number, text in enumerate(texts[:_TOP_LINES]):
        if len(text) > _HEADLINE_LENGTH or "\n" in text:
            break
        if number and (is_list_item(text) or is_table_row(text)):
            break
        if ends_sentence(text) and not (number == 0 and is_titled(text)):
            break
        count += 1
    if count == len(texts):  # nothing but short lines: the first is the headline
        return min(count, 1)
    headline = _headline(texts[:count])
    below = [text for text in texts[headline + 1 : count] if not _goes_with_headline(text)]
    repeated = [text for text in below if text.casefold() == texts[headline].casefold()]
    # Many short lines below the headline are a table or a list, which is body text.
    return headline + 1 if len(below) - len(repeated) >= _RUN else count


def _goes_with_headline(text: str) -> bool:
    return is_byline(text) or is_dateline(text)


def _headline(texts: Sequence[str]) -> int:
    """Which of the lines at the top is the headline: the line that stands there twice, or
    else the first of three words or more."""
    if len(texts) == 1:
        return 0
    folded = [text.casefold() for text in texts]
    twice = next((n for n, text in enumerate(folded) if folded.count(text) > 1), None)
    wordy = next((n for n, text in enumerate(texts) if len(text.split()) > 2), 0)
    return wordy if twice is None else twice


def _head(texts: Sequence[str]) -> list[BlockKind]:
    """What each line at the top is; what stands above the headline is a slug."""
    if not texts:
        return []
    headline = _headline(texts)
    kinds: list[BlockKind] = []
    for number, text in enumerate(texts):
        if number < headline:
            kinds.append("slug")
        elif number == headline or text.casefold() == texts[headline].casefold():
            kinds.append("headline")
        elif is_byline(text):
            kinds.append("byline")
        elif is_dateline(text):
            kinds.append("dateline")
        else:
            kinds.append("standfirst")
    return kinds


def _body(texts: Sequence[str]) -> list[BlockKind]:
    """What each range below the top is, by its looks and its neighbours."""
    kinds = [_looks(text) for text in texts]
    if "crosshead" not in kinds:
        return kinds
    number = 0
    while number < len(kinds):
        end = number
        while end < len(kinds) and kinds[end] == "crosshead":
            end += 1
        if end - number >= _RUN:
            kinds[number:end] = ["list"] * (end - number)
        elif end == len(kinds):  # a crosshead heads something
            kinds[number:end] = ["paragraph"] * (end - number)
        number = end + 1
    return kinds


def _looks(text: str) -> BlockKind:
    if len(text) > LIST_ITEM_LENGTH:  # longer than anything but a paragraph
        return "paragraph"
    if is_table_row(text):
        return "table"
    if len(text) > BYLINE_LENGTH:  # too long for anything but an item or a paragraph
        return "list" if is_list_item(text) else "paragraph"
    if is_byline(text):
        return "byline"
    if is_list_item(text):
        return "list"
    return "crosshead" if is_crosshead(text) else "paragraph"
