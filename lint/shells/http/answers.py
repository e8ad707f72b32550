"""The shapes of answers, for the description of the service; the tests hold answers to them."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lint.finding import Safety, Severity
from lint.shells.save.policy import Decision, Stage

Offset = Annotated[int, Meta(ge=0)]
FromOne = Annotated[int, Meta(ge=1)]


class SpanAnswer(Struct):
    """A half-open range, counted from 0."""

    start: Offset
    end: Offset


class PositionAnswer(Struct):
    """A line and a column, counted from 1."""

    line: FromOne
    column: FromOne


class ExcerptAnswer(Struct):
    """The line around a place, and where in it the place is."""

    line: str
    start: Offset
    end: Offset


class EditAnswer(Struct):
    """Put a text in the place of a span of the same field."""

    span: SpanAnswer
    utf16: SpanAnswer
    text: str


class FixAnswer(Struct):
    """A way to mend; all its edits are made together."""

    title: str
    safety: Safety
    edits: list[EditAnswer]


class RelatedAnswer(Struct, omit_defaults=True):
    """Another place; with a field when it stands in this article."""

    path: str
    span: SpanAnswer
    start: PositionAnswer
    end: PositionAnswer
    message: str
    excerpt: ExcerptAnswer
    field: str | None = None
    utf16: SpanAnswer | None = None


class FindingAnswer(Struct, omit_defaults=True):
    """One departure from the stylebook."""

    field: str
    path: str
    rule: str
    kind: str
    entry: str
    severity: Severity
    message: str
    text: str
    span: SpanAnswer
    utf16: SpanAnswer
    start: PositionAnswer
    end: PositionAnswer
    excerpt: ExcerptAnswer
    related: list[RelatedAnswer]
    fixes: list[FixAnswer]
    fingerprint: str
    blocks: bool = False
    confidence: Annotated[float, Meta(ge=0, le=1)] | None = None
    evidence: list[str] = []


class ToolAnswer(Struct):
    """What made the answer."""

    name: str
    version: str


class BookAnswer(Struct):
    """The stylebook: its digest changes when it does."""

    name: str
    digest: str


class RemarkAnswer(Struct):
    """What was noticed in reading a field."""

    field: str
    text: str


class SummaryAnswer(Struct):
    """The counts."""

    findings: int
    by_severity: dict[str, int]
    by_rule: dict[str, int]
    dismissed: int


class _Judged(Struct):
    """What is said of an article, checked or mended."""

    version: Literal[1]
    tool: ToolAnswer
    stylebook: BookAnswer
    stage: Stage
    decision: Decision
    findings: list[FindingAnswer]
    dismissed: list[FindingAnswer]
    remarks: list[RemarkAnswer]
    notices: Annotated[list[str], Meta(description="what of the check could not be done")]
    summary: SummaryAnswer


class CheckAnswer(_Judged):
    """What a check came to."""

    took: Annotated[float, Meta(ge=0, description="seconds")]


class MendedField(Struct):
    """A field after mending."""

    name: str
    format: str
    text: str
    changed: bool


class AppliedAnswer(Struct):
    """A finding whose fix was made; its places are those of a text that is gone."""

    field: str
    rule: str
    entry: str
    severity: Severity
    message: str
    text: str
    fingerprint: str


class FixedAnswer(_Judged):
    """The article after mending, and what is left."""

    fields: list[MendedField]
    applied: list[AppliedAnswer]
    skipped: list[str]


class RuleLine(Struct):
    """A rule in the list."""

    id: str
    kind: str
    title: str
    severity: Severity
    on: bool


class RulesAnswer(Struct):
    """Every rule of the stylebook."""

    stylebook: BookAnswer
    rules: list[RuleLine]


class RuleAnswer(Struct):
    """One rule, whole."""

    id: str
    kind: str
    title: str
    severity: Severity
    on: bool
    why: str
    message: str
    source: str
    examples: list[dict[str, str]]
    markdown: str


class DismissalAnswer(Struct):
    """A finding that is let stand."""

    article: str
    fingerprint: str
    rule: str
    reason: str
    editor: str
    words: str
    at: str


class DismissalsAnswer(Struct):
    """What is let stand, the latest first; a thousand at most."""

    dismissals: list[DismissalAnswer]


class RuleCount(Struct):
    """How often a rule was shown, its mend taken, and it was let stand."""

    rule: str
    shown: int
    taken: int
    dismissed: int


class StatisticsAnswer(Struct):
    """The counts of every rule that has spoken."""

    rules: list[RuleCount]


class StandingBook(Struct):
    """The stylebook that is at work."""

    name: str
    digest: str
    rules: int
    loaded: str
    swaps: int


class HealthAnswer(Struct):
    """How the service is: stale while the stylebook on disk is broken."""

    status: Literal["ok", "stale"]
    stylebook: StandingBook
    complaints: list[str]
    remarks: list[str]
    workers: int


class ReloadAnswer(Struct):
    """What came of a reload."""

    outcome: Literal["swapped", "unchanged"]
    stylebook: StandingBook
    complaints: list[str]
    remarks: list[str]


class ProblemPart(Struct):
    """A part of the request that is wrong."""

    field: str
    message: str


class ProblemAnswer(Struct, omit_defaults=True):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemPart] = []
    request_id: str = ""
