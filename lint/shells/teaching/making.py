"""A model from a text: counts, lessons with the counts of other articles, trees, thresholds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from lint.context import shelf
from lint.context.cloze import Cloze, cloze_arrays, cloze_of
from lint.context.knowledge import Choices, Knowledge
from lint.context.storing import packed
from lint.context.trees import Trees
from lint.frozen import Frozen
from lint.shells.teaching import levels
from lint.shells.teaching.choosing import chosen
from lint.shells.teaching.clozes import taught_cloze
from lint.shells.teaching.counting import knowledge
from lint.shells.teaching.examples import Lesson, hard, taught
from lint.shells.teaching.excerpts import KINDS, Excerpt, excerpts
from lint.shells.teaching.fitting import fitted
from lint.shells.teaching.gathering import FOLDS, Text
from lint.shells.teaching.lexicon import Lexicon, learnt
from lint.shells.teaching.slips import Slipper, headline_words
from lint.shells.teaching.working import Arrays, Work

LEAST_WORDS = 200_000  # of an archive: fewer teach nothing that could be trusted
RATES = (0.2, 0.5, 1.0, 2.0)
SUGGESTED = 0.5  # alarms in 1,000 words of clean text
WARNED = 0.55  # the chance from which more than every other alarm in published copy was real
_HARD = -4.0  # log odds by the first trees from which on clean text is a hard case
_HEAVY = 5.0  # the weight of rows that stand for many
_COLUMNS = ("rows", "at", "write", "sort", "headline", "slip", "weight")
_HALVES = 2  # of the text: of what is in one the network is asked that has read the other


class TooLittle(ValueError):
    """An archive that is too small to learn from."""


class Plan(Frozen):
    """What is asked for: ``places`` are words and marks of text that examples are taken of."""

    language: str
    name: str
    seed: int = 1
    places: int = 3_200_000


class Made(Frozen):
    """A model as bytes, and what to expect of it: rows of :func:`levels.report`, and what it
    doubts most in the articles kept apart. ``measured`` is the same but for its counts, which
    leave out the articles for later, so that it can be measured on them; None without such."""

    raw: bytes
    measured: bytes | None
    report: list[tuple[float, str, float, float]]
    excerpts: list[Excerpt]
    suggestion: float
    warning: float


def made(text: Text, plan: Plan, work: Work, tell: Callable[[str], None]) -> Made:
    """Make a model; ``tell`` hears what is being done.

    Raises:
        TooLittle: the text is too short.
        ImportError: scikit-learn is not installed.
    """
    if len(text.words) < LEAST_WORDS:
        raise TooLittle(
            f"{len(text.words):,} words and marks are too few; {LEAST_WORDS:,} at least are needed"
        )
    tell("choosing words and classes")
    lexicon = learnt(text)
    school = School(text, plan, work, tell, lexicon, chosen(lexicon))
    lessons = [work.step(f"lesson-{fold}", partial(school.lesson, fold)) for fold in range(FOLDS)]
    forests = school.forests(lessons[1:])
    tell("choosing thresholds on the part kept apart")
    scored = _scored(forests, lessons[0])
    curves = levels.curves(scored)
    chance = levels.chances(scored, curves)
    suggestion = min(levels.at_rate(chance, ~scored.slip, scored.words, SUGGESTED), WARNED / 2)
    warning = WARNED
    header = _header(plan, curves, levels.thresholds(suggestion, warning))
    packed_ = partial(_packed, header, lexicon, forests)
    early = text.early
    measured = None
    if early < len(text.words):
        tell("counting all but what is for later")
        kept = np.arange(len(text.words)) < early
        measured = packed_(knowledge(lexicon, school.choices, school.cloze(), kept))
    tell("counting everything")
    raw = packed_(knowledge(lexicon, school.choices, school.cloze()))
    doubted = excerpts(text, lexicon.vocabulary, lessons[0], scored, chance)
    report = levels.report(scored, chance, RATES)
    return Made(raw, measured, report, doubted, suggestion, warning)


@dataclass(slots=True)
class School:
    """Makes lessons and trees from a text; each step is made once."""

    text: Text
    plan: Plan
    work: Work
    tell: Callable[[str], None]
    lexicon: Lexicon
    choices: Choices

    def without(self, fold: int) -> Knowledge:
        """What all articles but those of a fold teach, with the network that did not read it."""
        self.tell(f"counting all but part {fold + 1} of {FOLDS}")
        folds = self.text.fold_of_places()
        kept = (folds != fold) & (np.arange(len(folds)) < self.text.early)
        return knowledge(self.lexicon, self.choices, self.cloze(_half(fold)), kept)

    def lesson(self, fold: int) -> Arrays:
        """The examples of a fold, with the counts of the others."""
        know = self.without(fold)
        self.tell(f"putting slips into part {fold + 1} of {FOLDS}")
        random = np.random.default_rng([self.plan.seed, fold])
        slipper = Slipper(know, random, headline_words(self.lexicon.vocabulary.known))
        most = self.plan.places // FOLDS
        return _arrays(taught(self.text, self.lexicon.words, fold, know, slipper, most))

    def cloze(self, half: int | None = None) -> Cloze:
        """The network that has read the half of the text that it is not asked about; without a
        half, the one that has read all of it."""

        def teach() -> Arrays:
            which = "all of the text" if half is None else f"half {2 - half} of the text"
            self.tell(f"teaching the network that reads {which}")
            folds = self.text.fold_of_places()
            kept = np.arange(len(folds)) < self.text.early
            if half is not None:
                kept &= _half(folds) != half
            lexicon, seed = self.lexicon, self.plan.seed
            return cloze_arrays(
                taught_cloze(lexicon.words, kept, self.choices, lexicon.counts, seed)
            )

        return cloze_of(self.work.step("cloze" if half is None else f"cloze-{half}", teach))

    def forests(self, lessons: list[Arrays]) -> list[Trees]:
        """The trees for each kind of edit: the first few find hard cases for the others."""
        first = [self._forest(f"first-{kind}", kind, lessons, None) for kind in range(3)]
        harder = [
            self.work.step(f"harder-{fold}", partial(self._harder, fold, first))
            for fold in range(1, FOLDS)
        ]
        more = sum(int(each["words"][0]) for each in harder)
        words = sum(int(lesson["sizes"][0]) for lesson in lessons)
        forests = []
        for kind, trees in enumerate(first):
            found = [each[f"rows.{kind}"] for each in harder if len(each[f"rows.{kind}"])]
            hard = _Hard(found, trees, (words + more) / words)
            forests.append(self._forest(f"trees-{kind}", kind, lessons, hard))
        return forests

    def _harder(self, fold: int, first: list[Trees]) -> Arrays:
        know = self.without(fold)
        self.tell(f"looking for hard cases in part {fold + 1} of {FOLDS}")
        found, words = hard(self.text, self.lexicon.words, fold, know, first, _HARD)
        return {"words": np.array([words])} | {f"rows.{k}": rows for k, rows in enumerate(found)}

    def _forest(self, name: str, kind: int, lessons: list[Arrays], hard: _Hard | None) -> Trees:
        def grow() -> Arrays:
            self.tell(f"growing trees for {KINDS[kind]}")
            random = np.random.default_rng([self.plan.seed, kind, hard is None])
            rows, slip, weight = (
                np.concatenate([lesson[f"{KINDS[kind]}.{column}"] for lesson in lessons])
                for column in ("rows", "slip", "weight")
            )
            if hard is None:
                rows, slip, weight = _some(rows, slip, weight, random)
            else:
                rows, slip, weight = hard.joined(rows, slip, weight, random)
            trees = fitted(rows, slip, weight, self.plan.seed, first=hard is None)
            return shelf.trees_arrays(trees)

        return shelf.trees_of(self.work.step(name, grow))


@dataclass(slots=True)
class _Hard:
    """Hard cases of more clean text, and how much more text that is in all."""

    rows: list[Any]
    first: Trees
    more: float

    def joined(self, rows: Any, slip: Any, weight: Any, random: np.random.Generator) -> Any:
        """Rows of lessons with the hard cases; easy ones stand for those not looked at."""
        easy = ~slip & (self.first(rows) < _HARD)
        weight = np.where(easy, weight * self.more, weight)
        chance = np.where(easy, np.where(weight < _HEAVY, 0.35, 0.6), 1.0)
        kept = random.random(len(rows)) < chance
        many = sum(map(len, self.rows))
        return (
            np.concatenate([rows[kept], *self.rows]),
            np.concatenate([slip[kept], np.zeros(many, np.bool_)]),
            np.concatenate([(weight / chance)[kept], np.ones(many)]).astype(np.float32),
        )


def _half(fold: Any) -> Any:
    """The half of the text that a fold is in."""
    return fold // (FOLDS // _HALVES)


def _some(rows: Any, slip: Any, weight: Any, random: np.random.Generator) -> Any:
    """A part of the rows, each standing for those left out."""
    chance = np.where(slip | (weight > 1), 0.5, 0.35)
    kept = random.random(len(rows)) < chance
    return rows[kept], slip[kept], (weight / chance)[kept].astype(np.float32)


def _arrays(lesson: Lesson) -> Arrays:
    """A lesson as arrays by name."""
    arrays: dict[str, Any] = {
        f"{kind}.{name}": np.concatenate(getattr(examples, name))
        for kind, examples in zip(KINDS, lesson.kinds, strict=True)
        for name in _COLUMNS
    }
    arrays["pages"], arrays["places"] = np.concatenate(lesson.pages), np.concatenate(lesson.places)
    arrays["sizes"] = np.array([lesson.words, lesson.headline_words, sum(lesson.slips)])
    return arrays


def _scored(forests: list[Trees], lesson: Arrays) -> levels.Scored:
    def together(name: str) -> Any:
        return np.concatenate([lesson[f"{kind}.{name}"] for kind in KINDS])

    odds = np.concatenate(
        [trees(lesson[f"{kind}.rows"]) for trees, kind in zip(forests, KINDS, strict=True)]
    )
    words, headline, slips = (int(size) for size in lesson["sizes"])
    scored = levels.Scored(
        odds, together("sort"), together("headline"), together("slip"), words, headline, slips,
        np.arange(len(odds)),
    )  # fmt: skip
    return levels.one_a_place(together("at"), scored)


def _header(plan: Plan, curves: Any, thresholds: Any) -> dict[str, Any]:
    return {
        "language": plan.language, "name": plan.name, "curves": curves,
        "thresholds": {family: list(values) for family, values in thresholds.items()},
    }  # fmt: skip


def _packed(
    header: dict[str, Any],
    lexicon: Lexicon,
    forests: list[Trees],
    know: Knowledge,
) -> bytes:
    return packed(header, shelf.arrays_of(know, lexicon.trie, forests))
