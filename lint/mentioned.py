"""The names that an article mentions: runs of capitalised words inside one block.

A run is one or more capitalised words with single spaces between them; particles (de, van,
bin), initials and joined articles (al-, d’) belong to it. It ends at a possessive and at an
acronym, and words that only open a sentence (The, In, But) and days of the week are left
out of it. Whether it names a person, a place or a body is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from operator import itemgetter

from lint.article import Block
from lint.late import late
from lint.reading import CAPITALS, Reading
from lint.titles import DAYS, LEADERS, PARTING, RANKS, SALUTES, TITLES
from lint.tuples import NamedTuple

_LETTERS = r"[\w\u00ad\u0300-\u036f]"
_DOTTED = (
    r"(?<=Mr\.)|(?<=Ms\.)|(?<=Dr\.)|(?<=St\.)|(?<=Jr\.)|(?<=Sr\.)|(?<=Lt\.)|(?<=Mrs\.)|(?<=Gen\.)"
    r"|(?<=Sen\.)|(?<=Rep\.)|(?<=Gov\.)|(?<=Rev\.)|(?<=Col\.)|(?<=Sgt\.)|(?<=Prof\.)|(?<=Capt\.)"
)
_WORD = (
    # The look-behind stands behind the capital, so that capitals are found at full speed.
    rf"[{CAPITALS}](?<!\w\w)(?:(?:\.[{CAPITALS}])*\.(?!\w)"
    rf"|{_LETTERS}*(?:[-'’\u2010\u2011]{_LETTERS}+)*(?:\.(?:{_DOTTED}))?)"
)
_GAP = "[ \u00a0\u202f]"
_PARTICLES = (
    "de|del|della|der|den|di|da|das|dos|du|van|von|vom|zu|zur|bin|bint|ibn|binti|al|el|la|le|les|"
    "lo|ter|ten|af|av|y|ap|abu"
)
_ARTICLES = r"(?:al|el|ul|an|as|ash|at|ad|ar|az|d|l|o)[-'’\u2010\u2011]"
_RUN = late(rf"{_WORD}(?:{_GAP}(?:(?:{_PARTICLES}){_GAP}){{0,3}}(?:{_ARTICLES})?{_WORD})*")
_PIECE = late(r"[^ \u00a0\u202f]+")
_TAIL = late(r"(?:n['’]t|['’](?:s|S|ll|d|re|ve|m))$")
_STOPS = frozenset(".!?…:;\"'“”‘’()[]–—- \n\t")
_LOUD = 0.6  # of the longer words: from here on a line is in title case
_LOUD_LENGTH = 160  # code points; a longer line is a paragraph
_LONG_WORD = late(r"[^\W\d_]{4,}")
_LONGEST_ABBREVIATION = 4  # letters; a longer word before a full stop ends a sentence
_LONGEST_WORD = 24  # letters looked at for that
POSSESSIVES = ("'s", "’s")
_LEADING = LEADERS | DAYS
_TELLING = TITLES | LEADERS | DAYS  # words that part a run, or may
_REMEMBERED = 1 << 11  # runs taken apart before; the same come again and again


class Name(NamedTuple):
    """A name where it stands: prose offsets, a possessive and the marks around left out.

    ``words`` are as written, particles and initials among them; ``title`` is the folded
    title before it (“mr”, “foreign secretary”), which is no part of it, or empty. ``opens``
    says that its first word opens a sentence, so that its capital says little, and ``loud``
    that it stands in a line of capitals or in title case, where no capital says anything.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: str
    opens: bool
    loud: bool

    @property
    def text(self) -> str:
        """The words with single spaces between."""
        return " ".join(self.words)

    @property
    def is_acronym(self) -> bool:
        """Whether it is one word of capitals, among words that are not."""
        return len(self.words) == 1 and _is_acronym(self.words[0])


class Part(NamedTuple):
    """A name inside a run, its offsets counted from the beginning of the run."""

    start: int
    end: int
    words: tuple[str, ...]
    title: str


def runs_of(reading: Reading) -> frozenset[str]:
    """The distinct runs of capitalised words of an article, as written.

    Most articles have nothing to tell of their names, and their runs have been met in
    other articles: what looks at the runs first need not ask where each stands.
    """
    return frozenset(map(itemgetter(0), _RUN.finditer(reading.prose)))


def held_by(run: str) -> Sequence[Part]:
    """The names that a run is made of, wherever it may stand."""
    parts = _parts(run, shouting=False)
    return (*parts, *_parts(run, shouting=True)) if run.isupper() else parts


def names_in(reading: Reading, runs: Container[str] | None = None) -> tuple[Name, ...]:
    """The names of an article, in order of place: all, or those that stand in some runs."""
    return names_of(reading.prose, reading.blocks, reading.opens_sentence, runs)


def names_of(
    prose: str,
    blocks: Sequence[Block],
    opens_sentence: Callable[[int], bool],
    runs: Container[str] | None = None,
) -> tuple[Name, ...]:
    """Every name of the prose, in order of place; of certain ``runs`` only, if any are given.

    ``opens_sentence`` says of a prose offset whether a sentence begins there.
    """
    found: list[Name] = []
    coming = iter(blocks)
    start = end = 0
    loud = shouting = False
    for run in _RUN.finditer(prose):
        text = run[0]
        if runs is not None and text not in runs:
            continue
        at = run.start()
        if at >= end:
            start, end = next(
                ((left, right) for _, left, right in coming if at < right), (at, len(prose))
            )
            loud = end - start <= _LOUD_LENGTH and is_loud(prose[start:end])
            shouting = loud and prose[start:end].isupper()
        for left, right, words, title in _parts(text, shouting=shouting):
            # What stands before it in the run has taken the capital of the sentence.
            opens = not left and (at <= start or _opens(prose, start, at, opens_sentence))
            found.append(Name(at + left, at + right, words, title, opens, loud))
    return tuple(found)


