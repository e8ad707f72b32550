"""Name slips: one edit in a later mention of a name that stands in the article before."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.accuracy.cases import Case, replaced
from benchmarks.accuracy.collection import Collection, Vocabulary
from benchmarks.accuracy.injected.edits import SORTS, edited

_NAME = re.compile(r"(?<![\w'’@#./-])[A-Z][^\W\d_A-Z]{3,}(?![\w@/]|[-.]\w|['’](?!s\b)\w)")
_OPENS = re.compile(r"(?:^|[.!?:]['\"’”)]?\s+|\n\s*|[‘“\"'(]\s*)$")
_DAYS = frozenset(
    "January February March April June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def mentions(text: str, vocabulary: Vocabulary) -> dict[str, list[int]]:
    """The places of each word of a name that stands in an article at least twice.

    A word counts as a name where the corpora write it with a capital inside sentences, and
    hardly ever without, and where the article itself never writes it small.
    """
    found: dict[str, list[int]] = {}
    for match in _NAME.finditer(text):
        found.setdefault(match[0], []).append(match.start())
    small = {word for word in re.findall(r"[^\W\d_]+", text) if word[0].islower()}
    return {
        word: places
        for word, places in found.items()
        if len(places) > 1
        and word not in _DAYS
        and word.lower() not in small
        and vocabulary.is_name(word)
        and any(not _OPENS.search(text, max(0, at - 4), at) for at in places)
    }


def name_case(key: str, text: str, vocabulary: Vocabulary, chance: random.Random) -> Case | None:
    """A slip in one later mention of one name of an article, or None where it has no name.

    The sort of edit is drawn first, so that every sort has as many cases as it can have; a
    form that is another word or name that the corpora know, or that the article has, is no
    slip that can be told.
    """
    names = mentions(text, vocabulary)
    sorts = list(SORTS)
    chance.shuffle(sorts)
    for sort in sorts[:2]:
        words = sorted(names)
        chance.shuffle(words)
        for word in words:
            at = chance.choice(names[word][1:])
            form = edited(word, sort, chance, lambda form: vocabulary.knows(form) or form in text)
            if form is not None:
                return replaced(key, sort, text, at, at + len(word), form)
    return None


def name_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Name slips in articles of every corpus of a collection."""
    vocabulary = collection.vocabulary
    return collection.draw(
        "names",
        count,
        lambda key, text, chance: name_case(key, text, vocabulary, chance),
    )
