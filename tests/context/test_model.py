"""The model that ships: slips in sentences of our own are found, clean copy is let be."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")

from lint.context.model import FAMILIES, Doubt, Model, open_model
from lint.readers import read_article
from lint.reading import Reading


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model()


def _doubts(model: Model, text: str, least: float) -> tuple[str, list[Doubt]]:
    """What is doubted in one paragraph below a headline."""
    article = read_article(f"Council meets\n\n{text}", "-", format="plain")
    reading = Reading(article)
    return reading.prose, model.doubts(reading, least)


_SLIPS = [
    ("He was sentence to ten years in prison on Friday.", "sentence", "sentenced"),
    ("She became the first woman to becomes prime minister.", "becomes", "become"),
    ("The minister resigned after he was accuse of lying to parliament.", "accuse", "accused"),
    ("Analysts says the bank will cut rates again.", "says", "say"),
    ("The company is one the largest employers in the town.", "", "of "),
    ("It was believed be the first time that this had happened.", "", "to "),
    ("The film opens at he end of the month.", "he", "the"),
    ("Police said more that 30 people were arrested.", "that", "than"),
    ("The two sides were able to reach a an agreement on Friday.", "a ", ""),
]


@pytest.mark.parametrize(("text", "wrong", "right"), _SLIPS)
def test_a_slip_is_found_and_mended(model: Model, text: str, wrong: str, right: str) -> None:
    prose, doubts = _doubts(model, text, model.thresholds["agreement"].suggestion)
    assert (wrong, right) in [(prose[d.start : d.end], d.write) for d in doubts]


def test_the_mended_text_has_its_spaces_right(model: Model) -> None:
    prose, doubts = _doubts(model, "It is one the largest employers in the town.", 0.02)
    (doubt,) = [d for d in doubts if d.family == "missing-word"]
    mended = prose[: doubt.start] + doubt.write + prose[doubt.end :]
    assert "It is one of the largest employers in the town." in mended


def test_clean_copy_is_let_be(model: Model) -> None:
    text = (
        "The council agreed on Monday to close the swimming pool for six months. Officials said "
        "the work would cost about 3m pounds and that the pool would open again in the spring. "
        "The decision was welcomed by local schools, which had asked for more time."
    )
    assert _doubts(model, text, model.thresholds["agreement"].warning)[1] == []


def test_doubts_come_in_order_with_family_chance_and_evidence(model: Model) -> None:
    text = "He was sentence to ten years. Police said more that 30 people were there."
    _, doubts = _doubts(model, text, 0.02)
    assert [d.start for d in doubts] == sorted(d.start for d in doubts)
    for doubt in doubts:
        assert doubt.family in FAMILIES
        assert 0.02 <= doubt.chance <= 1
    assert any("sentenced to" in said for doubt in doubts for said in doubt.evidence)


def test_fewer_doubts_at_a_higher_chance(model: Model) -> None:
    text = "He was sentence to ten years. Police said more that 30 people was there at he end."
    _, many = _doubts(model, text, 0.01)
    _, few = _doubts(model, text, 0.5)
    assert set(few) <= set(many)


@pytest.mark.parametrize("text", ["", "…", "— — —", "12 345", "\u00a0", "🙂 🙂 🙂", "a"])
def test_text_without_sentences_is_nothing_to_doubt(model: Model, text: str) -> None:
    assert _doubts(model, text, 0.05)[1] == []


def test_a_sentence_of_ten_thousand_words_is_passed_over(model: Model) -> None:
    assert _doubts(model, "and then he was sentence to it " * 1500, 0.01)[1] == []


def test_a_long_article_is_read_to_its_end(model: Model) -> None:
    clean = "The council agreed on Monday to close the swimming pool for six months. "
    text = clean * 700 + "He was sentence to ten years in prison on Friday."
    prose, doubts = _doubts(model, text, model.thresholds["agreement"].suggestion)
    assert [prose[d.start : d.end] for d in doubts] == ["sentence"]


def test_tables_and_lists_are_not_read(model: Model) -> None:
    source = "<h1>Council meets</h1><ul><li>He was sentence to ten years in prison.</li></ul>"
    reading = Reading(read_article(source, "-", format="html"))
    assert model.doubts(reading, 0.02) == []


def test_the_model_says_what_it_is(model: Model) -> None:
    assert model.language == "en-GB"
    assert model.name
    for thresholds in model.thresholds.values():
        assert 0 < thresholds.suggestion < thresholds.warning < 1
        assert thresholds.speech > thresholds.warning
