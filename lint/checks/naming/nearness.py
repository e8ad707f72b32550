"""Which words of a list are near a word: looked up, not searched for.

A dictionary of deletions: of each word every form with a letter left out is kept (two
letters in long words), and two words that are near share such a form. What shares one is
then measured. The first letter is never left out, since near words have it in common; only
the first eight letters count, which keeps long words cheap. (The idea is Wolf Garbe's
SymSpell, MIT licence, 2012; this code is our own.) The forms are kept in a trie, which is
opened from a compiled stylebook in no time.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from lint.checks.naming.spelling import LONG, SHORTEST, near, sound

_PREFIX = 8  # letters of which deletions are made
_HEARD = "\x01"  # before a key that is a sound and no spelling


class NearIndex:
    """Folded words, ready to be asked for the neighbours of another.

    ``words`` is a trie that numbers them, ``trie`` one that numbers the forms; the words that
    share form ``n`` are those whose numbers stand in ``places`` from ``starts[n]`` up to
    ``starts[n + 1]``.
    """

    def __init__(self, words: Any, trie: Any, starts: Sequence[int], places: Sequence[int]) -> None:
        self.words = words
        self.trie = trie
        self.starts = starts
        self.places = places

    @classmethod
    def of(cls, words: Iterable[str]) -> NearIndex:
        """The index of some folded words; those that are too short to be judged are left out."""
        from marisa_trie import Trie

        kept = Trie(word for word in words if len(word) >= SHORTEST)
        sharing: dict[str, list[int]] = {}
        for word, number in kept.items():
            for form in (*_deletions(word), _HEARD + sound(word)):
                sharing.setdefault(form, []).append(number)
        trie = Trie(sharing)
        forms = sorted((trie.get(form), form) for form in sharing)
        starts, places = array("I", [0]), array("I")
        for _, form in forms:
            places.extend(sharing[form])
            starts.append(len(places))
        return cls(kept, trie, starts, places)

    def near(self, folded: str) -> tuple[str, ...]:
        """The words near a folded word, itself excepted, in alphabetical order."""
        if len(folded) < SHORTEST:
            return ()
        number = self.trie.get
        shared = [at for form in _deletions(folded) if (at := number(form)) is not None]
        heard = number(_HEARD + sound(folded))
        if heard is not None:
            shared.append(heard)
        if not shared:
            return ()
        starts, places = self.starts, self.places
        found = {place for at in shared for place in places[starts[at] : starts[at + 1]]}
        word_of = self.words.restore_key
        return tuple(sorted(word for place in found if near(folded, word := word_of(place))))


def _deletions(word: str) -> set[str]:
    """The beginning of a word, with up to one letter left out (two of a long word)."""
    head = word[:_PREFIX]
    size = len(head)
    found = {head[:at] + head[at + 1 :] for at in range(1, size)}
    found.add(head)
    if len(word) >= LONG:
        found.update(
            head[:at] + head[at + 1 : other] + head[other + 1 :]
            for at in range(1, size - 1)
            for other in range(at + 1, size)
        )
    return found
