"""The pages of the manual: one for each rule, one for each kind, and a list. All Markdown.

The same page is what ``copydesk explain`` shows and what ``docs/rules`` holds.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from lint.checks import KINDS, check_class
from lint.checks.base import Check
from lint.rule import Rule
from lint.stylebook.rulefile import Common, Shown
from lint.stylebook.schema import key_of

_MARKUP = frozenset("*_<[`\\")  # by which Markdown may know something else than words
_ENTRIES = 12  # how many entries of a rule its page shows
# By this a page is known: nothing else is ever written over, or taken away.
MARK = "\n<!-- Written by copydesk rules manual. -->\n"


def rule_page(check: Check, *, on: bool) -> str:
    """The page of a rule."""
    rule = check.rule
    lines = [f"# {rule.id}", "", f"**{rule.title}**", "", *_facts(rule, on), ""]
    if rule.message:
        lines += ["## What it says", "", f"> {rule.message}", ""]
    lines += ["## Why", "", rule.why, ""]
    lines += _entries(check.options)
    lines += ["## Examples", "", *_examples(rule)]
    if rule.source:
        lines += ["## Source", "", rule.source, ""]
    lines += [f"## The kind: {rule.kind}", "", *_kind(type(check)), *_options(type(check).Options)]
    return "\n".join(lines).rstrip() + "\n"


def kind_page(kind: str) -> str:
    """The page of a kind: what it looks for and what a rule of it may say."""
    cls = check_class(kind)
    lines = [f"# Kind: {kind}", "", *_kind(cls), *_options(cls.Options)]
    lines += ["## Keys that every rule may have", "", *_table(Common)]
    lines += ["Each of “examples”:", "", *_table(Shown)]
    return "\n".join(lines).rstrip() + "\n"


def index_page(checks: Mapping[str, Check], on: Mapping[str, bool]) -> str:
    """The list of rules and kinds, with links to their pages."""
    lines = [
        "# Rules",
        "",
        "| rule | kind | severity | on | what it is |",
        "| --- | --- | --- | --- | --- |",
    ]
    for identity, check in checks.items():
        rule = check.rule
        mark = "yes" if on[identity] else "no"
        cells = (
            f"[{identity}]({identity}.md)",
            f"[{rule.kind}](kinds/{rule.kind}.md)",
            rule.severity,
            mark,
            _cell(rule.title),
        )
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "## Kinds", ""]
    lines += [
        f"- [{kind}](kinds/{kind}.md): {_summary(check_class(kind))}" for kind in sorted(KINDS)
    ]
    return "\n".join(lines) + "\n"


def pages(checks: Mapping[str, Check], on: Mapping[str, bool]) -> Iterator[tuple[str, str]]:
    """Every page of the manual: its path below the folder, and its text, with :data:`MARK`."""
    yield "README.md", index_page(checks, on) + MARK
    for identity, check in checks.items():
        yield f"{identity}.md", rule_page(check, on=on[identity]) + MARK
    for kind in sorted(KINDS):
        yield f"kinds/{kind}.md", kind_page(kind) + MARK


def _facts(rule: Rule, on: bool) -> list[str]:
    facts = [f"- kind: {rule.kind}", f"- severity: {rule.severity}"]
    facts.append(
        "- on by default" if on else "- off by default; `--select` or the configuration turns it on"
    )
    if rule.speech:
        facts.append(f"- in direct speech: {rule.speech}")
    if rule.scope:
        facts.append(f"- looks at: {', '.join(rule.scope)}")
    if rule.exceptions:
        facts.append(f"- never speaks inside: {', '.join(rule.exceptions)}")
    if rule.valid_from or rule.valid_until:
        facts.append(f"- in force: {rule.valid_from or '…'} to {rule.valid_until or '…'}")
    return facts


def _entries(options: Any) -> list[str]:
    entries = getattr(options, "entries", ())
    if not entries:
        return []
    lines = [f"## Entries ({len(entries)})", ""]
    lines += [f"- {_entry(entry)}" for entry in entries[:_ENTRIES]]
    if len(entries) > _ENTRIES:
        lines.append(f"- … and {len(entries) - _ENTRIES} more in the rule file")
    return [*lines, ""]


def _entry(entry: Any) -> str:
    """One entry on one line: its plain values, by key."""
    if not is_dataclass(entry):
        return str(entry)
    parts = []
    for field in fields(entry):
        value = getattr(entry, field.name)
        if value in (field.default, ()) or value is None:
            continue
        text = _plain(value)
        if text:
            parts.append(f"{key_of(field)}: {text}")
    return "; ".join(parts)


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        shown = [text for text in (_plain(item) for item in value[:6]) if text]
        return ", ".join(shown) + (" …" if len(value) > 6 else "")
    if isinstance(value, dict):
        return ", ".join(f"{key} → {_plain(item)}" for key, item in list(value.items())[:6])
    if isinstance(value, bool):
        return "true" if value else "false"
    return _entry(value) if is_dataclass(value) else _literal(str(value))


def _literal(text: str) -> str:
    """The text as it stands, as code where Markdown would take some of it for markup."""
    if _MARKUP.isdisjoint(text):
        return text
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _examples(rule: Rule) -> list[str]:
    lines: list[str] = []
    for example in rule.examples:
        if example.bad:
            lines += ["Found:", "", *_quoted(example.bad), "", f"- the slip: “{example.finds}”"]
            if example.good and "\n" not in example.good:
                lines.append(f"- mended: {example.good}")
            elif example.good:
                lines += ["- mended:", "", *_quoted(example.good)]
            lines.append("")
        else:
            lines += ["Fine:", "", *_quoted(example.ok), ""]
    return lines


def _quoted(text: str) -> list[str]:
    return [f"> {line}" if line else ">" for line in text.splitlines()]


def _kind(cls: type[Check]) -> list[str]:
    return [
        inspect.cleandoc(cls.__doc__ or ""),
        "",
        f"Inside direct speech, unless a rule says otherwise: {cls.speech}.",
        "",
        *_certainty(cls),
    ]


def _certainty(cls: type[Check]) -> list[str]:
    """What the confidence of findings means, for kinds whose findings carry one."""
    if not (cls.inferred or cls.certainty):
        return []
    lines = ["## How sure it is", ""]
    if cls.certainty:
        lines += [cls.certainty, ""]
    lines += [
        "The confidence, from 0 to 1, is told with each finding, and so is what it was judged",
        "by. `--min-confidence 0.9` on the command line, or `min confidence: 0.9` in the",
        "configuration, leaves out what is less sure; there it may also be set for single rules.",
    ]
    if cls.inferred:
        lines.append("None of these findings is mended unasked: every fix is unsafe.")
    if cls.heeds_words:
        lines.append("Words of the house word list (`copydesk words add`) are left alone.")
    return [*lines, ""]


def _summary(cls: type[Check]) -> str:
    return inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _options(schema: type[Any]) -> list[str]:
    lines = ["## Options of the kind", "", *_table(schema)]
    for field in fields(schema):
        for part in _dataclasses_in(get_type_hints(schema)[field.name]):
            lines += [f"Each of “{key_of(field)}”:", "", *_table(part)]
    return lines


def _dataclasses_in(hint: Any) -> list[type[Any]]:
    if is_dataclass(hint) and isinstance(hint, type):
        return [hint]
    return [found for arg in get_args(hint) for found in _dataclasses_in(arg)]


def _table(schema: type[Any]) -> list[str]:
    rows = ["| key | meaning | default |", "| --- | --- | --- |"]
    for field in fields(schema):
        rows.append(
            f"| `{key_of(field)}` | {_cell(field.metadata.get('doc', ''))} | {_default(field)} |"
        )
    return [*rows, ""]


def _default(field: Field[Any]) -> str:
    from dataclasses import MISSING

    if field.default is MISSING and field.default_factory is MISSING:
        return "must be given"
    if field.default is MISSING or field.default in ("", (), None):
        return ""
    return f"`{_cell(_plain(field.default))}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
