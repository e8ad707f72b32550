"""What ``import lint`` offers: check and fix articles against a stylebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from lint.article import Article
from lint.checks.base import Observation
from lint.engine import Engine, Setting
from lint.finding import Finding
from lint.fixing import Mended, mend
from lint.readers import read_article
from lint.stylebook.book import Stylebook, load_stylebook


@lru_cache(maxsize=8)
def _engine(book: Stylebook) -> tuple[Engine, dict[str, Setting]]:
    on = [rule for rule in book.cards if book.is_on(rule)]
    settings = {
        rule: Setting(severity=setting.severity, min_confidence=setting.min_confidence)
        for rule, setting in book.settings.items()
        if rule in on
    }
    return Engine(book.roster(on)), settings


@lru_cache(maxsize=1)
def _shipped() -> Stylebook:
    return load_stylebook()


def check(article: Article, stylebook: Stylebook | None = None) -> tuple[Finding, ...]:
    """Check one article; the findings come in order of place.

    Without a stylebook the one that ships is used. What compares articles with each other
    is left to :func:`check_all`.
    """
    engine, settings = _engine(stylebook or _shipped())
    return engine.check(article, settings).findings


def check_all(
    articles: Iterable[Article], stylebook: Stylebook | None = None
) -> tuple[Finding, ...]:
    """Check several articles, and compare them with each other.

    The findings come article by article, those about several articles last.
    """
    engine, settings = _engine(stylebook or _shipped())
    found: list[Finding] = []
    seen: dict[str, list[Observation]] = {}
    for article in articles:
        checked = engine.check(article, settings)
        found.extend(checked.findings)
        for rule, observations in checked.observations.items():
            seen.setdefault(rule, []).extend(observations)
    return (*found, *engine.compare(seen, settings))


def fix(article: Article, stylebook: Stylebook | None = None, *, unsafe: bool = False) -> Mended:
    """Apply the safe fixes of an article (with ``unsafe`` also those that ask for a look).

    Returns the mended source, the findings that were mended and those that remain. Nothing
    is written.
    """
    book = stylebook or _shipped()

    def again(source: str) -> tuple[Finding, ...]:
        mended = read_article(source, article.path, format=article.format)
        return check(replace(mended, metadata=article.metadata), book)

    return mend(article.source, again, unsafe=unsafe)
