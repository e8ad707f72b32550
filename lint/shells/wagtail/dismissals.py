"""What editors let stand, kept in the project's own database.

Only for checks in this process: the service keeps its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lint.shells.save.ledger import Dismissal, Ledger
from lint.shells.save.placing import FieldFinding


class PageLedger(Ledger):
    """What is let stand in pages and snippets, by their ids. Nothing is counted here."""

    def __init__(self) -> None:
        pass  # there is no file to open

    def part(
        self, article: str, findings: Sequence[FieldFinding]
    ) -> tuple[list[FieldFinding], list[FieldFinding]]:
        """The findings of an article that remain, and those that an editor let stand."""
        if not article or not findings:
            return list(findings), []
        let = set(_kept().filter(article=article).values_list("fingerprint", flat=True))
        remaining = [each for each in findings if each.finding.fingerprint not in let]
        return remaining, [each for each in findings if each.finding.fingerprint in let]

    def dismiss(self, dismissal: Dismissal) -> None:
        """Let a finding stand; what was said of it before is replaced."""
        _kept().update_or_create(
            article=dismissal.article,
            fingerprint=dismissal.fingerprint,
            defaults={
                "rule": dismissal.rule,
                "reason": dismissal.reason,
                "username": dismissal.editor,
                "words": dismissal.words,
            },
        )

    def restore(self, article: str, fingerprint: str) -> bool:
        """Tell a finding again that was let stand; returns whether it was."""
        count, _ = _kept().filter(article=article, fingerprint=fingerprint).delete()
        return bool(count)

    def dismissals(self, article: str = "", *, most: int = 1000) -> list[Dismissal]:
        """What is let stand in an article, or everywhere; the latest first."""
        kept = _kept().filter(article=article) if article else _kept().all()
        return [
            Dismissal(each.article, each.fingerprint, each.rule, each.reason, each.username,
                      each.words, each.at.isoformat(timespec="seconds"))
            for each in kept[:most]
        ]  # fmt: skip

    def forget(self, article: str) -> None:
        """Keep nothing more of an article that was deleted."""
        _kept().filter(article=article).delete()

    def count(self, article: str, findings: Iterable[FieldFinding]) -> None:
        """Nothing is counted."""

    def take(self, article: str, taken: Iterable[tuple[str, str]]) -> None:
        """Nothing is counted."""

    def statistics(self) -> dict[str, dict[str, int]]:
        """Nothing has been counted."""
        return {}

    def close(self) -> None:
        """Nothing is open."""


def _kept() -> Any:
    from lint.shells.wagtail.models import Dismissal as Kept  # only once the apps are there

    return Kept.objects
