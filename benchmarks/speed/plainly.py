"""Articles checked plainly: one ``re`` at a time, then every rule on every article.

The checks are the real ones, since what a rule makes of its hits is its own affair. All that
is done to be fast is done without: looking phrases and patterns up together, asking only
rules that have something to do, and settling overlaps by search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.speed.reference import Hit, Lookup, fold
from lint.article import Article
from lint.checks.base import Check, Slip
from lint.finding import SEVERITIES
from lint.reading import Reading

_SIC = re.compile(r"['’\"”]?\s?[\[(]sic[\])]", re.IGNORECASE)


class Place(NamedTuple):
    """A finding by what must agree: its rule and its span of the source."""

    rule: str
    start: int
    end: int


class _Candidate(NamedTuple):
    """A slip that may be told, in the order of those that go first."""

    grave: int
    shortness: int
    rule: str
    start: int
    entry: str
    end: int
    structural: bool


class _Exception(NamedTuple):
    """A phrase in which a rule never speaks."""

    text: str
    exact: bool = False
    payload: None = None


class Plain:
    """A set of checks, for one article at a time."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self._checks = [
            (check, Lookup(check.phrases(), check.patterns()), Lookup(_exceptions(check), ()))
            for check in checks
        ]

    def check(self, article: Article) -> set[Place]:
        """The places of everything that is told of an article."""
        reading = Reading(article)
        folded = fold(reading.prose)
        candidates: list[_Candidate] = []
        for check, lookup, exceptions in self._checks:
            hits = _inside(lookup.hits(reading.prose, folded), reading)
            held = _inside(exceptions.hits(reading.prose, folded), reading)
            if hits or check.whole:
                candidates += self._of(check, reading, hits, held)
        return set(_settled(candidates))

    @staticmethod
    def _of(
        check: Check, reading: Reading, hits: list[Hit], held: list[Hit]
    ) -> Iterator[_Candidate]:
        for slip in check.read(reading, hits):  # type: ignore[arg-type]  # as good as the real
            if any(slip.start < hit.end and hit.start < slip.end for hit in held):
                continue
            if _may_be_told(check, reading, slip):
                span = reading.article.origin.locate(slip.start, slip.end).span
                severity = SEVERITIES.index(slip.severity or check.rule.severity)
                yield _Candidate(
                    severity, span.start - span.end, check.rule.id, span.start, slip.entry,
                    span.end, check.structural,
                )  # fmt: skip


def _exceptions(check: Check) -> list[_Exception]:
    return [_Exception(text) for text in check.rule.exceptions]


def _inside(hits: list[Hit], reading: Reading) -> list[Hit]:
    """The hits that lie in one block of the article."""
    blocks = [(block.start, block.end) for block in reading.blocks]
    return [hit for hit in hits if any(a <= hit.start and hit.end <= b for a, b in blocks)]


def _may_be_told(check: Check, reading: Reading, slip: Slip) -> bool:
    """Whether scope, addresses, “sic” and direct speech let a slip be told."""
    rule = check.rule
    kinds = [block.kind for block in reading.blocks if block.start <= slip.start < block.end]
    if rule.scope and not any(kind in rule.scope for kind in kinds):
        return False
    if _SIC.match(reading.prose, slip.end):
        return False
    if check.structural:
        return True
    if any(slip.start < end and start < slip.end for start, end in reading.protected):
        return False
    if any(slip.start < end and start < slip.end for start, end in reading.speech):
        policy = rule.speech or check.speech
        return not (policy == "skip" or (policy == "names-only" and not slip.is_name))
    return True


def _settled(candidates: list[_Candidate]) -> Iterator[Place]:
    """Of those that overlap the gravest, then the longest, then the first by rule."""
    kept: list[_Candidate] = []
    for new in sorted(candidates):
        rivals = [old for old in kept if old.structural == new.structural]
        if not any(old.start < new.end and new.start < old.end for old in rivals):
            kept.append(new)
            yield Place(new.rule, new.start, new.end)
