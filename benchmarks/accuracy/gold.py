"""Precision and recall against the labelled slips of ``../shared/gold``."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.corpora import SHARED
from lint.engine import Engine
from lint.finding import Finding, at_least
from lint.readers import read_article

Row = Mapping[str, str]


@dataclass(frozen=True)
class Score:
    """One line of the table: what was measured, and the figures."""

    set: str
    measure: str
    hits: int
    of: int

    @property
    def share(self) -> float:
        """The figure as a share of one."""
        return self.hits / self.of if self.of else float("nan")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a gold file."""
    with open(SHARED / "gold" / f"{name}.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def by_article(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Findings by the file name of their article."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.path.rsplit("/", 1)[-1]].append(finding)
    return found


def labelled(
    name: str,
    findings: Mapping[str, Sequence[Finding]],
    kinds: tuple[str, ...],
    corpora: Sequence[str],
    words_of: Callable[[Row], str],
    wrong: tuple[str, ...],
    right: tuple[str, ...],
) -> Iterator[Score]:
    """Recall on rows labelled as slips, and false alarms on rows labelled as right.

    A row counts as found when a finding of the kinds, at warning level or above, overlaps
    its words in its article and stands in the same context.
    """
    data = [row for row in rows(name) if row["set"] in corpora]
    indexed = {corpus: by_article(findings[corpus]) for corpus in corpora}

    def found(row: Row) -> bool:
        return any(
            finding.kind in kinds
            and at_least(finding.severity, "warning")
            and words_of(row).casefold() in finding.text.casefold()
            and _same_place(row["context"], finding)
            for finding in indexed[row["set"]].get(row["file"], ())
        )

    slips = [row for row in data if row["label"] in wrong]
    fine = [row for row in data if row["label"] in right]
    yield Score(name, "recall on slips", sum(map(found, slips)), len(slips))
    yield Score(name, "false alarms on right uses", sum(map(found, fine)), len(fine))


def _same_place(context: str, finding: Finding) -> bool:
    """Whether the words around a finding are those of a labelled context."""
    excerpt = finding.excerpt
    around = excerpt.line[max(0, excerpt.start - 15) : excerpt.end + 15]
    return " ".join(around.split()) in " ".join(context.split())


def corrections(engine: Engine) -> Iterator[Score]:
    """One newsroom's own corrections: a slip counts when it is found in the old words and
    the same rule is silent on the new ones."""
    data = rows("bbc_corrections_labelled")
    for label in sorted({row["label"] for row in data}):
        if label.startswith("update"):
            continue
        group = [row for row in data if row["label"] == label and row["wrong"]]
        caught = sum(_caught(engine, row) for row in group)
        yield Score("corrections", f"{label} caught and quiet", caught, len(group))
    slips = [row for row in data if row["label"].startswith("slip") and row["wrong"]]
    total = sum(_caught(engine, row) for row in slips)
    yield Score("corrections", "all slips caught and quiet", total, len(slips))
    words = sum(len(row["new"].split()) for row in data)
    alarms = sum(
        at_least(f.severity, "warning")
        for row in data
        for f in engine.check(read_article(row["new"])).findings
    )
    yield Score("corrections", "findings in corrected text, of words", alarms, words)


def _caught(engine: Engine, row: Row) -> bool:
    start = int(row["offset"])
    end = start + len(row["wrong"])
    found = engine.check(read_article(row["old"])).findings
    rules = {
        f.rule
        for f in found
        if at_least(f.severity, "warning") and f.span.start < end and start < f.span.end
    }
    after = {f.rule for f in engine.check(read_article(row["new"])).findings}
    return bool(rules - after)
