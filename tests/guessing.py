"""A kind that infers, for tests: it guesses which words are slips, more or less surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.checks.base import Check, Group, Mend, Observation, Sighting, Slip, option
from lint.index import Hit, Phrase
from lint.reading import Reading

TABLE = ("tests.guessing", "Guess")  # what stands in KINDS for it


@dataclass(frozen=True, slots=True)
class Guessed:
    """A word, what is meant, and how sure that is."""

    word: str = option("the word found")
    use: str = option("the word meant")
    sure: float | None = option("how sure", default=None)


@dataclass(frozen=True, slots=True)
class GuessOptions:
    """The options."""

    entries: tuple[Guessed, ...] = option("the guesses")


class Guess(Check):
    """Takes words for slips, and claims that its mends are safe."""

    Options = GuessOptions
    inferred = True
    heeds_words = True
    corpus = True
    certainty = "A number out of the air, for tests."

    def phrases(self) -> Iterable[Phrase]:
        """The words."""
        return (Phrase(entry.word, False, entry) for entry in self.options.entries)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Every word found is a slip."""
        for hit in hits:
            entry: Guessed = hit.payload
            yield Slip(
                hit.start,
                hit.end,
                entry=entry.use,
                mends=(Mend(entry.use),),
                confidence=entry.sure,
                evidence=() if entry.sure is None else ("a feeling",),
            )

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Sighting]:
        """Every word found is remembered."""
        for hit in hits:
            yield Sighting(hit.start, hit.end, [hit.payload.use, hit.payload.sure])

    def compare(self, observations: Sequence[Observation]) -> Iterator[Group]:
        """What is meant by one word in several articles is a group, as sure as the surest."""
        for use in sorted({o.data[0] for o in observations}):
            places = [n for n, o in enumerate(observations) if o.data[0] == use]
            if len({observations[n].site.path for n in places}) > 1:
                sure = max((s for n in places if (s := observations[n].data[1])), default=None)
                yield Group(
                    tuple(places), use, "Seen twice.", confidence=sure, evidence=("two of them",)
                )


def guess_rule(*entries: str, more: str = "") -> str:
    """A rule of the kind guess: ``guess_rule("wrongg: wrong 0.8")``."""
    lines = []
    for entry in entries:
        word, rest = entry.split(": ")
        use, _, sure = rest.rpartition(" ")
        lines.append(f"  - {{word: {word}, use: {use}, sure: {sure}}}\n")
    return (
        f"kind: guess\ntitle: Guesses\nseverity: warning\nwhy: Because.\n{more}"
        f"entries:\n{''.join(lines)}"
        "examples:\n  - bad: This is wrongg.\n    finds: wrongg\n  - ok: Right.\n  - ok: So.\n"
    )
