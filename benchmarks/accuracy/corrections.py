"""One newsroom's own corrections of its front page: what is caught, and what is not told.

A slip counts as caught when a finding overlaps its words in the old text and the same rule
is silent on the new one. Words that were left out count too: nothing is wrong in the old
words but the place, and a finding that touches the place has found it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.cases import Miss
from benchmarks.accuracy.checking import Rules, check
from benchmarks.accuracy.gold import Labelled
from benchmarks.accuracy.halves import HALVES, half_of
from benchmarks.accuracy.table import Row, Target, at_least, at_most, counted_parts, in_parts
from lint.finding import Finding, Severity
from lint.finding import at_least as grave_enough

_SLIPS = ("slip-name", "slip-spelling", "slip-realword", "slip-grammar", "slip-punct")
WITHOUT_GRAMMAR = at_least(round(35 / 186, 3))  # of all slips
NO_MORE_ALARMS = at_most(0.4)

Each = Callable[
    [Callable[[Rules, Labelled], "Corrected"], Sequence[Labelled]], Iterable["Corrected"]
]


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction: the rules that caught it, and the alarms in the corrected text."""

    row: Labelled
    caught: tuple[str, ...]
    alarms: tuple[str, ...]

    @property
    def key(self) -> str:
        """The id of the correction."""
        return self.row["id"]


def judge_correction(rules: Rules, row: Labelled) -> Corrected:
    """Check the old text and the new one."""
    old = check(rules, row["old"], row["id"]).findings
    return judged(row, old, check(rules, row["new"], row["id"]).findings)


def judged(
    row: Labelled, old: Iterable[Finding], new: Sequence[Finding], floor: Severity = "warning"
) -> Corrected:
    """What the findings of both texts come to, of a severity or graver."""
    silent = {finding.rule for finding in new}
    start = int(row["offset"] or -1)
    end = start + len(row["wrong"])
    touch = 0 if row["wrong"] else 1  # what was left out has no width to overlap
    caught = tuple(
        finding.rule
        for finding in old
        if start >= 0
        and grave_enough(finding.severity, floor)
        and finding.span.start < end + touch
        and start - touch < finding.span.end
        and finding.rule not in silent
    )
    loud = (f for f in new if grave_enough(f.severity, floor))
    return Corrected(row, caught, tuple(f"{f.rule}: {f.message}" for f in loud))


def slips(
    judged: Sequence[Corrected],
    name: str = "corrections",
    target: Target | None = WITHOUT_GRAMMAR,
) -> Iterator[Row]:
    """The rows of the slips, by label and together."""
    for label in _SLIPS:
        yield from caught(judged, name, label, label)
    yield from caught(judged, name, "slip", "all slips", target=target)


def caught(
    judged: Sequence[Corrected], name: str, label: str, measure: str, target: Target | None = None
) -> Iterator[Row]:
    """How many corrections of the labels that begin so were caught."""
    of_label = [one for one in judged if one.row["label"].startswith(label)]
    yield from in_parts(
        name, f"{measure}: caught, quiet after", ((one.key, bool(one.caught)) for one in of_label),
        target=target,
    )  # fmt: skip


def alarms(
    judged: Sequence[Corrected], name: str, target: Target | None = NO_MORE_ALARMS
) -> Iterator[Row]:
    """False alarms in 1,000 words of corrected text: every finding there counts as one."""
    counted = {half: [0.0, 0.0] for half in HALVES}
    for one in judged:
        count = counted[half_of(one.key)]
        count[0] += len(one.alarms)
        count[1] += len(one.row["new"].split())
    yield from counted_parts(
        name, "findings in 1,000 words of corrected text", counted, per=1000,
        target=target,
    )  # fmt: skip


def by_note(judged: Sequence[Corrected], name: str) -> Iterator[Row]:
    """House style by the note that says what sort of style it is."""
    styled = [one for one in judged if one.row["label"] == "house-style"]
    for note in dict.fromkeys(sorted(one.row["note"] for one in styled)):
        of_note = [one for one in styled if one.row["note"] == note]
        yield from in_parts(
            name, f"{note or 'other'}: caught, quiet after",
            ((one.key, bool(one.caught)) for one in of_note),
        )  # fmt: skip


def missed(judged: Iterable[Corrected], name: str, label: str) -> Iterator[Miss]:
    """The corrections of the tuning half that were not caught."""
    for one in judged:
        row = one.row
        if row["label"].startswith(label) and not one.caught and half_of(one.key) == "tune":
            yield Miss(name, one.key, row["label"], row["wrong"], row["right"], row["old"])
