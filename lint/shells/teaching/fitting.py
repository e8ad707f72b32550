"""Boosted trees by scikit-learn, taken over into plain arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats
from lint.context.trees import Trees

_TREES, _LEAVES, _DEPTH, _RATE = 250, 63, 9, 0.07
_FIRST_TREES, _FIRST_LEAVES, _FIRST_DEPTH, _FIRST_RATE = 60, 31, 7, 0.15
_HOPE = 0.003  # of the slips of the lessons may be given up after the early trees


def fitted(
    rows: Floats, slip: NDArray[np.bool_], weight: Floats, seed: int, *, first: bool = False
) -> Trees:
    """Trees that tell slips from clean text; the ``first`` are fewer, to look for hard cases.

    Raises:
        ImportError: scikit-learn is not installed.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    learner = HistGradientBoostingClassifier(
        max_iter=_FIRST_TREES if first else _TREES,
        learning_rate=_FIRST_RATE if first else _RATE,
        max_leaf_nodes=_FIRST_LEAVES if first else _LEAVES,
        max_depth=_FIRST_DEPTH if first else _DEPTH,
        min_samples_leaf=60, l2_regularization=3.0, max_bins=64, early_stopping=False,
        max_features=0.5, random_state=seed,
    )  # fmt: skip
    with threadpool_limits(limits=1):  # the same bytes everywhere; more threads gain little
        learner.fit(rows, slip, sample_weight=weight)
    trees = _taken(learner)
    if slip.any():
        early, final = trees.early(rows[slip]), trees(rows[slip])
        good = final > np.quantile(final, 0.3)
        trees.hope = float(np.quantile(early[good] if good.any() else early, _HOPE))
    return trees


def _taken(learner: Any) -> Trees:
    """The trees of a fitted learner as arrays."""
    forest = [one[0].nodes for one in learner._predictors]
    size = max(map(len, forest))
    shape = (len(forest), size)
    column, left, right = (np.zeros(shape, np.uint8) for _ in range(3))
    threshold, value = np.zeros(shape, np.float32), np.zeros(shape, np.float16)
    for number, nodes in enumerate(forest):
        many = len(nodes)
        own = np.arange(many)
        leaf = nodes["is_leaf"].astype(bool)
        column[number, :many] = np.where(leaf, 0, nodes["feature_idx"])
        threshold[number, :many] = _below(nodes["num_threshold"])
        left[number, :many] = np.where(leaf, own, nodes["left"])
        right[number, :many] = np.where(leaf, own, nodes["right"])
        value[number, :many] = np.where(leaf, nodes["value"], 0)
    base = float(np.ravel(learner._baseline_prediction)[0])
    depth = max(int(nodes["depth"].max()) for nodes in forest)
    return Trees(column, threshold, left, right, value, base, depth, -1e9)


def _below(thresholds: NDArray[np.float64]) -> Floats:
    """Thresholds in thirty-two bits that no value of thirty-two bits is on the wrong side of."""
    near = thresholds.astype(np.float32)
    too_high = near.astype(np.float64) > thresholds
    near[too_high] = np.nextafter(near[too_high], np.float32(-np.inf))
    return near
