"""Names that everybody knows, misspelt; without a list of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.checks.agreeing.meaning import Meant, holds_slip, meant_by
from lint.checks.base import Check, Mend, Slip, option
from lint.frozen import Frozen
from lint.index import Hit
from lint.mentioned import Name, names_in, runs_of
from lint.reading import Reading


class KnownNamesOptions(Frozen):
    """What a rule of this kind may say."""

    least: float = option(
        "how sure it must be to be told at all, 0 to 1", default=0.6, between=(0, 1)
    )
    sure: float = option(
        "how sure it must be to be told at the severity of the rule; below, as a suggestion",
        default=0.8,
        between=(0, 1),
    )


class KnownNames(Check):
    """Names that everybody knows, misspelt, without a list of the house.

    Only a word that is in no list of names and in no dictionary is looked at. As a first
    name before a surname it is told when it is one letter away from a common given name
    (Vladimitr, Jospeh), and the news prints that name with this surname, or two letters are
    swapped, or no given name has such letters in a row. As a surname it is told when the
    news prints one like it behind this first name. By itself it is told when it is one
    letter, doubled, dropped or swapped, away from a place that is well known (Sheffied).

    Rare names, and those spelt in an uncommon way on purpose (Sussan, Mardy), have the
    letters of names and are left alone; so is a word that stands more than once in the
    article, unless the whole name is known in the common form.

        kind: known-names
    """

    Options = KnownNamesOptions
    whole = True
    inferred = True
    heeds_words = True
    certainty = "How likely it is that the word is meant for the name that is offered."
    message = "We know no name “{found}”. Is “{use}” meant?"

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each word that is likely a well-known name misspelt."""
        holding = set(filter(holds_slip, reading.once(runs_of)))
        for name in names_in(reading, holding) if holding else ():
            meant = meant_by(name.words)
            if meant is not None and not name.loud and meant.confidence >= self.options.least:
                yield from self._slips(reading, name, meant)

    def _slips(self, reading: Reading, name: Name, meant: Meant) -> Iterator[Slip]:
        found = name.words[meant.number]
        if not meant.often and (name.opens or reading.prose.count(found) > 1):
            return
        start = reading.prose.rindex(found, name.start, name.end) if meant.number else name.start
        yield Slip(
            start,
            start + len(found),
            entry=meant.name,
            mends=(Mend(meant.name, safety="unsafe"),),
            severity=None if meant.confidence >= self.options.sure else "suggestion",
            is_name=True,
            confidence=meant.confidence,
            evidence=meant.evidence,
        )
