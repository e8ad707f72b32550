"""The articles that are timed: recombined, with slips of the made-up stylebook put in.

An article has a headline made of two, and paragraphs drawn from the pool until it is about
530 words long; every other one has curly quotation marks. About one literal and a half of
the book stand in it, as misspellings of words of the article or as phrases, and paragraphs
about people of the book, who are now and then misspelt. Patterns match by themselves.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.speed.book import Book, Literal
from benchmarks.speed.invent import slip_in
from benchmarks.speed.paragraphs import Pool

_SEED = 11092001
_VERSION = 3  # to be raised when the articles change
_WORDS = 440  # of an article before people are put in; some 530 in the end
_MISSPELT = 0.55  # of the paragraphs about people
_WORD = re.compile(r"(?<![\w'’-])[a-z]{6,}(?![\w'’-])")
_OPENING = re.compile(r"(^|[\s(\[—–-])([\"']+)", re.MULTILINE)
_LEFT = str.maketrans({'"': "“", "'": "‘"})
_CURLY = str.maketrans({'"': "”", "'": "’"})
_ROLES = (
    "who leads the inquiry", "a spokesman for the port", "the head of the school",
    "who has lived there for years", "of the tenants' association", "the club's secretary",
    "a lecturer in public health", "who chairs the committee",
)  # fmt: skip
_SAYINGS = (
    "said the work would take until spring.", "said that nobody had been told.",
    "called the report a first step.", "asked for more time to read it.",
    "would not say what it had cost.", "said the figures were early and might change.",
)  # fmt: skip


class Writer:
    """Writes articles by number: the same number, the same article."""

    def __init__(self, pool: Pool, book: Book) -> None:
        self._pool = pool
        self._people = book.people
        self._wrongs: dict[str, list[str]] = {}
        self._phrases: list[Literal] = []
        for literal in book.literals:
            if " " in literal.wrong:
                self._phrases.append(literal)
            else:
                self._wrongs.setdefault(literal.use, []).append(literal.wrong)

    def article(self, number: int) -> str:
        """The text of an article: headline, empty line, paragraphs."""
        dice = random.Random(_SEED * 1_000_003 + number)
        paragraphs = self._paragraphs(dice)
        for _ in range(dice.choice((1, 1, 2, 2, 2))):
            self._plant(dice, paragraphs)
        for _ in range(dice.choice((0, 1, 1, 2))):
            at = dice.randrange(1, len(paragraphs) + 1)
            paragraphs[at:at] = self._about_people(dice)
        text = "\n\n".join((self._headline(dice), *paragraphs)) + "\n"
        return curly(text) if dice.random() < 0.5 else text

    def _headline(self, dice: random.Random) -> str:
        """The beginning of one headline and the end of another, so that few are twice."""
        first, last = dice.choice(self._pool.headlines), dice.choice(self._pool.headlines)
        head, tail = first.split(), last.split()
        return " ".join((*head[: (len(head) + 1) // 2], *tail[len(tail) // 2 :]))

    def _paragraphs(self, dice: random.Random) -> list[str]:
        wanted = max(150, min(1200, dice.gauss(_WORDS, 170)))
        chosen: dict[str, None] = {}
        words = tries = 0
        while words < wanted and tries < 1000:
            tries += 1
            paragraph = dice.choice(self._pool.paragraphs)
            if paragraph not in chosen:
                chosen[paragraph] = None
                words += paragraph.count(" ") + 1
        return list(chosen)

    def _plant(self, dice: random.Random, paragraphs: list[str]) -> None:
        """Put one literal of the book in: mostly a misspelling in place of its word."""
        at = dice.randrange(len(paragraphs))
        text = paragraphs[at]
        words = [found for found in _WORD.finditer(text) if found[0] in self._wrongs]
        if words and dice.random() < 0.8:
            found = dice.choice(words)
            wrong = dice.choice(self._wrongs[found[0]])
            paragraphs[at] = text[: found.start()] + wrong + text[found.end() :]
        elif self._phrases:
            paragraphs[at] = f"{text} It is {dice.choice(self._phrases).wrong} now."

    def _about_people(self, dice: random.Random) -> Iterator[str]:
        """A paragraph about two people of the book; now and then one is misspelt."""
        if not self._people:
            return
        one, other = dice.choice(self._people), dice.choice(self._people)
        name = one.name
        if dice.random() < _MISSPELT:
            name = one.wrong or f"{one.given} {slip_in(one.surname, dice)}"
        yield (
            f"{name}, {dice.choice(_ROLES)}, {dice.choice(_SAYINGS)} "
            f"{other.name} {dice.choice(_SAYINGS)} {_title(dice)} {other.surname} "
            f"{dice.choice(_SAYINGS)}"
        )


def _title(dice: random.Random) -> str:
    return dice.choice(("Mr", "Ms", "Dr"))


def curly(text: str) -> str:
    """A text with curly quotation marks for straight ones."""
    opened = _OPENING.sub(lambda at: at[1] + at[2].translate(_LEFT), text)
    return opened.translate(_CURLY)


def write_articles(folder: Path, count: int, about: str, writer: Callable[[], Writer]) -> None:
    """Write articles 0 to ``count``, unless the folder holds just these already.

    ``about`` says what they are made from; other articles are made when it changes.
    """
    stamp = json.dumps([_VERSION, count, about])
    mark = folder.with_suffix(".made")
    if mark.is_file() and mark.read_text("utf-8") == stamp:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made = writer()
    for number in range(count):
        (folder / f"{number:06}.txt").write_text(made.article(number), "utf-8")
    mark.write_text(stamp, "utf-8")


def write_blob(path: Path, articles: Sequence[Path], size: int) -> None:
    """Write one file of at least ``size`` bytes: the articles one after another, over and over."""
    if path.is_file() and size <= path.stat().st_size < size + 100_000:
        return
    written = 0
    with open(path, "wb") as file:
        while written < size:
            for article in articles:
                written += file.write(article.read_bytes() + b"\n")
                if written >= size:
                    break
