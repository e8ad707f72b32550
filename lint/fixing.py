"""Apply fixes to a source: from the end backwards, overlapping ones in a later round."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from lint.finding import Finding, Fix
from lint.frozen import Frozen

_ROUNDS = 10


class Mended(Frozen):
    """A source after fixing: its text, the findings whose fixes were applied, and the rest."""

    source: str
    applied: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def chosen_fix(finding: Finding, *, unsafe: bool = False) -> Fix | None:
    """The fix to apply for a finding: its safe one, or where asked for its only unsafe one.

    Where several unsafe mends are offered there is no saying which is meant, so none is
    taken.
    """
    safe = [fix for fix in finding.fixes if fix.safety == "safe"]
    if safe:
        return safe[0]
    offered = [fix for fix in finding.fixes if fix.safety == "unsafe"]
    return offered[0] if unsafe and len(offered) == 1 else None


def apply(source: str, fixes: Iterable[Fix]) -> tuple[str, list[Fix]]:
    """Apply as many fixes as do not overlap, the first by place first.

    Returns the new source and the fixes applied. Edits in other files are not applied.
    """
    taken: list[Fix] = []
    edits: list[_Edit] = []  # in order of place
    for fix in sorted(fixes, key=lambda fix: min(edit.span for edit in fix.edits)):
        own = [(e.span.start, e.span.end, e.text) for e in fix.edits if not e.path]
        if len(own) == len(fix.edits) and not any(_clashes(edit, edits) for edit in own):
            taken.append(fix)
            for edit in own:
                insort(edits, edit)
    parts: list[str] = []
    at = 0
    for start, end, text in edits:
        parts += source[at:start], text
        at = end
    return "".join((*parts, source[at:])), taken


_Edit = tuple[int, int, str]


def _clashes(edit: _Edit, edits: Sequence[_Edit]) -> bool:
    """Whether an edit overlaps one of those taken, which are in order and apart."""
    start, end, _ = edit
    place = max(bisect_left(edits, (start,)) - 1, 0)
    while place < len(edits) and edits[place][0] <= end:
        if _clash(edit, edits[place]):
            return True
        place += 1
    return False


def _clash(one: _Edit, other: _Edit) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]


def mend(source: str, check: Callable[[str], Sequence[Finding]], *, unsafe: bool = False) -> Mended:
    """Apply fixes round by round until nothing changes.

    ``check`` gives the findings of a source. A round that leads back to a source seen
    before ends the work, so rules that undo each other cannot go on for ever.
    """
    applied: list[Finding] = []
    seen = {source}
    findings = check(source)
    for _ in range(_ROUNDS):
        chosen = {
            id(fix): finding
            for finding in findings
            if (fix := chosen_fix(finding, unsafe=unsafe)) is not None
        }
        fixes = [fix for f in findings if (fix := chosen_fix(f, unsafe=unsafe)) is not None]
        after, taken = apply(source, fixes)
        if not taken or after in seen:
            break
        seen.add(after)
        applied.extend(chosen[id(fix)] for fix in taken)
        source, findings = after, check(after)
    return Mended(source, tuple(applied), tuple(findings))
