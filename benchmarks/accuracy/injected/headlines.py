"""Slips with headlines: repeated or cut off in their article, given to another article."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.accuracy.cases import Case
from benchmarks.accuracy.collection import Articles, Collection, in_chance_order
from benchmarks.accuracy.injected.edits import edited

_FEWEST = 4  # words: a shorter head may stand over many articles by right
_LONGEST = 120  # code points: a longer first line is no headline
_STANDING = re.compile(
    r"(?i)\b(?:letters?|in brief|obituar|correction|weather|quotes of|in pictures|quiz|live|"
    r"results|fixtures|market report|on this day|crossword|analysis|editorial|as it happened)\b"
)
# Words that make another story of a headline: numbers, days, negations, directions.
_TURNING = re.compile(
    r"(?i)\d|^(?:not?|never|without|up|down|rises?|falls?|over|under|more|less|wins?|lose[sd]?|"
    r"first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|north|south|east|west|"
    r"men|women|yes|before|after|against|from|to)$"
)
_ADDED = ("new", "officially", "late", "major", "latest", "key")


def headline_of(text: str) -> str | None:
    """The headline of an article, where it has one that stands over it alone."""
    head, _, rest = text.partition("\n")
    head, rest = head.strip(), rest.strip()
    if not rest or len(head) > _LONGEST or len(head.split()) < _FEWEST or head[-1] in ".,;":
        return None
    opening = rest[: len(head)]
    same = opening.casefold().split()[:3] == head.casefold().split()[:3]
    return None if same or _STANDING.search(head) else head


def repeated_case(key: str, text: str, chance: random.Random) -> Case | None:
    """The headline once more as the next line."""
    head = headline_of(text)
    if head is None:
        return None
    body = text[len(text.partition("\n")[0]) :].lstrip()
    after = f"{head}\n\n{head}\n\n{body}"
    start = len(head) + 2
    return Case(key, "repeated", f"{head}\n\n{body}", after, start, start + len(head), "")


def cut_case(key: str, text: str, chance: random.Random) -> Case | None:
    """A first try at the headline, cut off, on a line above it."""
    head = headline_of(text)
    if head is None:
        return None
    body = text[len(text.partition("\n")[0]) :].lstrip()
    sort = chance.choice(("inside a word", "between words", "with an ellipsis"))
    words = head.split()
    kept = chance.randint(max(3, len(words) // 2), len(words) - 1)
    stub = " ".join(words[:kept])
    if sort == "inside a word":
        following = words[kept]
        if len(following) < 3:
            return None
        stub += " " + following[: chance.randint(1, len(following) - 1)]
    elif sort == "with an ellipsis":
        stub += chance.choice(("…", "..."))
    before = f"{head}\n\n{body}"
    return Case(key, sort, before, f"{stub}\n\n{before}", 0, len(stub), "")


@dataclass(frozen=True, slots=True)
class Twins:
    """Articles of one corpus read together, before and after headlines were given away.

    ``pairs`` are (key, key of the other, sort): both stand in ``after`` under one headline,
    or nearly one.
    """

    corpus: str
    before: Articles
    after: Articles
    pairs: tuple[tuple[str, str, str], ...]


def _slightly_changed(head: str, chance: random.Random) -> tuple[str, str] | None:
    """The sort of change and the headline with one word dropped, added, misspelt."""
    words = head.split()
    plain = [
        number
        for number, word in enumerate(words)
        if number and word.isalpha() and word.islower() and len(word) > 3
        and not _TURNING.search(word)
    ]  # fmt: skip
    if not plain or len(words) < 5:
        return None
    at = chance.choice(plain)
    sort = chance.choice(("a word dropped", "a word added", "a slip mended"))
    if sort == "a word dropped":
        words[at : at + 1] = []
    elif sort == "a word added":
        words[at:at] = [chance.choice(_ADDED)]
    else:
        form = edited(words[at], "transposition", chance, lambda form: False)
        if form is None:
            return None
        words[at] = form
    return sort, " ".join(words)


def _under(head: str, text: str) -> str:
    """A text under another headline."""
    return head + text[len(text.partition("\n")[0]) :]


def _earlier(text: str) -> str:
    """The same story as it was filed before: without its last paragraph, if it has several."""
    paragraphs = text.rstrip().split("\n\n")
    return "\n\n".join(paragraphs[:-1]) if len(paragraphs) > 4 else text


def twins_of(collection: Collection, corpus: str, size: int, pairs: int, seed: int) -> Twins:
    """Put twins into a sample of a corpus: half of the pairs under one headline exactly, a
    text under another's headline; half nearly, a story filed once more, changed a little."""
    articles = collection.articles(corpus)
    keys = in_chance_order(articles, f"{seed} twins")[:size]
    before = {key: articles[key] for key in keys}
    after = dict(before)
    heads = {key: headline_of(text) for key, text in before.items()}
    seen = [head.casefold() for head in heads.values() if head]
    single = [key for key, head in heads.items() if head and seen.count(head.casefold()) == 1]
    made: list[tuple[str, str, str]] = []
    while len(made) < pairs and len(single) > 1:
        giver, taker = single.pop(), single.pop()
        head = heads[giver] or ""
        chance = random.Random(f"{seed} twins {giver}")
        if len(made) % 2 == 0:
            after[taker] = _under(head, before[taker])
            made.append((giver, taker, "exact"))
        elif changed := _slightly_changed(head, chance):
            after[taker] = _under(changed[1], _earlier(before[giver]))
            made.append((giver, taker, changed[0]))
    return Twins(corpus, before, after, tuple(made))


def repeated_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Headlines repeated in their articles."""
    return collection.draw("repeated headline", count, repeated_case)


def cut_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Headlines cut off above the headline."""
    return collection.draw("cut headline", count, cut_case)
