"""What grammar engines said of one article."""

from __future__ import annotations

from lint.advice import Advice
from lint.tuples import NamedTuple


class Proof(NamedTuple):
    """What was said of an article, at prose offsets; whether every paragraph was answered."""

    advice: tuple[Advice, ...]
    is_whole: bool


NOTHING = Proof((), is_whole=True)
