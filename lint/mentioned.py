"""The names that an article mentions: runs of capitalised words inside one block.

A run is one or more capitalised words with single spaces between them; particles (de, van,
bin), initials and joined articles (al-, d’) belong to it. It ends at a possessive and at an
acronym, and words that only open a sentence (The, In, But) and days of the week are left
out of it. Whether it names a person, a place or a body is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lint.article import Block
from lint.late import late

TITLES = frozenset(
    """
    mr mrs ms miss mx messrs mme dr prof professor sir dame lord lady baroness baron viscount earl
    duke duchess count countess king queen prince princess emperor sultan emir sheikh shah pope
    cardinal archbishop bishop rev reverend father sister brother rabbi imam ayatollah mullah
    president premier chancellor minister secretary senator congressman congresswoman rep
    representative speaker leader mp msp mep cllr councillor governor mayor ambassador envoy
    commissioner chairman chairwoman chief judge justice gen general lt lieutenant col colonel maj
    major capt captain sgt sergeant cpl corporal pte private admiral commander marshal constable
    inspector superintendent sen gov hon comrade coach skipper detective pc det insp supt
    """.split()
)
# Titles before which other words of a run belong to something else (European Commission
# President Barroso); the rest are also surnames (Billie Jean King).
_PARTING = frozenset(
    """
    mr mrs ms miss messrs mme dr prof professor sir dame baroness viscount duchess countess
    princess archbishop president premier chancellor minister secretary senator congressman
    congresswoman councillor cllr governor mayor ambassador commissioner chairman chairwoman
    sgt sergeant colonel lieutenant admiral constable inspector superintendent detective
    """.split()
)
# What stands before a title and belongs to it (Foreign Secretary, Deputy Prime Minister).
_RANKS = frozenset(
    """
    prime foreign home vice deputy chief shadow interior finance defence defense health education
    culture trade transport justice environment energy attorney general first former acting
    interim assistant senior junior lord lady junior brigadier major lieutenant rear field wing
    crown grand district high tory labour republican democratic democrat
    """.split()
)
# Words that may open a sentence, a line in title case or a run, and are no part of a name.
LEADERS = frozenset(
    """
    a about above across after again against all along also although am among amid an and another
    any are as asked at back because before behind being below beside besides between beyond both
    but by can could dear despite did do does down during each earlier either even ever every
    everyone few following for formerly former from given had has have having he her here hers his
    how however i if in indeed inside instead into is it its just last late later least less like
    many may maybe me meanwhile might more moreover most much must my near nearly neither never
    nevertheless next no nobody none nor not nothing now of off often on once one only onto or
    other others otherwise our ours out outside over own per perhaps rather recently several shall
    she should since so some somebody someone something sometimes soon still such than that the
    their theirs them then there therefore these they this those though through throughout thus
    till to today together tomorrow tonight too toward towards two under unless unlike until up
    upon us very via was we well were what whatever when whenever where whereas wherever whether
    which while who whoever whole whom whose why will with within without would yes yesterday yet
    you your yours
    """.split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february september october november december".split()
)
_SALUTES = frozenset("mr mrs ms miss messrs mme dr sir dame".split())  # a name follows, always
_CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_LETTERS = r"[\w\u00ad\u0300-\u036f]"
_DOTTED = (
    r"(?<=Mr\.)|(?<=Ms\.)|(?<=Dr\.)|(?<=St\.)|(?<=Jr\.)|(?<=Sr\.)|(?<=Lt\.)|(?<=Mrs\.)|(?<=Gen\.)"
    r"|(?<=Sen\.)|(?<=Rep\.)|(?<=Gov\.)|(?<=Rev\.)|(?<=Col\.)|(?<=Sgt\.)|(?<=Prof\.)|(?<=Capt\.)"
)
_WORD = (
    # The look-behind stands behind the capital, so that capitals are found at full speed.
    rf"[{_CAPITALS}](?<!\w\w)(?:(?:\.[{_CAPITALS}])*\.(?!\w)"
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
_REMEMBERED = 1 << 16  # runs taken apart before; the same come again and again


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


class _Part(NamedTuple):
    """A name inside a run, its offsets counted from the beginning of the run."""

    start: int
    end: int
    words: tuple[str, ...]
    title: str


def names_of(
    prose: str, blocks: Sequence[Block], opens_sentence: Callable[[int], bool]
) -> tuple[Name, ...]:
    """Every name of the prose, in order of place.

    ``opens_sentence`` says of a prose offset whether a sentence begins there.
    """
    found: list[Name] = []
    keep = found.append
    coming = iter(blocks)
    start = end = 0
    loud = shouting = False
    for run in _RUN.finditer(prose):
        at = run.start()
        if at >= end:
            start, end = next(
                ((left, right) for _, left, right in coming if at < right), (at, len(prose))
            )
            loud = end - start <= _LOUD_LENGTH and is_loud(prose[start:end])
            shouting = loud and prose[start:end].isupper()
        # Most names follow a word or a comma, so it is seldom asked whether a sentence begins.
        first = at <= start or (
            (prose[at - 1] != " " or prose[at - 2] in _STOPS) and opens_sentence(at)
        )
        for left, right, words, title in _parts(run[0], shouting):
            # What stands before it in the run has taken the capital of the sentence.
            keep(Name(at + left, at + right, words, title, first and not left, loud))
    return tuple(found)


def is_loud(line: str) -> bool:
    """Whether a line is all capitals, or title case: no sentence, most longer words capitals."""
    if line.isupper():
        return True
    if len(line) > _LOUD_LENGTH or line.rstrip("\"'”’) \n").endswith("."):
        return False
    words = _LONG_WORD.findall(line)[1:]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _LOUD * len(words)


@lru_cache(maxsize=_REMEMBERED)
def _parts(run: str, shouting: bool) -> tuple[_Part, ...]:
    """The names of which a run is made; no word of capitals is an acronym when ``shouting``."""
    splitter = _Splitter(run)
    for piece in _PIECE.finditer(run):
        splitter.take(*piece.span(), shouting=shouting)
    splitter.close()
    return tuple(splitter.parts)


class _Splitter:
    """Takes the words of a run one by one, and parts it at possessives, acronyms and titles."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._held: list[tuple[int, int]] = []  # of the words of the name so far
        self._title: list[tuple[int, int]] = []
        self.parts: list[_Part] = []

    def take(self, start: int, end: int, *, shouting: bool) -> None:
        """Take the word at a range of the run."""
        tail = _TAIL.search(self._run, start, end)
        bare = tail.start() if tail else end
        word = self._run[start:bare]
        low = word.lower().rstrip(".")
        acronym = not shouting and _is_acronym(word)
        if (
            low in _DAYS
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
            self.parts.append(_Part(start, bare, (word,), ""))
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
            self.parts.append(_Part(held[0][0], held[-1][1], words, said))
        self._held, self._title = [], []

    def _may_lead(self, start: int) -> bool:
        """Whether a word that may open a sentence does: nothing, or a full stop, is before it."""
        return not (self._held or self._title) or self._run[:start].rstrip()[-1:] == "."

    def _is_title(self, low: str) -> bool:
        if self._held:
            return low in _PARTING or self._ranks() == len(self._held)
        return not self._title or self._run[slice(*self._title[-1])].lower() not in _SALUTES

    def _ranks(self) -> int:
        """How many of the last words of the name so far belong to a title that follows."""
        count = 0
        for start, end in reversed(self._held):
            if self._run[start:end].lower() not in _RANKS:
                break
            count += 1
        return count


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not word.endswith(".")


def _negated(tail: re.Match[str] | None) -> bool:
    """Whether the word is a verb (Don’t, Isn’t)."""
    return tail is not None and tail[0].startswith("n")
