"""Logistic regression whose every feature is a table of one number a word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from scipy.optimize import minimize

Array = npt.NDArray[np.float64]
Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Design:
    """What a model is fitted to: one row a use of either word.

    ``near`` has a column for each word at each place (and each run of words, and each fact);
    ``story`` one row an article, ``article`` says whose article a row's is. ``blocks`` are the
    ranges of the columns of ``near`` and of ``story`` whose words have ``vectors`` (a row a
    column of the block). ``scale`` weighs the columns: a small one is held back, and so is
    everything by a large ``ridge``. ``second`` says which word was meant, ``learn`` which rows may
    be fitted to. The last ``alone`` rows are stories without a use: they count for
    ``alone_share`` of the whole.
    """

    near: sp.csr_matrix
    near_scale: Array
    near_blocks: tuple[tuple[int, int], ...]
    story: sp.csr_matrix | None
    story_scale: Array
    article: npt.NDArray[np.int64]
    vectors: Vectors
    vector_scale: float
    story_vector_scale: float
    second: npt.NDArray[np.bool_]
    learn: npt.NDArray[np.bool_]
    alone: int = 0
    alone_share: float = 0.0
    ridge: float = 5e-5
    rounds: int = 80


@dataclass(frozen=True)
class Fitted:
    """The numbers of a model: one a column of ``near`` and of ``story``, and the bias.

    ``turns`` (a column a block, the story last) are what a word's vector is multiplied by to
    give its part of the number: so a word that no use had beside it has a number too.
    """

    near: Vectors
    story: Vectors
    bias: float
    turns: Vectors

    def scores(self, design: Design) -> Array:
        """Log odds that the second word of the pair was meant, for every row."""
        made = design.near @ self.near + self.bias
        if design.story is not None:
            made = made + (design.story @ self.story)[design.article]
        return np.asarray(made)


class _Problem:
    """What is minimised: theta is a weight a column met often enough, then the turns, then bias."""

    def __init__(self, design: Design, rows: npt.NDArray[np.int64]):
        self.design = design
        near = design.near[rows]
        self.columns = np.flatnonzero(np.bincount(near.indices, minlength=near.shape[1]) >= 3)
        self.scale = design.near_scale[self.columns]
        self.near = near.astype(np.float32)
        self.near_back = self.near.T.tocsr()
        self.article = design.article[rows]
        self.sign = np.where(design.second[rows], 1.0, -1.0)
        self.weight = _weights(design, rows)
        self.size, self.blocks = design.vectors.shape[1], len(design.near_blocks)
        self.story = None
        if design.story is not None:
            used, self.article = np.unique(self.article, return_inverse=True)
            self.story = design.story[used].astype(np.float32)
            self.story_back = self.story.T.tocsr()
            told = np.bincount(self.story.indices, minlength=self.story.shape[1]) >= 8
            self.story_columns = np.flatnonzero(told)
            self.story_scale = design.story_scale[self.story_columns]
        self.turned = self.blocks + (self.story is not None)

    def length(self) -> int:
        """How many numbers theta has."""
        more = len(self.story_columns) if self.story is not None else 0
        return int(len(self.columns) + more + self.size * self.turned + 1)

    def fitted(self, theta: Array) -> Fitted:
        """The tables that theta stands for."""
        design = self.design
        count = len(self.columns)
        near = np.zeros(self.near.shape[1], np.float32)
        near[self.columns] = theta[:count] * self.scale
        turned = theta[-1 - self.size * self.turned : -1].reshape(self.size, self.turned)
        turns = (turned * design.vector_scale).astype(np.float32)
        if self.story is not None:
            turns[:, -1] *= design.story_vector_scale / design.vector_scale
        made = design.vectors @ turns
        for block, (first, last) in enumerate(design.near_blocks):
            near[first:last] += made[:, block]
        story = np.zeros(0, np.float32)
        if self.story is not None:
            story = made[:, -1].copy()
            story[self.story_columns] += (
                theta[count : count + len(self.story_columns)] * self.story_scale
            ).astype(np.float32)
        return Fitted(near, story, float(theta[-1]), turns)

    def loss(self, theta: Array, ridge: float) -> tuple[float, Array]:
        """The loss and its slope."""
        design = self.design
        fitted = self.fitted(theta)
        score = self.near @ fitted.near + fitted.bias
        if self.story is not None:
            score = score + (self.story @ fitted.story)[self.article]
        margin = self.sign * score
        value = float(self.weight @ np.logaddexp(0, -margin)) + ridge / 2 * float(
            theta[:-1] @ theta[:-1]
        )
        pull = -self.sign * self.weight / (1 + np.exp(np.clip(margin, -60, 60)))
        back = self.near_back @ pull.astype(np.float32)
        parts = [back[self.columns] * self.scale]
        down = np.empty((design.vectors.shape[0], self.turned), np.float32)
        for block, (first, last) in enumerate(design.near_blocks):
            down[:, block] = back[first:last]
        if self.story is not None:
            of_article = np.bincount(self.article, weights=pull, minlength=self.story.shape[0])
            told = self.story_back @ of_article.astype(np.float32)
            parts.append(told[self.story_columns] * self.story_scale)
            down[:, -1] = told * (design.story_vector_scale / design.vector_scale)
        parts.append((design.vectors.T @ down).ravel() * design.vector_scale)
        parts.append(np.array([pull.sum()]))
        slope = np.concatenate(parts).astype(np.float64)
        slope[:-1] += ridge * theta[:-1]
        return value, slope


def _weights(design: Design, rows: npt.NDArray[np.int64]) -> Array:
    """What each row counts for: the two words alike however often each is used."""
    second, alone = design.second[rows], rows >= len(design.second) - design.alone
    if not alone.any():
        share = second.mean()
        return np.asarray(np.where(second, 0.5 / share, 0.5 / (1 - share)) / len(rows))
    weight = np.zeros(len(rows))
    for side in (False, True):
        for lone, share in ((False, 1 - design.alone_share), (True, design.alone_share)):
            chosen = (second == side) & (alone == lone)
            weight[chosen] = 0.5 * share / max(int(chosen.sum()), 1)
    return weight


def fit(design: Design, rows: npt.NDArray[np.int64]) -> Fitted:
    """Fit the tables to some rows."""
    problem = _Problem(design, rows)
    found = minimize(
        problem.loss, np.zeros(problem.length()), args=(design.ridge,), jac=True,
        method="L-BFGS-B", options={"maxiter": design.rounds, "maxcor": 8},
    )  # fmt: skip
    return problem.fitted(found.x)
