"""One rule file: its common keys, and what its kind makes of the rest."""

from __future__ import annotations

import os
from dataclasses import fields
from datetime import date
from string import Formatter
from typing import Any

from lint.article import BLOCK_KINDS, BlockKind
from lint.checks import KINDS, check_class
from lint.checks.base import Check, option
from lint.finding import Severity
from lint.frozen import Frozen
from lint.readers import FORMATS
from lint.rule import Example, Rule, SpeechPolicy
from lint.stylebook.complaints import Complaint, StylebookError
from lint.stylebook.document import Document
from lint.stylebook.schema import Faults, key_of, make


class Valid(Frozen):
    """The days between which a rule is in force, both included."""

    from_: date | None = option("first day", default=None, key="from")
    until: date | None = option("last day", default=None)


class Shown(Frozen):
    """An example in a rule file."""

    bad: str = option("a sentence with the slip", default="")
    finds: str = option("the words of the bad sentence that are found", default="")
    good: str = option("the bad sentence after the fix", default="")
    ok: str = option("a sentence in which nothing may be found", default="")
    format: str = option("plain, markdown or html", default="plain")
    beside: str = option("another article of the same run", default="")


class Common(Frozen):
    """The keys that every rule may have, whatever its kind."""

    kind: str = option("the way of looking that the rule uses")
    why: str = option("the reason for the rule, for editors")
    examples: tuple[Shown, ...] = option(
        "sentences that prove the rule: one or more that are bad, two or more that are ok"
    )
    title: str = option("a short name for lists", default="")
    severity: Severity = option("error, warning or suggestion", default="warning")
    message: str = option(
        "what an editor is told; {use}, {found} and {note} are filled in", default=""
    )
    source: str = option("where the facts come from, and their licence", default="")
    on: bool = option("false: only when the rule is selected by name", default=True)
    unless: tuple[str, ...] = option(
        "rules that make this one needless while they are on", default=()
    )
    speech: SpeechPolicy | None = option(
        "inside direct speech: check, skip, names-only", default=None
    )
    scope: tuple[BlockKind, ...] = option(
        f"the blocks that are looked at, all by default: {', '.join(BLOCK_KINDS)}", default=()
    )
    exceptions: tuple[str, ...] = option(
        "words in which the rule never speaks", default=(), key="except"
    )
    valid: Valid | None = option(
        "the days on which the rule is in force: {from: 2026-01-31, until: 2026-12-31}",
        default=None,
    )


def make_check(document: Document, identity: str) -> Check:
    """Make the check of a rule file.

    Raises:
        StylebookError: with every complaint about the file.
    """
    faults: Faults = []
    data = document.data
    if not isinstance(data, dict):
        raise StylebookError(
            [document.complaint((), "a rule file holds “key: value” lines; “kind:” is the first")]
        )
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise StylebookError([document.complaint(("kind",), _no_kind(kind))])
    cls = check_class(str(kind))
    mine = {key_of(field) for field in fields(Common)}
    theirs = {key_of(field) for field in fields(cls.Options)}
    common = make(Common, data, (), faults, ignore=frozenset(theirs))
    rest = {key: value for key, value in data.items() if key not in mine}
    # Unknown keys have been told of already, so the options are asked only for their own.
    options = make(cls.Options, {k: v for k, v in rest.items() if k in theirs}, (), faults)
    if common is not None:
        faults.extend(_examples_missing(common))
        faults.extend(_bad_message(common, cls))
        faults.extend(_never_valid(common))
    if common is None or options is None:
        raise StylebookError(_complaints(document, faults))
    check = cls(_rule(document, identity, common, options), options)
    faults.extend((complaint.at, complaint.message) for complaint in check.complaints())
    if faults:
        raise StylebookError(_complaints(document, faults))
    return check


def _rule(document: Document, identity: str, common: Common, options: Any) -> Rule:
    valid = common.valid or Valid()
    return Rule(
        id=identity,
        kind=common.kind,
        title=common.title or identity,
        severity=common.severity,
        why=common.why.strip(),
        message=common.message,
        source=common.source.strip(),
        on=common.on,
        unless=common.unless,
        speech=common.speech,
        scope=common.scope,
        exceptions=common.exceptions,
        valid_from=valid.from_,
        valid_until=valid.until,
        examples=tuple(
            Example(s.bad.strip("\n"), s.finds, s.good.strip("\n"), s.ok.strip("\n"), s.format,
                    s.beside.strip("\n"))
            for s in common.examples
        ),
        path=os.path.abspath(document.path),  # a book is kept, and used from other folders
        options=options,
    )  # fmt: skip


def _complaints(document: Document, faults: Faults) -> list[Complaint]:
    return [document.complaint(at, message) for at, message in faults]


def _no_kind(kind: Any) -> str:
    known = ", ".join(sorted(KINDS))
    if not isinstance(kind, str):
        return f"the key “kind” is missing, or is no word; write one of: {known}"
    return f"there is no kind “{kind}”; write one of: {known}"


def _examples_missing(common: Common) -> Faults:
    faults: Faults = []
    for number, example in enumerate(common.examples):
        if bool(example.bad) == bool(example.ok):
            faults.append((("examples", number), "an example is either “bad” or “ok”"))
        elif example.bad and not example.finds:
            faults.append((("examples", number), "a bad example says under “finds” what is found"))
        elif example.format not in FORMATS:
            known = ", ".join(FORMATS)
            said = f"“{example.format}” is no format; write one of: {known}"
            faults.append((("examples", number, "format"), said))
    if not any(example.bad for example in common.examples):
        faults.append((("examples",), "at least one “bad” example is needed"))
    if sum(bool(example.ok) for example in common.examples) < 2:
        faults.append((("examples",), "at least two “ok” examples are needed"))
    return faults


def _bad_message(common: Common, cls: type[Check]) -> Faults:
    known = {"use", "found", "note", *cls.fields}
    try:
        parts = [part for part in Formatter().parse(common.message) if part[1] is not None]
    except ValueError as error:
        return [(("message",), f"the braces of the message do not close: {error}")]
    named = {name or "" for _, name, _, _ in parts}
    if any(form or conversion for _, _, form, conversion in parts):
        # What Python does with these may fail, or fill the memory, when a slip is told.
        return [(("message",), "in a message nothing but a name stands between braces: {found}")]
    return [
        (("message",), f"a message cannot name {{{name}}}; it can name {', '.join(sorted(known))}")
        for name in sorted(named - known)
    ]


def _never_valid(common: Common) -> Faults:
    valid = common.valid
    if valid is None or valid.from_ is None or valid.until is None or valid.from_ <= valid.until:
        return []
    return [(("valid",), "the last day stands before the first; the rule is never in force")]
