"""What is known of a word before the article is read: the gazetteer and the word list."""

from __future__ import annotations

from functools import lru_cache

from lint.lexicon.names import open_names
from lint.lexicon.words import open_words
from lint.tuples import NamedTuple

_REMEMBERED = 1 << 11
_COMMON = 40  # on the scale of the word list: in some five articles of 30,000


class Standing(NamedTuple):
    """How well a word is known: as a name of each class, 0 to 15, and as an ordinary word."""

    given: int
    surname: int
    place: int
    demonym: int
    printed: int
    ordinary: bool
    listed: bool

    @property
    def weight(self) -> int:
        """How well it is known as any name."""
        return max(self.given, self.surname, self.place, self.demonym)

    @property
    def known(self) -> bool:
        """Whether it is a word of its own beyond doubt: no slip, unless its company says so."""
        return self.weight > 1 or self.printed > 0 or self.ordinary or self.listed

    @property
    def rank(self) -> int:
        """How well it is known in all: the greater of two is the likelier to be right."""
        return self.weight + self.printed + 6 * self.ordinary + 4 * self.listed


@lru_cache(maxsize=_REMEMBERED)
def is_known_name(folded: str) -> bool:
    """Whether a word is known as a name, so that :attr:`Standing.known` holds however written."""
    *weights, printed = open_names().weights(folded)
    return max(weights) > 1 or printed > 0


@lru_cache(maxsize=_REMEMBERED)
def standing(folded: str, written: str) -> Standing:
    """What is known of a word, by its fold and as it is written."""
    given, surname, place, demonym, printed = open_names().weights(folded)
    small = written.lower()
    word, rare, frequency = open_words().facts(small)
    listed, seldom, _ = open_words().facts(written) if written != small else (word, rare, 0)
    return Standing(
        given=given,
        surname=surname,
        place=place,
        demonym=demonym,
        printed=printed,
        ordinary=word and (not rare or frequency > 0),
        listed=listed and not seldom,
    )
