"""Findings of a whole article, told at their places in its fields."""

from __future__ import annotations

from collections.abc import Iterable

from lint.finding import Edit, Excerpt, Finding, Fix, Related, Safety, excerpt
from lint.readers.fields import MIXED, Joined, Place
from lint.span import Lines, Position, Span
from lint.tuples import NamedTuple

HERE = ""  # the path of the article that is checked: it is no file


class FieldFinding(NamedTuple):
    """A finding in a field (its number): spans and lines are those of the field’s own text.

    ``beside`` are the fields of its related places; None for a place in another article.
    """

    field: int
    finding: Finding
    beside: tuple[int | None, ...] = ()


def in_fields(joined: Joined, findings: Iterable[Finding]) -> list[FieldFinding]:
    """Findings of a whole article as findings of its fields, by field and then by place."""
    telling = _Telling(joined)
    return in_order(telling.finding(finding) for finding in findings)


def in_order(told: Iterable[FieldFinding]) -> list[FieldFinding]:
    """Findings by field and then by place."""
    return sorted(told, key=lambda f: (f.field, f.finding.span, f.finding.rule, f.finding.entry))


class _Telling:
    """Tells findings of the whole as findings of its fields."""

    def __init__(self, joined: Joined) -> None:
        self._joined = joined
        self._lines = [Lines(field.text) for field in joined.fields]

    def finding(self, finding: Finding) -> FieldFinding:
        """A finding at its place in its field; what reached over several stands in the first."""
        place = self._joined.find(finding.span)
        span, start, end, line = self._told(place)
        fixes = (self._fix(fix, place.field) for fix in finding.fixes)
        related = [self._related(each) for each in finding.related]
        told = finding._replace(
            text=self._joined.source(place),
            span=span,
            start=start,
            end=end,
            excerpt=line,
            fixes=tuple(fix for fix in fixes if fix is not None),
            related=tuple(each for _, each in related),
        )
        return FieldFinding(place.field, told, tuple(field for field, _ in related))

    def _related(self, related: Related) -> tuple[int | None, Related]:
        if related.path != HERE:
            return None, related
        place = self._joined.find(related.span)
        span, start, end, line = self._told(place)
        return place.field, related._replace(span=span, start=start, end=end, excerpt=line)

    def _told(self, place: Place) -> tuple[Span, Position, Position, Excerpt]:
        lines, span = self._lines[place.field], place.span
        return (
            span,
            lines.position(span.start),
            lines.position(span.end),
            excerpt(self._joined.fields[place.field].text, span),
        )

    def _fix(self, fix: Fix, field: int) -> Fix | None:
        """A fix, unless it would write into more than the field of its finding."""
        safety = fix.safety
        edits = []
        for edit in fix.edits:
            place = self._joined.find(edit.span)
            if place.field != field or not self._joined.is_inside(edit.span):
                return None
            text, allowed = self._as_written(edit.text, field, place.span)
            edits.append(Edit(self._widened(edit, place.span, field), text))
            safety = "display" if allowed == "display" else safety
        return Fix(fix.title, safety, tuple(edits))

    def _as_written(self, text: str, field: int, span: Span) -> tuple[str, Safety]:
        """A text as it is written in the format of a field, where the engine could not know it."""
        if self._joined.article.format != MIXED:
            return text, "safe"
        form = self._joined.fields[field].format
        if form == "html":
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        elif form == "markdown" and self._is_front_matter(field, span):
            return text, "display"
        return text, "safe"

    def _is_front_matter(self, field: int, span: Span) -> bool:
        """Whether a place lies above a Markdown text, where some signs mean other things."""
        text = self._joined.fields[field].text
        close = text.find("\n" + text[:3], 3) if text.startswith(("---", "+++")) else -1
        return span.start < close

    def _widened(self, edit: Edit, span: Span, field: int) -> Span:
        """Of a deletion that began before its field: no empty lines are left at the top."""
        whole = edit.span.end - edit.span.start
        if edit.text or span.start or whole == span.length:
            return span
        rest = self._joined.fields[field].text[span.end :]
        return Span(span.start, span.end + len(rest) - len(rest.lstrip()))
