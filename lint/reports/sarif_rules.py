"""What SARIF tells of a rule: its title, its reason, its examples, as text and Markdown."""

from __future__ import annotations

from typing import Any

from lint.finding import Severity
from lint.late import late
from lint.rule import Example, Rule

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "suggestion": "note"}
_MARKUP = late(r"([\\`*_{}\[\]<>#|~])")


def descriptor(rule: Rule) -> dict[str, Any]:
    """The reportingDescriptor of a rule."""
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title or rule.id},
        "fullDescription": {"text": rule.why.strip()},
        "help": {"text": _help(rule), "markdown": _help_in_markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.on},
        "properties": {"kind": rule.kind},
    }


def bare_descriptor(identity: str) -> dict[str, Any]:
    """The reportingDescriptor of a finding that no rule file speaks of."""
    return {"id": identity, "shortDescription": {"text": identity}}


def _help(rule: Rule) -> str:
    parts = [rule.why.strip(), *(_example(example, "") for example in rule.examples)]
    if rule.source:
        parts.append(f"Source: {rule.source.strip()}")
    return "\n\n".join(part for part in parts if part)


def _help_in_markdown(rule: Rule) -> str:
    parts = [_escaped(rule.why.strip())]
    if rule.examples:
        parts.append("**Examples**")
        parts.extend(_example(example, "**") for example in rule.examples)
    if rule.source:
        parts.append(f"**Source** {_escaped(rule.source.strip())}")
    return "\n\n".join(parts)


def _example(example: Example, strong: str) -> str:
    """An example as lines of text, or with ``strong`` as lines of Markdown."""
    told = [("Wrong", example.bad), ("Right", example.good), ("Right", example.ok)]
    end = "  \n" if strong else "\n"
    return end.join(
        f"{strong}{word}:{strong} {_escaped(text.strip()) if strong else text.strip()}"
        for word, text in told
        if text
    )


def _escaped(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return _MARKUP.sub(r"\\\1", text)
