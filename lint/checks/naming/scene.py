"""One article under judgement: where its suspects stand, and what else it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lint.checks.naming.company import Occurrence
from lint.checks.naming.spelling import core, fold
from lint.checks.naming.suspects import Suspect
from lint.checks.naming.whereabouts import Whereabouts, whole_words
from lint.kept import cached_property
from lint.reading import Reading
from lint.tuples import NamedTuple


class Group(NamedTuple):
    """The occurrences of one suspect, in any case, in order of place."""

    suspect: Suspect
    occurrences: tuple[Occurrence, ...]


class Scene:
    """One article under judgement."""

    def __init__(self, reading: Reading, suspects: Mapping[str, Suspect]) -> None:
        self._reading = reading
        self._suspects = suspects
        self._where = reading.once(Whereabouts)

    def groups(self) -> Iterator[Group]:
        """The occurrences of every suspect, suspect by suspect in alphabetical order."""
        places: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        meant: dict[tuple[str, bool], Suspect] = {}
        for word in sorted(self._suspects):
            suspect = self._suspects[word]
            key = (suspect.folded, suspect.plural)
            meant.setdefault(key, suspect)
            for start in self._where.of(word):
                place = (start + suspect.start, start + suspect.end)
                if self._is_a_word(*place):
                    places.setdefault(key, []).append(place)
        for key in sorted(places):
            yield Group(meant[key], tuple(map(self._where.at, sorted(places[key]))))

    def _is_a_word(self, start: int, end: int) -> bool:
        """Leave out acronyms and codes: capitals inside a line that is not all capitals."""
        if not self._reading.prose[start:end].isupper():
            return True
        block = self._reading.block_at(start)
        return block is not None and self._reading.article.text(block).isupper()

    def count_word(self, word: str) -> int:
        """How often the article has a word as written, or in ALL CAPS."""
        prose = self._reading.prose
        return sum(1 for form in {word, word.upper()} for _ in whole_words(prose, form))

    def count_name(self, folded: tuple[str, ...]) -> int:
        """How often the article has folded words in a row."""
        return self._flat.count(" " + "  ".join(folded) + " ")

    @cached_property
    def _flat(self) -> str:
        """The cores of all words, folded, between spaces."""
        words = (raw.strip("\"'“”‘’()[],.;:!?—–") for raw in self._reading.prose.split())
        return " " + "  ".join(fold(word[slice(*core(word))]) for word in words) + " "

    def has_in_small_letters(self, folded: str) -> bool:
        """Whether the article has the word without a capital."""
        return any(True for _ in whole_words(self._reading.prose, folded))
