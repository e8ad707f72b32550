"""Words of like use lie close together, and a network learns what should not stand together."""

from __future__ import annotations

import random

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")
pytest.importorskip("threadpoolctl")

from lint.context.windows import Network, with_column  # noqa: E402
from lint.shells.teaching.networks import Windows, trained, vectors  # noqa: E402

_VERBS, _NOUNS, _SMALL = range(10, 40), range(40, 80), range(2, 10)


def _text() -> object:
    chance = random.Random(4)
    words = [0, 0, 0]
    for _ in range(4000):
        words += [2, chance.choice(_NOUNS), chance.choice(_VERBS), 3, chance.choice(_NOUNS), 4, 0]
    return np.array([*words, 0, 0])


def test_words_that_stand_between_the_same_words_are_close() -> None:
    numbers = vectors(_text(), 80)
    assert numbers.shape == (80, 32)
    near = numbers / np.linalg.norm(numbers, axis=1, keepdims=True).clip(1e-9)
    verbs, nouns = near[list(_VERBS)].mean(axis=0), near[list(_NOUNS)].mean(axis=0)
    assert float((near[list(_VERBS)] @ verbs).min()) > float((near[list(_NOUNS)] @ verbs).max())
    assert float((near[list(_NOUNS)] @ nouns).min()) > float((near[list(_VERBS)] @ nouns).max())


def _lesson(seed: int) -> Windows:
    """Two words each; a noun in the place of the verb is a slip."""
    draw = np.random.default_rng(seed)
    slip = draw.random(6000) < 0.3
    first = draw.choice(list(_NOUNS), 6000)
    second = np.where(slip, draw.choice(list(_NOUNS), 6000), draw.choice(list(_VERBS), 6000))
    weight = np.ones(6000, np.float32)
    return Windows(np.stack([first, second], axis=1).astype(np.int32), slip, weight)


def test_a_network_tells_what_it_was_taught_and_the_same_each_time() -> None:
    start = vectors(_text(), 80)
    ((network,), (again,)) = (trained(start, [_lesson(1)], seed=3) for _ in range(2))
    fresh = _lesson(2)
    odds = network(fresh.words)
    assert float(odds[fresh.slip].min()) > float(odds[~fresh.slip].max())
    assert (odds == again(fresh.words)).all()


def test_what_a_network_says_is_the_last_column() -> None:
    flat = Network(
        np.zeros((5, 2), np.int8), np.zeros((4, 3), np.float32), np.zeros(3, np.float32),
        np.array([0, 0, 0, -1.5], np.float32),
    )  # fmt: skip
    rows = with_column(np.ones((2, 3), np.float32), flat, np.array([[1, 2], [3, 4]]))
    assert rows.tolist() == [[1, 1, 1, -1.5]] * 2
    assert len(flat(np.zeros((0, 2), np.int32))) == 0
