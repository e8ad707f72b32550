"""Grammar engines, measured on real copy: what is caught, and how often they speak.

    python -m benchmarks.accuracy.grammar --engine languagetool --folder FOLDER
    python -m benchmarks.accuracy.grammar --engine embedded
    python -m benchmarks.accuracy.grammar --compare          # where the two engines differ
    python -m benchmarks.accuracy.grammar --read FILE        # findings to be read by hand

The engine is asked through the same code as by ``copydesk check --grammar``, so that its answers
are kept between runs. What one rule of LanguageTool tells is told apart from what others do.
Files written with ``--read`` hold copy that is no part of the project: keep them out of it.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.accuracy import corrections, gold
from benchmarks.accuracy.collection import read_corpus
from benchmarks.accuracy.halves import HALVES, half_of
from benchmarks.accuracy.table import Row, as_text, at_least, at_most, counted_parts
from benchmarks.corpora import SHARED, need_shared
from lint.finding import Finding, Severity
from lint.finding import at_least as grave_enough
from lint.grammar.settings import EngineName, GrammarSettings
from lint.readers import read_article
from lint.shells.configuration import Configuration
from lint.shells.contextual import ContextSettings
from lint.shells.desk import Desk

RULE = "grammar/languagetool"
_CORRECTED = 70 / 186  # of all slips, with all shipped rules
_SEEN = ("slip-name", "slip-spelling", "slip-realword", "slip-grammar", "slip-punct")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print."""
    asked = _arguments(arguments)
    need_shared()
    engines: list[EngineName] = ["languagetool", "embedded"] if asked.compare else [asked.engine]
    desks = [_desk(engine, asked) for engine in engines]
    try:
        if asked.compare:
            _compare(desks, asked)
        else:
            _measure(desks[0], asked)
    finally:
        for desk in desks:
            desk.close()


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.grammar",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--engine", choices=("auto", "languagetool", "embedded"), default="auto")
    add("--folder", default="", help="where LanguageTool-6.8 lies")
    add("--server", default="", help="a LanguageTool server that runs already")
    add("--corpus", default="bbc_modern")
    add("--articles", type=int, default=300)
    add("--seed", type=int, default=7)
    add("--compare", action="store_true", help="ask both engines, and tell where they differ")
    add("--alone", action="store_true", help="only what the engine says, without other rules")
    add("--context", action="store_true", help="slips of context are looked for, too")
    add("--read", type=Path, help="write the findings of grammar to be read (keep it out)")
    return parser.parse_args(arguments)


def _desk(engine: EngineName, asked: argparse.Namespace) -> Desk:
    settings = GrammarSettings(
        engine=engine, server=asked.server, folder=asked.folder, time_limit=60
    )
    select = (RULE,) if asked.alone else ()
    context = ContextSettings() if asked.context else None
    desk = Desk(Configuration(grammar=settings, context=context), select=select)
    if desk.proofreader is None:
        raise SystemExit(desk.no_grammar)
    return desk


def _measure(desk: Desk, asked: argparse.Namespace) -> None:
    rows = [*_corrections(desk), *_quiet(desk, asked), *_seeds(desk)]
    assert desk.proofreader is not None
    print(f"engine: {desk.proofreader.engine.identity}")
    print(as_text(rows))
    if desk.grammar_trouble:
        print(desk.grammar_trouble)


def _told(desk: Desk, text: str, path: str) -> tuple[Finding, ...]:
    """The findings, each of a rule of LanguageTool under a name of its own."""
    findings = desk.check(read_article(text, path, format="plain")).findings
    return tuple(
        replaced if finding.rule == RULE else finding
        for finding in findings
        for replaced in (finding._replace(rule=f"{RULE}/{finding.entry}"),)
    )


