"""Slips that only the sentence shows: how many are caught at how many alarms, and how often the
rules speak in published copy.

Thresholds are chosen on published articles, never on labels: a slip counts as caught at so many
alarms in 1,000 words where the model is surer of it than of all but so many findings there. Of
bbc_modern only the half is taken that nothing was learnt from, by CRC-32 of the key without its
ending, and the model is the one that has not counted it either::

    python -m benchmarks.train.context
    python -m benchmarks.accuracy --set context --context-model benchmarks/out/train/half.context

The other corpora have been learnt from; the corrections never are.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, get_args

from benchmarks.accuracy import corrections, gold
from benchmarks.accuracy.checking import Rules, each
from benchmarks.accuracy.collection import read_corpus
from benchmarks.accuracy.corrections import Corrected
from benchmarks.accuracy.gold import Labelled
from benchmarks.accuracy.halves import HALVES, half_of
from benchmarks.accuracy.table import Row, Target, at_least, at_most, counted_parts, in_parts
from lint.checks.context import Context, ContextOptions, Family
from lint.checks.contextual.reader import ContextReader
from lint.finding import Finding
from lint.finding import at_least as grave_enough
from lint.readers import read_article
from lint.reading import Reading
from lint.rule import Rule

_LABELS = ("slip-grammar", "slip-realword")
_LOWEST = 0.005  # the chance down to which doubts are asked for
_ALARMS = (0.2, 0.5, 1.0, 2.0)  # in 1,000 words
_CAUGHT: Mapping[float, Target] = {0.5: at_least(0.19), 1.0: at_least(0.245)}  # 20, 26 of 106
_EVERY = at_least(0.484)  # 90 of 186
_READ = ("bbc_modern", "dawn_2025_26", "newsarticles2017", "reuters21578")
_ARTICLES = 300
_LEFT_OUT = 1


class Told(NamedTuple):
    """One thing that a model said: how surely, what edit, where in the source."""

    chance: float
    entry: str
    start: int
    end: int


def rows(model: str, rules: Rules, jobs: int, *, articles: int = _ARTICLES) -> Iterator[Row]:
    """Every row; ``model`` is a file, or nothing for the one that ships."""
    asked = Rules(select=("context",), context=model or "shipped")
    seen = "left out" if model else "which the model has learnt from"
    clean = _drawn("bbc_modern", articles)
    told = [one for said in each(_doubts, list(clean.values()), asked, jobs) for one in said]
    words = sum(len(text.split()) for text in clean.values())
    labelled = gold.rows("bbc_corrections_labelled")
    pairs = list(each(_pair, [r for r in labelled if r["label"] in _LABELS], asked, jobs))
    for rate in _ALARMS:
        floor = _floor(told, rate * words / 1000)
        name = f"caught, quiet after, at {rate:g} alarms in 1,000 words of bbc_modern, {seen}"
        yield from in_parts(
            "context", f"slips of context: {name} (chance {floor:.3f})",
            ((row["id"], _is_caught(row, old, new, floor)) for row, old, new in pairs),
            target=_CAUGHT.get(rate),
        )  # fmt: skip
    yield from _with_the_rest(labelled, rules, asked.context, jobs)
    for corpus in _READ:
        yield from _quiet(corpus, asked, articles, jobs)


def _drawn(corpus: str, count: int) -> dict[str, str]:
    """Articles that are measured on; of bbc_modern those that a half model has not seen."""
    texts = read_corpus(corpus)
    if corpus == "bbc_modern":
        texts = {
            key: text
            for key, text in texts.items()
            if zlib.crc32(key.removesuffix(".txt").encode()) & 1 == _LEFT_OUT
        }
    keys = sorted(random.Random(8).sample(sorted(texts), min(count, len(texts))))
    return {key: texts[key] for key in keys}


@lru_cache(maxsize=4)
def _checks(context: str) -> list[Context]:
    """All families, telling whatever the model doubts in the least."""
    from lint.context.model import open_model

    reader = ContextReader(open_model(None if context == "shipped" else context))
    made = []
    for family in get_args(Family):
        options = ContextOptions(family, _LOWEST, 0.99, _LOWEST, 0.99, 1.0)
        rule = Rule(
            id=f"context/{family}", kind="context", title=family, severity="warning", why=family,
            options=options,
        )  # fmt: skip
        check = Context(rule, options)
        check.consult(reader)
        made.append(check)
    return made


def _doubts(rules: Rules, text: str) -> list[Told]:
    """What the model says of a text, alone, and as surely as it says it: nothing is rounded."""
    article = read_article(text, "copy", format="plain")
    reading = Reading(article)
    told = []
    for check in _checks(rules.context):
        for slip in check.read(reading, ()):
            span = article.origin.locate(slip.start, slip.end).span
            told.append(Told(slip.confidence or 0, slip.entry, span.start, span.end))
    return told


def _pair(rules: Rules, row: Labelled) -> tuple[Labelled, list[Told], list[Told]]:
    return row, _doubts(rules, row["old"]), _doubts(rules, row["new"])


def _floor(told: Sequence[Told], alarms: float) -> float:
    """The chance above which so many things are said."""
    chances = sorted((one.chance for one in told), reverse=True)
    number = int(alarms)
    return chances[number] if number < len(chances) else 0.0


def _is_caught(row: Labelled, old: Sequence[Told], new: Sequence[Told], floor: float) -> bool:
    """Whether something is said of the wrong words that is not said of the right ones."""
    if not row["offset"]:
        return False
    start = int(row["offset"])
    end = start + len(row["wrong"])
    touch = 0 if row["wrong"] else 1  # what was left out has no width to overlap
    silent = {one.entry for one in new if one.chance > floor}
    return any(
        one.chance > floor
        and one.start < end + touch
        and start - touch < one.end
        and one.entry not in silent
        for one in old
    )


def _with_the_rest(
    labelled: Sequence[Labelled], rules: Rules, context: str, jobs: int
) -> Iterator[Row]:
    """All slips, by all rules together, at warning level."""
    with_context = Rules(
        rules.books, rules.select, rules.ignore, rules.on, rules.archive, context=context
    )
    for name, own in (("context off", rules), ("context on", with_context)):
        judged: list[Corrected] = list(each(corrections.judge_correction, labelled, own, jobs))
        on = name == "context on"
        yield from corrections.caught(
            judged, f"corrections, {name}", "slip", "all slips", target=_EVERY if on else None
        )
        yield from corrections.alarms(judged, f"corrections, {name}", at_most(2) if on else None)


def _told(rules: Rules, item: tuple[str, str]) -> list[Finding]:
    from benchmarks.accuracy.checking import check

    return list(check(rules, item[1], item[0]).findings)


def _quiet(corpus: str, rules: Rules, count: int, jobs: int) -> Iterator[Row]:
    """How often the rules speak in published copy, at the model's own thresholds."""
    articles = _drawn(corpus, count)
    words = dict.fromkeys(HALVES, 0)
    for key, text in articles.items():
        words[half_of(key)] += len(text.split())
    found = [f for said in each(_told, list(articles.items()), rules, jobs) for f in said]
    for severity in ("warning", "suggestion"):
        counted = {
            half: [
                sum(grave_enough(f.severity, severity) and half_of(f.path) == half for f in found),
                words[half],
            ]
            for half in HALVES
        }
        level = "warnings" if severity == "warning" else "suggestions too"
        is_new = corpus == "bbc_modern" and rules.context != "shipped"
        name = f"context in {corpus}{', left out' if is_new else ''}"
        yield from counted_parts(name, f"{level}: findings in 1,000 words", counted, per=1000)
