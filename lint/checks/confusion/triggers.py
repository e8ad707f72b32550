"""What to look up for an entry: its words, alone or with a neighbour."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.confusion.company import Lists, Phrase, phrases
from lint.checks.confusion.entries import Entry
from lint.index import Phrase as Literal
from lint.tuples import NamedTuple

# Words so common (more than one in some 20,000 words of news) that each is looked up together
# with a neighbour of its phrases: the articles that merely use them then cost nothing. Where
# evidence has no neighbour that can be listed, the word is looked up alone all the same.
_EVERYDAY = frozenset(
    "advice affect air born break council countries country effect effects fair form forward "
    "fourth from its it's lead lose medal morning passed peace peak personal phase poll "
    "profit quite raise raised rights role sight site sites story sure than that their then there "
    "though thought through to track trial was weather were where whether who's whole whose "
    "woman women you're your".split()
)


class Trigger(NamedTuple):
    """What a literal of the index stands for: a form of an entry, alone or with a neighbour.

    ``left`` and ``right`` are how many code points of the literal are not the word.
    """

    entry: int
    wrong: str
    left: int = 0
    right: int = 0


def literals(number: int, entry: Entry, wrong: str, lists: Lists) -> Iterator[Literal]:
    """What to look up for one form of an entry (see :class:`Trigger`)."""
    pairs = _pairs(entry, wrong, lists) if wrong in _EVERYDAY or entry.beside else None
    if pairs is None:
        yield Literal(wrong, False, Trigger(number, wrong))
        return
    for word, comes_first in sorted(pairs):
        aside = len(word) + 1
        text = f"{word} {wrong}" if comes_first else f"{wrong} {word}"
        left, right = (aside, 0) if comes_first else (0, aside)
        yield Literal(text, False, Trigger(number, wrong, left, right))


def _pairs(entry: Entry, wrong: str, lists: Lists) -> set[tuple[str, bool]] | None:
    """The neighbours (word, whether it comes first) without which no evidence can hold.

    None where some evidence holds without a neighbour that can be listed.
    """
    pairs: set[tuple[str, bool]] = set()
    if entry.always or (entry.learnt and not entry.beside):
        return None
    for clue in (*entry.sure, *entry.likely, *entry.beside):
        texts = (clue,) if isinstance(clue, str) else clue.company
        if not texts:
            return None
        for phrase in (p for text in texts for p in phrases(text, lists)):
            if phrase.form and phrase.form != wrong:
                continue
            neighbours = _neighbours(phrase)
            if neighbours is None:
                return None
            pairs |= neighbours
    return pairs


def _neighbours(phrase: Phrase) -> set[tuple[str, bool]] | None:
    """The words that may stand next to ours in a phrase, on the side where they are fewer."""
    sides: list[set[tuple[str, bool]]] = []
    for slots, comes_first in ((phrase.before, True), (phrase.after, False)):
        words = slots[0].literals if slots else None
        if words is not None and all(word[0].isalnum() for word in words):
            sides.append({(word, comes_first) for word in words})
    return min(sides, key=len) if sides else None
