"""Where direct speech stands in the prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.article import Block

_PAIR = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")


def speech_ranges(prose: str, blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """Half-open prose ranges of direct speech, marks included, in order.

    A mark that is not closed in its block runs to the end of the block.
    """
    found: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind == "quotation":
            found.append((block.start, block.end))
            continue
        found.extend(m.span() for m in _PAIR.finditer(prose, block.start, block.end))
    return tuple(found)
