"""How marks and apostrophes are drawn, curly or straight: counted, compared, redrawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from lint.checks.base import Group, Mend, Observation, Sighting, Slip
from lint.late import late
from lint.marks import Mark, marks
from lint.quotation import single_quotations
from lint.reading import Reading

Drawing = Literal["curly", "straight"]

# A mark after a digit may stand for feet, inches or minutes: it is left out of account.
_MARK = late(r"[“”‘’]|(?<!\d)[\"']|(?<=\d)'(?=s\b)")
_FIRST: dict[Drawing, re.Pattern[str]] = {
    "curly": late(r"[“”‘’]"),
    "straight": late(r"[\"'](?<!\d.)"),  # what is before it is asked last, for speed
}
_STRAIGHT = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}
_FEWEST = 2  # marks of the rarer drawing in an article that is called mixed
_RELATED_PLACES = 20  # more would bury the finding; the message gives the counts


def drawn(reading: Reading) -> dict[Drawing, list[int]]:
    """The places of curly and of straight marks and apostrophes, in order."""
    places: dict[Drawing, list[int]] = {"curly": [], "straight": []}
    for found in _MARK.finditer(reading.prose):
        at = found.start()
        if not reading.is_protected(at, at + 1):
            places["straight" if found[0] in "\"'" else "curly"].append(at)
    return places


def mixed(reading: Reading) -> Iterator[Slip]:
    """Yield one slip for an article in which some marks are curly and some are straight."""
    prose = reading.prose
    if prose.isascii() or not (
        ("'" in prose or '"' in prose) and ("’" in prose or "“" in prose or "‘" in prose)
    ):
        return
    places = drawn(reading)
    rarer = min(places, key=lambda drawing: len(places[drawing]))
    usual: Drawing = "straight" if rarer == "curly" else "curly"
    if len(places[rarer]) < _FEWEST or len(places[usual]) < _FEWEST:
        return
    at = places[rarer][0]
    edits = tuple(redrawn(reading, usual))
    yield Slip(
        at,
        at + 1,
        entry="mixed",
        message=f"Marks and apostrophes are {rarer} in {len(places[rarer])} places of this "
        f"article and {usual} in {len(places[usual])}; this is the first {rarer} one.",
        severity="suggestion",
        mends=(Mend(title=f"Make all {usual}", safety="unsafe", edits=edits),) if edits else (),
    )


def observe(reading: Reading) -> Iterator[Sighting]:
    """What is remembered of an article: the drawing of most of its marks, at the first of them."""
    usual = _usual(reading.prose)
    first = _FIRST[usual].search(reading.prose) if usual is not None else None
    if first is not None:
        yield Sighting(first.start(), first.end(), {"drawing": usual})


def _usual(prose: str) -> Drawing | None:
    """How most of the marks are drawn, curly where there are as many of both; None without any."""
    has_straight = "'" in prose or '"' in prose
    if prose.isascii() or not ("’" in prose or "“" in prose or "”" in prose or "‘" in prose):
        return "straight" if has_straight else None
    if not has_straight:
        return "curly"
    curly, straight = (sum(map(prose.count, glyphs)) for glyphs in ("“”‘’", "\"'"))
    return "curly" if curly >= straight else "straight"


def compare(observations: Sequence[Observation]) -> Iterator[Group]:
    """One group for a run in which some articles are curly and some are straight."""
    by_drawing: dict[Drawing, list[int]] = {"curly": [], "straight": []}
    for number, observation in enumerate(observations):
        by_drawing[observation.data["drawing"]].append(number)
    curly, straight = by_drawing["curly"], by_drawing["straight"]
    if not (curly and straight):
        return
    rarer, usual = sorted((curly, straight), key=lambda places: (len(places), places))
    shown = [*rarer[: _RELATED_PLACES - 1], usual[0]]
    yield Group(
        tuple(shown),
        "curly and straight",
        f"Marks and apostrophes are curly in {_articles(len(curly))} of this run and straight "
        f"in {_articles(len(straight))}.",
        tuple(f"{observations[place].data['drawing']} here" for place in shown[1:]),
    )


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"


def style(reading: Reading, wanted: Drawing) -> Iterator[Slip]:
    """Yield one slip for an article with marks that the house draws otherwise, all its edits."""
    edits = tuple(redrawn(reading, wanted))
    if not edits:
        return
    start, end, text = edits[0]
    count = "1 mark is" if len(edits) == 1 else f"{len(edits)} marks are"
    yield Slip(
        start,
        end,
        entry=wanted,
        message=f"{count} not {wanted}, as the house draws them; this is the first.",
        mends=(Mend(text, title=f"Make all {wanted}", edits=edits),),
    )


def redrawn(reading: Reading, wanted: Drawing) -> Iterator[tuple[int, int, str]]:
    """The edits that draw every mark and apostrophe as wanted; feet and inches stay."""
    for number in range(len(reading.blocks)):
        for start, end, text in sorted(_in_block(reading, number, wanted)):
            if not reading.is_protected(start, end):
                yield start, end, text


def _in_block(reading: Reading, number: int, wanted: Drawing) -> Iterator[tuple[int, int, str]]:
    prose, block = reading.prose, reading.blocks[number]
    if wanted == "straight":
        for at in range(block.start, block.end):
            if prose[at] in _STRAIGHT:
                yield at, at + 1, _STRAIGHT[prose[at]]
        return
    if prose.find("'", block.start, block.end) < 0 and prose.find('"', block.start, block.end) < 0:
        return
    own = list(marks(prose, block.start, block.end))
    known = {mark.at for mark in own}
    yield from _doubles(prose, own)
    singles = [mark for mark in own if mark.single]
    opening = {
        q.start for q in single_quotations(prose, singles, number, block) if q.opened and q.closed
    }
    for mark in singles:
        if mark.glyph == "'":
            yield mark.at, mark.end, "‘" if mark.at in opening else "’"
    for found in re.finditer(r"(?<![\d'])'(?!')|(?<=\d)'(?=s\b)", prose[block.start : block.end]):
        if block.start + found.start() not in known:
            yield block.start + found.start(), block.start + found.end(), "’"


def _doubles(prose: str, own: Sequence[Mark]) -> Iterator[tuple[int, int, str]]:
    depth = 0
    for mark in own:
        if mark.single:
            continue
        side = mark.side
        if side == "either":
            side = "closes" if depth else "opens"
        if side == "closes" and not depth and prose[mark.at - 1 : mark.at].isdigit():
            continue  # a 12" single
        depth = depth + 1 if side == "opens" else max(0, depth - 1)
        if mark.glyph in {'"', "''", "``"}:
            yield mark.at, mark.end, "“" if side == "opens" else "”"
