"""The headline repeated inside its own article."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Article, Block
from lint.checks.base import Aside, Mend, Slip
from lint.checks.heading.wording import head_of, wording
from lint.late import late
from lint.reading import Reading

_DOUBLED_WORD = late(r"[^\W_]+(?:['’.,][^\W_]+)*")
_FIRST_LETTER = late(r"[^\W_]")
_LONGEST_DOUBLED = 300  # code points: a longer first line is a paragraph
_FEWEST = 3  # words: a shorter half may be a title (New York, New York)
_CERTAIN = 4  # words: from here on a doubled half is mended unasked
_RUNS_IN = late(
    r"\s+(?:The|An?|By|In|On|At|It|He|She|They|There|Mr|Mrs|Ms|Dr|Sir|Prof|For|After|As|With)\s"
)


def repeats(reading: Reading, *, title_and_heading: bool) -> Iterator[Slip]:
    """Yield a slip for each place at which the headline stands again.

    ``title_and_heading`` says whether the title in the front matter and a heading that
    repeats it are told of as well.
    """
    head = head_of(reading)
    headline = head.block if head is not None else None
    first = headline or next(iter(reading.blocks), None)
    # A headline that stands twice in one line may be too long to be known for a headline.
    if first is not None and first.end - first.start <= _LONGEST_DOUBLED:
        yield from _doubled(reading, first)
    if head is None or headline is None or not head.words:
        return
    words = head.words
    number = reading.blocks.index(headline)
    longest = 2 * (headline.end - headline.start)
    touching = True  # nothing but the headline has stood in between
    above = headline
    for block in reading.blocks[number + 1 :]:
        same = block.end - block.start <= longest and _says(reading, block, words)
        if same:
            by_design = not title_and_heading and _is_title(reading.article, headline)
            if not (touching and by_design):
                yield _repeat(reading, headline, block, above if touching else None)
        elif touching:
            yield from _run_in(reading, headline, block, words)
        touching = touching and same
        above = block


def _says(reading: Reading, block: Block, words: tuple[str, ...]) -> bool:
    """Whether a block has these words and no others; most are known by their first letter."""
    text = reading.prose[block.start : block.end]
    initial = _FIRST_LETTER.search(text)
    if initial is None or not words[0].startswith(initial[0].casefold()):
        return False
    return wording(text) == words


def _repeat(reading: Reading, headline: Block, block: Block, above: Block | None) -> Slip:
    article = reading.article
    identical = article.text(headline) == article.text(block)
    if above is None:
        return Slip(
            block.start,
            block.end,
            entry="again",
            message="This line repeats the headline of the article.",
            severity="suggestion",
            asides=(Aside(headline.start, headline.end, "the headline"),),
        )
    plain = article.format == "plain"
    # Nothing is deleted unasked where it would leave the article without a text.
    own = (headline.kind, block.kind).count("paragraph")
    certain = identical and reading.paragraphs > own
    title = _is_title(article, headline)
    return Slip(
        block.start,
        block.end,
        entry="title and heading" if title else "next line",
        severity="warning" if title else None,  # many systems are built to want both
        message="This heading repeats the title that stands in the front matter."
        if title
        else "This line repeats the headline above it.",
        mends=(
            Mend(
                title="Delete the repeated line",
                safety=("safe" if certain else "unsafe") if plain else "display",
                edits=((above.end, block.end, ""),),
            ),
        ),
        asides=(Aside(headline.start, headline.end, "the headline"),),
    )


def _is_title(article: Article, headline: Block) -> bool:
    """Whether the headline is the title in the front matter of a Markdown file."""
    if article.format != "markdown" or not article.source.startswith(("---", "+++")):
        return False
    close = article.source.find("\n" + article.source[:3], 3)
    return article.origin.locate(headline.start, headline.end).span.start < close


def _run_in(
    reading: Reading, headline: Block, block: Block, words: tuple[str, ...]
) -> Iterator[Slip]:
    """The headline run into the first paragraph, without a stop, before a new sentence."""
    text, start = reading.article.text(headline), block.start
    end = start + len(text)
    if len(words) < _CERTAIN or reading.prose[start:end].casefold() != text.casefold():
        return
    follows = _RUNS_IN.match(reading.prose, end, block.end)
    if follows is None or text[-1:] in ".!?:;,":
        return
    space = len(follows[0]) - len(follows[0].lstrip())
    yield Slip(
        start,
        end,
        entry="run in",
        message="The headline is run into the first paragraph.",
        mends=(
            Mend(
                title="Delete the headline here",
                safety="unsafe",
                edits=((start, end + space, ""),),
            ),
        ),
        asides=(Aside(headline.start, headline.end, "the headline"),),
    )


def _doubled(reading: Reading, headline: Block) -> Iterator[Slip]:
    """A headline that stands twice in its own line."""
    text = reading.article.text(headline)
    opening = _DOUBLED_WORD.search(text)
    if opening is None or _folded(text).count(_folded(opening[0])) < 2:
        return  # a cheap look first: of nearly all headlines the first word stands once
    words = list(_DOUBLED_WORD.finditer(text))
    half = len(words) // 2
    if half < _FEWEST or len(words) % 2:
        return
    folded = [_folded(word[0]) for word in words]
    if folded[:half] != folded[half:]:
        return
    first = text[: words[half - 1].end()]
    second = text[words[half].start() : words[-1].end()]
    certain = half >= _CERTAIN and first.lstrip("'‘“\"") == second
    start = headline.start + words[half].start()
    yield Slip(
        start,
        headline.end,
        entry="same line",
        message="The headline stands twice in this line.",
        mends=(
            Mend(
                title="Delete the second time",
                safety="safe" if certain and words[-1].end() == len(text) else "unsafe",
                edits=((headline.start + words[half - 1].end(), headline.end, ""),),
            ),
        ),
    )


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")