def _opens(prose: str, floor: int, at: int, opens_sentence: Callable[[int], bool]) -> bool:
    """Whether a sentence begins at an offset inside a block that begins at ``floor``.

    Most names follow a word or a comma, and most sentences end with a plain word.
    """
    if prose[at - 1] == " ":
        if prose[at - 2] not in _STOPS:
            return False
        if prose[at - 2] == ".":
            space = prose.rfind(" ", max(floor, at - _LONGEST_WORD), at - 2)
            word = prose[space + 1 : at - 2]
            if space >= 0 and len(word) > _LONGEST_ABBREVIATION and word.isalpha():
                return True
    return opens_sentence(at)


def is_loud(line: str) -> bool:
    """Whether a line is all capitals, or title case: no sentence, most longer words capitals."""
    if line.isupper():
        return True
    if len(line) > _LOUD_LENGTH or line.rstrip("\"'”’) \n").endswith("."):
        return False
    words = _LONG_WORD.findall(line)[1:]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _LOUD * len(words)


@lru_cache(maxsize=_REMEMBERED)
def _parts(run: str, *, shouting: bool) -> tuple[Part, ...]:
    """The names of which a run is made; no word of capitals is an acronym when ``shouting``."""
    plain = _plain_parts(run)
    if plain is not None:
        return plain
    splitter = _Splitter(run)
    for piece in _PIECE.finditer(run):
        splitter.take(*piece.span(), shouting=shouting)
    splitter.close()
    return tuple(splitter.parts)


def _plain_parts(run: str) -> tuple[Part, ...] | None:
    """What a run is made of where that is plain to see, as it mostly is; None where it is not.

    Plain is a name, of words in small letters but for the first, at most with words that
    only open sentences, with one title before it and a possessive behind.
    """
    stop = len(run) - 2 if run.endswith(POSSESSIVES) else len(run)
    name = run[:stop]
    if not name.isascii() or "'" in name or "." in name:
        return None
    words, small = name.split(" "), name.lower().split(" ")
    number = at = 0
    for word in words:
        if small[number] not in _LEADING or word.isupper():
            break
        at += len(word) + 1
        number += 1
    title = ""
    if number + 1 < len(words) and small[number] in TITLES and not words[number].isupper():
        title = small[number]
        at += len(title) + 1
        number += 1
    rest = tuple(words[number:])
    if any(map(str.isupper, rest)) or not _TELLING.isdisjoint(small[number:]):
        return None
    return (Part(at, stop, rest, title),) if rest else ()


class _Splitter:
    """Takes the words of a run one by one, and parts it at possessives, acronyms and titles."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._held: list[tuple[int, int]] = []  # of the words of the name so far
        self._title: list[tuple[int, int]] = []
        self.parts: list[Part] = []

    def take(self, start: int, end: int, *, shouting: bool) -> None:
        """Take the word at a range of the run."""
        tail = _TAIL.search(self._run, start, end)
        bare = tail.start() if tail else end
        word = self._run[start:bare]
        low = word.lower().rstrip(".")
        acronym = not shouting and _is_acronym(word)
        if (
            low in DAYS
            or (low in LEADERS and not acronym and self._may_lead(start))
            or _negated(tail)
        ):
            self.close()
        elif low in TITLES and self._is_title(low):
            ranks = self._ranks()
            self._held, ranked = self._held[: len(self._held) - ranks], self._held[-ranks:]
            if self._held:
                self.close()
            self._held = []
            self._title += [*(ranked if ranks else ()), (start, bare)]
            if tail:
                self.close()
        elif acronym:
            self.close()
            self.parts.append(Part(start, bare, (word,), ""))
        else:
            self._held.append((start, bare))
            if tail:
                self.close()

    def close(self) -> None:
        """End the name; a title without a name is one itself (the Prime Minister, King)."""
        held, title = self._held, self._title
        if not held:
            held, title = title, []
        if held:
            words = tuple(self._run[start:end] for start, end in held)
            said = " ".join(self._run[start:end] for start, end in title).lower().replace(".", "")
            self.parts.append(Part(held[0][0], held[-1][1], words, said))
        self._held, self._title = [], []

    def _may_lead(self, start: int) -> bool:
        """Whether a word that may open a sentence does: nothing, or a full stop, is before it."""
        return not (self._held or self._title) or self._run[:start].rstrip()[-1:] == "."

    def _is_title(self, low: str) -> bool:
        if self._held:
            return low in PARTING or self._ranks() == len(self._held)
        return not self._title or self._run[slice(*self._title[-1])].lower() not in SALUTES

    def _ranks(self) -> int:
        """How many of the last words of the name so far belong to a title that follows."""
        count = 0
        for start, end in reversed(self._held):
            if self._run[start:end].lower() not in RANKS:
                break
            count += 1
        return count


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not word.endswith(".")


def _negated(tail: re.Match[str] | None) -> bool:
    """Whether the word is a verb (Don’t, Isn’t)."""
    return tail is not None and tail[0].startswith("n")
