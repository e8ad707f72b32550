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
    that give way are kept only where nothing else is told, however grave they are. An inferred
    finding that is left out and mends as the inferred one that is kept lends it its evidence.
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
        beside = range(max(place - 1, 0), min(place + 1, len(level)))
        over = [near for near in beside if level[near].span.overlaps(finding.span)]
        if not over:
            level.insert(place, finding)
        for near in over:
            if _agree(level[near], finding):
                level[near] = _joined(level[near], finding)
    return in_order((*kept[False], *kept[True]))


def _agree(kept: Finding, other: Finding) -> bool:
    """Whether two inferred findings of different rules would write the same."""
    if kept.confidence is None or other.confidence is None or kept.rule == other.rule:
        return False
    if not kept.fixes or not other.fixes:
        return False
    wide, narrow = (kept, other) if kept.span.length >= other.span.length else (other, kept)
    written = _written(wide, wide)
    return written is not None and written == _written(wide, narrow)


def _written(around: Finding, finding: Finding) -> str | None:
    """What stands at the place of one finding when the first fix of another is applied; None
    where that fix writes elsewhere, too."""
    text = around.text
    for edit in sorted(finding.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        start, end = edit.span.start - around.span.start, edit.span.end - around.span.start
        if start < 0 or end > len(around.text):
            return None
        text = text[:start] + edit.text + text[end:]
    return text


def _joined(kept: Finding, other: Finding) -> Finding:
    """The finding that is kept, as sure as the surer of the two, with the evidence of both."""
    sure = max(kept.confidence or 0.0, other.confidence or 0.0)
    return kept._replace(
        confidence=sure, evidence=tuple(dict.fromkeys((*kept.evidence, *other.evidence)))
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place, then by rule and entry: the same order every time."""
    return sorted(findings, key=lambda f: (f.path, f.span.start, f.span.end, f.rule, f.entry))
