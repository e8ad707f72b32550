"""Rules that contradict each other: seen when the book is opened, not in an article."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from lint.checks.base import Check, Claim
from lint.stylebook.complaints import Complaint
from lint.stylebook.document import Document


def quarrels(
    checks: Mapping[str, Check],
    documents: Mapping[str, Document],
    turned_off: Container[str] = frozenset(),
) -> Iterator[Complaint]:
    """Complain of a form that is wrong here and right there, or is mended in two ways.

    Rules that are off by default, or ``turned_off`` by a book that extends theirs, may hold
    another house's view; they are held only against themselves.
    """
    right: dict[str, tuple[str, Claim]] = {}
    wrong: dict[str, tuple[str, Claim]] = {}
    claims: list[tuple[str, str, Claim]] = []
    for identity, check in checks.items():
        # The form itself for rules that are on; rules that are off keep to themselves.
        on = check.rule.on and check.rule.id not in turned_off
        own = "" if on else f"{check.rule.id}\x00"
        for claim in check.claims():
            key = own + claim.form
            if claim.right:
                right.setdefault(key, (identity, claim))
            else:
                claims.append((key, identity, claim))
    for key, identity, claim in claims:
        document = documents[identity]
        other = right.get(key)
        if other is not None:
            yield document.complaint(
                claim.at,
                f"“{claim.form}” is wrong here, but “{other[1].entry}” in {other[0]}"
                " asks for it; take one of them out",
            )
        twin = wrong.setdefault(key, (identity, claim))
        if twin[1] is not claim:
            yield document.complaint(claim.at, _twice(claim, twin))


def _twice(claim: Claim, twin: tuple[str, Claim]) -> str:
    if twin[1].entry == claim.entry:
        return f"“{claim.form}” is listed twice (also in {twin[0]}); keep one"
    return (
        f"“{claim.form}” is mended to “{claim.entry}” here and to “{twin[1].entry}”"
        f" in {twin[0]}; keep one"
    )
