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

# Labels that reading the article shows to be wrong: (gold file, corpus, article, words found).
RELABELLED: Mapping[tuple[str, str, str, str], str] = {
    # A story about Greece, and the word stands for the state: screened, not read, before.
    ("county_country", "newsarticles2017", "03223.txt", "county"): "error",
    # A noun twice in a row, between a possessive and “to”.
    ("repeated_words", "bbc2004", "business_358.txt", "hostility hostility"): "error",
}


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
    """The rows of a gold file, with the labels that were put right."""
    with open(SHARED / "gold" / f"{name}.tsv", encoding="utf-8", newline="") as file:
        data = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in data:
        words = row.get("matched") or row.get("match") or ""
        if label := RELABELLED.get((name, row.get("set", ""), row.get("file", ""), words)):
            row["label"] = label
    return data


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
    its words in its article and stands in the same context. A row that pairs two forms of a
    name also counts when the commoner form is reported and mended to the rarer one, wherever
    it stands: the rarer form is not always the wrong one.
    """
    data = [row for row in rows(name) if row["set"] in corpora]
    indexed = {corpus: by_article(findings[corpus]) for corpus in corpora}

    def found(row: Row) -> bool:
        return any(
            finding.kind in kinds
            and at_least(finding.severity, "warning")
            and (
                (
                    words_of(row).casefold() in finding.text.casefold()
                    and _same_place(row["context"], finding)
                )
                or _mends_the_commoner(row, finding)
            )
            for finding in indexed[row["set"]].get(row["file"], ())
        )

    slips = [row for row in data if row["label"] in wrong]
    fine = [row for row in data if row["label"] in right]
    yield Score(name, "recall on slips", sum(map(found, slips)), len(slips))
    yield Score(name, "false alarms on right uses", sum(map(found, fine)), len(fine))


def _mends_the_commoner(row: Row, finding: Finding) -> bool:
    """Whether a finding takes the commoner of a row's two forms for the slip."""
    usual, rare = row.get("usual_form"), row.get("rare_form")
    if not usual or not rare or usual not in finding.text:
        return False
    return any(rare in edit.text for fix in finding.fixes for edit in fix.edits)


def _same_place(context: str, finding: Finding) -> bool:
    """Whether the words around a finding are those of a labelled context."""
    excerpt = finding.excerpt
    around = excerpt.line[max(0, excerpt.start - 15) : excerpt.end + 15]
    return " ".join(around.split()) in " ".join(context.split())


def corrections(engine: Engine) -> Iterator[Score]:
    """One newsroom's own corrections: a slip counts when it is found in the old words and
    the same rule is silent on the new ones.

    Words that were left out count too: nothing is wrong in the old words but the place, and
    a finding that touches the place has found it. Facts and rewording are no style.
    """
    data = rows("bbc_corrections_labelled")
    for label in sorted({row["label"] for row in data}):
        if label.startswith(("update", "fact")):
            continue
        group = [row for row in data if row["label"] == label]
        caught = sum(_caught(engine, row) for row in group)
        yield Score("corrections", f"{label} caught and quiet", caught, len(group))
    slips = [row for row in data if row["label"].startswith("slip")]
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
    touch = 0 if row["wrong"] else 1  # what was left out has no width to overlap
    found = engine.check(read_article(row["old"])).findings
    rules = {
        f.rule
        for f in found
        if at_least(f.severity, "warning")
        and f.span.start < end + touch
        and start - touch < f.span.end
    }
    after = {f.rule for f in engine.check(read_article(row["new"])).findings}
    return bool(rules - after)
