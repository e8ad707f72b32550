"""Headlines: repeated in their article, unfinished above it, shared with another article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from lint.checks.base import Check, Group, Observation, Sighting, Slip, option
from lint.checks.heading.repeats import repeats
from lint.checks.heading.stubs import stubs
from lint.checks.heading.twins import forms_of, observe, similar, twins
from lint.checks.heading.wording import StandingHeads
from lint.frozen import Frozen
from lint.index import Hit
from lint.reading import Reading
from lint.rule import Rule


class HeadlinesOptions(Frozen):
    """What a rule of this kind may say."""

    look_for: Literal["repeats", "stubs", "twins", "near twins"] = option(
        "repeats: the headline again in its own article; stubs: an unfinished line above it; "
        "twins: the same headline on another article; near twins: nearly the same"
    )
    standing: tuple[str, ...] = option(
        "heads that many articles bear by right, by example; … stands for any words", default=()
    )
    title_and_heading: Literal["tell", "allow"] = option(
        "of Markdown: whether a heading that repeats the title in the front matter is told of",
        default="tell",
    )


class Headlines(Check):
    """What goes wrong with headlines when copy is pasted, updated and filed again.

    A rule says what it looks for. *Repeats*: the headline stands again as the next line,
    twice in one line, run into the first paragraph, or farther down (a suggestion). The
    repeated line is deleted unasked only when it is the very next line and letter for
    letter the same. A standfirst that rewords the headline is no repeat. *Stubs*: a line
    above the headline that is cut off, or is the beginning of another headline. Where the
    line could be a shorter headline of its own (“… to close”, above “… to close in May”) that
    is a suggestion.

    *Twins* and *near twins* compare the articles of a run: the same headline on several of
    them, or one that differs by a word, told once for all of them at the first place.
    Capitals, quotation marks and punctuation make no difference. Near twins are told as
    the rule says where the texts tell the same story; headlines that differ by a number, a
    day or a direction are left alone. Heads that stand over many articles by right go into
    ``standing``, by example, with … for any words::

        kind: headlines
        look for: twins
        standing: [Letters, In brief …, "… – live"]

    Many systems print the ``title`` of a Markdown file as its headline, so that a heading
    that repeats it is seen twice on the page: that is told, by default. Where the system
    wants both, write ``title and heading: allow``.
    """

    Options = HeadlinesOptions
    message = "This line repeats the headline above it."
    structural = True
    whole = True
    corpus = True

    def __init__(self, rule: Rule, options: HeadlinesOptions) -> None:
        super().__init__(rule, options)
        self._standing = StandingHeads(options.standing)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield repeats and stubs, where the rule looks for them."""
        if self.options.look_for == "repeats":
            told = self.options.title_and_heading == "tell"
            yield from repeats(reading, title_and_heading=told)
        elif self.options.look_for == "stubs":
            yield from stubs(reading, self._standing)

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Sighting]:
        """Yield the headline, unless it is a standing head, where the rule compares them."""
        if self.options.look_for in {"twins", "near twins"}:
            near = self.options.look_for == "near twins"
            yield from observe(reading, self._standing, near=near)

    def compare(self, observations: Sequence[Observation]) -> Iterator[Group]:
        """Yield groups of articles that share a headline, or nearly."""
        if self.options.look_for == "twins":
            yield from twins(observations)
        elif self.options.look_for == "near twins":
            yield from similar(observations)

    def ties(self, data: Any) -> Iterable[str]:
        """The headline; where near ones are looked for, each form that one may share."""
        words: str = data["words"]
        if self.options.look_for == "twins":
            return (words,)
        return map(" ".join, forms_of(tuple(words.split())))
