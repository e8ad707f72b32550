"""How sure an inferred finding is, in a word and a number, and what it was judged by."""

from __future__ import annotations

from lint.finding import Finding

# The lowest confidence for each word. The number beside it is what --min-confidence takes.
_WORDS = ((0.95, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "perhaps"))


def sureness(finding: Finding) -> str:
    """“very likely, 0.93”; empty for a finding that is certain by construction."""
    confidence = finding.confidence
    if confidence is None:
        return ""
    word = next((said for least, said in _WORDS if confidence >= least), "a guess")
    return f"{word}, {confidence:.2f}"


def untold_evidence(finding: Finding) -> tuple[str, ...]:
    """The evidence that the message does not give already."""
    return tuple(said for said in finding.evidence if said not in finding.message)
