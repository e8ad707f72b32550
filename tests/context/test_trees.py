"""Trees as arrays decide as the rows say; rows without hope are given up early."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from lint.context.trees import Trees  # noqa: E402


def _forest(many: int, hope: float) -> Trees:
    """Trees of one split each: column 1 above 2.0 is worth 1, below it -1."""
    column = np.tile(np.array([1, 0, 0], np.int16), (many, 1))
    threshold = np.tile(np.array([2.0, 0, 0], np.float32), (many, 1))
    left = np.tile(np.array([1, 1, 2], np.int16), (many, 1))
    right = np.tile(np.array([2, 1, 2], np.int16), (many, 1))
    value = np.tile(np.array([0, -1.0, 1.0], np.float32), (many, 1))
    return Trees(column, threshold, left, right, value, base=0.5, depth=1, hope=hope)


_ROWS = np.array([[9, 1.0], [9, 2.0], [9, 2.5]], np.float32)


def test_the_leaves_of_all_trees_add_up_to_the_log_odds() -> None:
    assert _forest(10, hope=-1e9)(_ROWS).tolist() == [-9.5, -9.5, 10.5]


def test_rows_without_hope_are_put_far_below() -> None:
    odds = _forest(40, hope=0.0)(_ROWS)
    assert odds[2] == 40.5
    assert (odds[:2] < -40).all()


def test_no_rows_have_no_odds() -> None:
    assert len(_forest(3, hope=0.0)(np.empty((0, 2), np.float32))) == 0
