"""The rules at work as pages, each unpacked when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.rule import Rule
from lint.stylebook.book import Stylebook


class Pages(Mapping[str, Rule]):
    """Some rules of a stylebook, by their ids."""

    def __init__(self, book: Stylebook, rules: Sequence[str]) -> None:
        self._book = book
        self._rules = dict.fromkeys(rules)

    def __getitem__(self, rule: str) -> Rule:
        if rule not in self._rules:
            raise KeyError(rule)
        return self._book.checks[rule].rule

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)
