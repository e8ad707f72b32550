"""What a worker can be asked for: one table."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

import msgspec

from lint.shells.http import languagetool, rulepages
from lint.shells.http.frames import Answer, Ask
from lint.shells.http.office import Office
from lint.shells.http.problems import Problem
from lint.shells.http.requests import (
    CheckBody,
    DismissalBody,
    FixBody,
    TakenBody,
    decoded,
    printable,
    submission_of,
)
from lint.shells.save.ledger import Dismissal
from lint.shells.save.mending import mend_chosen, mend_safely
from lint.shells.save.placing import FieldFinding
from lint.shells.save.wire import FieldWire, verdict_to_json

_encode = msgspec.json.encode
_MOST_TOLD = 1000


def check(office: Office, ask: Ask) -> Answer:
    """Check an article."""
    body = decoded(ask.body, CheckBody)
    submission = submission_of(body)
    begun = time.perf_counter()
    verdict = office.desk.check(submission, remember=body.remember)
    wire = verdict_to_json(verdict, office.book)
    wire["took"] = round(time.perf_counter() - begun, 6)
    notes = {
        "stage": submission.stage,
        "decision": verdict.decision,
        "findings": _by_severity(verdict.findings),
    }
    return Answer(200, _encode(wire), notes=notes)


def fix(office: Office, ask: Ask) -> Answer:
    """Mend an article."""
    body = decoded(ask.body, FixBody)
    submission = submission_of(body)
    if body.chosen is None:
        mended = mend_safely(office.desk, submission, unsafe=body.unsafe)
    else:
        chosen = {each.fingerprint: each.fix for each in body.chosen}
        mended = mend_chosen(office.desk, submission, chosen)
    before = FieldWire(submission.fields, submission.id)
    wire = verdict_to_json(mended.verdict, office.book)
    wire["fields"] = [
        {"name": field.name, "format": field.format, "text": field.text,
         "changed": field.text != old.text}
        for field, old in zip(mended.verdict.submission.fields, submission.fields, strict=True)
    ]  # fmt: skip
    wire["applied"] = [before.named(told) for told in mended.applied]
    wire["skipped"] = list(mended.skipped)
    return Answer(200, _encode(wire), notes={"stage": submission.stage})


def _by_severity(findings: Sequence[FieldFinding]) -> dict[str, int]:
    return dict(Counter(told.finding.severity for told in findings))


def dismiss(office: Office, ask: Ask) -> Answer:
    """Let a finding stand."""
    body = decoded(ask.body, DismissalBody)
    for name in ("article", "rule", "reason", "editor", "words"):
        printable(getattr(body, name), name, lines=name in ("reason", "words"))
    if not body.reason.strip():
        raise Problem(422, "a reason is needed, in words", at="reason")
    if body.rule not in office.desk.desk.book.cards and not body.rule.startswith("stet/"):
        raise Problem(422, "there is no rule of this name in the stylebook", at="rule")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    dismissal = Dismissal(body.article, body.fingerprint, body.rule, body.reason.strip(),
                          body.editor or ask.params.get("client", ""), body.words, at)  # fmt: skip
    office.ledger.dismiss(dismissal)
    return Answer(201, _encode(asdict(dismissal)))


def restore(office: Office, ask: Ask) -> Answer:
    """Tell a finding again that was let stand."""
    article, fingerprint = _param(ask, "article"), _param(ask, "fingerprint")
    if not office.ledger.restore(article, fingerprint):
        said = "nothing of this fingerprint is let stand in this article"
        raise Problem(404, said, at="fingerprint")
    return Answer(204, b"")


def dismissals(office: Office, ask: Ask) -> Answer:
    """What is let stand."""
    told = office.ledger.dismissals(ask.params.get("article", ""), most=_MOST_TOLD)
    return Answer(200, _encode({"dismissals": [asdict(each) for each in told]}))


def take(office: Office, ask: Ask) -> Answer:
    """Count mends that an editor took."""
    body = decoded(ask.body, TakenBody)
    printable(body.article, "article")
    known = office.desk.desk.book.cards
    for number, each in enumerate(body.taken):
        if each.rule not in known:
            at = f"taken[{number}].rule"
            raise Problem(422, "there is no rule of this name in the stylebook", at=at)
    office.ledger.take(body.article, [(each.fingerprint, each.rule) for each in body.taken])
    return Answer(204, b"")


def statistics(office: Office, ask: Ask) -> Answer:
    """How often each rule was shown, taken and let stand."""
    rules = office.ledger.statistics()
    told = [{"rule": rule, **counts} for rule, counts in rules.items()]
    return Answer(200, _encode({"rules": told}))


def forget(office: Office, ask: Ask) -> Answer:
    """Forget the headline of an article that has been deleted."""
    archive = office.desk.headlines
    if archive is None or not archive.forget(_param(ask, "id")):
        raise Problem(404, "no headline is kept under this id", at="id")
    return Answer(204, b"")


def _param(ask: Ask, name: str) -> str:
    value = ask.params.get(name, "")
    if not value:
        raise Problem(422, "this parameter is missing", at=name)
    return value


OPERATIONS: dict[str, Callable[[Office, Ask], Answer]] = {
    "check": check,
    "fix": fix,
    "rules": rulepages.rules,
    "rule": rulepages.rule,
    "dismiss": dismiss,
    "restore": restore,
    "dismissals": dismissals,
    "take": take,
    "statistics": statistics,
    "forget": forget,
    "v2/check": languagetool.check,
    "v2/languages": languagetool.languages,
}
