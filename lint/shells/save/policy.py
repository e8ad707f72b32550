"""What the house does at the save: warn, or refuse, by how grave the findings are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lint.checks.base import option
from lint.finding import Severity, at_least
from lint.frozen import Frozen

Decision = Literal["allow", "warn", "block"]
Stage = Literal["draft", "publish"]
Threshold = Literal["error", "warning", "suggestion", "never"]


class Draft(Frozen):
    """What findings do when a draft is saved."""

    warn: Threshold = option("the lowest severity that warns, or never", default="warning")
    block: Threshold = option("the lowest severity that refuses, or never", default="never")


class Publish(Frozen):
    """What findings do when an article is to be published."""

    warn: Threshold = option("the lowest severity that warns, or never", default="warning")
    block: Threshold = option("the lowest severity that refuses, or never", default="error")


def decide(policy: Draft | Publish, severities: Iterable[Severity]) -> Decision:
    """The decision that findings of these severities come to."""
    decision: Decision = "allow"
    for severity in severities:
        if reaches(severity, policy.block):
            return "block"
        if reaches(severity, policy.warn):
            decision = "warn"
    return decision


def reaches(severity: Severity, threshold: Threshold) -> bool:
    """Whether a severity is as grave as a threshold, or graver."""
    return threshold != "never" and at_least(severity, threshold)
