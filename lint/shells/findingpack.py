"""Findings and observations as plain lists and back, for the cache of findings."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lint.checks.base import Observation
from lint.finding import Edit, Excerpt, Finding, Fix, Related, Site
from lint.reports.base import Count, Passage
from lint.shells.run import FileResult
from lint.span import Position, Span

_new: Any = tuple.__new__


def pack(value: Any) -> str:
    """Findings, observations or plain data as JSON; the nouns are tuples, and become lists."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def squeezed(value: Any) -> bytes:
    """The same in fewer bytes."""
    return zlib.compress(pack(value).encode("utf-8", "surrogatepass"), 1)


def unsqueezed(packed: bytes) -> Any:
    """What was squeezed.

    Raises:
        zlib.error, ValueError: it is damaged.
    """
    return json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))


def findings_of(packed: Iterable[Sequence[Any]]) -> tuple[Finding, ...]:
    """The findings that were packed."""
    return tuple(map(_finding, packed))


def observations_of(packed: Mapping[str, Sequence[Any]]) -> dict[str, list[Observation]]:
    """The observations that were packed, by rule."""
    return {
        rule: [Observation(_site(site), data) for site, data in own] for rule, own in packed.items()
    }


def result_of(path: str, in_look: Any, shown: str, counts: str, told: bytes) -> FileResult:
    """What a row of the cache says of a file: what was written of it in the look that is asked
    for, or its findings."""
    if in_look:
        made, stood = json.loads(counts)
        return FileResult(
            path, passage=Passage(shown, tuple(Count(*count) for count in made), stood)
        )
    if not told:
        return FileResult(path)
    findings, stood, remarks = unsqueezed(told)
    return FileResult(path, findings_of(findings), findings_of(stood), {}, tuple(remarks))


def _finding(packed: Sequence[Any]) -> Finding:
    path, rule, kind, entry, severity, message, text, *rest = packed
    span, start, end, excerpt, fixes, related, fingerprint, confidence, evidence = rest
    return Finding(
        path, rule, kind, entry, severity, message, text,
        Span(*span), Position(*start), Position(*end), Excerpt(*excerpt),
        tuple(map(_fix, fixes)), tuple(map(_related, related)),
        fingerprint, confidence, tuple(evidence),
    )  # fmt: skip


def _fix(packed: Sequence[Any]) -> Fix:
    title, safety, edits = packed
    return Fix(title, safety, tuple(Edit(Span(*span), text, path) for span, text, path in edits))


def _related(packed: Sequence[Any]) -> Related:
    path, span, start, end, message, excerpt = packed
    return Related(path, Span(*span), Position(*start), Position(*end), message, Excerpt(*excerpt))


def _site(packed: Sequence[Any]) -> Site:
    # Made by the hundred thousand; the constructors take half as long again.
    path, span, start, end, text, excerpt, words = packed
    places = _new(Span, span), _new(Position, start), _new(Position, end)
    site: Site = _new(Site, (path, *places, text, _new(Excerpt, excerpt), words))
    return site
