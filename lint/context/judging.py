"""From the columns of edits to what is told: log odds, the best edit of each place, chances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.columns import columns
from lint.context.counts import Floats, Ids
from lint.context.edits import all_edits
from lint.context.model import FAMILIES
from lint.context.page import Page
from lint.context.relations import ADD_S, DROP_S, FAMILY
from lint.context.trees import Trees

_ROUNDED = 0.001  # by how much the odds of a knot may have been rounded up
_REACH = 1  # places on either side of an edit in which no other is told
_NOUN_BEFORE = ("article", "determiner", "number", "adjective", "own")
#: Edits that have chances of their own: the families, and of the wrong forms the number of a
#: noun, which is unusual and right far oftener than others are.
SORTS = (*FAMILIES, "number")
FAMILY_OF = np.append(np.arange(len(FAMILIES)), FAMILIES.index("wrong-form"))  # of each sort
_SORT_OF = np.array([FAMILIES.index(name) for name in FAMILY], np.int8)  # of each relation


@dataclass(slots=True)
class Verdicts:
    """Edits of a page by place: kind (0 insert, 1 delete, 2 replace), what to write, relation,
    sort (a number of :data:`SORTS`), whether in a headline, log odds."""

    at: Ids
    kind: Ids
    write: Ids
    relation: Ids
    sort: Ids
    headline: NDArray[np.bool_]
    odds: Floats

    def chosen(self, which: Ids) -> Verdicts:
        """Some of them, by number or by mask."""
        return Verdicts(*(getattr(self, name)[which] for name in self.__slots__))

    def __len__(self) -> int:
        return len(self.at)


def judged(page: Page, forests: Sequence[Trees], least: float) -> Verdicts:
    """The best edit of each place whose log odds are ``least`` or more."""
    groups = all_edits(page)
    rows = columns(page, groups)
    parts: list[Verdicts] = []
    for kind, (edits, table) in enumerate(zip(groups, rows, strict=True)):
        odds = forests[kind](table)
        some = np.flatnonzero(odds >= least)
        at, relation = edits.at[some], edits.relation[some].astype(np.int64)
        parts.append(
            Verdicts(
                at,
                np.full(len(some), kind, np.int8),
                edits.write[some],
                relation,
                sorts(page, at, relation),
                page.headline[at],
                odds[some],
            )
        )
    every = Verdicts(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Verdicts.__slots__)
    )
    return every.chosen(best_by_place(every.at, every.odds))


def sorts(page: Page, at: Ids, relation: Ids) -> Ids:
    """The sort of edits: a noun’s -s is its number, a verb’s is agreement."""
    from lint.context.parts import NUMBER_OF

    coarse = page.knowledge.grammar.coarse[page.classes[at - 1]]
    noun = np.isin(coarse, [NUMBER_OF[name] for name in _NOUN_BEFORE])
    noun &= (relation == ADD_S) | (relation == DROP_S)
    result: Ids = np.where(noun, SORTS.index("number"), _SORT_OF[relation])
    return result


def best_by_place(at: Ids, odds: Floats) -> Ids:
    """The numbers of the edits that no better one stands beside, in order of place."""
    taken: set[int] = set()
    kept = []
    for number in np.lexsort((at, -odds)).tolist():
        place = int(at[number])
        if place not in taken:
            kept.append(number)
            taken.update(range(place - _REACH, place + _REACH + 1))
    kept.sort(key=lambda number: int(at[number]))
    return np.array(kept, np.int64)


@dataclass(slots=True)
class Curves:
    """From log odds to chances: by sort, and apart for headlines; straight between knots."""

    knots: Mapping[str, tuple[list[float], list[float]]]

    def chances(self, verdicts: Verdicts) -> Floats:
        """The chance of each verdict that it is a real slip in published copy."""
        result = np.zeros(len(verdicts), np.float32)
        for number, sort in enumerate(SORTS):
            for headline in (False, True):
                mask = (verdicts.sort == number) & (verdicts.headline == headline)
                if mask.any():
                    odds, chances = self.knots[curve_name(sort, headline)]
                    result[mask] = np.interp(verdicts.odds[mask], odds, chances)
        return result

    def least_odds(self, chance: float) -> float:
        """The lowest log odds at which any curve reaches a chance; endless where none does."""
        lowest = float("inf")
        for odds, chances in self.knots.values():
            reached = [o for o, c in zip(odds, chances, strict=True) if c >= chance]
            if reached:
                before = [o for o in odds if o < reached[0]]
                lowest = min(lowest, before[-1] if before else reached[0] - _ROUNDED)
        return lowest


def curve_name(sort: str, headline: bool) -> str:
    """The name of a curve."""
    return f"headline {sort}" if headline else sort


def read_curves(stored: Any) -> Curves:
    """Curves from the header of a model."""
    return Curves({name: (list(odds), list(chances)) for name, (odds, chances) in stored.items()})
