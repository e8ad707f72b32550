"""All that copydesk has, switched on together: grammar, context, spelling, names and the rest.

    python -m benchmarks.accuracy --set everything --grammar FOLDER

``FOLDER`` is where LanguageTool-6.8 lies, or “auto” for whichever engine is found. The corrections
are told of three ways, each with more room than the one before: warnings; suggestions too that
are as sure as ``LEAST`` (``copydesk check --min-confidence``), with the rules that are off until
a newsroom switches them on (``DOUBTFUL``); and all suggestions, with ``context: {eager: true}``.
House style is not counted in: no stylebook but the shipped one is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.accuracy import corrections, gold
from benchmarks.accuracy.cases import Miss
from benchmarks.accuracy.checking import Rules, check, each
from benchmarks.accuracy.collection import read_corpus
from benchmarks.accuracy.corrections import Corrected
from benchmarks.accuracy.gold import Labelled
from benchmarks.accuracy.halves import HALVES, Half, half_of
from benchmarks.accuracy.table import Row, Target, at_least, at_most, counted_parts
from lint.finding import SEVERITIES, Finding, Severity

DOUBTFUL = ("confusions/learnt-possible", "confusions/possible")
# The chance at which context says 0.2 things in 1,000 words of published copy (the set “context”).
LEAST = 0.2
_WANTED = at_least(0.4838)  # 90 of 186
_ALARMS = at_most(2)
_CORPUS = "bbc_modern"
_GRAMMAR = "grammar/languagetool"
_NAME = "corrections, everything on"

Told = tuple[Labelled, tuple[Finding, ...], tuple[Finding, ...]]


def rows(rules: Rules, jobs: int, *, articles: int = 300) -> Iterator[Row | Miss]:
    """Every row, and what the tuning half misses when nothing is held back."""
    labelled = gold.rows("bbc_corrections_labelled")
    sober = replace(rules, context=rules.context or "shipped")
    told = list(each(_pair, labelled, sober, jobs))
    yield from _measured(told, "warning", _NAME, _WANTED, _ALARMS)
    eager = replace(sober, eager=True, on=(*rules.on, *DOUBTFUL))
    told = list(each(_pair, labelled, eager, jobs))
    sure = [(row, _sure(old), _sure(new)) for row, old, new in told]
    name = f"{_NAME}, suggestions from a confidence of {LEAST:g}"
    yield from _measured(sure, "suggestion", name, _WANTED, _ALARMS)
    name = f"{_NAME}, all suggestions"
    yield from _measured(told, "suggestion", name)
    judged = [corrections.judged(*one, "suggestion") for one in told]
    yield from corrections.missed(judged, name, "slip")
    yield from _quiet("everything on", eager, articles, jobs)


def _sure(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.confidence is None or f.confidence >= LEAST)


def _measured(
    told: Sequence[Told],
    floor: Severity,
    name: str,
    wanted: Target | None = None,
    most: Target | None = None,
) -> Iterator[Row]:
    judged: list[Corrected] = [corrections.judged(*one, floor) for one in told]
    yield from corrections.slips(judged, name, wanted)
    yield from corrections.alarms(judged, name, most)


def _pair(rules: Rules, row: Labelled) -> Told:
    return row, _told(rules, (row["id"], row["old"])), _told(rules, (row["id"], row["new"]))


def _told(rules: Rules, item: tuple[str, str]) -> tuple[Finding, ...]:
    """The findings, each of a rule of LanguageTool under a name of its own."""
    key, text = item
    return tuple(
        f._replace(rule=f"{_GRAMMAR}/{f.entry}") if f.rule == _GRAMMAR else f
        for f in check(rules, text, key).findings
    )


def _quiet(which: str, rules: Rules, count: int, jobs: int) -> Iterator[Row]:
    """How often all of it speaks in published copy, by severity, and as surely as ``LEAST``."""
    articles = read_corpus(_CORPUS, count, 7)
    words = dict.fromkeys(HALVES, 0)
    for key, text in articles.items():
        words[half_of(key)] += len(text.split())
    found = [f for said in each(_told, list(articles.items()), rules, jobs) for f in said]
    for severity in SEVERITIES:
        own = [f for f in found if f.severity == severity]
        measure = f"{severity}: findings in 1,000 words"
        yield from _in_1000(own, words, f"{_CORPUS}, {which}", measure)
    sure = [f for f in _sure(found) if f.severity == "suggestion"]
    measure = f"suggestion, from a confidence of {LEAST:g}: findings in 1,000 words"
    yield from _in_1000(sure, words, f"{_CORPUS}, {which}", measure)


def _in_1000(
    found: Sequence[Finding], words: dict[Half, int], name: str, measure: str
) -> Iterator[Row]:
    halves = [half_of(f.path) for f in found]
    counted = {half: [halves.count(half), words[half]] for half in HALVES}
    yield from counted_parts(name, measure, counted, per=1000)
