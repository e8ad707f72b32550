"""Which name often printed another name is nearly, looked up once for each name of a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from lint.checks.naming.deriving import made_from_any, related
from lint.checks.naming.spelling import core, distance, fold, near
from lint.checks.printed.forms import is_small, near_keys, plain_words, spans
from lint.checks.printed.weighing import Scales
from lint.lexicon.archive import Archive, Printed
from lint.lexicon.names import NameList
from lint.lexicon.words import WordList
from lint.mentioned import held_by
from lint.tuples import NamedTuple

_MEMO = 1 << 17  # names remembered; a run over an archive meets millions
_SHORTEST = 4  # letters of a word that is judged
_TOO_OFTEN = 5  # articles; what was printed so often is a name of its own
_WORD = 6  # letters of a word that is judged by itself
_JOINED = 10  # articles for a name that differs in its hyphens and spaces only
_JOINED_SEEN = 20  # how many times as often as the found form it must then have stood

_QUARTERS = frozenset("north south east west mid".split())  # houses differ over these

_UNASKED: object = object()


class Miss(NamedTuple):
    """A name that is nearly a usual one.

    ``start`` and ``end`` are the places of the words of the name that make the other one,
    ``place`` is that of the word that differs (-1: words are joined or parted otherwise).
    ``right`` is what should stand there, as printed. ``seen`` is in how many articles the
    found form stood, ``odds`` compare a slip with another name. ``ordinary`` says that the word
    found is one of the dictionary.
    """

    start: int
    end: int
    place: int
    right: str
    usual: Printed
    seen: int
    odds: float
    ordinary: bool = False


class _Usual(Set[str]):
    """The words that are usual in an index, as a set that can only be asked."""

    def __init__(self, archive: Archive, least: int) -> None:
        self._archive = archive
        self._least = least
        self._memo: dict[object, bool] = {}

    def __contains__(self, word: object) -> bool:
        known = self._memo.get(word)
        if known is None:
            if len(self._memo) > _MEMO:
                self._memo.clear()
            known = isinstance(word, str) and self._archive.count(word) >= self._least
            self._memo[word] = known
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return len(self._archive)


class Searcher:
    """Looks up names in an index, and remembers what it found.

    ``least`` is in how many articles a name must have stood for others to be slips for it.
    """

    def __init__(self, archive: Archive, names: NameList, words: WordList, least: int) -> None:
        self.archive = archive
        self._names = names
        self._words = words
        self._least = least
        self._scales = Scales(archive, names, words)
        self._usual = _Usual(archive, least)
        self._frames: dict[str, tuple[int, int]] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        self._runs: dict[str, bool] = {}
        self._misses: dict[tuple[str, ...], Miss | None] = {}

    def holds_miss(self, run: str) -> bool:
        """Whether a run of capitalised words holds a name that is nearly a usual one."""
        found = self._runs.get(run)
        if found is None:
            if len(self._runs) > _MEMO:
                self._runs.clear()
            missed = (self.miss(part.words) for part in held_by(run))
            found = self._runs[run] = any(miss is not None for miss in missed)
        return found

    def miss(self, written: tuple[str, ...]) -> Miss | None:
        """What a name, by its words as written, is nearly; None where it is nothing else."""
        found = self._misses.get(written, _UNASKED)
        if found is _UNASKED:
            if len(self._misses) > _MEMO:
                self._misses.clear()
            found = self._misses[written] = self._search(written)
        return found  # type: ignore[return-value]

    def _search(self, written: tuple[str, ...]) -> Miss | None:
        words = plain_words(written)
        if len(words) == 1:
            return self._of_word(words[0])
        folded = tuple(map(fold, words))
        seen = self.archive.count(" ".join(folded))
        if seen >= _TOO_OFTEN:
            return None
        found = [
            miss._replace(
                start=start, end=end, place=miss.place + (start if miss.place >= 0 else 0)
            )
            for start, end in spans(words)
            for miss in self._of_name(folded[start:end], None if start else seen)
        ]
        return max(found, key=lambda miss: miss.odds, default=None) or self._joined(folded, seen)

    # Names of several words

    def _of_name(self, words: tuple[str, ...], seen: int | None) -> Iterator[Miss]:
        seen = self.archive.count(" ".join(words)) if seen is None else seen
        if seen >= _TOO_OFTEN:
            return
        for place in self._places(words):
            word = words[place]
            for other in self._near_words(word):
                usual = (*words[:place], other, *words[place + 1 :])
                printed = self._printed(" ".join(usual))
                if printed is None or printed.articles <= seen:
                    continue
                if self._is_related(words, place, other):
                    continue
                odds = self._scales.name_odds(words, usual, printed.articles, seen)
                right = printed.text.split(" ")[place]
                ordinary = self._words.known(word) and not self._names.surname(word)
                yield Miss(0, 0, place, right, printed, seen, odds, ordinary)

    def _places(self, words: tuple[str, ...]) -> Iterator[int]:
        """The places of words that may be wrong: a usual name has the others."""
        last = len(words) - 1
        leads, closes = self._frame(words[0])[0] > 0, self._frame(words[last])[1] > 0
        for place, word in enumerate(words):
            usual = (leads or place == 0) and (closes or place == last)
            if usual and len(word) >= _SHORTEST:
                yield place

    def _frame(self, word: str) -> tuple[int, int]:
        found = self._frames.get(word)
        if found is None:
            if len(self._frames) > _MEMO:
                self._frames.clear()
            found = self._frames[word] = self.archive.usual_bearers(word)
        return found

    def _is_related(self, words: Sequence[str], place: int, usual: str) -> bool:
        """Whether two words are forms of one: inflected, of a country and its people, pet names."""
        pairs = zip(words[place].split("-"), usual.split("-"), strict=False)
        one, two = next(((a, b) for a, b in pairs if a != b), (words[place], usual))
        person = bool(self._names.given(words[0])) and len(words) == 2
        given, surname = person and place == 0, person and place == 1
        if not person and place < len(words) - 1 and one + "s" == two:
            return False  # the Champion League
        if one != two + two[-1]:  # Macronn is no form of Macron
            made = surname and made_from_any(one, {two}, {two})  # Costa Rican
            if made or related(one, two, place=not surname, given=given):
                return True
        if any(names and places for names, places in self._lands(one, two)):
            return True
        pet = given and (one.startswith(two) or two.startswith(one))
        return pet and bool(self._names.given(one) and self._names.given(two))

    def _lands(self, one: str, two: str) -> list[tuple[int, int]]:
        names = self._names
        return [(names.demonym(one), names.place(two)), (names.demonym(two), names.place(one))]

    def _joined(self, words: tuple[str, ...], seen: int) -> Miss | None:
        """The usual name that differs in its hyphens and spaces only."""
        for form in _joined_forms(words):
            if len(form) > 1 and not all(word in self._usual for word in form):
                continue
            printed = self._printed(" ".join(form))
            if printed is None or printed.articles < _JOINED:
                continue
            if printed.articles >= _JOINED_SEEN * seen:
                odds = printed.articles / _JOINED / (1 + _JOINED_SEEN * seen)
                return Miss(0, len(words), -1, printed.text, printed, seen, odds)
        return None

    # Words by themselves

    def _of_word(self, written: str) -> Miss | None:
        word = fold(written[slice(*core(written))])
        if len(word) < _WORD or not word.isalpha() or written.isupper():
            return None
        if self.archive.count(word) or self._is_known(word):
            return None
        near_words = self._near_words(word)
        if not near_words or made_from_any(word, self._usual, self._usual):
            return None
        best: Miss | None = None
        for other in near_words:
            printed = self._printed(other)
            if printed is None or related(word, other, place=True, given=False):
                continue
            odds = self._scales.word_odds(word, other, printed.articles)
            if best is None or odds > best.odds:
                best = Miss(0, 1, 0, printed.text, printed, 0, odds)
        return best

    def _is_known(self, folded: str) -> bool:
        """Whether somebody or something is called so."""
        words = self._words
        return folded in self._names or words.known(folded) or words.known(folded.capitalize())

    def _printed(self, folded: str) -> Printed | None:
        printed = self.archive.find(folded)
        return printed if printed is not None and printed.articles >= self._least else None

    def _near_words(self, word: str) -> tuple[str, ...]:
        found = self._near.get(word)
        if found is None:
            if len(self._near) > _MEMO:
                self._near.clear()
            shared = self.archive.sharing(near_keys(word))
            found = self._near[word] = tuple(sorted(o for o in shared if _is_near(word, o)))
        return found


def _is_near(word: str, other: str) -> bool:
    """Whether two words are near; the commonest case is asked first, since it costs least."""
    return (word[0] == other[0] and distance(word, other, 1) == 1) or near(word, other)


def _joined_forms(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A name with one of its hyphens taken out, and with two of its words joined."""
    for place, word in enumerate(words):
        before, after = words[:place], words[place + 1 :]
        parts = word.split("-")
        if len(parts) > 1 and min(map(len, parts)) > 1 and not _QUARTERS.issuperset(parts):
            yield (*before, *parts, *after)
            yield (*before, "".join(parts), *after)
        if not after or "-" in word + after[0] or _QUARTERS.issuperset((word, after[0])):
            continue
        if not is_small(word.capitalize()):
            yield (*before, f"{word}-{after[0]}", *after[1:])
            yield (*before, word + after[0], *after[1:])
