"""Chances and thresholds, from clean articles and made-up slips that taught nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats, Ids
from lint.context.judging import FAMILY_OF, SORTS, best_by_place, curve_name
from lint.context.model import FAMILIES, Thresholds

#: Real slips of all sorts in 1,000 words of published copy, as far as reading the
#: strongest findings showed (docs/context.md); headlines have twice as many.
SLIPS_IN_COPY = 0.6
_IN_HEADLINES = 2.0
#: Of what looks like a wrong number of a noun less is one than of the rest, by the strongest
#: findings in Dawn and in newsarticles2017.
_RARER = {"number": 1 / 3}
_UPPER = 3.0  # alarms of a family in 1,000 words: how far down the line is fitted
_KNOTS = 24
_NEVER = 1.01

Curve = tuple[list[float], list[float]]


@dataclass(slots=True)
class Scored:
    """Edits of a part kept apart, by odds: of clean text (one a place), and of slips."""

    odds: Floats
    sort: Ids
    headline: NDArray[np.bool_]
    slip: NDArray[np.bool_]
    words: int  # of clean text
    headline_words: int
    slips: int  # made, found or not
    row: Ids  # of the lesson that each was


def one_a_place(at: Ids, scored: Scored) -> Scored:
    """Of the edits of clean text only the best of each place."""
    clean = np.flatnonzero(~scored.slip & (scored.odds > -6))
    kept = np.sort(
        np.concatenate([clean[best_by_place(at[clean], scored.odds[clean])],
                        np.flatnonzero(scored.slip)])
    )  # fmt: skip
    return Scored(
        scored.odds[kept], scored.sort[kept], scored.headline[kept], scored.slip[kept],
        scored.words, scored.headline_words, scored.slips, scored.row[kept],
    )  # fmt: skip


def curves(scored: Scored) -> dict[str, Curve]:
    """The chance of every sort, in the body and in headlines, against log odds."""
    return {
        curve_name(sort, headline): _curve(scored, number, headline)
        for number, sort in enumerate(SORTS)
        for headline in (False, True)
    }


def _curve(scored: Scored, sort: int, headline: bool) -> Curve:
    """Knots of the chance: where slips and alarms lie, by a logistic line over the upper end.

    ``o`` real slips are expected for each alarm at some odds. Alarms of published copy are
    real slips in part, so that ``1 - exp(-o)`` of them are taken to be real.
    """
    mine = (scored.sort == sort) & (scored.headline == headline)
    slips = np.sort(scored.odds[mine & scored.slip])
    alarms = np.sort(scored.odds[mine & ~scored.slip])
    words = scored.headline_words if headline else scored.words - scored.headline_words
    share = words / max(scored.words, 1)  # of the slips made that stand there
    if len(slips) < 2 * _KNOTS or not words:
        return [0.0], [0.0]
    most = min(len(alarms), max(30, int(_UPPER * words / 1000)))
    floor = alarms[-most] if most else slips[0]
    slips, alarms = slips[slips >= floor], alarms[alarms >= floor]
    real = SLIPS_IN_COPY * (_IN_HEADLINES if headline else 1) * _RARER.get(SORTS[sort], 1)
    weight = real * words / 1000 / max(scored.slips * share, 1)
    start, slope = _line(slips, alarms, weight)
    knots = np.unique(np.quantile(slips, np.linspace(0, 1, _KNOTS)))
    chance = 1 - np.exp(-np.exp(np.clip(start + slope * knots, -20, 1.2)))
    return [round(float(x), 3) for x in knots], [round(float(c), 5) for c in chance]


def _line(slips: Floats, alarms: Floats, weight: float) -> tuple[float, float]:
    """Logistic regression on the odds alone, by Newton’s method; slips weigh ``weight``."""
    x = np.concatenate([slips, alarms]).astype(np.float64)
    y = np.concatenate([np.ones(len(slips)), np.zeros(len(alarms))])
    w = np.where(y > 0, weight, 1.0)
    line = np.array([-3.0, 0.7])
    table = np.stack([np.ones(len(x)), x], axis=1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(table @ line, -30, 30)))
        slope = table.T @ (w * (y - p)) - 0.05 * (line - [0, 0.7])
        bend = (table * (w * p * (1 - p))[:, None]).T @ table + 0.05 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        line += step
        if np.abs(step).max() < 1e-6:
            break
    return float(line[0]), max(float(line[1]), 0.05)


def chances(scored: Scored, made: dict[str, Curve]) -> Floats:
    """The chance of each edit by the curves."""
    result = np.zeros(len(scored.odds), np.float32)
    for number, sort in enumerate(SORTS):
        for headline in (False, True):
            mask = (scored.sort == number) & (scored.headline == headline)
            odds, values = made[curve_name(sort, headline)]
            result[mask] = np.interp(scored.odds[mask], odds, values)
    return result


def at_rate(chance: Floats, clean: NDArray[np.bool_], words: int, rate: float) -> float:
    """The chance above which so many alarms are told in 1,000 words of clean text."""
    alarms = np.sort(chance[clean])[::-1]
    most = int(rate * words / 1000)
    return float(alarms[most]) if most < len(alarms) else 0.0


def thresholds(suggestion: float, warning: float) -> dict[str, Thresholds]:
    """The same chance for every family, in the body and in headlines; in direct speech only a
    missing word counts, where it is surest."""
    surest = min(0.9, max(warning, (1 + warning) / 2))
    made = {}
    for family in FAMILIES:
        speech = surest if family == "missing-word" else _NEVER
        made[family] = Thresholds(suggestion, warning, suggestion, warning, speech)
    return made


def report(
    scored: Scored, chance: Floats, rates: Sequence[float]
) -> list[tuple[float, str, float, float]]:
    """Rows of a report: nominal alarms, family or “all”, alarms in 1,000 words, share found."""
    rows = []
    for rate in rates:
        least = at_rate(chance, ~scored.slip, scored.words, rate)
        told = chance > least
        for number, family in [(-1, "all"), *enumerate(FAMILIES)]:
            mine = told if number < 0 else told & (FAMILY_OF[scored.sort] == number)
            alarms = int((mine & ~scored.slip).sum()) / scored.words * 1000
            rows.append((rate, family, alarms, int((mine & scored.slip).sum()) / scored.slips))
    return rows
