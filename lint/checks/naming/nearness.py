"""Which words of a list are near a word: looked up, not searched for.

A dictionary of deletions: of each word every form with a letter left out is kept (two
letters in long words), and two words that are near share such a form. What shares one is
then measured. The first letter is never left out, since near words have it in common; only
the first eight letters count, which keeps long words cheap. (The idea is Wolf Garbe's
SymSpell, MIT licence, 2012; this code is our own.)
"""

from __future__ import annotations

from collections.abc import Iterable

from lint.checks.naming.spelling import LONG, SHORTEST, near, sound

_PREFIX = 8  # letters of which deletions are made


class NearIndex:
    """Folded words, ready to be asked for the neighbours of another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_deletion: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            if len(word) < SHORTEST:
                continue
            for form in _deletions(word):
                self._by_deletion.setdefault(form, []).append(word)
            self._by_sound.setdefault(sound(word), []).append(word)

    def near(self, folded: str) -> tuple[str, ...]:
        """The words near a folded word, itself excepted, in alphabetical order."""
        if len(folded) < SHORTEST:
            return ()
        forms, heard = _shape(folded)
        if heard not in self._by_sound and self._by_deletion.keys().isdisjoint(forms):
            return ()
        shared = self._by_deletion.keys() & forms
        found = set(self._by_sound.get(heard, ()))
        for form in shared:
            found.update(self._by_deletion[form])
        return tuple(sorted(word for word in found if near(folded, word)))


def _shape(word: str) -> tuple[frozenset[str], str]:
    return frozenset(_deletions(word)), sound(word)


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
