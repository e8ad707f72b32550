"""The finder of subjects: what a verb would agree with."""

from __future__ import annotations

from lint.context.parts import JOINED, PLURAL, SINGULAR, described
from lint.context.subjects import subjects

_PARTS = {
    "cost": "NN", "repairs": "NNS", "report": "NN", "ministers": "NNS", "city": "NN", "man": "NN",
    "quickly": "RB",
}  # fmt: skip


def _head(text: str) -> int:
    """The number of the subject of what would follow a text."""
    found = [described(_PARTS.get(word, f"={word}"), _PARTS.get(word, "")) for word in text.split()]
    roles = [0, *(role for _, _, role in found), 0]
    numbers = [0, *(number for _, number, _ in found), 0]
    return subjects(roles, numbers)[0][-1]


def test_the_head_stands_before_the_preposition() -> None:
    assert _head("the cost of the repairs") == SINGULAR
    assert _head("the repairs in the city") == PLURAL


def test_two_joined_by_and_are_plural() -> None:
    assert _head("the report and the city") == JOINED


def test_pronouns_have_their_number() -> None:
    assert _head("they") == PLURAL
    assert _head("it") == SINGULAR


def test_a_relative_clause_agrees_with_the_noun_before_it() -> None:
    assert _head("the ministers who") == PLURAL
    assert _head("the man who") == SINGULAR
