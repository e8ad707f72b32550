"""Quotation marks: without a partner, facing the wrong way, curly here and straight there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from lint.checks.base import Check, Complaint, Group, Observation, Sighting, Slip, option
from lint.checks.quoting import drawing
from lint.checks.quoting.balance import unbalanced, wrong_way
from lint.frozen import Frozen
from lint.index import Hit
from lint.reading import Reading


class QuotesOptions(Frozen):
    """What a rule of this kind may say."""

    look_for: Literal["unbalanced", "wrong way", "mixed", "style"] = option(
        "unbalanced: marks without a partner; wrong way: curly marks that face the wrong way; "
        "mixed: curly and straight marks side by side; style: marks not drawn as the house does"
    )
    style: str = option(
        "for style: the marks of the house, by example: “ ” ‘ ’ or \" \" ' '", default=""
    )


class Quotes(Check):
    """Quotation marks and apostrophes.

    *Unbalanced*: a double mark that opens a quotation which is never closed, or closes one
    which was never opened. In a quotation of several paragraphs each paragraph opens and
    only the last one closes: that is right. Feet and inches (6'2"), apostrophes (’90s, the
    players’) and rock ’n’ roll are no quotation marks. Single marks are judged in headlines
    and crossheads only, as a suggestion. In copy that is damaged (marks in place of
    apostrophes) the rule is silent.

    *Wrong way*: a curly double mark that faces away from its quotation; mended unasked.

    *Mixed*: curly marks and apostrophes beside straight ones in one article are a
    suggestion; articles drawn one way and articles drawn the other way in one run are told
    once for the run, as grave as the rule says.

    *Style*: the marks of the house, given by example. Only how marks are drawn is judged,
    not whether single or double ones come first. One finding for an article mends all its
    marks; feet and inches, addresses and file names stay::

        kind: quotes
        look for: style
        style: “ ” ‘ ’
    """

    Options = QuotesOptions
    message = "This mark has no partner."
    whole = True
    corpus = True
    structural = True
    mends_speech = True

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield what the rule looks for in one article."""
        if self.options.look_for == "unbalanced":
            yield from unbalanced(reading)
        elif self.options.look_for == "wrong way":
            yield from wrong_way(reading)
        elif self.options.look_for == "mixed":
            yield from drawing.mixed(reading)
        elif wanted := _drawing(self.options.style):
            yield from drawing.style(reading, wanted)

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Sighting]:
        """Yield how the marks of the article are drawn, where the rule compares articles."""
        if self.options.look_for == "mixed":
            yield from drawing.observe(reading)

    def compare(self, observations: Sequence[Observation]) -> Iterator[Group]:
        """Yield one finding for a run that is drawn both ways."""
        if self.options.look_for == "mixed":
            yield from drawing.compare(observations)

    def complaints(self) -> Iterator[Complaint]:
        """A style that is missing, or that shows curly and straight marks at once."""
        if self.options.look_for == "style" and _drawing(self.options.style) is None:
            yield Complaint(
                ("style",) if self.options.style else (),
                "the key “style” shows the marks of the house: “ ” ‘ ’ or \" \" ' '",
            )


def _drawing(example: str) -> drawing.Drawing | None:
    """How the marks of an example are drawn; None where it shows none, or both ways."""
    shown = set(example.split())
    if shown and shown <= {"“", "”", "‘", "’"}:
        return "curly"
    if shown and shown <= {'"', "'"}:
        return "straight"
    return None
