"""Sentences, lines and paragraphs that stand twice in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq

from lint.checks.base import Aside, Mend, Slip
from lint.finding import Safety
from lint.late import late
from lint.reading import Reading

_FEWEST_IN_PARAGRAPH = 10  # words: from here on a paragraph does not come twice by chance
_FEWEST_IN_LINE = 3
_FEWEST_IN_SENTENCE = 7
_BODY = frozenset({"paragraph", "quotation", "caption", "standfirst", "crosshead", "list"})
_SHORTEST = 20  # code points of a sentence that is looked at
_LABEL = late(r"[^.!?]{3,60}[?:] |[^.!?]*[^.!?…\"'”’)]$")  # Where can I see it? …
_SENTENCE = late(r"[^.!?…]+[.!?…]+[\"'”’)]*(?=\s|$)")


def doubled_paragraphs(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each longer paragraph that has stood in the article before."""
    first: dict[str, int] = {}
    for number, block in enumerate(reading.blocks):
        if block.kind not in _BODY or block.end - block.start < 4 * _FEWEST_IN_PARAGRAPH:
            continue
        text = reading.prose[block.start : block.end]
        place = first.setdefault(text, number)
        if place == number or len(text.split()) < _FEWEST_IN_PARAGRAPH:
            continue
        if place + 1 == number or not _LABEL.match(text):
            yield _slip(reading, place, number)


def doubled_lines(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each short line that stands twice, one under the other."""
    for number in range(1, len(reading.blocks)):
        above, block = reading.blocks[number - 1 : number + 1]
        if block.end - block.start != above.end - above.start or block.kind not in _BODY:
            continue
        text = reading.prose[block.start : block.end]
        words = text.split()
        if not _FEWEST_IN_LINE <= len(words) < _FEWEST_IN_PARAGRAPH:
            continue
        if text.casefold() != reading.prose[above.start : above.end].casefold():
            continue
        if sum(map(str.isdigit, text)) * 4 > len(text):
            continue  # rows of a table
        yield _slip(reading, number - 1, number)


def _slip(reading: Reading, place: int, number: int) -> Slip:
    """The slip of a block that has stood before, at another place among the blocks."""
    article = reading.article
    earlier, above, block = (reading.blocks[n] for n in (place, number - 1, number))
    adjacent = place + 1 == number
    identical = article.text(block) == article.text(earlier)
    safety: Safety = "safe" if adjacent and identical else "unsafe"
    noun = "line" if len(article.text(block).split()) < _FEWEST_IN_PARAGRAPH else "paragraph"
    said = "repeats the one above it" if adjacent else "has stood in the article before"
    return Slip(
        block.start,
        block.end,
        entry=noun,
        message=f"This {noun} {said}.",
        mends=(
            Mend(
                title="Delete it here",
                safety=safety if article.format == "plain" else "display",
                edits=((above.end, block.end, ""),),
            ),
        ),
        asides=(Aside(earlier.start, earlier.end, "the first time"),),
    )


def doubled_sentences(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each sentence that stands twice in a row in one paragraph."""
    # A cheap look first: nearly no article has one.
    pieces = list(map(str.strip, reading.prose.split(".")))
    twice = compress(pieces, map(eq, pieces, pieces[1:]))
    if not any(len(piece) > _SHORTEST for piece in twice):
        return
    for block in reading.blocks:
        if block.kind not in _BODY:
            continue
        previous: re.Match[str] | None = None
        for sentence in _SENTENCE.finditer(reading.prose, block.start, block.end):
            if (
                previous is not None
                and sentence[0].strip() == previous[0].strip()
                and len(sentence[0].split()) >= _FEWEST_IN_SENTENCE
                and not reading.in_speech(sentence.start(), sentence.end())
            ):
                yield _sentence(sentence, previous)
            previous = sentence


def _sentence(sentence: re.Match[str], previous: re.Match[str]) -> Slip:
    start = sentence.end() - len(sentence[0].lstrip())
    return Slip(
        start,
        sentence.end(),
        entry="sentence",
        message="This sentence repeats the one before it.",
        mends=(
            Mend(
                title="Delete it here",
                safety="unsafe",
                edits=((previous.end(), sentence.end(), ""),),
            ),
        ),
        asides=(Aside(previous.start(), previous.end(), "the first time"),),
    )
