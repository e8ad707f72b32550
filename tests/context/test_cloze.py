"""A network that reads sentences from both ends: what it learns, and what it says of places."""

from __future__ import annotations

import random
from typing import Any

import pytest

np = pytest.importorskip("numpy")

from lint.context.cloze import Cloze, cloze_arrays, cloze_of  # noqa: E402
from lint.context.edits import all_edits  # noqa: E402
from lint.context.knowledge import Choices  # noqa: E402
from lint.context.page import Page, joined  # noqa: E402
from lint.shells.teaching.choosing import chosen  # noqa: E402
from lint.shells.teaching.clozes import sentences, taught_cloze  # noqa: E402
from lint.shells.teaching.counting import knowledge  # noqa: E402
from lint.shells.teaching.gathering import Gatherer  # noqa: E402
from lint.shells.teaching.guessing import answers  # noqa: E402
from lint.shells.teaching.lexicon import learnt  # noqa: E402
from lint.shells.teaching.recurrent import Reader  # noqa: E402
from tests.context.test_teaching import _article  # noqa: E402

_THE, _OF, _PLAY, _PLAYS = 20, 21, 22, 23
_MEN, _MAN = range(30, 50), range(50, 70)
_SIZE = 70


def _sentence(draw: random.Random) -> list[int]:
    """“The men of the man play”: the verb agrees with the first noun."""
    many = draw.random() < 0.5
    first, second = (draw.choice(_MEN), draw.choice(_MAN)) if many else (
        draw.choice(_MAN), draw.choice(_MEN)
    )  # fmt: skip
    return [_THE, first, _OF, _THE, second, _PLAY if many else _PLAYS]


def _text(sentences: int) -> Any:
    draw = random.Random(3)
    words = [0, 0, 0]
    for _ in range(sentences):
        words += [*_sentence(draw), 0, 0, 0]
    return np.array([*words, 0, 0], np.int32)


def _choices() -> Choices:
    """“the” and “of” may be put in and taken out, “play” stands for “plays” and back."""
    small = np.array([_THE, _OF], np.int32)
    pairs = [(_PLAY, _PLAYS), (_PLAYS, _PLAY)]
    offsets = np.searchsorted([wrong for wrong, _ in pairs], np.arange(_SIZE + 1))
    targets = np.array([right for _, right in pairs], np.int32)
    return Choices(small, small, offsets.astype(np.int32), targets, np.array([11, 12], np.int8))


def _taught(sentences: int = 3000) -> Cloze:
    pytest.importorskip("threadpoolctl")
    words = _text(sentences)
    counts = np.bincount(words, minlength=_SIZE).astype(np.float32)
    kept = np.ones(len(words), np.bool_)
    return taught_cloze(words, kept, _choices(), counts, 5)


@pytest.fixture(scope="module")
def cloze() -> Cloze:
    return _taught()


def _framed(*sentences: list[int]) -> Any:
    words = [0] * 5
    for sentence in sentences:
        words += [*sentence, 0, 0, 0]
    return np.array([*words, 0, 0], np.int32)


def test_the_verb_that_agrees_is_likelier_though_another_noun_stands_beside_it(
    cloze: Cloze,
) -> None:
    heard = cloze.heard(
        _framed([_THE, 31, _OF, _THE, 60, _PLAYS], [_THE, 61, _OF, _THE, 33, _PLAY])
    )
    at, here = np.array([10, 19]), np.array([_PLAYS, _PLAY])
    gains = heard.replaced(at, here, np.array([_PLAY, _PLAYS]))
    assert float(gains.min()) > 2
    assert float(heard.replaced(at, np.array([_PLAY, _PLAYS]), here).max()) < -2


def test_a_word_left_out_is_likelier_than_nothing_and_a_word_too_many_less_likely(
    cloze: Cloze,
) -> None:
    heard = cloze.heard(_framed([_THE, 31, _THE, 60, _PLAY], [_THE, 31, _OF, _OF, _THE, 60, _PLAY]))
    small = np.array([_THE, _OF])
    missing, whole = heard.inserted(np.array([7, 6]), small)
    assert float(missing[1]) > 1 > float(missing[0])
    assert float(whole.max()) < -2
    assert float(heard.deleted(np.array([15]), np.array([_OF]))[0]) > 1


def test_columns_give_the_gain_and_the_chances_it_is_made_of(cloze: Cloze) -> None:
    heard = cloze.heard(_framed([_THE, 31, _THE, 60, _PLAY]))
    at, here, write = np.array([7, 7]), np.array([_THE, _THE]), np.array([_OF, _THE])
    columns = heard.columns(0, at, here, write)
    assert columns[:, 0] == pytest.approx(heard.inserted(at[:1], write)[0], abs=1e-4)
    assert columns[:, 0] == pytest.approx(columns[:, 1] - columns[:, 2], abs=1e-4)
    assert float(columns[:, 1:3].max()) <= 0
    assert float(columns[0, 3]) == 0  # nothing likelier than the better of the two
    assert columns[:, 2] == pytest.approx(columns[:, 5])  # what was there is nothing


