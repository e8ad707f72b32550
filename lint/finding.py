"""What the editor is told: findings, their fixes, and what was told beside them."""

from __future__ import annotations

from typing import Literal, get_args

from lint.span import Position, Span
from lint.tuples import NamedTuple

Severity = Literal["error", "warning", "suggestion"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # gravest first
Safety = Literal["safe", "unsafe", "display"]
SAFETIES: tuple[Safety, ...] = get_args(Safety)  # safest first


def at_least(severity: Severity, floor: Severity) -> bool:
    """Whether a severity is as grave as the floor, or graver."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(floor)


class Edit(NamedTuple):
    """Put ``text`` in place of a span of the source; ``path`` only where it is another file."""

    span: Span
    text: str
    path: str = ""


class Fix(NamedTuple):
    """A way to mend a finding.

    ``safe`` may be written without asking, ``unsafe`` only when asked for, ``display`` is
    shown and never written.
    """

    title: str
    safety: Safety
    edits: tuple[Edit, ...]


_AROUND, _SLIP = 200, 400  # code points that an excerpt keeps beside a slip and of it


class Excerpt(NamedTuple):
    """The line of the source around a finding, and where in that line it stands.

    ``start`` and ``end`` are code points from the beginning of ``line``. Of a long line only
    the part around the slip is kept.
    """

    line: str
    start: int
    end: int


def excerpt(text: str, slip: Span) -> Excerpt:
    """The excerpt of a slip in a text; it stays in the line that the slip begins in.

    Costs the same however long the line is.
    """
    before = text[max(0, slip.start - _AROUND) : slip.start]
    before = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    end = min(slip.end, slip.start + _SLIP)
    after = text[slip.start : end + _AROUND]
    length = min((at for mark in "\n\r" if (at := after.find(mark)) >= 0), default=len(after))
    return Excerpt(
        before + after[:length], len(before), len(before) + min(length, end - slip.start)
    )


class Site(NamedTuple):
    """A place in an article, complete enough to be told of when the article is gone.

    ``text`` is the source at ``span``; ``words`` are the words before and after it that
    go into a fingerprint.
    """

    path: str
    span: Span
    start: Position
    end: Position
    text: str
    excerpt: Excerpt
    words: str


class Related(NamedTuple):
    """Another place that belongs to a finding (the first of two spellings, a twin headline)."""

    path: str
    span: Span
    start: Position
    end: Position
    message: str
    excerpt: Excerpt


class Finding(NamedTuple):
    """One departure from the stylebook, with its exact place in the source.

    ``text`` is the source found at ``span``; ``start`` and ``end`` are the same span as
    lines and columns. ``fingerprint`` identifies the finding by rule, entry and the words
    around it, whatever its position. ``confidence`` (0 to 1) and ``evidence`` belong to
    inferred kinds.
    """

    path: str
    rule: str
    kind: str
    entry: str
    severity: Severity
    message: str
    text: str
    span: Span
    start: Position
    end: Position
    excerpt: Excerpt
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    confidence: float | None = None
    evidence: tuple[str, ...] = ()
