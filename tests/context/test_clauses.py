"""Clauses are told by their edges, noun phrases by their words."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from lint.context.clauses import Clauses, Phrases, clauses, phrases  # noqa: E402
from lint.context.parts import NUMBER_OF  # noqa: E402


def _parts(said: str) -> object:
    return np.array([NUMBER_OF[part] for part in said.split()])


def _clauses(said: str) -> Clauses:
    return clauses(_parts(said))


def _phrases(said: str) -> Phrases:
    return phrases(_parts(said))


def test_verbs_are_counted_by_groups_on_either_side_of_a_place() -> None:
    # “has been growing fast and others were”: at “fast” one group stands before, none after.
    found = _clauses("edge noun have be doing adverb and nouns be edge")
    assert (found.verbs_before[5], found.verbs_after[5]) == (1, 0)
    assert (found.verbs_before[8], found.verbs_after[8]) == (0, 1)


def test_a_verb_too_many_leaves_two_in_one_clause() -> None:
    # “a plane was carrying people crashed”
    found = _clauses("edge article noun be doing nouns past stop edge")
    assert (found.verbs_before[6], found.verbs_after[6]) == (1, 1)
    assert found.before[6] == NUMBER_OF["be"]
    assert found.since[6] == 3


def test_a_verb_after_to_begins_no_clause() -> None:
    found = _clauses("edge nouns past to verb stop edge")
    assert (found.verbs_before[5], found.verbs_after[1]) == (1, 1)


def test_that_and_marks_begin_a_clause() -> None:
    found = _clauses("edge nouns past that noun comma nouns edge")
    assert found.verbs_before[4] == 0
    assert found.opened[4] == NUMBER_OF["that"]
    assert found.opened[6] == NUMBER_OF["comma"]


def test_a_noun_phrase_ends_with_its_last_noun() -> None:
    # “in a record high levels of”
    found = _phrases("edge preposition article noun adjective nouns preposition noun edge")
    assert found.head[2:6].tolist() == [5, 5, 5, 5]
    assert found.head[6] == 6
    assert found.lead[5] == 2
    assert found.lead[2] == -1
    assert found.lead[7] == -1
