"""The gazetteer: which words are known as names, of what, and how well.

The data come from Wikidata (through rigour), the census of the United States, Faker,
GeoNames and CLDR, and from counts over news articles; the recipe is
``benchmarks/train/names.py``, sources and licences are in ``NOTICE``. They are files:
a trie of folded names, and for each, by its number in the trie, three bytes;
and a third file of how many parts of people's names have each three letters in a row.
"""

from __future__ import annotations

import os
from functools import lru_cache

import marisa_trie

from lint.mapped import mapped_file

_DATA = os.path.join(os.path.dirname(__file__), "data")
_SIZE = 3  # bytes a name
FAMOUS = "~"  # before a name that is listed once more among the famous
LETTERS = 27  # of the alphabet, and the beginning or end of a word
_PART = 8  # the bit beside the demonym: known to Wikidata as a part of people's names


class NameList:
    """Known names, asked for by their fold: small letters, no accents (“peron”, “new york”).

    Every answer is how well known the name is: 0 not at all, 1 on a list of many, then
    roughly the binary logarithm of how often the news or a census has it, up to 15 (demonyms
    to 7). A name of several words is known as a whole and, less well, by its longer words.
    """

    def __init__(self) -> None:
        self._trie = marisa_trie.Trie()
        self._trie.mmap(os.path.join(_DATA, "names.marisa"))
        self._weights = mapped_file(os.path.join(_DATA, "names.bin"))
        self._triples = mapped_file(os.path.join(_DATA, "names-triples.bin"))

    def __contains__(self, folded: str) -> bool:
        return folded in self._trie

    def weights(self, folded: str) -> tuple[int, int, int, int, int]:
        """How well it is known as a given name, a surname, a place, a demonym; how often printed.

        The last is the binary logarithm of the number of articles, of some 30,000, that have
        it with a capital inside a sentence, whatever it names; 0 for fewer than four.
        """
        number = self._trie.get(folded)
        if number is None:
            return 0, 0, 0, 0, 0
        people, others, printed = self._weights[number * _SIZE : (number + 1) * _SIZE]
        part = 1 if others & _PART else 0
        return people >> 4 or part, people & 15 or part, others >> 4, others & 7, printed

    def given(self, folded: str) -> int:
        """How well it is known as a given name."""
        return self.weights(folded)[0]

    def surname(self, folded: str) -> int:
        """How well it is known as a surname."""
        return self.weights(folded)[1]

    def place(self, folded: str) -> int:
        """How well it is known as a place: a country, a town, a county."""
        return self.weights(folded)[2]

    def demonym(self, folded: str) -> int:
        """How well it is known as what belongs to a place (French, Ukrainians)."""
        return self.weights(folded)[3]

    def printed(self, folded: str) -> int:
        """How often the news has it with a capital, whatever it names."""
        return self.weights(folded)[4]

    def surnames_with(self, given: str) -> list[str]:
        """The surnames that are printed often behind a folded given name (“putin” …)."""
        names: list[str] = self._trie.keys(f"{given} ")
        return [name[len(given) + 1 :] for name in names if self.printed(name)]

    def given_with(self, surname: str) -> list[str]:
        """The given names that are printed often before a folded surname (“vladimir”)."""
        names: list[str] = self._trie.keys(f"{surname}, ")
        return [name[len(surname) + 2 :] for name in names]

    def famous(self, initial: str = "") -> list[str]:
        """The places, and what belongs to places, that the news names often."""
        names: list[str] = self._trie.keys(FAMOUS + initial)
        return [name[len(FAMOUS) :] for name in names]

    def commonness(self, folded: str) -> int:
        """How many parts of names, up to 255, have the rarest three letters in a row of this one.

        The beginning and the end count as letters. What is small here is hardly a name.
        """
        return min(self._triples[place] for place in triples(folded))


def triples(folded: str) -> list[int]:
    """The places, in the table of triples, of every three letters in a row of a word."""
    codes = [0, *(ord(char) - 96 if "a" <= char <= "z" else 0 for char in folded), 0]
    return [
        (one * LETTERS + two) * LETTERS + three
        for one, two, three in zip(codes, codes[1:], codes[2:], strict=False)
    ]


def packed(
    given: int, surname: int, place: int, demonym: int, printed: int, *, part: bool
) -> bytes:
    """The three bytes of a name, as :class:`NameList` reads them."""
    others = place << 4 | (_PART if part else 0) | demonym
    return bytes((given << 4 | surname, others, printed))


@lru_cache(maxsize=1)
def open_names() -> NameList:
    """The gazetteer; opened once, and shared."""
    return NameList()
