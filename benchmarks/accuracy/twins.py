"""Headlines given to a second article: what is told when the articles are read together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from benchmarks.accuracy.cases import Miss
from benchmarks.accuracy.checking import Rules
from benchmarks.accuracy.halves import half_of
from benchmarks.accuracy.injected.headlines import Twins, headline_of, twins_of
from benchmarks.accuracy.quiet import run
from benchmarks.accuracy.table import Row, at_least, in_parts
from lint.finding import Finding
from lint.finding import at_least as grave_enough

if TYPE_CHECKING:
    from benchmarks.accuracy.sets import Bench

_SIZE, _PAIRS = 300, 80  # articles of a corpus read together, and twins among them


def _across(articles: Mapping[str, str], name: str, rules: Rules, jobs: int) -> list[Finding]:
    """What is told of headlines shared between articles."""
    found = run(name, articles, rules=rules, jobs=jobs).findings
    return [
        f
        for f in found
        if f.kind == "headlines"
        and grave_enough(f.severity, "warning")
        and any(r.path != f.path for r in f.related)
    ]


def _paths(finding: Finding) -> frozenset[str]:
    return frozenset({finding.path, *(related.path for related in finding.related)})


def twin_rows(bench: Bench, name: str) -> Iterator[Row]:
    """Recall of exact twins and near ones, and precision of what is newly told."""
    found: list[tuple[str, str, bool]] = []  # key, sort, whether it is told
    told: list[tuple[str, bool]] = []
    for corpus in bench.collection.names:
        twins = twins_of(
            bench.collection, corpus, bench.count(_SIZE), bench.count(_PAIRS), bench.seed
        )
        rules = _only_headlines(bench.rules)
        known = {_paths(f) for f in _across(twins.before, corpus, rules, bench.jobs)}
        new = [
            paths
            for f in _across(twins.after, corpus, rules, bench.jobs)
            if (paths := _paths(f)) not in known
        ]
        for one, other, sort in twins.pairs:
            is_told = any({one, other} <= paths for paths in new)
            found.append((one, sort, is_told))
            if not is_told and half_of(one) == "tune":
                bench.misses.append(_miss(name, twins, one, other, sort))
        pairs = [{one, other} for one, other, _ in twins.pairs]
        told += [(min(paths), any(pair <= paths for pair in pairs)) for paths in new]
    exact = [(key, hit) for key, sort, hit in found if sort == "exact"]
    near = [(key, hit) for key, sort, hit in found if sort != "exact"]
    yield from in_parts(name, "exactly, on another article", exact, target=at_least(1))
    yield from in_parts(name, "nearly, story filed again", near, target=at_least(0.95))
    yield from in_parts(name, "on other articles: precision", told, target=at_least(0.98))
    for sort in dict.fromkeys(sorted(sort for _, sort, _ in found if sort != "exact")):
        of_sort = [(key, hit) for key, its, hit in found if its == sort]
        yield from in_parts(name, f"nearly, {sort}", of_sort)


def _only_headlines(rules: Rules) -> Rules:
    """The same rules, but those of headlines alone: the others compare nothing of interest."""
    return Rules(rules.books, ("headlines",), rules.ignore, rules.on)


def _miss(name: str, twins: Twins, one: str, other: str, sort: str) -> Miss:
    before, after = headline_of(twins.before[one]) or "", twins.after[other].partition("\n")[0]
    return Miss(name, one, sort, after, before, other)
