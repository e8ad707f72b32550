"""Stet: what an editor lets stand, and the marks that no longer do anything."""

from __future__ import annotations

from lint.article import Article, StetMark
from lint.finding import Finding, excerpt
from lint.span import Lines
from lint.telling import fingerprint


def unused_mark(article: Article, mark: StetMark, rule: str, lines: Lines) -> Finding:
    """The finding for a mark in the copy that lets nothing stand any more.

    ``lines`` are those of the article's source.
    """
    start, end = lines.position(mark.span.start), lines.position(mark.span.end)
    text = article.source[mark.span.start : mark.span.end]
    return Finding(
        path=article.path,
        rule=rule,
        kind="stet",
        entry=", ".join(mark.rules),
        severity="warning",
        message="This stet lets nothing stand any more. Take it out.",
        text=text,
        span=mark.span,
        start=start,
        end=end,
        excerpt=excerpt(article.source, mark.span),
        fingerprint=fingerprint(rule, ", ".join(mark.rules), text, ""),
    )
