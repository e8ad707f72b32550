"""Stylebooks put to work in this process, compiled as they are in a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lint.checks.base import Check
from lint.engine import Engine
from lint.stylebook.book import Stylebook, load_stylebook

# Kinds that look for what an editor has listed, or for plain surface slips. Every other kind
# infers or has learnt.
LISTED = frozenset(
    "avoid brackets confusions consistency dates frames headlines names pattern placeholders "
    "quotes repetition terms".split()
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A stylebook, the ids of the rules at work, and their engine."""

    book: Stylebook
    rules: Sequence[str]
    engine: Engine

    @property
    def checks(self) -> list[Check]:
        """The checks of those rules."""
        return [self.book.checks[rule] for rule in self.rules]


def opened(folder: str | Path, *, only_listed: bool = False) -> Opened:
    """Open a stylebook with the rules that are on in it, or only those of listed kinds."""
    book = load_stylebook(folder)
    rules = [
        rule
        for rule, card in book.cards.items()
        if book.is_on(rule) and (card.kind in LISTED or not only_listed)
    ]
    return Opened(book, rules, Engine(book.roster(rules)))
