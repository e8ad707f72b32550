"""A fix said in words: what stands there, and what is to be written instead."""

from __future__ import annotations

import re

from lint.finding import Edit, Finding, Fix, Safety
from lint.frozen import Frozen
from lint.late import late
from lint.reports.legible import legible, unlike

_LONG = 60  # a longer text is shown by its beginning and its end
_LAST_WORD = late(r"\S+\Z")
_FIRST_WORD = late(r"\A\S+")
_TITLE = late(r"Write “(?P<text>.*)”(?P<note>.*)\Z", re.DOTALL)
_PLAIN_TITLES = {"", "Delete", "Mend"}


class Offer(Frozen):
    """One way to mend a finding.

    ``before`` is what stands in the copy and ``after`` what is written instead; without
    ``after`` it is deleted, and without both the ``note`` says all there is. All legible.
    """

    before: str
    after: str
    safety: Safety
    note: str = ""

    @property
    def deletes(self) -> bool:
        """Whether nothing is written instead."""
        return bool(self.before) and not self.after


def offers(finding: Finding) -> tuple[Offer, ...]:
    """The fixes of a finding as they are shown, in their order."""
    return tuple(_offer(finding, fix) for fix in finding.fixes)


def _offer(finding: Finding, fix: Fix) -> Offer:
    changed = _changed(finding, fix.edits)
    if changed is None:
        return Offer("", "", fix.safety, legible(fix.title))
    before, after = changed
    note = legible(_note(fix))
    if not after.strip():
        return Offer(_deleted(finding, before), "", fix.safety, note)
    before, after = unlike(before, after)
    return Offer(*_shortened(legible(before), legible(after)), fix.safety, note)


def _changed(finding: Finding, edits: tuple[Edit, ...]) -> tuple[str, str] | None:
    """The words that the edits change, before and after; None where they cannot be seen.

    What can be seen is the finding's own text and the line it stands in.
    """
    if not edits or any(edit.path for edit in edits):
        return None
    start = min(edit.span.start for edit in edits)
    end = max(edit.span.end for edit in edits)
    text, origin = finding.text, finding.span.start
    if start < finding.span.start or end > finding.span.end or start == end:
        line, offset = finding.excerpt.line, finding.span.start - finding.excerpt.start
        if start < offset or end > offset + len(line):
            return None
        left, right = _with_neighbours(line, start - offset, end - offset)
        if finding.start.line == finding.end.line:
            left = min(left, finding.excerpt.start)
            right = max(right, finding.excerpt.end)
        text, origin = line[left:right], offset + left
    after = text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        after = after[: edit.span.start - origin] + edit.text + after[edit.span.end - origin :]
    return text, after


def _with_neighbours(line: str, start: int, end: int) -> tuple[int, int]:
    """A place between words, made wide enough to take in the words it touches."""
    before, after = _LAST_WORD.search(line[:start]), _FIRST_WORD.search(line[end:])
    left = before.start() if before else start
    right = end + after.end() if after else end
    return (left, right) if (left, right) != (start, end) else (0, len(line))


def _note(fix: Fix) -> str:
    """What the title of a fix says besides the words to write."""
    if fix.title in _PLAIN_TITLES:
        return ""
    said = _TITLE.match(fix.title)
    if said is None:
        return fix.title
    return said["note"].lstrip(",; ")


def _deleted(finding: Finding, before: str) -> str:
    """What is deleted, in words."""
    lines = len(before.strip("\r\n").splitlines())
    if lines > 1:
        return f"these {lines} lines"
    shown = legible(before).strip()
    if shown and shown == legible(finding.excerpt.line).strip():
        return "this line"
    if not shown:
        return "the space" if before else "this"
    return f"“{_clipped(shown)}”"


def _shortened(before: str, after: str) -> tuple[str, str]:
    """Two long texts by the words in which they differ."""
    if len(before) <= _LONG and len(after) <= _LONG:
        return before, after
    left = 0
    while left < min(len(before), len(after)) and before[left] == after[left]:
        left += 1
    right = 0
    while right < min(len(before), len(after)) - left and before[-1 - right] == after[-1 - right]:
        right += 1
    left = before.rfind(" ", 0, left) + 1
    space = before.find(" ", len(before) - right) if right else -1
    right = len(before) - space if space >= 0 else 0
    head, tail = "… " if left else "", " …" if right else ""
    return (
        head + _clipped(before[left : len(before) - right]) + tail,
        head + _clipped(after[left : len(after) - right]) + tail,
    )


def _clipped(text: str) -> str:
    if len(text) <= _LONG:
        return text
    return f"{text[: _LONG * 2 // 3].rstrip()} … {text[-_LONG // 3 :].lstrip()}"
