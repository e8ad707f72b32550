"""An unfinished line above the headline: cut off, or the beginning of another headline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from lint.article import Block
from lint.checks.base import Aside, Mend, Slip
from lint.checks.heading.wording import StandingHeads, wording
from lint.finding import Severity
from lint.reading import Reading

_TOP = frozenset({"slug", "headline", "standfirst"})
# Words in -ing that are nouns, as the last word of a label or a kicker above a headline.
_NOUNS_IN_ING = frozenset(
    "banking beijing being bombing boxing briefing broadcasting building cooking cycling driving "
    "earning engineering evening farming filing fishing funding gambling gaming gardening "
    "hacking hearing helping housing hunting inning killing king lending listing living "
    "manufacturing marketing meeting mining morning opening parenting parking planning policing "
    "publishing racing ranking rating reading ring rowing ruling running sailing schooling "
    "sentencing setting shipping shooting shopping showing sibling signing sitting skiing "
    "spending spring stabbing string swimming thing trading training travelling viewing warning "
    "wedding wellbeing wing working wrestling writing".split()
)
_LINE = 140  # code points; a longer one is no headline
_LONGEST = 4  # words of a fragment that is no headline yet


def stubs(reading: Reading, standing: StandingHeads) -> Iterator[Slip]:
    """Yield a slip for each line at the top that is an unfinished form of the next one."""
    for block, below in _lines(reading):
        text, under = reading.article.text(block), reading.article.text(below)
        if wording(text) in standing:
            continue
        if below.kind == "paragraph":
            found = _judged_cut(text, under)
        else:
            found = _judged(text, under, label=block.kind == "slug")
        if found is not None:
            yield _slip(reading, block, below, *found)


def _lines(reading: Reading) -> Iterator[tuple[Block, Block]]:
    """Each line at the top with the one below it.

    The last may be a paragraph that looks like a headline: in copy of a few short lines, and
    below a line that ends with a comma or a colon, headlines are taken for paragraphs.
    """
    top = list(takewhile(lambda block: block.kind in _TOP, reading.blocks[:6]))
    yield from pairwise(top)
    last, after = max(len(top) - 1, 0), max(len(top), 1)
    if after < len(reading.blocks) and _is_line(reading.article.text(reading.blocks[after])):
        yield reading.blocks[last], reading.blocks[after]


def _is_line(text: str) -> bool:
    """Whether a paragraph may be a headline: short, and no sentence."""
    return len(text) <= _LINE and text[-1:] not in '.!:;,"”'


def _slip(
    reading: Reading, block: Block, below: Block, severity: Severity | None, message: str
) -> Slip:
    plain = reading.article.format == "plain"
    return Slip(
        block.start,
        block.end,
        entry="stub",
        message=message,
        severity=severity,
        mends=(
            Mend(
                title="Delete the line",
                safety="unsafe" if plain else "display",
                edits=((block.start, below.start, ""),),
            ),
        ),
        asides=(Aside(below.start, below.end, "the headline"),),
    )


def _judged_cut(text: str, below: str) -> tuple[Severity | None, str] | None:
    from lint.checks.heading.cuts import how_cut  # few articles have two lines at the top

    cut = how_cut(text, below)
    if cut is None:
        return None
    if cut == "cut":
        return None, "This line is the headline below it, cut off."
    return "suggestion", "This line is the beginning of the headline below it."


def _judged(text: str, below: str, *, label: bool) -> tuple[Severity | None, str] | None:
    """Whether a line is a stub of the line below: severity (None: the rule's own) and message."""
    words, under = text.split(), below.split()
    from lint.checks.heading.cuts import DANGLING

    cut = _judged_cut(text, below)
    if cut is not None:
        return cut
    if len(words) >= len(under):
        return None
    if not (2 <= len(words) <= _LONGEST) or wording(words[0]) != wording(under[0]):
        return None
    if not text.lstrip("'\"‘“")[:1].isupper() or text[-1] in ".!?:;,":
        return None
    if not any(word.isalpha() and word.islower() for word in words[1:]):
        return None  # a name or a label: Premier League, MILIBAND RUSSIA
    last = words[-1].lower()
    if last in DANGLING or (last.endswith("ing") and last not in _NOUNS_IN_ING):
        return None, "This line above the headline looks like the beginning of another headline."
    if label:
        return "suggestion", "This line above the headline may be an unfinished headline."
    return None
