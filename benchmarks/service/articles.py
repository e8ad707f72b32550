"""Articles to send: of a corpus where one is given, and else made of sentences of our own."""

from __future__ import annotations

import random
from pathlib import Path

_OPENINGS = (
    "The council", "A spokesman for the harbour board", "The finance committee", "Residents",
    "The inspector", "Ministers", "The company", "A second report", "Her lawyer", "The airport",
)  # fmt: skip
_MIDDLES = (
    "said on Monday that", "had been told that", "could not rule out that", "made it plain that",
    "heard in evidence that", "will be asked why", "denied in a letter that", "now accepts that",
)  # fmt: skip
_ENDS = (
    "the bridge would be shut for most of the summer while repairs were carried out",
    "the cost of the scheme had doubled since it was first put to the vote in 2007",
    "nobody had looked at the figures before they were sent to the regulator",
    "trains to the north would be slower until the new timetable came into force",
    "the report of 17 July left out what the two engineers had written",
    "the fund was to be wound up and the rest of the money given to the museum",
    "many of those who had signed the petition did not live in the county at all",
)
_WORDS = 530  # of an article, as news has them


def made(count: int, seed: int = 1) -> list[tuple[str, str]]:
    """Headlines and bodies, some with a slip; the same for the same seed."""
    chance = random.Random(seed)
    articles = []
    for number in range(count):
        paragraphs: list[str] = []
        while sum(len(each.split()) for each in paragraphs) < _WORDS:
            sentences = (
                f"{chance.choice(_OPENINGS)} {chance.choice(_MIDDLES)} {chance.choice(_ENDS)}."
                for _ in range(2)
            )
            paragraphs.append(" ".join(sentences))
        if number % 3 == 0:
            paragraphs[3] += " Britain asked for Andrei Lugovi on July 18, 2007."
        articles.append(
            (f"Harbour bridge to close, board says, part {number}", "\n\n".join(paragraphs))
        )
    return articles


def of_corpus(folder: Path, count: int) -> list[tuple[str, str]]:
    """Articles of a folder: the headline in the first line, then the text."""
    articles = []
    for file in sorted(folder.rglob("*.txt")):
        headline, _, body = file.read_text("utf-8", "replace").partition("\n")
        if 2_000 < len(body) < 5_000 and "\0" not in body:
            articles.append((headline.strip(), body.strip()))
        if len(articles) == count:
            break
    return articles
