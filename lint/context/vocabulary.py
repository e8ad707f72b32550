"""The words that a model knows by number, and the shapes that stand for all others."""

from __future__ import annotations

import marisa_trie

from lint.late import late

BOUNDARY, HEAD_BOUNDARY = 0, 1
SHAPES = (
    "<s>", "<h>", "<number>", "<year>", "<amount>", "<ordinal>", "<percent>", "<joined>",
    "<name>", "<names>", "<letters>", "<word>", "<words>", "<worded>", "<wording>", "<wordly>",
)  # fmt: skip
NUMBER, YEAR, AMOUNT, ORDINAL, PERCENT, JOINED, NAME, NAMES, LETTERS, WORD = range(2, 12)
_ENDINGS = (("s", 12), ("ed", 13), ("ing", 14), ("ly", 15))
_ORDINAL = late(r"\d+(?:st|nd|rd|th)$")
_YEAR = late(r"(?:1[89]|20)\d\d$")


def shape(word: str, capital: bool, capitals: bool) -> int:
    """The number of the shape of a word that is not known (small letters)."""
    if word[0].isdigit():
        if _YEAR.match(word):
            return YEAR
        if word.endswith("%"):
            return PERCENT
        if word[-1].isdigit():
            return NUMBER
        if _ORDINAL.match(word):
            return ORDINAL
        return JOINED if "-" in word else AMOUNT
    if "-" in word:
        return JOINED
    if capitals:
        return LETTERS
    if capital:
        return NAMES if word.endswith("s") else NAME
    for ending, number in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return number
    return WORD


class Vocabulary:
    """Words to numbers: shapes first, then the words of a trie in its own order."""

    def __init__(self, trie: marisa_trie.Trie) -> None:
        self._trie = trie
        self._known: dict[tuple[str, int], int] = {}
        self.size = len(SHAPES) + len(trie)

    def number(self, word: str, flags: int) -> int:
        """The number of a word in small letters; ``flags`` are its token’s capitals."""
        key = (word, flags & 3)
        number = self._known.get(key)
        if number is None:
            found = self._trie.get(word)
            if found is not None:
                number = found + len(SHAPES)
            else:
                number = shape(word, bool(flags & 1), bool(flags & 2))
            if len(self._known) < 200_000:
                self._known[key] = number
        return number

    def known(self, word: str) -> int:
        """The number of a word, or -1 where the model does not know it."""
        found = self._trie.get(word)
        return -1 if found is None else found + len(SHAPES)

    def word(self, number: int) -> str:
        """The word of a number; the name of its shape where it is one."""
        if number < len(SHAPES):
            return SHAPES[number]
        word: str = self._trie.restore_key(number - len(SHAPES))
        return word
