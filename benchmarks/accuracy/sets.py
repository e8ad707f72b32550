"""The sets that can be measured, by name: one table, one function a set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from benchmarks.accuracy import corrections, gold, quiet
from benchmarks.accuracy.cases import (
    Case,
    Miss,
    Outcome,
    judge,
    misses,
    offers,
    precision,
    recall,
    recall_by_sort,
)
from benchmarks.accuracy.checking import SHIPPED, Rules, each
from benchmarks.accuracy.collection import INJECTED, Collection
from benchmarks.accuracy.injected import dates, headlines, names, words
from benchmarks.accuracy.table import Row, as_detail, at_least
from benchmarks.accuracy.twins import twin_rows
from benchmarks.accuracy.verdicts import read_verdicts

_QUICK = 60  # cases of a set in a quick run
_QUICK_ARTICLES = 400


@dataclass
class Bench:
    """What a run measures with: rules, articles, seed; and the misses that it has met."""

    rules: Rules = SHIPPED
    house: Rules | None = None
    archive: str = ""
    context: str = ""
    grammar: str = ""
    seed: int = 1
    jobs: int = 1
    is_quick: bool = False
    corpora: tuple[str, ...] = quiet.CORPORA
    misses: list[Miss] = field(default_factory=list)

    @cached_property
    def collection(self) -> Collection:
        """The articles into which slips are injected."""
        limit = _QUICK_ARTICLES if self.is_quick else 0
        return Collection(INJECTED, limit=limit, seed=self.seed)

    def count(self, full: int) -> int:
        """How many cases of a set are made."""
        return min(full, _QUICK) if self.is_quick else full

    def each(self, work: Callable[[Rules, Any], Any], items: Any) -> Iterator[Any]:
        """Work through items with the rules, in all processes."""
        return each(work, items, self.rules, self.jobs)

    def outcomes(
        self,
        name: str,
        cases: Iterator[Case],
        rules: Rules | None = None,
        *,
        needs_mend: bool = True,
    ) -> list[Outcome]:
        """Judge injected slips, and keep those that were missed.

        With ``needs_mend`` those found without the right mend are kept as well.
        """
        found = list(each(judge, cases, rules or self.rules, self.jobs))
        self.misses.extend(misses(name, found, needs_mend=needs_mend))
        return found


def county_country(bench: Bench) -> Iterator[Row]:
    """County for country: the labelled uses, and injected ones."""
    judged = list(bench.each(gold.judge_county, gold.rows("county_country")))
    cases = words.country_cases(bench.collection, bench.count(1000))
    found = bench.outcomes("county_country", cases)
    name = "county_country"
    yield from gold.county(judged, "warning", name)
    least, _ = gold.COUNTY_TARGETS["warning"]
    yield from recall(name, "injected slips found", found, at_least(least))
    yield from recall_by_sort(name, found)
    yield from offers(name, "right mend offered, of those found", found)
    name = "county_country, suggestions too"
    yield from gold.county(judged, "suggestion", name)
    least, _ = gold.COUNTY_TARGETS["suggestion"]
    yield from recall(name, "injected slips found", found, at_least(least), "suggestion")


def names_near_miss(bench: Bench) -> Iterator[Row]:
    """Pairs of forms of a name in one article, labelled."""
    yield from gold.names(bench.each)


def injected_names(bench: Bench) -> Iterator[Row]:
    """One edit in a later mention of a name."""
    name = "name slips, injected"
    found = bench.outcomes(name, names.name_cases(bench.collection, bench.count(1000)))
    yield from recall(name, "slips found", found, at_least(0.85))
    yield from recall(name, "slips found, suggestions too", found, floor="suggestion")
    yield from offers(name, "right mend offered, of those found", found, at_least(0.95))
    yield from precision(name, "precision of new findings", found)
    yield from recall_by_sort(name, found)
    for least, most in ((4, 4), (5, 6), (7, 99)):
        of_length = [o for o in found if least <= len(o.case.right) <= most]
        letters = f"{least}" if least == most else f"{least}-{most}" if most < 99 else f"{least}+"
        yield from recall(name, f"recall, names of {letters} letters", of_length)


def repeated_words(bench: Bench) -> Iterator[Row]:
    """Words that stand twice in a row: labelled, and injected."""
    yield from gold.repeated(bench.each)
    found = bench.outcomes(
        "repeated_words", words.doubled_cases(bench.collection, bench.count(600))
    )
    yield from recall("repeated_words", "injected slips found", found, at_least(0.95))
    yield from precision("repeated_words", "injected: precision", found, at_least(0.95))
    yield from recall_by_sort("repeated_words", found)


def misspellings(bench: Bench) -> Iterator[Row]:
    """A common word misspelt."""
    name = "misspellings, injected"
    found = bench.outcomes(name, words.misspelt_cases(bench.collection, bench.count(600)))
    yield from recall(name, "slips found", found)
    yield from offers(name, "right mend offered, of those found", found)
    yield from precision(name, "precision of new findings", found)
    yield from recall_by_sort(name, found)


def confusions(bench: Bench) -> Iterator[Row]:
    """One word written for another that is like it."""
    name = "confusions, injected"
    found = bench.outcomes(name, words.confused_cases(bench.collection, bench.count(2000)))
    yield from recall(name, "slips found", found)
    yield from recall(name, "slips found, suggestions too", found, floor="suggestion")
    yield from offers(name, "right mend offered, of those found", found)
    yield from precision(name, "precision of new findings", found)
    yield from as_detail(recall_by_sort(name, found))


def corrected(bench: Bench) -> Iterator[Row]:
    """One newsroom's own corrections: as shipped, with its archive, with its house style."""
    rows = gold.rows("bbc_corrections_labelled")
    judged = list(bench.each(corrections.judge_correction, rows))
    bench.misses.extend(corrections.missed(judged, "corrections", "slip"))
    yield from corrections.slips(judged)
    yield from corrections.alarms(judged, "corrections")
    if bench.archive:
        name = "corrections, names learnt"
        learnt = replace(bench.rules, archive=bench.archive)
        judged = list(each(corrections.judge_correction, rows, learnt, bench.jobs))
        yield from corrections.slips(judged, name)
        yield from corrections.alarms(judged, name)
    if bench.house is None:
        yield from corrections.caught(judged, "corrections", "house-style", "house style")
        return
    name = "corrections, house style on"
    styled = list(each(corrections.judge_correction, rows, bench.house, bench.jobs))
    bench.misses.extend(corrections.missed(styled, name, "house-style"))
    yield from corrections.caught(styled, name, "house-style", "all", target=at_least(0.4))
    yield from corrections.by_note(styled, name)
    yield from corrections.caught(styled, name, "slip", "all slips")
    yield from corrections.alarms(styled, name, None)  # departures from its style are left in it


