"""What the hand-made evidence of a rule says of uses in the corpora, before a model is asked."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from benchmarks.corpora import NAMES, ROOT, corpus
from benchmarks.train.confusions.text import Text
from benchmarks.train.confusions.uses import Ints, Uses
from lint.article import Article
from lint.checks.confusion.company import Surroundings, places_of
from lint.checks.confusion.entries import ConfusionsOptions, by_evidence
from lint.checks.confusion.judge import Context, Story
from lint.readers import read_article
from lint.stylebook.book import load_stylebook


def cleared(text: Text, uses: Uses, chosen: Ints, rule: str) -> npt.NDArray[np.bool_]:
    """Which of the chosen uses of a rule's first wrong word keep company in which it is right."""
    options = load_stylebook(ROOT / "rules").checks[rule].options
    assert isinstance(options, ConfusionsOptions)
    evidence = by_evidence(options.entries[0], options.lists)
    paths = {f"{name}/{path.name}": path for name in NAMES for path in corpus(name)}
    starts = np.searchsorted(text.article, np.arange(len(text.name)))
    made = np.zeros(len(chosen), np.bool_)
    for n, use in enumerate(chosen):
        number = text.article[uses.at[use]]
        path = paths[text.name[number]]
        article = read_article(path.read_bytes(), str(path), format="plain")
        place = _place(article, int(uses.at[use] - starts[number]))
        found = article.prose[place.start : place.end]
        made[n] = evidence.clears(Context(found, place, Story(article.prose, article)))
    return made


def _place(article: Article, number: int) -> Surroundings:
    """The token of that number in an article, counted through its blocks."""
    for block in article.blocks:
        places = places_of(article.prose, block.start, block.end)
        if number < len(places):
            start, end = places[number]
            return Surroundings(article.prose, start, end, block.start, block.end)
        number -= len(places)
    raise ValueError("the article has fewer words than were read")
