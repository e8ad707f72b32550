"""The house word list: words and names that are right here, whatever a check infers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from lint.late import late

# Letters and digits; apostrophes and hyphens only between them.
_WORD = late(r"[^\W_]+(?:['’‐‑-][^\W_]+)*")


class HouseWords:
    """Words and names that the house writes, compared whatever their case and apostrophes.

    A possessive ’s is left out of the comparison; plurals are words of their own.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = frozenset(_folded(word) for word in words)

    def __bool__(self) -> bool:
        return bool(self._words)

    def __contains__(self, word: str) -> bool:
        return _folded(word) in self._words

    def clear(self, found: str, uses: Iterable[str] = ()) -> bool:
        """Whether a slip is none, for what it would change are words of the house.

        ``found`` is the text of the slip, ``uses`` are the texts offered instead: of Keir
        Stamer, where Keir Starmer is offered, “Stamer” must be a word of the house.
        """
        if not self._words:
            return False
        odd = odd_words(found, uses)
        return found in self or (bool(odd) and all(word in self for word in odd))


def odd_words(found: str, uses: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of a text, without possessive ’s, that none of some other texts holds.

    A text that holds them all is no mend of this place, and does not count.
    """
    words = _words(found)
    wrong = {_folded(word) for word in words}
    rights = [{_folded(word) for word in _words(use)} for use in uses]
    right = {word for each in rights if not wrong <= each for word in each}
    return tuple(word for word in words if _folded(word) not in right)


def _words(text: str) -> list[str]:
    return [_bare(word) for word in _WORD.findall(text)]


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("’s", "'s", "’S", "'S") else word


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFC", " ".join(word.split())).casefold()
    return _bare(plain.replace("’", "'").replace("‐", "-").replace("‑", "-"))
