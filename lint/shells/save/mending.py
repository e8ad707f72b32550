"""Mend the fields of an article: every safe fix, or those that an editor chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.finding import Fix
from lint.fixing import apply, chosen_fix
from lint.frozen import Frozen, replace
from lint.shells.save.checking import SaveDesk, Submission, Verdict
from lint.shells.save.placing import FieldFinding

_ROUNDS = 10


class MendedFields(Frozen):
    """Fields after mending.

    ``verdict`` is that of the fields as they are now; ``skipped`` are fingerprints that were
    chosen, and are not found (any more) or have no fix that can be written.
    """

    verdict: Verdict
    applied: tuple[FieldFinding, ...]
    skipped: tuple[str, ...] = ()


def mend_safely(desk: SaveDesk, submission: Submission, *, unsafe: bool = False) -> MendedFields:
    """Apply the safe fixes round by round until nothing changes.

    With ``unsafe`` also those that ask for a look, where only one is offered. A round that leads
    back to texts seen before ends the work.
    """
    applied: list[FieldFinding] = []
    seen = {_texts(submission)}
    verdict = desk.check(submission, remember=False)
    for _ in range(_ROUNDS):
        fixes = [
            (told, fix)
            for told in verdict.findings
            if (fix := chosen_fix(told.finding, unsafe=unsafe)) is not None
        ]
        mended, taken = _mended(submission, fixes)
        if not taken or _texts(mended) in seen:
            break
        seen.add(_texts(mended))
        applied += taken
        submission = mended
        verdict = desk.check(submission, remember=False)
    return _counted(desk, MendedFields(verdict, tuple(applied)))


def mend_chosen(
    desk: SaveDesk, submission: Submission, chosen: Mapping[str, int | None]
) -> MendedFields:
    """Apply the fixes of chosen findings, by fingerprint.

    The number says which fix of the finding is meant; without one it is the safe one, or the
    first that can be written.
    """
    verdict = desk.check(submission, remember=False)
    fixes = []
    for told in verdict.findings:
        fingerprint = told.finding.fingerprint
        if fingerprint in chosen:
            fix = _fix(told, chosen[fingerprint])
            if fix is not None:
                fixes.append((told, fix))
    mended, taken = _mended(submission, fixes)
    done = {told.finding.fingerprint for told in taken}
    skipped = tuple(fingerprint for fingerprint in chosen if fingerprint not in done)
    if taken:
        verdict = desk.check(mended, remember=False)
    return _counted(desk, MendedFields(verdict, tuple(taken), skipped))


def _fix(told: FieldFinding, number: int | None) -> Fix | None:
    fixes = told.finding.fixes
    if number is not None:
        fixes = fixes[number : number + 1]
    offered = [fix for fix in fixes if fix.safety != "display"]
    return next((fix for fix in offered if fix.safety == "safe"), offered[0] if offered else None)


def _mended(
    submission: Submission, fixes: Sequence[tuple[FieldFinding, Fix]]
) -> tuple[Submission, list[FieldFinding]]:
    """The submission with fixes applied that do not overlap, and whose they are."""
    fields = list(submission.fields)
    done: list[FieldFinding] = []
    for number, field in enumerate(fields):
        owners = {id(fix): told for told, fix in fixes if told.field == number}
        own = [fix for told, fix in fixes if told.field == number]
        text, taken = apply(field.text, own)
        fields[number] = field._replace(text=text)
        done += (owners[id(fix)] for fix in taken)
    return replace(submission, fields=tuple(fields)), done


def _counted(desk: SaveDesk, mended: MendedFields) -> MendedFields:
    if desk.ledger is not None and mended.applied:
        taken = [(told.finding.fingerprint, told.finding.rule) for told in mended.applied]
        desk.ledger.take(mended.verdict.submission.id, taken)
    return mended


def _texts(submission: Submission) -> tuple[str, ...]:
    return tuple(field.text for field in submission.fields)
