"""The words of an article as a string of classes, one letter a word, for expressions to read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint.checks.concord.classes import Classes
from lint.frozen import Frozen
from lint.kept import cached_property
from lint.late import late
from lint.reading import Reading

_TOKEN = late(r"(?:[A-Z]\.)+|[^\W_]+(?:[-'.,][^\W_]+)*|\n|[^\s\w]")
_BEGINS = late("E[^E]")
COPY = frozenset({"paragraph", "standfirst", "quotation", "headline", "crosshead"})


class Tokens(Frozen):
    """The words of an article in order, with their classes and prose offsets.

    ``codes`` has one letter for each word; the first of a sentence is classed as if it had no
    capital. It begins with an end of a sentence that stands nowhere.
    """

    prose: str
    words: list[str]
    codes: str

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands; worked out only where something is found."""
        end = len(self.prose)
        return [(0, 0), *(match.span() for match in _TOKEN.finditer(self.prose)), (end, end)]


@lru_cache(maxsize=1)
def classes() -> Classes:
    """The classes of words met so far in this process."""
    return Classes()


def tokens_of(reading: Reading) -> Tokens:
    """The words of an article."""
    known = classes()
    prose = reading.prose.replace("’", "'")
    words = ["\n", *_TOKEN.findall(prose), "\n"]
    codes = list(map(known.__getitem__, words))
    for begin in _BEGINS.finditer("".join(codes)):
        number = begin.start() + 1
        word = words[number]
        if word[0].isupper() and codes[number] in "CO":
            codes[number] = known.opening(word)
    return Tokens(prose, words, "".join(codes))


def around(tokens: Tokens, number: int, count: int) -> Iterator[str]:
    """The words before one, the nearest first, back to the beginning of its sentence."""
    for place in range(number - 1, max(number - 1 - count, 0), -1):
        if tokens.codes[place] == "E":
            return
        yield tokens.words[place].lower()
