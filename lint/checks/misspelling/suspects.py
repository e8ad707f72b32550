"""Which words of an article may be misspelt, found at the speed of set arithmetic.

Nearly every word of a news article has stood in one before. So a text is cut at its spaces,
and what has been seen and found in order, punctuation and all, is taken away in one step;
only what is left is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.checks.misspelling.capitals import LEAST as LEAST_CAPITAL
from lint.checks.misspelling.capitals import office, run_together
from lint.frozen import Frozen
from lint.kept import cached_property
from lint.late import late
from lint.lexicon.words import WordList
from lint.recent import Met, Recent
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.checks.misspelling.judging import Verdict
    from lint.lexicon.names import NameList

_MARKS = "\"'“”‘’()[],;:.!?…"
_OPEN = r"[\"'“”‘’(\[]*"
_CLOSE = r"[\"'“”‘’)\],;:.!?…]*"
# Letters, perhaps a chain of hyphens, perhaps a possessive, in ordinary punctuation.
_PLAIN = late(rf"{_OPEN}([^\W\d_]+(?:[-‐‑][^\W\d_]+)*)(?:['’]s)?{_CLOSE}")
_PART = late(r"[a-z]+")
_CHAIN = late(r"[^-‐‑]+")
_CAPITAL = late(rf"{_OPEN}([A-Z][a-z]{{{LEAST_CAPITAL - 1},}})(?:['’]s)?{_CLOSE}")
_COMMA = late(rf"{_OPEN}([a-z]{{2,}},[a-z]{{2,}}){_CLOSE}")
_LEAST = 3  # letters
_LONGEST = 80  # characters of a piece with all that hangs together
_MOST = 24  # letters; what is longer is no word
_STRANGE = 500  # new pieces in one text; it may be in another language
_SAMPLE = 200  # words looked at to tell
_FEW = 20  # words that tell nothing of the language
_ENGLISH = 0.7  # the share of known words in English copy; it is nearly always above 0.95
_ROOM = 30_000  # pieces of text that are remembered to be in order
_FEWER = 4_000  # and of those of which there is more to remember


class Suspect(Frozen):
    """A word that was judged to be a slip; ``at`` is its place in the piece it stands in."""

    at: int
    word: str
    verdict: Verdict
    chained: bool  # part of a chain of hyphens


class Capital(Frozen):
    """A word with a capital that neither the word list nor the gazetteer has; mostly a name."""

    word: str
    office: Verdict | None  # the word with a capital by nature that it is a slip for, or two words


class Found(NamedTuple):
    """What was found in a text, each with the offset where its word begins, in order."""

    suspects: list[tuple[int, Suspect]]
    capitals: list[tuple[int, Capital]]


class Desk:
    """Reads texts for words to judge, and remembers what it has read.

    ``house`` are words that are right here though no list has them, in small letters.
    """

    def __init__(self, words: WordList, house: frozenset[str]) -> None:
        self.words = words
        self._house = house
        self._in_order: Met[str] = Met(_ROOM)
        self._verdicts: dict[str, Verdict | None] = {}
        self._suspects: dict[str, tuple[Suspect, ...]] = {}
        self._capitals: dict[str, Capital] = {}
        self._names_met: set[str] = set()
        self._known = Recent(words.known, _FEWER)

    @cached_property
    def _names(self) -> NameList:
        from lint.lexicon.names import open_names

        return open_names()

    def look(self, text: str) -> Found:
        """The suspects of a text, and its unknown words with a capital that stand in it once;
        none in foreign copy."""
        spaced = text.replace("—", " ").replace("–", " ")  # places stay as they are
        new = self._in_order.without(set(spaced.split()))
        if len(new) > _STRANGE and not self.is_english(spaced):
            return Found([], [])
        found: list[tuple[int, Suspect]] = []
        capitals: list[tuple[int, Capital]] = []
        for piece in new:
            capital = self._capitals.get(piece)
            if capital is None:
                for suspect in self._suspects.get(piece) or self._judged(piece):
                    found.extend((start + suspect.at, suspect) for start in _places(spaced, piece))
                capital = self._capitals.get(piece)
            if capital is not None and text.count(capital.word) == 1:
                start = text.find(capital.word)
                if capital.office is not None or _may_open(text, start):
                    capitals.append((start, capital))
        if found and not self.is_english(spaced):
            return Found([], [])
        return Found(
            sorted(found, key=lambda pair: pair[0]), sorted(capitals, key=lambda pair: pair[0])
        )

    def is_english(self, text: str) -> bool:
        """Whether most of the plain words of a text, or of a sample of a long one, are known."""
        plain = list(filter(str.islower, filter(str.isalpha, text.split())))
        sample = plain[:: len(plain) // _SAMPLE + 1]
        known = self._known.__getitem__
        return len(sample) < _FEW or sum(map(known, sample)) >= _ENGLISH * len(sample)

    def is_word(self, word: str) -> bool:
        """Whether a word in small letters is English, or a word of the house.

        Words that only the largest lists have and nobody prints are not. A name in small
        letters (british, america) is another slip than a misspelling; and where one of the
        endings in -ise and -ize is a word, both are.
        """
        words = self.words
        if word in self._house or words.is_familiar(word) or words.known(word.capitalize()):
            return True
        return ("iz" in word and words.known(word.replace("iz", "is"))) or (
            "is" in word and words.known(word.replace("is", "iz"))
        )

    def verdict(self, word: str) -> Verdict | None:
        """What an unknown word was meant to be, if it is a slip; worked out once."""
        if word not in self._verdicts:
            if len(self._verdicts) > _FEWER:
                self._verdicts.clear()
            from lint.checks.misspelling.judging import judge  # for the few that are unknown

            self._verdicts[word] = judge(word, self.words)
        return self._verdicts[word]

    def _judged(self, piece: str) -> tuple[Suspect, ...]:
        capital = None if piece.islower() else self._capital(piece)
        if capital is not None:
            if len(self._capitals) > _FEWER:
                self._capitals.clear()
            self._capitals[piece] = capital
            return ()
        found = () if self._is_plainly_right(piece) else tuple(self._look_at(piece))
        if found:
            if len(self._suspects) > _FEWER:
                self._suspects.clear()
            self._suspects[piece] = found
        else:
            self._in_order.add(piece)
        return found

    def _capital(self, piece: str) -> Capital | None:
        """The word of a piece that has a capital and is neither known nor a known name."""
        plain = _CAPITAL.fullmatch(piece) if len(piece) <= _MOST else None
        if plain is None:
            return None
        word = plain[1]
        if word in self._names_met:
            return None
        small = word.lower()
        if (
            small in self._names
            or self.words.known(word)
            or self.is_word(small)
            or self.words.is_foreign(small)
        ):
            if len(self._names_met) > _ROOM:
                self._names_met.clear()
            self._names_met.add(word)
            return None
        verdict = office(small, self.words) or run_together(small, self._names)
        return Capital(word, verdict)

    def _is_plainly_right(self, piece: str) -> bool:
        """Names, numbers and known words, told without taking the piece apart."""
        return not piece.islower() or self.words.is_familiar(piece.strip(_MARKS))

    def _look_at(self, piece: str) -> Iterator[Suspect]:
        plain = _PLAIN.fullmatch(piece) if len(piece) <= _LONGEST else None
        if plain is None:
            yield from self._with_comma(piece)
            return
        core = plain[1]
        if core.isalpha():
            yield from self._suspect(core, plain.start(1), chained=False)
            return
        for part in _CHAIN.finditer(core):
            if part[0].endswith("o") and part.end() < len(core):  # immuno-, Franco-
                continue
            yield from self._suspect(part[0], plain.start(1) + part.start(), chained=True)

    def _with_comma(self, piece: str) -> Iterator[Suspect]:
        """A word with a comma inside: gover,nment."""
        comma = _COMMA.fullmatch(piece) if "," in piece and len(piece) <= _MOST else None
        if comma is None:
            return
        from lint.checks.misspelling.judging import joined

        verdict = joined(comma[1], self.words)
        if verdict is not None:
            yield Suspect(comma.start(1), comma[1], verdict, chained=False)

    def _suspect(self, word: str, at: int, *, chained: bool) -> Iterator[Suspect]:
        if not (_LEAST <= len(word) <= _MOST and _PART.fullmatch(word)) or self.is_word(word):
            return
        if self.words.is_foreign(word):
            return
        verdict = self.verdict(word)
        if verdict is not None:
            yield Suspect(at, word, verdict, chained)


def _may_open(text: str, start: int) -> bool:
    """Whether a sentence may open at an offset, going by the mark before it alone."""
    before = text[max(0, start - 4) : start].rstrip(" \"'“‘([")
    return not before or before[-1] in ".!?…\n\u201d\u2019"


def _places(text: str, piece: str) -> Iterator[int]:
    """Where a piece stands in a text between spaces."""
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        if (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace()):
            yield start
        start = text.find(piece, end)
