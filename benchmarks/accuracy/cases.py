"""Injected slips: an article before and after, and what was told of the slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.accuracy.checking import Rules, check
from benchmarks.accuracy.halves import half_of
from benchmarks.accuracy.table import Row, Target, in_parts
from lint.finding import SEVERITIES, Finding, Fix, Severity, at_least


@dataclass(frozen=True, slots=True)
class Case:
    """One slip put into an article.

    ``start`` and ``end`` are where it stands in ``after``; ``right`` is what stood there in
    ``before``. ``sort`` is the sort of slip. ``concerns``, where given, must be part of the
    rule id or entry of a finding that counts.
    """

    key: str
    sort: str
    before: str
    after: str
    start: int
    end: int
    right: str
    concerns: str = ""

    @property
    def slip(self) -> str:
        """The words of the slip."""
        return self.after[self.start : self.end]


def replaced(
    key: str, sort: str, text: str, start: int, end: int, new: str, *, concerns: str = ""
) -> Case:
    """The case of a text in which one range is written otherwise."""
    after = text[:start] + new + text[end:]
    return Case(key, sort, text, after, start, start + len(new), text[start:end], concerns)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was told of a case.

    ``found`` is the gravest severity of a new finding at the slip; ``offered`` says that one
    of its fixes restores the article; ``elsewhere`` are the rules of new findings, warnings
    and errors, that do not touch the slip. ``told`` are the messages at the slip.
    """

    case: Case
    found: Severity | None
    offered: bool
    elsewhere: tuple[str, ...]
    told: tuple[str, ...]

    def is_found(self, floor: Severity = "warning") -> bool:
        """Whether the slip was found at a severity or above."""
        return self.found is not None and at_least(self.found, floor)


def judge(rules: Rules, case: Case) -> Outcome:
    """Check an article before and after, and compare."""
    before = check(rules, case.before, case.key).findings
    after = check(rules, case.after, case.key).findings
    new = list(_new(case, before, after))
    hits = [
        finding
        for finding in new
        if _touches(finding, case.start, case.end)
        and case.concerns in f"{finding.rule} {finding.entry}"
    ]
    found = min((f.severity for f in hits), key=SEVERITIES.index, default=None)
    loud = [f for f in hits if at_least(f.severity, "warning")]
    return Outcome(
        case,
        found,
        any(mended(case.after, fix) == case.before for f in loud for fix in f.fixes),
        tuple(
            finding.rule
            for finding in new
            if at_least(finding.severity, "warning") and not _touches(finding, case.start, case.end)
        ),
        tuple(f"{f.rule}: {f.message}" for f in hits),
    )


def _new(case: Case, before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    """The findings after that were not there before, place and words being the same."""
    known = Counter((f.rule, f.text, f.span.start) for f in before)
    moved = len(case.after) - len(case.before)
    for finding in after:
        place = finding.span.start - (moved if finding.span.start >= case.end else 0)
        same = (finding.rule, finding.text, place)
        if known[same]:
            known[same] -= 1
        else:
            yield finding


def _touches(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding, or another place that it names in the article, overlaps a range."""
    spans = [finding.span, *(r.span for r in finding.related if r.path == finding.path)]
    return any(span.start < end and start < span.end for span in spans)


def mended(text: str, fix: Fix) -> str:
    """A text with one fix applied."""
    for edit in sorted(fix.edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def recall(
    name: str,
    measure: str,
    outcomes: Iterable[Outcome],
    target: Target | None = None,
    floor: Severity = "warning",
) -> Iterator[Row]:
    """How many slips were found."""
    return in_parts(
        name, measure, ((o.case.key, o.is_found(floor)) for o in outcomes), target=target
    )


def recall_by_sort(name: str, outcomes: list[Outcome]) -> Iterator[Row]:
    """How many slips were found, by sort."""
    for sort in dict.fromkeys(sorted(o.case.sort for o in outcomes)):
        yield from recall(name, f"recall, {sort}", [o for o in outcomes if o.case.sort == sort])


def offers(
    name: str, measure: str, outcomes: Iterable[Outcome], target: Target | None = None
) -> Iterator[Row]:
    """Of the slips found, how many come with the right mend."""
    return in_parts(
        name,
        measure,
        ((o.case.key, o.offered) for o in outcomes if o.is_found()),
        target=target,
    )


def precision(
    name: str, measure: str, outcomes: Iterable[Outcome], target: Target | None = None
) -> Iterator[Row]:
    """Of the findings that the slips called forth, how many stand at the slip."""
    told: list[tuple[str, bool]] = []
    for outcome in outcomes:
        told += [(outcome.case.key, True)] * outcome.is_found()
        told += [(outcome.case.key, False)] * len(outcome.elsewhere)
    return in_parts(name, measure, told, target=target)


@dataclass(frozen=True, slots=True)
class Miss:
    """A slip that was not found, for those who write rules to read. Of the tuning half only."""

    set: str
    key: str
    sort: str
    slip: str
    right: str
    context: str
    told: str = ""


def misses(name: str, outcomes: Iterable[Outcome], *, needs_mend: bool) -> Iterator[Miss]:
    """The slips of the tuning half that were not found (or not with the right mend)."""
    for outcome in outcomes:
        case = outcome.case
        done = outcome.is_found() and (outcome.offered or not needs_mend)
        if half_of(case.key) == "tune" and not done:
            around = case.after[max(0, case.start - 80) : case.end + 60]
            told = " | ".join(outcome.told)
            yield Miss(
                name, case.key, case.sort, case.slip, case.right, " ".join(around.split()), told
            )
