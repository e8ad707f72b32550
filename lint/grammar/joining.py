"""Several paragraphs as one text, and what was said of it parted again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from lint.advice import Advice

GAP = "\n\n"  # what every engine takes for the end of a paragraph
_MOST = 4_000  # code points in a batch: an engine answers some thousand words a second


def joined(texts: Sequence[str]) -> str:
    """The texts as paragraphs of one."""
    return GAP.join(texts)


def parted(texts: Sequence[str], told: Iterable[Advice]) -> list[list[Advice]]:
    """What was said of each of some texts that were joined, at offsets in that text.

    What runs over the end of a paragraph is said of nothing.
    """
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + len(GAP))
    parts: list[list[Advice]] = [[] for _ in texts]
    for advice in told:
        number = min(bisect_right(starts, advice.start) - 1, len(texts) - 1)
        end = starts[number] + len(texts[number])
        if starts[number] <= advice.start < advice.end <= end:
            parts[number].append(advice.moved(-starts[number]))
    return parts


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in order, as many at a time as are asked about at once."""
    batch: list[str] = []
    length = 0
    for text in texts:
        if batch and length + len(text) > _MOST:
            yield batch
            batch, length = [], 0
        batch.append(text)
        length += len(text)
    if batch:
        yield batch
