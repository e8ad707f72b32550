"""What a model is taught: paragraphs once, slips that one edit mends, thresholds that rise."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from lint.article import Article  # noqa: E402
from lint.context.judging import SORTS, Curves, best_by_place  # noqa: E402
from lint.context.knowledge import (  # noqa: E402
    AFTER,
    AROUND,
    BEFORE,
    OVER_AFTER,
    OVER_BEFORE,
)
from lint.readers import read_article  # noqa: E402
from lint.shells.teaching import working  # noqa: E402
from lint.shells.teaching.choosing import chosen  # noqa: E402
from lint.shells.teaching.counting import knowledge  # noqa: E402
from lint.shells.teaching.gathering import LATER, Gatherer, Text, restored, saved  # noqa: E402
from lint.shells.teaching.levels import Scored, at_rate, chances, curves  # noqa: E402
from lint.shells.teaching.lexicon import Lexicon, learnt  # noqa: E402
from lint.shells.teaching.slips import Slipper, headline_words  # noqa: E402
from lint.shells.teaching.working import Work  # noqa: E402

_WHO = "the minister|the ministers|a spokesman|officials|the council|local teachers".split("|")
_DOES = "asks|ask|plays|play|opens|open|wanted|is asking|has opened".split("|")
_WHAT = "for a new report|the school in the city|a raft of measures|to the people of the town"


def _article(seed: int) -> Article:
    chance = random.Random(seed)
    sentences = [
        f"{chance.choice(_WHO).capitalize()} {chance.choice(_DOES)} "
        f"{chance.choice(_WHAT.split('|'))} on day {chance.randrange(10_000)}."
        for _ in range(8)
    ]
    text = f"Story {seed}\n\n" + "\n\n".join(" ".join(sentences[at : at + 2]) for at in (0, 2, 4))
    return read_article(text, "story.txt", format="plain")


def _text(many: int = 60) -> Text:
    gatherer = Gatherer()
    for seed in range(many):
        gatherer.take(_article(seed))
    return gatherer.text()


def _lexicon() -> tuple[Text, Lexicon]:
    text = _text()
    return text, learnt(text)


def test_a_paragraph_that_stood_before_counts_once() -> None:
    once, twice = Gatherer(), Gatherer()
    once.take(_article(1))
    for _ in range(2):
        twice.take(_article(1))
    assert twice.size == once.size


def test_what_is_all_capitals_teaches_nothing() -> None:
    gatherer = Gatherer()
    gatherer.take(read_article("STOCKS FALL AGAIN\n\nPRICES FELL IN LONDON.", "-", format="plain"))
    assert gatherer.size == 0


def test_a_text_comes_back_from_its_arrays() -> None:
    text = _text(5)
    again = restored(saved(text))
    assert again.spelt == text.spelt
    assert (again.words == text.words).all()
    assert (again.starts == text.starts).all()


def test_counts_without_a_fold_leave_its_articles_out() -> None:
    text, lexicon = _lexicon()
    choices = chosen(lexicon)
    whole = knowledge(lexicon, choices)
    number = lexicon.vocabulary.known
    raft = number("raft")
    folds = text.fold_of_places()
    parts = [knowledge(lexicon, choices, None, folds != fold).counts[raft] for fold in range(4)]
    assert sum(parts) == pytest.approx(3 * whole.counts[raft], rel=0.02)
    assert max(parts) < whole.counts[raft]


def test_articles_for_later_are_counted_and_teach_nothing() -> None:
    early, both = Gatherer(), Gatherer()
    for seed in range(40):
        early.take(_article(seed))
        both.take(_article(seed))
    for seed in range(40, 60):
        both.take(_article(seed), LATER)
    without, text = early.text(), both.text()
    assert text.early == without.early == len(without.words)
    before, after = learnt(without), learnt(text)
    assert before.trie.tobytes() == after.trie.tobytes()
    assert (before.counts == after.counts).all()
    choices = chosen(after)
    raft = after.vocabulary.known("raft")
    kept = np.arange(len(text.words)) < text.early
    first = knowledge(after, choices, None, kept)
    assert (first.runs.cells == knowledge(before, choices).runs.cells).all()
    assert knowledge(after, choices).counts[raft] > first.counts[raft]


def test_words_are_counted_over_a_gap_and_beside_parts_of_speech() -> None:
    _, lexicon = _lexicon()
    know = knowledge(lexicon, chosen(lexicon))
    one = [np.array([lexicon.vocabulary.known(word)]) for word in "a raft of measures".split()]
    part = [know.grammar.coarse[know.classes[word]] for word in one]
    rafts = float(know.words(one[1], one[2])[0])
    assert float(know.apart(one[1], one[3])[0]) == rafts
    assert float(know.apart(one[3], one[1])[0]) == 0
    assert float(know.mixed(AFTER, one[1], part[2])[0]) == rafts
    assert float(know.mixed(BEFORE, part[0], one[1])[0]) == rafts
    assert float(know.mixed(AROUND, part[0], one[1], part[2])[0]) == rafts
    assert float(know.mixed(OVER_AFTER, one[1], one[2], part[3])[0]) == rafts
    assert float(know.mixed(OVER_BEFORE, part[0], one[1], one[2])[0]) == rafts


def test_each_slip_is_mended_by_the_edit_that_is_noted() -> None:
    _, lexicon = _lexicon()
    know = knowledge(lexicon, chosen(lexicon))
    slipper = Slipper(know, np.random.default_rng(3), headline_words(lexicon.vocabulary.known))
    number = lexicon.vocabulary.known
    words = [number(w) for w in "the minister plays the school in the city of the town .".split()]
    kinds = set()
    for _ in range(300):
        made = slipper.slipped((words, [0] * len(words)))
        if made is None:  # no attempt fitted; with another draw one does
            continue
        (slipped, flags), slip = made
        assert len(slipped) == len(flags)
        assert slipped != words
        end = slip.at + (0 if slip.kind == 0 else 1)
        written = [] if slip.kind == 1 else [slip.write]
        assert slipped[: slip.at] + written + slipped[end:] == words
        kinds.add(slip.kind)
    assert kinds == {0, 1, 2}


def test_the_same_seed_makes_the_same_slips() -> None:
    _, lexicon = _lexicon()
    know = knowledge(lexicon, chosen(lexicon))
    words = list(range(20, 32))
    first, second = (
        [Slipper(know, np.random.default_rng(7), frozenset()).slipped((words, [0] * 12))]
        for _ in range(2)
    )
    assert first == second


def test_of_edits_beside_each_other_the_best_is_told() -> None:
    at, odds = np.array([3, 4, 5, 9]), np.array([1.0, 3.0, 2.0, 0.0], np.float32)
    assert best_by_place(at, odds).tolist() == [1, 3]


def _scored() -> Scored:
    draw = np.random.default_rng(5)
    odds = np.concatenate([draw.normal(-3, 1.5, 4000), draw.normal(1, 2, 4000)])
    sort = draw.integers(0, len(SORTS), 8000).astype(np.int8)
    slip = np.arange(8000) >= 4000
    head = np.zeros(8000, np.bool_)
    rows = np.arange(8000)
    return Scored(odds.astype(np.float32), sort, head, slip, 100_000, 0, 4000, rows)


def test_chances_rise_with_the_odds_and_stay_between_nothing_and_one() -> None:
    for odds, values in curves(_scored()).values():
        assert list(odds) == sorted(odds)
        assert list(values) == sorted(values)
        assert all(0 <= value < 1 for value in values)


def test_a_wrong_number_of_a_noun_is_believed_less_than_other_wrong_forms() -> None:
    scored = _scored()
    alike = np.arange(8000) % 2  # the same odds for both
    scored.odds[1::2] = scored.odds[::2]
    scored.slip[1::2] = scored.slip[::2]
    scored.sort[:] = np.where(alike, SORTS.index("number"), SORTS.index("wrong-form"))
    chance = chances(scored, curves(scored))
    between = (chance[::2] > 0.01) & (chance[::2] < 0.5)
    assert (chance[1::2][between] < chance[::2][between] / 1.9).all()


def test_odds_are_reached_by_the_slip_that_they_were_drawn_from_though_they_are_rounded() -> None:
    lowest = Curves({"missing-word": ([10.357], [0.9])}).least_odds(0.5)
    assert 10.35 < lowest <= 10.35652
    assert Curves({"missing-word": ([1.0, 2.0], [0.1, 0.9])}).least_odds(0.5) == 1.0
    assert Curves({"missing-word": ([1.0], [0.1])}).least_odds(0.5) == float("inf")


def test_a_threshold_lets_through_as_many_alarms_as_asked() -> None:
    scored = _scored()
    chance = chances(scored, curves(scored))
    least = at_rate(chance, ~scored.slip, scored.words, 1.0)
    assert int((chance[~scored.slip] > least).sum()) <= 100


def test_steps_of_another_version_of_models_are_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(tmp_path / "work")
    Work(folder, {"seed": 1}).step("lesson", lambda: {"one": np.arange(3)})
    assert Work(folder, {"seed": 1}).has("lesson")
    monkeypatch.setattr(working, "VERSION", 0)
    assert not Work(folder, {"seed": 1}).has("lesson")


def test_a_step_is_made_once_and_for_the_same_question_only(tmp_path: Path) -> None:
    made = []

    def make() -> dict[str, object]:
        made.append(1)
        return {"one": np.arange(3)}

    folder = str(tmp_path / "work")
    for asked in ({"seed": 1}, {"seed": 1}, {"seed": 2}):
        assert Work(folder, asked).step("lesson", make)["one"].tolist() == [0, 1, 2]
    assert len(made) == 2
    Work(folder, {"seed": 2}).done()
    assert not Path(folder).exists()
