"""An unfinished line above the headline: cut off, or the beginning of another headline."""

from __future__ import annotations

from collections.abc import Iterator

from lint.article import Block
from lint.checks.base import Aside, Mend, Slip
from lint.checks.heading.wording import StandingHeads, wording
from lint.finding import Severity
from lint.late import late
from lint.reading import Reading

_TOP = frozenset({"slug", "headline", "standfirst"})
_ELLIPSIS = late(r"\s*(?:…|\.\.\.)$")
# Words after which a headline cannot end.
_DANGLING = frozenset(
    "a an the of to for from with by at in on over under into and or but as is are was were be "
    "has have had will would could should may might must that than after before amid against "
    "mr mrs ms sir dr his her its their our my your no not".split()
)
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
_LONGEST = 4  # words of a fragment that is no headline yet


def stubs(reading: Reading, standing: StandingHeads) -> Iterator[Slip]:
    """Yield a slip for each line at the top that is an unfinished form of the next one."""
    top: list[Block] = []
    for block in reading.blocks[:6]:
        if block.kind not in _TOP:
            break
        top.append(block)
    for number, block in enumerate(top[:-1]):
        below = top[number + 1]
        text = reading.article.text(block)
        if wording(text) in standing:
            continue
        found = _judged(text, reading.article.text(below), label=block.kind == "slug")
        if found is None:
            continue
        severity, message = found
        plain = reading.article.format == "plain"
        yield Slip(
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


def _judged(text: str, below: str, *, label: bool) -> tuple[Severity | None, str] | None:
    """Whether a line is a stub of the line below: severity (None: the rule's own) and message."""
    words, under = text.split(), below.split()
    if _is_cut(text, below):
        return None, "This line is the headline below it, cut off."
    if len(words) >= len(under):
        return None
    if not (2 <= len(words) <= _LONGEST) or wording(words[0]) != wording(under[0]):
        return None
    if not text.lstrip("'\"‘“")[:1].isupper() or text[-1] in ".!?:;,":
        return None
    if not any(word.isalpha() and word.islower() for word in words[1:]):
        return None  # a name or a label: Premier League, MILIBAND RUSSIA
    last = words[-1].lower()
    if last in _DANGLING or (last.endswith("ing") and last not in _NOUNS_IN_ING):
        return None, "This line above the headline looks like the beginning of another headline."
    if label:
        return "suggestion", "This line above the headline may be an unfinished headline."
    return None


def _is_cut(text: str, below: str) -> bool:
    """Whether a line is the beginning of the next one, broken off where no headline ends."""
    bare = _ELLIPSIS.sub("", text)
    if len(bare) < 8 or len(bare) >= len(below) or not below.casefold().startswith(bare.casefold()):
        return False
    if bare != text:
        return True
    if bare[-1].isalnum() and below[len(bare)].isalnum():
        return True
    return len(bare.split()) > 1 and bare.split()[-1].lower() in _DANGLING
