"""Sentences, lines and paragraphs that stand twice in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.article import Block
from lint.checks.base import Aside, Mend, Slip
from lint.reading import Reading

_FEWEST_IN_PARAGRAPH = 10  # words: from here on a paragraph does not come twice by chance
_FEWEST_IN_LINE = 3
_FEWEST_IN_SENTENCE = 5
_BODY = frozenset({"paragraph", "quotation", "caption", "standfirst", "crosshead", "list"})
_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]+[\"'”’)]*(?=\s|$)")


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()


def doubled_paragraphs(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each longer paragraph that has stood in the article before."""
    first: dict[str, tuple[int, Block]] = {}
    for number, block in enumerate(reading.blocks):
        if block.kind not in _BODY:
            continue
        text = reading.prose[block.start : block.end]
        if len(text) < 4 * _FEWEST_IN_PARAGRAPH:
            continue
        folded = _folded(text)
        if folded not in first:
            first[folded] = (number, block)
        elif len(folded.split()) >= _FEWEST_IN_PARAGRAPH:
            place, earlier = first[folded]
            between = sum(b.end - b.start for b in reading.blocks[place + 1 : number])
            yield _slip(reading, block, earlier, number, adjacent=between == 0)


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
        yield _slip(reading, block, above, number, adjacent=True)


def _slip(reading: Reading, block: Block, earlier: Block, number: int, *, adjacent: bool) -> Slip:
    article = reading.article
    identical = article.text(block) == article.text(earlier)
    above = reading.blocks[number - 1]
    safe = adjacent and identical
    if article.format != "plain":
        safety = "display"
    else:
        safety = "safe" if safe else "unsafe"
    short = len(article.text(block).split()) < _FEWEST_IN_PARAGRAPH
    return Slip(
        block.start,
        block.end,
        entry="line" if short else "paragraph",
        message=f"This {'line' if short else 'paragraph'} "
        + ("repeats the one above it." if adjacent else "has stood in the article before."),
        mends=(
            Mend(
                title="Delete it here",
                safety=safety,  # type: ignore[arg-type]
                edits=((above.end, block.end, ""),),
            ),
        ),
        asides=(Aside(earlier.start, earlier.end, "the first time"),),
    )


def doubled_sentences(reading: Reading) -> Iterator[Slip]:
    """Yield a slip for each sentence that stands twice in a row in one paragraph."""
    for block in reading.blocks:
        if block.kind not in _BODY or block.end - block.start < 50:
            continue
        previous: re.Match[str] | None = None
        for sentence in _SENTENCE.finditer(reading.prose, block.start, block.end):
            if (
                previous is not None
                and sentence[0].strip() == previous[0].strip()
                and len(sentence[0].split()) >= _FEWEST_IN_SENTENCE
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
