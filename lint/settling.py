"""Deciding what is reported: small steps, each on the findings of one article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from lint.article import StetMark
from lint.finding import SEVERITIES, Finding
from lint.span import Span


def let_stand(
    findings: Iterable[Finding], marks: Sequence[StetMark]
) -> tuple[list[Finding], list[Finding], set[int]]:
    """Part what an editor's marks let stand from the rest.

    Returns the findings that remain, those that were let stand, and the indexes of the
    marks that did some work.
    """
    if not marks:
        return list(findings), [], set()
    remaining: list[Finding] = []
    stood: list[Finding] = []
    used: set[int] = set()
    told = list(findings)
    for finding, near in zip(told, over([f.span for f in told], marks), strict=True):
        holding = [number for number in near if holds(marks[number], finding)]
        used.update(holding)
        (stood if holding else remaining).append(finding)
    return remaining, stood, used


def over(spans: Sequence[Span], marks: Sequence[StetMark]) -> list[list[int]]:
    """For each span the indexes of the marks whose scope it touches, found in one sweep."""
    found: list[list[int]] = [[] for _ in spans]
    coming = sorted(range(len(marks)), key=lambda number: marks[number].scope.start, reverse=True)
    near: list[int] = []
    for place in sorted(range(len(spans)), key=lambda place: spans[place].start):
        span = spans[place]
        while coming and marks[coming[-1]].scope.start <= span.end:
            near.append(coming.pop())
        near = [number for number in near if marks[number].scope.end >= span.start]
        found[place] = [number for number in near if marks[number].scope.overlaps(span)]
    return found


def holds(mark: StetMark, finding: Finding) -> bool:
    """Whether a mark lets a finding stand."""
    if mark.rules and not any(names(rule, finding.rule) for rule in mark.rules):
        return False
    return mark.scope.start <= finding.span.start and finding.span.end <= mark.scope.end


def names(selector: str, rule: str) -> bool:
    """Whether a selector means a rule: its id, or a folder that holds it."""
    return rule == selector or rule.startswith(selector.rstrip("/") + "/")


def without_overlaps(
    findings: Iterable[Finding],
    structural: Callable[[Finding], bool],
    gives_way: Callable[[Finding], bool] = lambda _: False,
) -> list[Finding]:
    """Of findings that overlap keep the gravest, then the longest, then the first by rule.

    Findings about lines and paragraphs do not compete with findings about words in them. Those
    that give way are kept only where nothing else is told, however grave they are.
    """
    ranked = sorted(
        findings,
        key=lambda f: (
            gives_way(f), SEVERITIES.index(f.severity), -f.span.length, f.rule, f.span.start,
            f.entry,
        ),
    )  # fmt: skip
    kept: dict[bool, list[Finding]] = {False: [], True: []}  # each apart and in order of place
    for finding in ranked:
        level = kept[structural(finding)]
        place = bisect_left(level, finding.span, key=lambda other: other.span)
        beside = level[max(place - 1, 0) : place + 1]
        if not any(other.span.overlaps(finding.span) for other in beside):
            level.insert(place, finding)
    return in_order((*kept[False], *kept[True]))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place, then by rule and entry: the same order every time."""
    return sorted(findings, key=lambda f: (f.path, f.span.start, f.span.end, f.rule, f.entry))
