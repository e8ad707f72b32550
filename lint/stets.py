"""Stet: what an editor lets stand, and the marks that no longer do anything."""

from __future__ import annotations

from collections.abc import Collection

from lint.article import Article, StetMark
from lint.finding import Finding, excerpt
from lint.settling import names
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


def unknown_rules(article: Article, rules: Collection[str]) -> tuple[str, ...]:
    """Remarks on the marks of an article that name no rule, and no folder, of ``rules``.

    A slip in the name would otherwise be silent: the mark lets nothing stand, and its rule is
    not at work either.
    """
    lines = Lines(article.source)
    return tuple(
        f"line {lines.position(mark.span.start).line}: this stet names “{name}”, which is no rule"
        " and no folder of rules; see copydesk rules list --all"
        for mark in article.stets
        for name in mark.rules
        if not any(names(name, rule) for rule in rules)
    )
