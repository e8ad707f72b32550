"""Later mentions: the surname by itself, once the whole name has been found misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.checks.naming.company import Occurrence
from lint.checks.naming.spelling import fold
from lint.reading import Reading
from lint.tuples import NamedTuple


class Mention(NamedTuple):
    """A surname that stands by itself, spelt as in the whole name found wrong.

    ``full`` is the whole name as the article has it, ``right`` the surname as it should be.
    """

    start: int
    end: int
    full: str
    right: str


def mentions(
    reading: Reading, full: str, right: str, taken: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """The other places of the surname of a name found wrong, where only the surname is wrong.

    Passed over are ranges that are ``taken``, and places where another first name stands
    before it, which makes it somebody else's.
    """
    found, meant = full.split(), right.split()
    if len(found) < 2 or len(found) != len(meant) or fold(found[-1]) == fold(meant[-1]):
        return
    surname = found[-1]
    for place in re.finditer(rf"(?<![\w'’-]){re.escape(surname)}(?![\w-])", reading.prose):
        start, end = place.span()
        if any(left < end and start < stop for left, stop in taken):
            continue
        given = Occurrence(reading, start, end).given_before()
        if given is None or given.folded == fold(found[0]):
            yield Mention(start, end, " ".join(found), meant[-1])
