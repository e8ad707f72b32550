"""From the units that engines count in to code points: one place for it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate


class Units:
    """The offsets of one text in other units.

    ``widths`` are how many units each of its code points takes. A unit inside a code point
    belongs to that code point’s beginning, one behind the text to its end.
    """

    def __init__(self, widths: list[int]) -> None:
        self._starts = [0, *accumulate(widths)]

    @classmethod
    def utf16(cls, text: str) -> Units:
        """Code units of UTF-16: what Java and browsers count."""
        return cls([2 if char > "\uffff" else 1 for char in text])

    @classmethod
    def utf8(cls, text: str) -> Units:
        """Bytes of UTF-8: what Rust counts. Each lone half of a pair counts as its stand-in."""
        return cls([len(char.encode("utf-8", "surrogatepass")) for char in text])

    @property
    def length(self) -> int:
        """How many units the text has."""
        return self._starts[-1]

    def code_point(self, unit: int) -> int:
        """The code point that begins at a unit, or holds it."""
        return bisect_right(self._starts, max(unit, 0)) - 1

    def code_point_after(self, unit: int) -> int:
        """The first code point that begins at a unit or behind it: where a range ends."""
        place = self.code_point(unit)
        return place if self._starts[place] >= unit else min(place + 1, len(self._starts) - 1)


def sendable(text: str) -> str:
    """The text as it can be sent, of the same length in every unit.

    Half of a surrogate pair cannot be written as UTF-8, and some engines end at a NUL.
    """
    if text.isprintable():
        return text
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text).replace(
        "\0", " "
    )
