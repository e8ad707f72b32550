"""A frame: words in a row that are looked for, with what may be absent and what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lint.frozen import Frozen
from lint.kept import cached_property
from lint.late import late

SPACE = "[ \u00a0]"
LETTERS = "A-Za-z\u00c0-\u024f"
# Nothing of a word goes on at either edge: no letter, hyphen, contraction or address.
# What comes before is a space or a mark that opens, so that half of a damaged or divided word
# is no word.
_EDGE_BEFORE = r"(?<![^\s(\[“‘\"'—–])"
_EDGE_AFTER = r"(?![\w\u00ad]|['’]\w|-\w|[./@&]\w)"
_ENDS_HERE = r"(?=\s*(?:[.,;:!?)”\"’…]|[-–—]\s|$))"
_MOST_PAIRS = 6000  # phrases for one frame; one that would need more is an expression
_GAP = late(f"{SPACE}|[“\"‘'(]")
_WORDS = late(r"[^\W_]+(?:['’][^\W_]+)*")
_WIDEST = 60  # characters of a word and the gap before it, generously
_SHOWN = late(r"\{(\d)\}")


class Slot(Frozen):
    """One place of a frame: the expression for its word, and whether it may be absent.

    ``words`` are the words that may stand here, where they can be listed; ``refused`` is an
    expression for words that may not.
    """

    expression: str
    optional: bool
    meant: Mapping[str, str]
    words: tuple[str, ...] = ()
    refused: str = ""

    @property
    def exact(self) -> str:
        """The expression with what is refused, for an engine that can look ahead."""
        refusal = rf"(?!(?:{self.refused})(?![{LETTERS}]))" if self.refused else ""
        return refusal + f"({self.expression})"


class Frame(Frozen):
    """A frame ready to match.

    ``first`` and ``last`` are the numbers of the slots (from 1) that are found; ``ends``
    says that a clause must end after the last one, ``plain`` is what the first word is
    inside a sentence, ``known`` the number of the slot by which it is to be known, or 0.
    """

    slots: tuple[Slot, ...]
    first: int
    last: int
    ends: bool
    plain: re.Pattern[str]
    known: int

    @property
    def filter(self) -> str:
        """The expression for an engine that has no look-around: what it matches may be more."""
        row = _row(self.slots, [f"(?:{slot.expression})" for slot in self.slots])
        # No hyphen after it: “the by” of every by-election would cost more than all the rest.
        return rf"\b{row}(?:[^\w'’\n-]|(?m:$))"

    @cached_property
    def pair(self) -> tuple[int, tuple[str, ...]] | None:
        """Two neighbouring words by which the frame is known: the number of the slot of the
        second one (of the only one, in a frame of one), and every pair written out.

        None where no two neighbours can be listed in a reasonable number.
        """
        if len(self.slots) == 1 and self.slots[0].words:
            return 1, self.slots[0].words
        best: tuple[int, tuple[str, ...]] | None = None
        for number in [self.known] if self.known else range(2, len(self.slots) + 1):
            pairs = self._pairs(number)
            if 0 < len(pairs) <= _MOST_PAIRS and (best is None or len(pairs) > len(best[1])):
                best = number, pairs
        return best

    def _pairs(self, number: int) -> tuple[str, ...]:
        """Every pair of words that ends in a slot, whichever of those before it are absent."""
        left: list[str] = []
        for slot in reversed(self.slots[: number - 1]):
            if not slot.words:
                return ()
            left += slot.words
            if not slot.optional:
                break
        right = self.slots[number - 1]
        if right.optional or len(left) * len(right.words) > _MOST_PAIRS:
            return ()
        return tuple(f"{one} {other}" for one in left for other in right.words)

    def around(self, text: str, floor: int, start: int, end: int) -> re.Match[str] | None:
        """The match whose pair stands at ``[start, end)``, looked for from ``floor`` on."""
        if self.pair is None:
            return None
        number = self.pair[0]
        if "_exact" not in self.__dict__:  # to be compiled, which takes longer than all else
            reach = end + _WIDEST * (len(self.slots) - number + 1)
            if not self._is_all_there(text[floor:reach]):
                return None
        for place in self._places(text, floor, start):
            match = self._exact.match(text, place)
            if match is not None and match.end(number) == end:
                return match
        return None

    def _is_all_there(self, nearby: str) -> bool:
        """Whether each slot that can be listed has one of its words nearby."""
        words = {word.lower().replace("’", "'") for word in _WORDS.findall(nearby)}
        return not any(words.isdisjoint(listed) for listed in self._listed)

    @cached_property
    def _listed(self) -> list[frozenset[str]]:
        """The words of each slot that must be there, where they are one word each."""
        return [
            frozenset(word.lower() for word in slot.words)
            for slot in self.slots
            if slot.words and not slot.optional and all(map(_WORDS.fullmatch, slot.words))
        ]

    def _places(self, text: str, floor: int, start: int) -> Iterator[int]:
        """Where a match may begin whose pair begins at ``start``."""
        yield start
        if self.pair is not None and self.pair[0] > 2:
            yield floor
            yield from (gap.end() for gap in _GAP.finditer(text, floor, start))

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        row = _row(self.slots, [slot.exact for slot in self.slots])
        return late(_EDGE_BEFORE + row + _EDGE_AFTER + _ENDS_HERE * self.ends)

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """The match that begins at an offset of a text, edges looked at."""
        return self._exact.match(text, start)

    def is_raised(self, match: re.Match[str]) -> bool:
        """Whether a match begins with a capital that its first word has not by nature."""
        return self.plain.fullmatch(match[1]) is None

    def found(self, match: re.Match[str]) -> tuple[int, int]:
        """The half-open range of what a match finds."""
        return match.start(self.first), match.end(self.last)

    def say(self, use: str, match: re.Match[str]) -> str:
        """A mend with the words of a match put in, or what is meant by them."""

        def shown(number: re.Match[str]) -> str:
            word = match[int(number[1])] or ""
            meant = self.slots[int(number[1]) - 1].meant
            return meant.get(word) or meant.get(word.lower().replace("’", "'"), word)

        return " ".join(_SHOWN.sub(shown, use).split())


def _row(slots: Sequence[Slot], expressions: Sequence[str]) -> str:
    """The expressions of some slots one space apart, those that may be absent made so."""
    parts = [
        f"(?:{expression}{SPACE})?" if slot.optional else f"{expression}{SPACE}"
        for slot, expression in zip(slots[:-1], expressions, strict=False)
    ]
    return "".join((*parts, expressions[-1]))


def numbers_in(use: str) -> Iterator[int]:
    """The numbers of the slots that a mend names."""
    return (int(number[1]) for number in _SHOWN.finditer(use))
