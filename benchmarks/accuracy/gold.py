"""Recall and false alarms against the labelled slips of ``../shared/gold``."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.checking import Rules, check
from benchmarks.accuracy.table import Row, at_least, at_most, in_parts
from benchmarks.corpora import SHARED, corpus
from lint.finding import Finding, Severity
from lint.finding import at_least as grave_enough
from lint.span import Span

Labelled = Mapping[str, str]  # one row of a gold file
Each = Callable[[Callable[[Rules, "Labelled"], "Judged"], Sequence[Labelled]], Iterable["Judged"]]

GOLD = SHARED / "gold"

# Labels that reading the article shows to be wrong: (gold file, corpus, article, words found).
RELABELLED: Mapping[tuple[str, str, str, str], str] = {
    # A story about Greece, and the word stands for the state: screened, not read, before.
    ("county_country", "newsarticles2017", "03223.txt", "county"): "error",
    # A noun twice in a row, between a possessive and “to”.
    ("repeated_words", "bbc2004", "business_358.txt", "hostility hostility"): "error",
}

# Recall to reach, and false alarms in 100 genuine uses to stay under.
COUNTY_TARGETS: Mapping[Severity, tuple[float, float]] = {
    "warning": (0.75, 1),
    "suggestion": (0.9, 5),
}

# Findings about lines and marks, which say nothing of the words that they overlap.
_ABOUT_LINES = frozenset({"headlines", "quotes", "placeholders", "dates", "repetition"})


def rows(name: str, folder: Path = GOLD) -> list[dict[str, str]]:
    """The rows of a gold file, with the labels that were put right."""
    with open(folder / f"{name}.tsv", encoding="utf-8", newline="") as file:
        data = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in data:
        words = row.get("matched") or row.get("match") or ""
        if label := RELABELLED.get((name, row.get("set", ""), row.get("file", ""), words)):
            row["label"] = label
    return data


def key_of(row: Labelled) -> str:
    """The key of the article (or the correction) that a row is about."""
    return row["id"] if "id" in row else f"{row['set']}/{row['file']}"


def text_of(row: Labelled) -> str:
    """The article that a row is about."""
    return _paths(row["set"])[row["file"]].read_text("utf-8")


_known: dict[str, dict[str, Path]] = {}


def _paths(name: str) -> dict[str, Path]:
    if name not in _known:
        _known[name] = {path.name: path for path in corpus(name)}
    return _known[name]


def locate(text: str, context: str, words: str) -> Span | None:
    """Where the words of a row stand in an article: nearest to the middle of its context."""
    around = re.search(r"\s+".join(map(re.escape, context.split())), text)
    if around is None:
        return None
    middle = (around.start() + around.end()) / 2
    wanted = r"\b" + r"\W+".join(map(re.escape, words.split())) + r"\b"
    found = list(re.compile(wanted).finditer(text, around.start(), around.end()))
    if not found:
        return None
    best = min(found, key=lambda match: abs((match.start() + match.end()) / 2 - middle))
    return Span(best.start(), best.end())


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled row, and the gravest finding that speaks of its words (none: None)."""

    row: Labelled
    severity: Severity | None
    told: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the article."""
        return key_of(self.row)

    def is_told(self, floor: Severity = "warning") -> bool:
        """Whether the words are spoken of at a severity or above."""
        return self.severity is not None and grave_enough(self.severity, floor)


def _judged(row: Labelled, findings: Iterable[Finding]) -> Judged:
    found = list(findings)
    severity: Severity | None = None
    for finding in found:
        if severity is None or grave_enough(finding.severity, severity):
            severity = finding.severity
    return Judged(row, severity, tuple(f"{f.rule}: {f.message}" for f in found))


def _overlaps(finding: Finding, spans: Iterable[Span]) -> bool:
    own = [finding.span, *(r.span for r in finding.related if r.path == finding.path)]
    return any(a.start < b.end and b.start < a.end for a in own for b in spans)


def judge_county(rules: Rules, row: Labelled) -> Judged:
    """Whether a county is taken for a slip for country."""
    text = text_of(row)
    place = locate(text, row["context"], row["matched"])
    if place is None:
        return Judged(row, None)
    findings = check(rules, text, key_of(row)).findings
    about = (f for f in findings if _overlaps(f, [place]) and _proposes(f, "countr"))
    return _judged(row, about)


def _proposes(finding: Finding, letters: str) -> bool:
    said = [finding.message, *(e.text for fix in finding.fixes for e in fix.edits)]
    return any(letters in words.casefold() for words in said)


def judge_names(rules: Rules, row: Labelled) -> Judged:
    """Whether the rarer of two forms of a name is spoken of, or the commoner mended to it."""
    text = text_of(row)
    rare, usual = row["rare_form"], row["usual_form"]
    places = [Span(*m.span()) for m in re.finditer(rf"\b{re.escape(rare)}\b", text)]
    findings = check(rules, text, key_of(row)).findings
    about = (
        f
        for f in findings
        if f.kind not in _ABOUT_LINES
        and (
            _overlaps(f, places)
            or (usual in f.text and any(rare in e.text for fix in f.fixes for e in fix.edits))
        )
    )
    return _judged(row, about)


def judge_repeated(rules: Rules, row: Labelled) -> Judged:
    """Whether words that stand twice in a row are told of."""
    text = text_of(row)
    place = locate(text, row["context"], row["match"])
    if place is None:
        return Judged(row, None)
    findings = check(rules, text, key_of(row)).findings
    return _judged(row, (f for f in findings if f.kind == "repetition" and _overlaps(f, [place])))


def county(judged: Sequence[Judged], level: Severity, name: str) -> Iterator[Row]:
    """The rows of county_country at a level: recall, and false alarms."""
    least, most = COUNTY_TARGETS[level]
    slips = [j for j in judged if j.row["label"] == "error"]
    fine = [j for j in judged if j.row["label"] in ("ok", "presumed_ok")]
    yield from in_parts(
        name, "labelled slips found", ((j.key, j.is_told(level)) for j in slips),
        target=at_least(least),
    )  # fmt: skip
    yield from in_parts(
        name, "false alarms in 100 uses of county", ((j.key, j.is_told(level)) for j in fine),
        per=100, target=at_most(most),
    )  # fmt: skip


def names(each: Each) -> Iterator[Row]:
    """The rows of names_near_miss."""
    judged = list(each(judge_names, rows("names_near_miss")))
    slips = [j for j in judged if j.row["label"] == "misspelling"]
    told = [j for j in judged if j.is_told() and j.row["label"] != "encoding"]
    yield from in_parts(
        "names_near_miss", "misspellings found", ((j.key, j.is_told()) for j in slips),
        target=at_least(0.85),
    )  # fmt: skip
    yield from in_parts(
        "names_near_miss", "share of findings on different words",
        ((j.key, j.row["label"] == "different_word") for j in told), target=at_most(0.05),
    )  # fmt: skip


def repeated(each: Each) -> Iterator[Row]:
    """The rows of repeated_words."""
    judged = list(each(judge_repeated, rows("repeated_words")))
    slips = [j for j in judged if j.row["label"] == "error"]
    told = [j for j in judged if j.is_told() and j.row["label"] in ("error", "ok")]
    yield from in_parts(
        "repeated_words", "slips found", ((j.key, j.is_told()) for j in slips),
        target=at_least(0.95),
    )  # fmt: skip
    yield from in_parts(
        "repeated_words", "precision", ((j.key, j.row["label"] == "error") for j in told),
        target=at_least(0.95),
    )  # fmt: skip
