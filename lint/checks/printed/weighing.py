"""How much likelier a name is a slip for one often printed than the name of somebody else.

Two rates are compared, each in articles: how often a house that prints a name N times
misprints it in just this way, and how often a name that it has never printed comes up that
happens to look so. The archive itself gives the figures: how many names in it were new when
they were printed (those printed once; I. J. Good 1953, after Turing), how many names share a
first name or a surname. So “Keir Stamer” is a slip where Keir Starmer is often printed, for
few are called Keir and nobody Stamer; and “David Davies” is none, however often David Davis
is, for there are many Davids and many Davieses.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.checks.naming.spelling import distance
from lint.lexicon.archive import Archive
from lint.lexicon.names import NameList
from lint.lexicon.nearness import slip_between
from lint.lexicon.words import WordList

_MISPRINTED = 8e-3  # how often a name is misprinted where it is meant, in one way or another
_FIRST_LETTER = 0.1  # how much rarer a slip in the first letter is
_UNHEARD = 2e-8  # the share of a word of a name that nobody is known to be called
_UNHEARD_ALONE = 1e-7  # the share of such a word among words by themselves
_KNOWN = 1.5e-7  # the share of a name of weight 0 in the gazetteer; doubles with each point
_RELATED = 0.03  # of new names are those of relatives of somebody known
# What part of misprints is of each sort (as lint.lexicon.nearness sorts them), and in how many
# ways a word of so many letters can be misprinted so.
_SORTS: dict[str, tuple[float, float]] = {
    "swapped letters": (0.15, 1),
    "a doubled letter": (0.12, 1),
    "a dropped double": (0.12, 0.3),
    "a dropped letter": (0.20, 1),
    "a vowel": (0.16, 1.6),
    "a neighbouring key": (0.08, 6),
    "an added letter": (0.08, 12),
    "a wrong letter": (0.06, 15),
    "another h": (0.12, 1),
    "several letters": (0.03, 40),
}


class Scales:
    """Weighs names against the figures of one archive and the gazetteer."""

    def __init__(self, archive: Archive, names: NameList, words: WordList) -> None:
        self._archive = archive
        self._names = names
        self._words = words
        figures = archive.figures
        self._articles = max(figures.articles, 1)
        self._size = max(figures.names, 1)
        self._new_names = max(figures.once, 1) / self._articles
        self._new_words = max(figures.words_once, 1) / self._articles

    def name_odds(
        self, found: Sequence[str], usual: Sequence[str], printed: int, seen: int
    ) -> float:
        """The odds that a name of several folded words is a slip for a usual one.

        They differ in one word. ``printed`` is in how many articles the usual one stood,
        ``seen`` in how many the found one.
        """
        place = next(n for n, word in enumerate(found) if word != usual[n])
        misprints = printed * misprint(usual[place], found[place])
        rest = self._rest(found, place)
        if place < len(found) - 1 and self._names.given(found[place]):
            family = self._archive.count(found[-1])
            rest += _RELATED * max(family, printed) / self._articles
        others = (
            self._new_names * self._articles * rest * self.share(found, place, own=int(seen > 0))
        )
        return misprints / others * min(1.0, misprints) ** seen

    def word_odds(self, found: str, usual: str, printed: int) -> float:
        """The odds that a folded word nobody is known to be called is a slip for a usual one."""
        others = self._new_words * self._articles * _UNHEARD_ALONE
        return printed * misprint(usual, found) / others

    def share(self, name: Sequence[str], place: int, own: int = 0) -> float:
        """What part of names, less ``own`` of them, has the word of a name at its place."""
        word = name[place]
        leading, closing = self._archive.bearers(word)
        bearers = closing if place == len(name) - 1 else leading
        known = max(self._names.weights(word))
        heard = _KNOWN * 2.0**known if known else _UNHEARD
        ordinary = 2.0 ** (self._words.frequency(word) / 16) * 1e-6
        return max((bearers - own) / self._size, heard, ordinary if ordinary > 1e-6 else 0)

    def _rest(self, name: Sequence[str], place: int) -> float:
        """What part of names has the other words of a name: the most telling one is counted."""
        last = len(name) - 1
        ends = [end for end in (0, last) if end != place]
        return min(self.share(name, end) for end in ends)


def misprint(meant: str, written: str) -> float:
    """How often a folded word is misprinted as another."""
    part, ways = _SORTS[_sort(meant, written)]
    begun = 1.0 if meant[0] == written[0] else _FIRST_LETTER
    return _MISPRINTED * part / (ways * len(meant)) * begun


def _sort(meant: str, written: str) -> str:
    """The sort of a slip; an h that comes or goes is one of transliteration (Kharkiv, Gandhi)."""
    if distance(meant, written, 1) > 1:
        return "several letters"
    if meant.replace("h", "") == written.replace("h", ""):
        return "another h"
    return slip_between(meant, written)
