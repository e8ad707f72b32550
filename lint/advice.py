"""What a grammar engine says of an article, as it is handed to the checks."""

from __future__ import annotations

from lint.tuples import NamedTuple


class Advice(NamedTuple):
    """One thing that a grammar engine says, at a half-open range of code points.

    Of an article the range is one of its prose; of a text that an engine was asked about, one
    of that text. ``rule`` and ``category`` are the engine’s names for what it knows (those of
    LanguageTool: ``A_NNS``, ``GRAMMAR``), ``offers`` what it would write instead.
    """

    start: int
    end: int
    rule: str
    category: str
    message: str
    offers: tuple[str, ...] = ()
    is_spelling: bool = False

    def moved(self, by: int) -> Advice:
        """The same advice in a text that begins so many code points earlier."""
        return self._replace(start=self.start + by, end=self.end + by)
