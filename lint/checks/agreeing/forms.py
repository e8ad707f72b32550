"""The forms of an article: every word of its names, and where each is mentioned."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import lru_cache

from lint.checks.naming.spelling import fold
from lint.frozen import Frozen, field
from lint.late import late
from lint.mentioned import Name, held_by
from lint.tuples import NamedTuple

_REMEMBERED = 1 << 10
_SHORTEST = 3  # letters; a slip for a name of four may have lost one
ACRONYM = 6  # letters; a longer word of capitals is a word in capitals
_ELISION = late("['’]")
_HYPHENS = late("[-\u2010\u2011]")
_JOINED = late(r"(?:al|el|ul|an|as|ash|at|ad|ar|az)[-\u2010\u2011]|[dlDLO]['’]")


class Mention(NamedTuple):
    """One word of a name where it is mentioned: the name, and the number of the word in it."""

    name: Name
    number: int

    @property
    def written(self) -> str:
        """The word as written."""
        return self.name.words[self.number]

    @property
    def alone(self) -> bool:
        """Whether the name has no other word."""
        return len(self.name.words) == 1

    @property
    def sure(self) -> bool:
        """Whether its capital is that of a name: not of a sentence, not of a loud line."""
        return not self.name.loud and not (self.name.opens and not self.number)

    @property
    def before(self) -> str:
        """The fold of the word before it in the name, or empty."""
        return fold(self.name.words[self.number - 1]) if self.number else ""

    @property
    def after(self) -> str:
        """The fold of the word after it in the name, or empty."""
        words = self.name.words
        return fold(words[self.number + 1]) if self.number + 1 < len(words) else ""

    def place(self, prose: str) -> tuple[int, int]:
        """The prose range of the word."""
        at = self.name.start
        for word in self.name.words[: self.number]:
            at = prose.index(word, at) + len(word)
        at = prose.index(self.written, at)
        start = at + bare(self.written)
        return start, at + len(self.written)


class Form(Frozen):
    """A folded word and its mentions, in order of place."""

    folded: str
    mentions: list[Mention] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.mentions)

    @property
    def written(self) -> str:
        """How it is written most, without a joined article; of equals the first."""
        counts: dict[str, int] = {}
        for mention in self.mentions:
            word = mention.written[bare(mention.written) :]
            counts[word] = counts.get(word, 0) + (1 if word.isupper() else 2)
        return max(counts, key=lambda word: counts[word])


def bare(word: str) -> int:
    """Where a word begins behind an article that is joined to it (al-, d’)."""
    joined = _JOINED.match(word)
    return joined.end() if joined and joined.end() < len(word) else 0


def forms_of(names: Iterable[Name], wanted: Container[str]) -> Mapping[str, Form]:
    """The forms of which the fold is wanted, by it, in order of the first mention."""
    found: dict[str, Form] = {}
    for name in names:
        for folded, number in _words(name.words):
            if folded in wanted:
                form = found.get(folded)
                if form is None:
                    form = found[folded] = Form(folded)
                form.mentions.append(Mention(name, number))
    return found


def folds_in(run: str) -> tuple[str, ...]:
    """The folds of the words of a run that are worth comparing (see :func:`forms_of`)."""
    return tuple({folded: None for part in held_by(run) for folded, _ in _words(part.words)})


def _words(words: tuple[str, ...]) -> list[tuple[str, int]]:
    """The folds of the words of a name that are worth comparing, with their numbers."""
    folds = map(fold_of, words)
    return [(folded, number) for number, folded in enumerate(folds) if folded is not None]


@lru_cache(maxsize=_REMEMBERED)
def fold_of(word: str) -> str | None:
    """The fold of a word without the article that is joined to it, if that is worth comparing."""
    if word.isascii() and word.isalpha():
        if len(word) < _SHORTEST or not word[0].isupper():
            return None
        return None if len(word) <= ACRONYM and word.isupper() else word.lower()
    rest = word[bare(word) :]
    if len(rest) >= _SHORTEST and rest[0].isupper() and is_name(rest):
        return fold(rest)
    return None


def is_name(word: str) -> bool:
    """Whether it is no acronym, no code, and no compound of which a part is none (US-led)."""
    if word.isupper() and len(word) <= ACRONYM:
        return False
    parts = _HYPHENS.split(word)
    if len(parts) > 1 and any(len(part) < 3 or part.isupper() for part in parts):
        return False
    return all(part[:1].isupper() and _ELISION.sub("", part).isalpha() for part in parts)


def capitals(word: str) -> int:
    """How many capitals a word has, if it has small letters too (YouTuber: 2); else 1."""
    return 1 if word.isupper() else sum(char.isupper() for char in word)
