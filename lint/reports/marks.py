"""Marks in a text that may lie inside one another, or overlap: made to nest as HTML must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.frozen import Frozen, replace


class Mark(Frozen):
    """A marked range ``[start, end)`` of a line, and whose it is.

    ``first`` is false for what goes on from an earlier line, or from an earlier piece of
    the same mark.
    """

    start: int
    end: int
    owner: int
    first: bool = True


class Open(Frozen):
    """A mark begins."""

    mark: Mark


class Close(Frozen):
    """The mark that was opened last ends."""


class Text(Frozen):
    """A stretch of text, whichever marks are open."""

    start: int
    end: int


def nested(length: int, marks: Iterable[Mark]) -> Iterator[Open | Close | Text]:
    """The pieces of a text of some length, with its marks opened and closed in pairs.

    A mark that runs out of the one around it is closed with it and opened again, with
    ``first`` false. Of marks that begin together the longest lies outside. An empty mark
    is opened and closed at once.
    """
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.owner))
    stack: list[Mark] = []
    at = coming = 0
    for place in sorted({0, length, *(m.start for m in waiting), *(m.end for m in waiting)}):
        if place > at:
            yield Text(at, place)
            at = place
        yield from _close_those_ending(stack, place)
        begun = []
        while coming < len(waiting) and waiting[coming].start == place:
            begun.append(waiting[coming])
            coming += 1
        for mark in sorted(begun, key=lambda mark: mark.end > mark.start):  # empty ones first
            yield Open(mark)
            if mark.end > place:
                stack.append(mark)
            else:
                yield Close()


def _close_those_ending(stack: list[Mark], place: int) -> Iterator[Open | Close]:
    """Close every mark that ends here; what was opened inside them goes on."""
    ending = next((depth for depth, mark in enumerate(stack) if mark.end <= place), None)
    if ending is None:
        return
    inner = stack[ending:]
    del stack[ending:]
    for _ in inner:
        yield Close()
    for mark in inner:
        if mark.end > place:
            again = replace(mark, first=False)
            stack.append(again)
            yield Open(again)