def headline(bench: Bench) -> Iterator[Row]:
    """Headlines repeated, cut off, and given to another article."""
    name = "headlines, injected"
    made = headlines.repeated_cases(bench.collection, bench.count(500))
    found = bench.outcomes(f"{name}: repeated", made, needs_mend=False)
    yield from recall(name, "repeated in the article", found, at_least(1))
    yield from precision(name, "repeated in the article: precision", found, at_least(0.98))
    made = headlines.cut_cases(bench.collection, bench.count(500))
    found = bench.outcomes(f"{name}: cut", made, needs_mend=False)
    yield from recall(name, "cut off above the headline", found, at_least(0.95))
    yield from precision(name, "cut off above the headline: precision", found, at_least(0.98))
    yield from recall_by_sort(name, found)
    yield from twin_rows(bench, name)


def date_forms(bench: Bench) -> Iterator[Row]:
    """A date in another form than the house's, or than the rest of its article."""
    name = "dates, injected"
    found = bench.outcomes(name, dates.form_cases(bench.collection, bench.count(500)))
    yield from recall(name, "not in the house's form", found, at_least(0.95))
    yield from offers(name, "right mend offered, of those found", found)
    yield from precision(name, "not in the house's form: precision", found, at_least(0.98))
    yield from recall_by_sort(name, found)
    without = replace(bench.rules, ignore=(*bench.rules.ignore, "dates/house"))
    cases = dates.mixed_cases(bench.collection, bench.count(400))
    found = bench.outcomes(f"{name}: mixed", cases, without, needs_mend=False)
    yield from recall(name, "no house form: not as the rest", found, at_least(0.95))
    yield from precision(name, "no house form: precision", found, at_least(0.98))


def weekday(bench: Bench) -> Iterator[Row]:
    """A wrong weekday put to a date with a year; the right one, for control."""
    name = "weekdays, injected"
    make = partial(dates.weekday_cases, bench.collection, bench.count(400))
    found = bench.outcomes(name, make(wrong=True), needs_mend=False)
    control = list(each(judge, make(wrong=False), bench.rules, bench.jobs))
    yield from recall(name, "wrong weekdays found", found, at_least(0.95))
    told = [replace(o, elsewhere=(*o.elsewhere, "right") if o.is_found() else o.elsewhere,
                    found=None) for o in control]  # fmt: skip
    yield from precision(
        name, "precision, right weekdays beside them", [*found, *told], at_least(0.98)
    )


def quiet_runs(bench: Bench) -> Iterator[Row]:
    """Published copy, as it stands."""
    verdicts = read_verdicts()
    detail: list[Row] = []
    for corpus in bench.corpora:
        articles = bench.collection.articles(corpus)
        ran = quiet.run(corpus, articles, rules=bench.rules, jobs=bench.jobs)
        yield from quiet.measured(ran, verdicts)
        detail += quiet.by_family(ran)
    yield from detail


def in_context(bench: Bench) -> Iterator[Row]:
    """Slips that only the sentence shows, with the model that ships or the one named."""
    from importlib.util import find_spec

    if find_spec("numpy") is None:
        print("context is not measured: numpy is not installed")
        return
    from benchmarks.accuracy import context

    articles = bench.count(300)
    yield from context.rows(bench.context, bench.rules, bench.jobs, articles=articles)


def everything(bench: Bench) -> Iterator[Row]:
    """The corrections, and published copy, with all that there is; where an engine is named."""
    if not bench.grammar:
        print("everything is not measured: name a grammar engine with --grammar")
        return
    from benchmarks.accuracy.everything import rows

    rules = replace(bench.rules, grammar=bench.grammar, context=bench.context)
    for one in rows(rules, bench.jobs, articles=bench.count(300)):
        if isinstance(one, Miss):
            bench.misses.append(one)
        else:
            yield one


SETS: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    "county": county_country,
    "names": names_near_miss,
    "name-slips": injected_names,
    "repeated": repeated_words,
    "misspellings": misspellings,
    "confusions": confusions,
    "corrections": corrected,
    "headlines": headline,
    "dates": date_forms,
    "weekdays": weekday,
    "quiet": quiet_runs,
    "context": in_context,
    "everything": everything,
}
