"""The English word list: which words there are, and how common each is in the news.

The data come from SCOWL and WordNet, counted over news articles; the recipe is
``benchmarks/train/words.py``. They are four files: a trie of the words as
they are written (``Koran``, ``curfew``), and for each word, by its number in the trie, a
byte of frequency and a byte of flags; and a table of three letters in a row.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Literal

import marisa_trie

from lint.lexicon.nearness import close_words
from lint.mapped import mapped_file

Language = Literal["en-GB", "en-US"]

BRITISH = 1
AMERICAN = 2
RARE = 4  # only in large lists
LEARNT = 8  # in no dictionary, but printed often and by several newsrooms
FOREIGN = 16  # no English, but met in English sentences (facto, von)
RAREST = 32  # only in the largest: more likely somebody's slip for a commoner word

_ENGLISH = BRITISH | AMERICAN
_LANGUAGE_BIT = {"en-GB": BRITISH, "en-US": AMERICAN}
_DATA = os.path.join(os.path.dirname(__file__), "data")


class WordList:
    """The words of one language, or of all English (the language then only ranks).

    ``word in words`` asks for a word exactly as it is written in a dictionary: ordinary
    words in small letters, names with their capital.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bit = _LANGUAGE_BIT[language]
        self._trie = marisa_trie.Trie()
        self._trie.mmap(os.path.join(_DATA, "words-en.marisa"))
        self._frequencies = mapped_file(os.path.join(_DATA, "words-frequency.bin"))
        self._flags = mapped_file(os.path.join(_DATA, "words-flags.bin"))
        self._triples = mapped_file(os.path.join(_DATA, "words-triples.bin"))

    def __contains__(self, word: str) -> bool:
        number = self._trie.get(word)
        return number is not None and bool(self._flags[number] & self._bit)

    def known(self, word: str) -> bool:
        """Whether it is a word of any English, British or American."""
        number = self._trie.get(word)
        return number is not None and bool(self._flags[number] & _ENGLISH)

    def frequency(self, word: str) -> int:
        """How common a word of any English is in the news: 0 unknown or never seen, to 255.

        The scale is logarithmic: sixteen times the binary logarithm of one more than the
        number of articles it stands in, of some 30,000. A word in two articles has 25, in
        a hundred 107, in a thousand 159; ``the`` has 238.
        """
        number = self._trie.get(word)
        return 0 if number is None else self._frequencies[number]

    def is_obscure(self, word: str) -> bool:
        """Whether it is a word that only the largest lists have and no article ever had."""
        number = self._trie.get(word)
        return number is not None and self._never_met(number)

    def is_familiar(self, word: str) -> bool:
        """Whether it is a word of any English, and no obscure one."""
        number = self._trie.get(word)
        if number is None or not self._flags[number] & _ENGLISH:
            return False
        return not self._never_met(number)

    def _never_met(self, number: int) -> bool:
        return bool(self._flags[number] & RAREST) and self._frequencies[number] == 0

    def facts(self, word: str) -> tuple[bool, bool, int]:
        """What :meth:`known` and :meth:`frequency` say, and between them whether only the largest
        word lists have it: at the cost of one question."""
        number = self._trie.get(word)
        if number is None:
            return False, False, 0
        flags = self._flags[number]
        return bool(flags & _ENGLISH), bool(flags & RARE), self._frequencies[number]

    def is_foreign(self, word: str) -> bool:
        """Whether it is one of the words of other languages that English sentences hold."""
        number = self._trie.get(word)
        return number is not None and self._flags[number] == FOREIGN

    def rarest_triple(self, word: str) -> int:
        """How many words and names hold the three letters of a word that fewest hold, to 255.

        The beginning and the end of a word count as letters. A word in which it is next to
        nothing is hardly a word of any language in the news. 255 for words of other letters
        than a to z.
        """
        if not (word.isascii() and word.isalpha() and word.islower()):
            return 255
        places = (0, *(ord(letter) - 96 for letter in word), 0)
        table = self._triples
        return min(
            table[(one * 27 + two) * 27 + three]
            for one, two, three in zip(places, places[1:], places[2:], strict=False)
        )

    def begins(self, prefix: str) -> bool:
        """Whether a word of any English begins so."""
        return next(iter(self._trie.iterkeys(prefix)), None) is not None

    def starting(self, prefix: str) -> list[str]:
        """Every word of any English that begins so, in the order of the alphabet."""
        found: list[str] = self._trie.keys(prefix)
        return found

    def near(self, word: str) -> tuple[str, ...]:
        """The words of this language that a slip may have turned into this one, best first.

        They are one edit away (a letter dropped, added, changed, or two neighbours
        swapped), long words two where none is nearer. They are ranked by the sort of edit
        and by how common they are. See :func:`lint.lexicon.nearness.close_words`.
        """
        return tuple(near.word for near in close_words(word, self))


_opened = lru_cache(maxsize=2)(WordList)


def open_words(language: Language = "en-GB") -> WordList:
    """The word list of a language; opened once, and shared.

    Raises:
        KeyError: there is no list for the language.
    """
    return _opened(language)
