"""Paragraphs asked about together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.advice import Advice
from lint.grammar.joining import batches, joined, parted

TEXTS = st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=8)


def said(start: int, end: int) -> Advice:
    return Advice(start, end, "A_NNS", "GRAMMAR", "So it is.")


@given(TEXTS, st.data())
def test_what_is_said_of_the_whole_is_said_of_its_paragraph(
    texts: list[str], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[number]) - 1))
    end = data.draw(st.integers(start + 1, len(texts[number])))
    before = len(joined([*texts[:number], ""]))
    parts = parted(texts, [said(before + start, before + end)])
    assert parts[number] == [said(start, end)]
    assert sum(map(len, parts)) == 1


def test_what_runs_over_the_end_of_a_paragraph_is_said_of_none() -> None:
    assert parted(["One here.", "Two here."], [said(4, 14), said(9, 11)]) == [[], []]


@given(TEXTS)
def test_batches_hold_every_text_in_order(texts: list[str]) -> None:
    assert [text for batch in batches(texts) for text in batch] == texts


def test_long_paragraphs_are_not_asked_about_together() -> None:
    assert [len(batch) for batch in batches(["a" * 3000, "b" * 3000, "c", "d"])] == [1, 3]
