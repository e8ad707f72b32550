"""Slips in ordinary words: county for country, a word twice, a misspelling."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from benchmarks.accuracy.cases import Case, replaced
from benchmarks.accuracy.collection import Collection, Vocabulary
from benchmarks.accuracy.injected.edits import SORTS, edited

_COUNTRY = re.compile(r"(?<![\w-])countr(?:y|ies)(?![\w-])")
_WORD = re.compile(r"(?<![\w'’@#./-])[a-z]+(?![\w'’@/-]|\.\w)")
_TWICE_BY_RIGHT = frozenset("had that very really so her is was in on do no far".split())
_FUNCTION = frozenset(
    "the a an to of and for with at by from as it be has have will would been are were this "
    "which who but or not their his they he she we you its than after".split()
)
_COMMON = 60  # articles in which a word stands that everybody can spell
# Words that are written for one another, both ways; slips that make a word of another kind
# and those that make one of the same.
PAIRS = (
    "there their", "its it's", "then than", "loose lose", "lead led", "who's whose",
    "effect affect", "principle principal", "compliment complement", "counsel council",
    "sight site", "roll role", "trail trial", "quiet quite", "form from", "were where",
    "know now", "too to", "off of", "past passed", "brake break", "breech breach",
    "reigns reins", "your you're", "board bored", "peek peak", "weather whether", "ant and",
    "causal casual", "manger manager", "martial marital", "pubic public", "solder soldier",
    "mange manage", "though through", "though thought", "wit with", "no on", "her here",
    "bought brought", "diary dairy", "desert dessert", "coarse course", "waste waist",
)  # fmt: skip
_SHORTEST = 5  # letters of a word that is misspelt


def country_case(key: str, text: str, chance: random.Random) -> Case | None:
    """One genuine country or countries rewritten county or counties."""
    found = list(_COUNTRY.finditer(text))
    if not found:
        return None
    place = chance.choice(found)
    new = place[0].replace("country", "county").replace("countries", "counties")
    return replaced(key, place[0], text, place.start(), place.end(), new)


def confused_case(key: str, text: str, chance: random.Random) -> Case | None:
    """One word of a pair written for the other; the pair is drawn first."""
    pairs = [pair.split() for pair in PAIRS]
    chance.shuffle(pairs)
    for pair in pairs[:6]:
        chance.shuffle(pair)
        new, right = pair
        wanted = re.compile(rf"(?<![\w'’@#./-]){right}(?![\w'’@/-]|\.\w)")
        found = list(wanted.finditer(text.replace("’", "'"), max(text.find("\n"), 0)))
        if found:
            place = chance.choice(found)
            return replaced(key, f"{new} for {right}", text, *place.span(), new)
    return None


def doubled_case(key: str, text: str, chance: random.Random) -> Case | None:
    """One word of the body written twice; half of the cases double a small word."""
    sort = chance.choice(("small word", "other word"))
    body = text.find("\n")
    places = [
        found
        for found in _WORD.finditer(text, max(body, 0))
        if found[0] not in _TWICE_BY_RIGHT
        and (found[0] in _FUNCTION) == (sort == "small word")
        and not text.startswith(f"{found[0]} ", found.end() + 1)
        and not text.endswith(f"{found[0]} ", 0, found.start())
    ]
    if not places:
        return None
    place = chance.choice(places)
    return replaced(key, sort, text, place.start(), place.end(), f"{place[0]} {place[0]}")


def misspelt_case(
    key: str, text: str, vocabulary: Vocabulary, chance: random.Random
) -> Case | None:
    """One common small word with an edit that makes it no word that the corpora know."""
    words = [
        found
        for found in _WORD.finditer(text)
        if len(found[0]) >= _SHORTEST and vocabulary.small.get(found[0], 0) >= _COMMON
    ]
    if not words:
        return None
    place = chance.choice(words)
    sort = chance.choice(list(SORTS)[:5])

    def known(form: str) -> bool:
        return vocabulary.small.get(form, 0) + vocabulary.capital.get(form.title(), 0) > 0

    form = edited(place[0], sort, chance, known)
    return None if form is None else replaced(key, sort, text, *place.span(), form)


def country_cases(collection: Collection, count: int) -> Iterator[Case]:
    """County for country in articles of every corpus of a collection."""
    return collection.draw("country", count, country_case)


def confused_cases(collection: Collection, count: int) -> Iterator[Case]:
    """One word for another in articles of every corpus of a collection."""
    return collection.draw("confused", count, confused_case)


def doubled_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Doubled words in articles of every corpus of a collection."""
    return collection.draw("doubled", count, doubled_case)


def misspelt_cases(collection: Collection, count: int) -> Iterator[Case]:
    """Misspellings in articles of every corpus of a collection."""
    vocabulary = collection.vocabulary
    return collection.draw(
        "misspelt", count, lambda key, text, chance: misspelt_case(key, text, vocabulary, chance)
    )
