"""What goes over a place is the same whether it is asked for alone or among all others."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from lint.context.columns import scored  # noqa: E402
from lint.context.edits import all_edits  # noqa: E402
from lint.context.model import open_model  # noqa: E402
from lint.context.page import Page  # noqa: E402
from lint.readers import read_article  # noqa: E402
from lint.reading import Reading  # noqa: E402

_COPY = """Handful of shops reopen

A handful shops have reopened in the the town, council officer say, after the river bursts its
banks on Friday night. They hopes that most of of the road will be clear by the end the week.
"""


@pytest.fixture(scope="module")
def page() -> Page:
    reading = Reading(read_article(_COPY, "copy", format="plain"))
    (found,) = open_model()._pages(reading)
    return found[0]


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_an_edit_is_scored_alike_alone_and_among_others(page: Page, kind: int) -> None:
    groups = all_edits(page)
    assert len(groups[kind]) > 3
    together = scored(page, groups)[kind]
    for number in range(0, len(groups[kind]), 3):
        own = [edits.chosen([number] if n == kind else []) for n, edits in enumerate(groups)]
        alone = scored(page, own)[kind]
        for all_, one in zip(together, alone, strict=True):
            for many, single in zip((*all_[0], *all_[1]), (*one[0], *one[1]), strict=True):
                assert np.allclose(many[number], single[0], atol=1e-6)


def test_longer_runs_are_no_commoner_than_the_pairs_that_they_are_made_of(page: Page) -> None:
    for (old, _), (new, _) in scored(page, all_edits(page)):
        assert np.isfinite(old.words).all()
        assert np.isfinite(new.classes).all()
    (over, _), _ = scored(page, all_edits(page))[2]
    left, right, *threes = over.counts[:, :5].T
    assert (threes[0] <= left).all()
    assert (threes[1] <= np.minimum(left, right)).all()
    assert (threes[2] <= right).all()
