"""The checks of a run by number, each made only when it has something to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from lint.checks.base import Check, Sentry
from lint.index import Phrase, PhraseIndex
from lint.patterns import PatternIndex
from lint.reading import Reading


class _Exception:
    """The payload of a phrase in which a rule never speaks."""


EXCEPTION = _Exception()


class Roster(Protocol):
    """What an engine needs of a set of checks. Those that have no id in it do not speak."""

    @property
    def ids(self) -> Mapping[int, str]:
        """The rules by the number of their check."""
        ...

    @property
    def phrases(self) -> PhraseIndex:
        """The phrases of all checks, by their numbers."""
        ...

    @property
    def patterns(self) -> PatternIndex:
        """The patterns of all checks, by their numbers."""
        ...

    def check(self, number: int) -> Check:
        """A check, made now if it has not been."""
        ...

    def awake(self, reading: Reading) -> Iterable[int]:
        """The checks that read an article even where none of their phrases stands in it."""
        ...


def phrases_of(check: Check) -> list[Phrase]:
    """The phrases that a check listens for: its own, and those in which it never speaks."""
    held = (Phrase(text, False, EXCEPTION) for text in check.rule.exceptions)
    return [*check.phrases(), *held]


class Present:
    """A roster of checks that are there already."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self._checks = tuple(checks)
        self.ids = {number: check.rule.id for number, check in enumerate(self._checks)}
        self._numbers = {rule: number for number, rule in self.ids.items()}
        self.phrases = PhraseIndex.of(
            (number, phrase)
            for number, check in enumerate(self._checks)
            for phrase in phrases_of(check)
        )
        self.patterns = PatternIndex.of(
            (number, pattern)
            for number, check in enumerate(self._checks)
            for pattern in check.patterns()
        )
        self._sentries = tuple(sentry for _, sentry in sentries(self._checks))
        guarded = {kind for kind, _ in sentries(self._checks)}
        self._unguarded = [
            number
            for number, check in enumerate(self._checks)
            if check.whole and check.rule.kind not in guarded
        ]

    def check(self, number: int) -> Check:
        """See :class:`Roster`."""
        return self._checks[number]

    def awake(self, reading: Reading) -> Iterator[int]:
        """See :class:`Roster`."""
        yield from self._unguarded
        for sentry in self._sentries:
            for rule in sentry.awake(reading):
                if rule in self._numbers:
                    yield self._numbers[rule]


def sentries(checks: Sequence[Check]) -> Iterator[tuple[str, Sentry]]:
    """The sentries of the kinds of some checks, by kind."""
    by_kind: dict[str, list[Check]] = {}
    for check in checks:
        if check.whole:
            by_kind.setdefault(check.rule.kind, []).append(check)
    for kind, own in by_kind.items():
        sentry = type(own[0]).sentry(own)
        if sentry is not None:
            yield kind, sentry
