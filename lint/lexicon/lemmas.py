"""What an English word can be, in its plain form: verb, noun, adjective, adverb; of persons.

The data come from WordNet; the recipe is ``benchmarks/train/lemmas.py``, source and licence are
in ``NOTICE``. They are two files, read whole: a trie of plain forms in small letters, and for
each, by its number in the trie, two bytes.
"""

from __future__ import annotations

import os
from functools import lru_cache

import marisa_trie

PERSON, TIME, GROUP, ADVERB = 1, 2, 4, 8
_DATA = os.path.join(os.path.dirname(__file__), "data")
_SIZE = 2  # bytes a lemma

# Plural → singular where no s is added.
IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "men:man women:woman children:child people:person police:police feet:foot teeth:tooth "
        "mice:mouse geese:goose lives:life wives:wife knives:knife leaves:leaf halves:half "
        "thieves:thief wolves:wolf shelves:shelf loaves:loaf calves:calf criteria:criterion "
        "phenomena:phenomenon crises:crisis analyses:analysis theses:thesis hypotheses:hypothesis "
        "policemen:policeman policewomen:policewoman businessmen:businessman "
        "businesswomen:businesswoman gunmen:gunman firemen:fireman fishermen:fisherman "
        "spokesmen:spokesman congressmen:congressman salesmen:salesman chairmen:chairman "
        "grandchildren:grandchild schoolchildren:schoolchild clergymen:clergyman"
    ).split()
)


class Lemmas:
    """Plain forms, asked for in small letters.

    Each answer is how often the word was met as such: 0 never and nowhere, 1 in a dictionary
    alone, then roughly the binary logarithm of its uses in a body of some 200,000 tagged
    words, to 15.
    """

    def __init__(self) -> None:
        self._trie = marisa_trie.Trie()
        self._trie.load(os.path.join(_DATA, "lemmas.marisa"))
        with open(os.path.join(_DATA, "lemmas.bin"), "rb") as file:
            self._weights = file.read()

    def __contains__(self, word: str) -> bool:
        return word in self._trie

    def _bytes(self, word: str) -> tuple[int, int]:
        number = self._trie.get(word)
        if number is None:
            return 0, 0
        first, second = self._weights[number * _SIZE : (number + 1) * _SIZE]
        return first, second

    def verb(self, word: str) -> int:
        """How often it was met as a verb."""
        return self._bytes(word)[0] >> 4

    def noun(self, word: str) -> int:
        """How often it was met as a noun."""
        return self._bytes(word)[0] & 15

    def adjective(self, word: str) -> int:
        """How often it was met as an adjective."""
        return self._bytes(word)[1] >> 4

    def is_adverb(self, word: str) -> bool:
        """Whether it can be an adverb."""
        return bool(self._bytes(word)[1] & ADVERB)

    def is_person(self, word: str) -> bool:
        """Whether the noun mostly means a person."""
        return bool(self._bytes(word)[1] & PERSON)

    def verb_of(self, form: str) -> str:
        """The plain form of a verb in -s; nothing if it is none."""
        return max(
            (lemma for lemma in _without_s(form) if self.verb(lemma)), key=self.verb, default=""
        )

    def singular_of(self, form: str) -> str:
        """The singular of a noun in the plural; nothing if it is none."""
        if form in IRREGULAR:
            return IRREGULAR[form]
        return max(
            (lemma for lemma in _without_s(form) if self.noun(lemma)), key=self.noun, default=""
        )


def _without_s(form: str) -> list[str]:
    """The words that a form in -s may belong to."""
    if not form.endswith("s") or form.endswith("ss") or len(form) < 4:
        return []
    found = [form[:-1]]
    if form.endswith("es") and form[:-2].endswith(("s", "x", "z", "ch", "sh", "o")):
        found.append(form[:-2])
    if form.endswith("ies"):
        found = [f"{form[:-3]}y"]
    return found


@lru_cache(maxsize=1)
def open_lemmas() -> Lemmas:
    """The lemmas; opened once, and shared."""
    return Lemmas()
