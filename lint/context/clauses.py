"""Clauses and noun phrases by their edges: how many verbs a clause has, what a phrase is of.

Classes are all that is asked, no sentence is parsed: a clause runs from one mark, “and” or
“that” to the next, a noun phrase as long as articles, adjectives and nouns follow each other.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Ids
from lint.context.parts import NUMBER_OF

_FAR = 12  # words; what is farther away is as far as this
_MANY = 4  # verbs of a clause, nouns of a phrase


def _set(names: str) -> NDArray[np.bool_]:
    table = np.zeros(len(NUMBER_OF), np.bool_)
    table[[NUMBER_OF[name] for name in names.split()]] = True
    return table


_EDGES = _set("edge stop comma mark and that")
_VERBS = _set("modal verb verbs past be have")
_SOFT = _set("not adverb")
_PHRASE = _set("article determiner number adjective compared name names noun nouns own")
_LEADS = _set("article determiner number own")


class Clauses(NamedTuple):
    """What stands around each place, one entry a place.

    ``verbs_before`` and ``verbs_after`` count the groups of verbs from the last edge of a
    clause to the place, and from it on to the next edge; ``before`` and ``after`` are the
    coarse parts of the nearest of them (0: none), ``since`` and ``until`` their distances.
    ``opened`` is the coarse part of the last edge.
    """

    verbs_before: Ids
    verbs_after: Ids
    before: Ids
    after: Ids
    since: Ids
    until: Ids
    opened: Ids


class Phrases(NamedTuple):
    """The noun phrase around each place: the place of its last word, if the phrase goes on
    from here (else the place itself), and of the last word before that says how many (-1:
    none)."""

    head: Ids
    lead: Ids


def clauses(coarse: Ids) -> Clauses:
    """The clauses of words, by their coarse parts."""
    size = len(coarse)
    places = np.arange(size)
    verbal = _VERBS[coarse]
    goes_on = np.zeros(size, np.bool_)
    goes_on[1:] = verbal[:-1] | (coarse[:-1] == NUMBER_OF["to"])
    goes_on[2:] |= _SOFT[coarse[1:-1]] & verbal[:-2]
    group = verbal & ~goes_on
    edge = _EDGES[coarse]
    last_edge = _shifted(np.maximum.accumulate(np.where(edge, places, 0)))
    next_edge = _following(edge)
    last_verb = _shifted(np.maximum.accumulate(np.where(group, places, 0)))
    next_verb = _following(group)
    many = np.concatenate([[0], np.cumsum(group)])
    has_before, has_after = last_verb > last_edge, next_verb < next_edge
    return Clauses(
        np.minimum(many[places] - many[last_edge], _MANY),
        np.minimum(many[next_edge] - many[places], _MANY),
        np.where(has_before, coarse[last_verb], 0),
        np.where(has_after, coarse[np.minimum(next_verb, size - 1)], 0),
        np.where(has_before, np.minimum(places - last_verb, _FAR), _FAR + 1),
        np.where(has_after, np.minimum(next_verb - places, _FAR), _FAR + 1),
        coarse[last_edge],
    )


def phrases(coarse: Ids) -> Phrases:
    """The noun phrases of words, by their coarse parts."""
    size = len(coarse)
    places = np.arange(size)
    inside = _PHRASE[coarse]
    head = np.where(inside, _following(~inside) - 1, places)
    start = _shifted(np.maximum.accumulate(np.where(inside, 0, places)))
    lead = _shifted(np.maximum.accumulate(np.where(_LEADS[coarse], places, 0)))
    return Phrases(head, np.where(lead > start, lead, -1))


def _shifted(places: Ids) -> Ids:
    """What was reached before each place."""
    return np.concatenate([places[:1], places[:-1]])


def _following(mask: NDArray[np.bool_]) -> Ids:
    """The first place from each on that the mask has; beyond the end where there is none."""
    size = len(mask)
    places = np.where(mask, np.arange(size), size)
    found: Ids = np.minimum.accumulate(places[::-1])[::-1]
    return found
