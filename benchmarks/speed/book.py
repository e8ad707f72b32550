"""A made-up stylebook of any size: literals, patterns and names, the same for the same seed.

Nothing in it is true. Of the literals seven in ten are misspellings of common words; the
others are names of bodies and acronyms with their capitals, compounds, and phrases.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from benchmarks.speed.invent import acronym, invented_word, misspellings, people, slip_in
from benchmarks.speed.templates import Pattern, patterns
from benchmarks.speed.words import common_words

_SEED = 20070717
_SPELT = slice(60, 4000)  # the ranks of the words that are misspelt
_BODIES = ("Trust", "Group", "Institute", "Holdings", "Council", "Bank", "Party", "Union")


@dataclass(frozen=True, slots=True)
class Literal:
    """A form to use and the one not to use, as an entry of kind ``terms``."""

    use: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist; ``wrong`` is a listed wrong form of the name, or empty."""

    given: str
    surname: str
    wrong: str = ""

    @property
    def name(self) -> str:
        """First name and surname."""
        return f"{self.given} {self.surname}"


@dataclass(frozen=True, slots=True)
class Book:
    """The entries of a made-up stylebook."""

    literals: tuple[Literal, ...]
    patterns: tuple[Pattern, ...]
    people: tuple[Person, ...]


def make_book(
    literals: int,
    patterns_: int,
    names: int,
    *,
    taken: Collection[str] = frozenset(),
    forbidden: Collection[str] = frozenset(),
) -> Book:
    """Make a book of so many literals, patterns and names; a larger one begins as a smaller.

    ``taken`` are forms, in small letters, of which another stylebook speaks already, and
    ``forbidden`` those that it does not want: neither is made wrong here a second time, and
    nothing is asked for that is forbidden there.
    """
    fitting = (made for made in _literals(taken) if made.use.lower() not in forbidden)
    return Book(
        tuple(islice(fitting, literals)),
        tuple(islice(patterns(), patterns_)),
        tuple(islice(_people(), names)),
    )


def _literals(taken: Collection[str]) -> Iterator[Literal]:
    """Literals of all sorts, seven misspellings to one of each of the others."""
    seen = {*taken, *common_words()}
    sorts = [_misspelt()] * 7 + [_bodies(), _compounds(), _phrases()]
    while sorts:
        for sort in tuple(sorts):
            for literal in sort:
                key = literal.wrong.lower()
                if key not in seen:
                    seen.add(key)
                    yield literal
                    break


def _misspelt() -> Iterator[Literal]:
    """The first slip of every word, then the second of every word, and so on; then made-up ones.

    So every word is misspelt in as few ways as the size of the book allows.
    """
    dice = random.Random(_SEED)
    words = [word for word in common_words()[_SPELT] if len(word) > 5]
    ways = {word: list(misspellings(word)) for word in words}
    for wrongs in ways.values():
        dice.shuffle(wrongs)
    for number in range(max(map(len, ways.values()))):
        for word, wrongs in ways.items():
            if number < len(wrongs):
                yield Literal(word, wrongs[number])
    while True:
        word = invented_word(dice, 4)
        yield Literal(word, dice.choice(list(misspellings(word))))


def _bodies() -> Iterator[Literal]:
    dice = random.Random(_SEED + 1)
    while True:
        if dice.random() < 0.3:
            short = acronym(dice)
            yield Literal(short[1] + short[0] + short[2:], short)
        else:
            name, kind = invented_word(dice, 2).capitalize(), dice.choice(_BODIES)
            yield Literal(f"{name} {kind}", f"{slip_in(name, dice)} {kind}")


def _compounds() -> Iterator[Literal]:
    dice = random.Random(_SEED + 2)
    words = _content_words()
    while True:
        first, second = dice.choice(words), dice.choice(words)
        yield Literal(f"{first}-{second}", f"{first} {second}")


def _phrases() -> Iterator[Literal]:
    """Phrases of two or three words; they begin as many phrases of the copy do."""
    dice = random.Random(_SEED + 3)
    words = _content_words()
    small = common_words()[:40]
    while True:
        first, last = dice.choice(words), dice.choice(words)
        middle = f"{dice.choice(small)} " if dice.random() < 0.6 else ""
        right = dice.choice(words)
        yield Literal(right, f"{first} {middle}{last}")


def _content_words() -> Sequence[str]:
    return [word for word in common_words()[200:5000] if len(word) > 4]


def _people() -> Iterator[Person]:
    """People; for one in five a wrong form of the whole name is listed."""
    dice = random.Random(_SEED + 4)
    for given, surname in people(dice):
        listed = dice.random() < 0.2
        yield Person(given, surname, f"{given} {slip_in(surname, dice)}" if listed else "")


def more_literals(count: int, book: Book) -> Iterator[Literal]:
    """Further literals that real copy does not hold, so that more of them find no more.

    Half are made-up words, half phrases of two common words and a made-up one.
    """
    dice = random.Random(_SEED + 5)
    words = common_words()
    right = {literal.use for literal in book.literals}
    wrong = {literal.wrong for literal in book.literals}
    made = 0
    while made < count:
        odd = invented_word(dice, 3)
        if made % 2:
            odd = f"{dice.choice(words)} {dice.choice(words)} {odd}"
        slip = dice.choice(list(misspellings(odd)))
        if odd not in wrong and slip not in wrong and slip not in right:
            right.add(odd)
            wrong.add(slip)
            made += 1
            yield Literal(odd, slip)


def more_people(count: int, known: Collection[str]) -> Iterator[Person]:
    """Further people, none of them known by name; their surnames have eight letters and more."""
    dice = random.Random(_SEED + 6)
    strangers = (Person(*pair) for pair in people(dice, shortest=8))
    return islice((person for person in strangers if person.name not in known), count)