def test_a_sentence_is_read_alike_alone_and_among_others(cloze: Cloze) -> None:
    draw = random.Random(8)
    many = [_sentence(draw)[: draw.randrange(2, 7)] for _ in range(9)]
    page = cloze.heard(_framed(*many))
    start = 0
    small = slice(cloze.small)
    for sentence in many:
        alone = cloze.heard(_framed(sentence))
        rows = slice(start, start + len(sentence))
        odds = cloze.odds(page.gaps[rows], small)
        assert np.allclose(odds, cloze.odds(alone.gaps, small), atol=1e-3)
        assert np.allclose(page.words[rows], alone.words, atol=1e-2, rtol=1e-3)
        start += len(sentence)


def test_nothing_is_heard_where_there_are_no_words(cloze: Cloze) -> None:
    heard = cloze.heard(np.zeros(10, np.int32))
    assert heard.gaps.shape[0] == heard.words.shape[0] == 0
    assert heard.columns(1, *(np.zeros(0, np.int64),) * 3).shape == (0, 6)


def test_the_same_text_and_seed_teach_the_same_network() -> None:
    first, second = (cloze_arrays(_taught(300)) for _ in range(2))
    assert all((first[name] == second[name]).all() for name in first)


def test_a_network_comes_back_from_its_arrays(cloze: Cloze) -> None:
    again = cloze_of(cloze_arrays(cloze))
    assert again.small == cloze.small
    words = _framed([_THE, 31, _OF, _THE, 60, _PLAY])
    every = slice(None)
    odds = cloze.odds(cloze.heard(words).words, every)
    assert (again.odds(again.heard(words).words, every) == odds).all()


def test_sentences_very_short_or_left_out_are_not_read() -> None:
    words = _framed([20] * 3, [20] * 4, [20] * 70, [20] * 71, [20] * 8)
    kept = np.ones(len(words), np.bool_)
    kept[-15:] = False
    found = sentences(words, kept)
    assert (found.ends - found.starts).tolist() == [4, 70]


def test_every_answer_has_a_number_of_its_own_and_small_words_stand_first() -> None:
    known = answers(_choices(), np.ones(_SIZE, np.float32))
    assert known.words.tolist() == [-1, _THE, _OF, _PLAY, _PLAYS]
    assert known.small == 3
    assert known.number[[_THE, _PLAYS, 30]].tolist() == [1, 4, -1]
    assert known.mistaken[[3, 4], 0].tolist() == [4, 3]
    assert (known.mistaken[:3] < 0).all()


class _Noted:
    """Takes the place of what moves weights, and notes the slopes."""

    def move(self, *given: Any) -> None:
        self.given = given


@pytest.mark.parametrize("name", ["inside", "inner", "start"])
def test_slopes_are_what_small_steps_show(name: str) -> None:
    draw = np.random.default_rng(2)
    reader = Reader(20, 5, 4, draw)
    words = draw.integers(0, 20, (2, 6, 3))
    wanted = draw.normal(size=(6, 2, 3, 4)).astype(np.float32)
    noted = reader._coach = _Noted()  # type: ignore[assignment]
    reader._words = _Noted()  # type: ignore[assignment]
    reader.read(words)
    reader.learn(wanted, 0.1)
    slope = noted.given[0][("inside", "inner", "start").index(name)]
    weights = getattr(reader, name)

    def told() -> float:
        return float((reader.read(words) * wanted).sum(dtype=np.float64))

    for place in draw.integers(0, weights.size, 6):
        at = np.unravel_index(place, weights.shape)
        own = weights[at]
        weights[at] = own + 0.01
        more = told()
        weights[at] = own - 0.01
        less = told()
        weights[at] = own
        assert (more - less) / 0.02 == pytest.approx(float(slope[at]), abs=2e-3, rel=2e-2)


def _edits(page: Page) -> set[tuple[int, int]]:
    pairs = [zip(each.at.tolist(), each.write.tolist(), strict=True) for each in all_edits(page)]
    return {pair for each in pairs for pair in each}


def test_an_edit_passes_that_the_network_is_sure_of_though_pairs_speak_against_it() -> None:
    pytest.importorskip("threadpoolctl")
    gatherer = Gatherer()
    for seed in range(60):
        gatherer.take(_article(seed))
    lexicon = learnt(gatherer.text())
    choices = chosen(lexicon)
    number = lexicon.vocabulary.known
    words = [number(w) for w in "the minister plays the school to the people .".split()]
    page = Page(*joined([(words, [0] * len(words))]), knowledge(lexicon, choices))
    assert page.heard is None
    before = _edits(page)
    nothing_read = np.zeros(len(lexicon.words), np.bool_)
    network = taught_cloze(lexicon.words, nothing_read, choices, lexicon.counts, 1)
    sure = cloze_of(cloze_arrays(network))
    sure.answer_start[int(sure.number[number("of")])] += 40
    page = Page(*joined([(words, [0] * len(words))]), knowledge(lexicon, choices, sure))
    after = _edits(page)
    everywhere = {(at, number("of")) for at in range(6, 5 + len(words))}
    assert everywhere <= after
    assert not everywhere <= before