def _corrections(desk: Desk) -> Iterator[Row]:
    """One newsroom's own corrections, at warning level and with suggestions."""
    rows = gold.rows("bbc_corrections_labelled")
    told = [
        (row, _told(desk, row["old"], row["id"]), _told(desk, row["new"], row["id"]))
        for row in rows
    ]
    floors: tuple[Severity, ...] = ("warning", "suggestion")
    for floor in floors:
        name = "corrections" if floor == "warning" else "corrections, suggestions too"
        judged = [corrections.judged(row, old, new, floor) for row, old, new in told]
        for label in _SEEN:
            yield from corrections.caught(judged, name, label, label)
        target = at_least(round(_CORRECTED, 3)) if floor == "warning" else None
        yield from corrections.caught(judged, name, "slip", "all slips", target=target)
        by_engine = [
            replace(one, caught=tuple(rule for rule in one.caught if rule.startswith(RULE)))
            for one in judged
        ]
        yield from corrections.caught(by_engine, name, "slip", "all slips, by grammar")
        yield from corrections.alarms(judged, name, at_most(2) if floor == "warning" else None)


def _quiet(desk: Desk, asked: argparse.Namespace) -> Iterator[Row]:
    """How often grammar speaks in published copy, by severity."""
    articles = read_corpus(asked.corpus, asked.articles, asked.seed)
    words = dict.fromkeys(HALVES, 0)
    found: list[Finding] = []
    for key, text in articles.items():
        words[half_of(key)] += len(text.split())
        found += [f for f in _told(desk, text, key) if f.rule.startswith(RULE)]
    name = f"quiet, {asked.corpus}, {len(articles)} articles"
    for severity in ("warning", "suggestion"):
        own = Counter(half_of(f.path) for f in found if f.severity == severity)
        counted = {half: [own[half], words[half]] for half in HALVES}
        target = at_most(1.5) if severity == "warning" else None
        measure = f"{severity}: findings of grammar in 1,000 words"
        yield from counted_parts(name, measure, counted, per=1000, target=target)
    if asked.read:
        _write(asked.read, found, asked.seed)


def _write(path: Path, found: Sequence[Finding], seed: int) -> None:
    """Write findings in random order: half, severity, rule, what was found, in its line."""
    shuffled = random.Random(seed).sample(list(found), len(found))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\")
        for f in shuffled:
            line, start, end = f.excerpt
            marked = f"{line[max(0, start - 70) : start]}[{f.text}]{line[end : end + 60]}"
            offers = " | ".join(fix.edits[0].text for fix in f.fixes)
            cells = (half_of(f.path), f.severity, f.rule.rsplit("/", 1)[-1], marked, offers, f.path)
            writer.writerow(" ".join(cell.split()) for cell in cells)
    print(f"written: {path}")


def _seeds(desk: Desk) -> Iterator[Row]:
    """The two articles from which the project was asked for."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    told = [f for file in files for f in _told(desk, file.read_text("utf-8"), file.name)]
    grammar = [f for f in told if f.rule.startswith(RULE)]
    loud = [f for f in grammar if grave_enough(f.severity, "warning")]
    yield Row("seeds", "all", "warnings of grammar that no other rule tells", len(loud), 1)
    several = [f for f in told if "several places" in f.text]
    yield Row("seeds", "all", "“a several places” told", len(several), 1, target=at_most(1))


def _compare(desks: Sequence[Desk], asked: argparse.Namespace) -> None:
    """Both engines on the same copy: how much they agree, and on which rules they do not."""
    texts = dict(read_corpus(asked.corpus, asked.articles, asked.seed))
    for row in gold.rows("bbc_corrections_labelled"):
        texts |= {f"{row['id']}/{which}": row[which] for which in ("old", "new")}
    only: list[Counter[str]] = [Counter(), Counter()]
    both = 0
    for key, text in texts.items():
        article = read_article(text, key, format="plain")
        said = []
        for desk in desks:
            assert desk.proofreader is not None
            advice = desk.proofreader.ask(article).advice
            said.append({(a.start, a.end, a.rule) for a in advice})
        both += len(said[0] & said[1])
        for number in (0, 1):
            only[number].update(rule for _, _, rule in said[number] - said[1 - number])
    print(f"{len(texts)} texts; the same place and rule: {both}")
    for desk, rules in zip(desks, only, strict=True):
        assert desk.proofreader is not None
        print(f"only {desk.proofreader.engine.identity}: {rules.total()}")
        for rule, count in rules.most_common(25):
            print(f"    {count:4} {rule}")


if __name__ == "__main__":
    main()
