"""Section and dateline of every article, as the model will know them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from benchmarks.corpora import NAMES, corpus
from benchmarks.train.confusions.text import Text
from lint.article import Article
from lint.checks.confusion.setting import SETTINGS, setting_of
from lint.readers import read_article

_IN_SECTIONS = "bbc2004"  # the corpus whose files are named by section: “sport_001.txt”


def settings(text: Text) -> dict[str, npt.NDArray[np.bool_]]:
    """For each fact of :data:`SETTINGS`, of which articles it is known."""
    known = {fact: np.zeros(len(text.name), np.bool_) for fact in SETTINGS}
    number = 0
    for name in NAMES:
        for path in corpus(name):
            assert text.name[number] == f"{name}/{path.name}"
            article = read_article(path.read_bytes(), str(path), format="plain")
            for fact in setting_of(_placed(article, name, path.stem)):
                known[fact][number] = True
            number += 1
    return known


def _placed(article: Article, corpus_name: str, stem: str) -> Article:
    """The article with the section that its file is named by, where that is so."""
    if corpus_name != _IN_SECTIONS:
        return article
    section = stem.partition("_")[0]
    return replace(article, metadata=replace(article.metadata, section=section))
