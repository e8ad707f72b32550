"""A dash that ends an aside which no dash began."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lint.checks.base import Check, Slip
from lint.frozen import Frozen
from lint.index import Hit
from lint.late import late
from lint.patterns import Pattern
from lint.reading import Reading

# Forms that only a finite verb has, and none that asks when it comes first (did, can).
_HELPERS = "has|have|had|was|were|will|would|is|are"
_PAST = (
    "took|saw|gave|went|began|became|fell|knew|wrote|drove|chose|spoke|grew|threw|rose|"
    "wants|remains|continues"
)
_DASHES = ("-", "--", "–", "—")
_ANY_DASH = late(r" -|- |--|[–—]")
_VERB = late(rf" (?:--?|[–—]) (?:({_HELPERS})|({_PAST})) ([a-z'’]+)")
# Behind a short word it may be the stop of an abbreviation; two sentences are then read as one.
_ENDS = late(r"(?<=[a-z]{4})[.!?…][\"”'’)]*\s|\n")
_STOP = late(r"[.!?…](?=[\"”'’)]*(?:\s|$))|\n|$")
# Behind a helping verb these make a question or a condition of it: is the, had he.
_ASKING = frozenset(
    "the a an it he she they we you i there this that these those his her its their my our your "
    "one some any all everyone anyone nobody".split()
)
_BREAKS = late(r"[:;]|\b(?:and|but|or|what|who|which|where|how|whether|if)$")
_LEAST = 3  # words that stand before such a dash


class DashesOptions(Frozen):
    """What a rule of this kind may say."""


class Dashes(Check):
    """A dash that ends an aside which no dash began.

    “The mayor, who was ill - was not there”: an aside stands between two dashes, or between two
    commas. A dash is told where a finite verb follows, and where it is the only one of its
    sentence. Questions are left alone (“ten years on - is it over?”), and so are direct
    speech, headlines, and sentences with a colon::

        kind: dashes
    """

    Options = DashesOptions
    message = "This dash ends an aside that no dash begins; put one before it, or none here."
    speech = "skip"

    def patterns(self) -> Iterable[Pattern]:
        """Each dash before such a verb: by the dash they are ruled out in most articles."""
        for dash in _DASHES:
            yield Pattern(rf" {dash} (?:{_HELPERS}|{_PAST}) [a-z]", None)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each dash that is alone in its sentence."""
        for hit in hits:
            found = _VERB.match(reading.prose, hit.start)
            if found is not None and _is_alone(reading, found):
                start = found.start() + 1
                yield Slip(start, found.end(1) if found[1] else found.end(2), entry="alone")


def _is_alone(reading: Reading, found: re.Match[str]) -> bool:
    block = reading.block_at(found.start())
    if block is None or block.kind not in ("paragraph", "standfirst") or found[3] in _ASKING:
        return False
    before = _ENDS.split(reading.prose[block.start : found.start()])[-1]
    stop = _STOP.search(reading.prose, found.end(), block.end)
    end = stop.start() if stop else block.end
    after = reading.prose[found.end() : end]
    if before[:1].islower() or len(before.split()) < _LEAST or _BREAKS.search(before):
        return False  # half a sentence, or one that is not plain
    others = _ANY_DASH.search(before) or _ANY_DASH.search(after)
    return not others and reading.prose[end : end + 1] != "?"
