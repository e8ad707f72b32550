"""The table of counts gives back what was put in, and next to nothing else."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from lint.context.counts import VALUES, CountTable, built, hashed, level  # noqa: E402


def _keys(many: int, seed: int) -> object:
    drawn = np.random.default_rng(seed).integers(1, 2**62, many).astype(np.uint64)
    return np.unique(drawn)


@pytest.mark.parametrize("many", [1, 7, 500, 40_000])
def test_every_run_put_in_has_its_count(many: int) -> None:
    keys = _keys(many, 1)
    counts = np.random.default_rng(2).integers(1, 5000, len(keys))
    table = CountTable(built(keys, level(counts)))
    assert (table(keys) == VALUES[level(counts)]).all()


def test_small_counts_are_exact_and_large_ones_near() -> None:
    assert VALUES[level(np.array([1, 2, 3, 4]))].tolist() == [1, 2, 3, 4]
    large = np.array([10, 100, 1000, 100_000, 400_000])
    assert (np.abs(np.log2(VALUES[level(large)] / large)) < 0.4).all()


def test_runs_that_were_not_put_in_are_seldom_taken_for_others() -> None:
    table = CountTable(built(_keys(20_000, 1), level(np.full(20_000, 3))))
    strangers = _keys(100_000, 99)
    assert (table(strangers) > 0).mean() < 1 / 1000


def test_the_same_run_twice_is_refused() -> None:
    keys = np.array([5, 5], np.uint64)
    with pytest.raises(ValueError, match="the same"):
        built(keys, level(np.array([1, 2])))


def test_the_order_of_words_and_the_sort_of_run_count() -> None:
    one, two = np.array([3]), np.array([4])
    hashes = {int(hashed(salt, *run)[0]) for salt in (1, 2) for run in ((one, two), (two, one))}
    assert len(hashes) == 4


def test_an_empty_question_has_an_empty_answer() -> None:
    table = CountTable(built(_keys(10, 1), level(np.full(10, 1))))
    assert len(table(np.array([], np.uint64))) == 0
