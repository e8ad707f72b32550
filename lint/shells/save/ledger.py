"""What editors let stand, and how often rules are shown, taken and let stand.

Kept by the fingerprint of a finding, which is made of the rule, the entry and the words around:
when rule or words change, the finding is another one and is told again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from lint.frozen import Frozen
from lint.shells.save.database import Database
from lint.shells.save.placing import FieldFinding

_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS dismissals (
        article TEXT NOT NULL, fingerprint TEXT NOT NULL, rule TEXT NOT NULL,
        reason TEXT NOT NULL, editor TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (article, fingerprint)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS events (
        what TEXT NOT NULL, article TEXT NOT NULL, fingerprint TEXT NOT NULL, rule TEXT NOT NULL,
        PRIMARY KEY (what, article, fingerprint)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS totals (
        what TEXT NOT NULL, rule TEXT NOT NULL, count INTEGER NOT NULL,
        PRIMARY KEY (what, rule)) WITHOUT ROWID""",
)
_REMEMBERED = 20_000  # findings that a process knows to be counted, without asking the file


class Dismissal(Frozen):
    """A finding that an editor let stand: where, why, and who, if that is known.

    ``at`` is a moment in ISO 8601, ``words`` what stands there.
    """

    article: str
    fingerprint: str
    rule: str
    reason: str
    editor: str = ""
    words: str = ""
    at: str = ""


class Ledger:
    """The file of dismissals and counts.

    Raises:
        CannotOpen: the file cannot be used.
    """

    def __init__(self, path: str | Path) -> None:
        self._database = Database(path, _SCHEMA)
        self._counted: OrderedDict[tuple[str, str], None] = OrderedDict()

    def part(
        self, article: str, findings: Sequence[FieldFinding]
    ) -> tuple[list[FieldFinding], list[FieldFinding]]:
        """The findings of an article that remain, and those that an editor let stand."""
        if not article or not findings:
            return list(findings), []
        rows = self._database.reading().execute(
            "SELECT fingerprint FROM dismissals WHERE article = ?", (article,)
        )
        let = {fingerprint for (fingerprint,) in rows}
        remaining = [each for each in findings if each.finding.fingerprint not in let]
        return remaining, [each for each in findings if each.finding.fingerprint in let]

    def dismiss(self, dismissal: Dismissal) -> None:
        """Let a finding stand; what was said of it before is replaced."""
        row = (dismissal.article, dismissal.fingerprint, dismissal.rule, dismissal.reason,
               dismissal.editor, dismissal.words, dismissal.at)  # fmt: skip
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO dismissals VALUES (?, ?, ?, ?, ?, ?, ?)", row
            )
        told = [(dismissal.fingerprint, dismissal.rule)]
        self._event(("shown", "dismissed"), dismissal.article, told)

    def restore(self, article: str, fingerprint: str) -> bool:
        """Tell a finding again that was let stand; returns whether it was."""
        with self._database.writing() as connection:
            done = connection.execute(
                "DELETE FROM dismissals WHERE article = ? AND fingerprint = ?",
                (article, fingerprint),
            )
            return done.rowcount > 0

    def dismissals(self, article: str = "", *, most: int = 1000) -> list[Dismissal]:
        """What is let stand in an article, or everywhere; the latest first."""
        where, values = ("WHERE article = ?", (article,)) if article else ("", ())
        rows = self._database.reading().execute(
            "SELECT article, fingerprint, rule, reason, editor, words, at FROM dismissals "
            f"{where} ORDER BY at DESC, article, fingerprint LIMIT ?",
            (*values, most),
        )
        return [Dismissal(*row) for row in rows]

    def count(self, article: str, findings: Iterable[FieldFinding]) -> None:
        """Count findings as shown, each once however often its article is saved."""
        fresh = []
        for each in findings:
            key = (article, each.finding.fingerprint)
            if key in self._counted:
                self._counted.move_to_end(key)
                continue
            self._counted[key] = None
            if len(self._counted) > _REMEMBERED:
                self._counted.popitem(last=False)
            fresh.append((each.finding.fingerprint, each.finding.rule))
        if fresh:
            self._event(("shown",), article, fresh)

    def take(self, article: str, taken: Iterable[tuple[str, str]]) -> None:
        """Count mends as taken: pairs of fingerprint and rule."""
        self._event(("shown", "taken"), article, list(taken))

    def _event(self, events: Sequence[str], article: str, told: Sequence[tuple[str, str]]) -> None:
        """Count what has not been counted yet.

        What is taken or let stand was shown, also where the check that showed it remembered
        nothing.
        """
        with self._database.writing() as connection:
            for what, (fingerprint, rule) in product(events, told):
                done = connection.execute(
                    "INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?)",
                    (what, article, fingerprint, rule),
                )
                if done.rowcount > 0:
                    connection.execute(
                        "INSERT INTO totals VALUES (?, ?, 1) "
                        "ON CONFLICT (what, rule) DO UPDATE SET count = count + 1",
                        (what, rule),
                    )

    def statistics(self) -> dict[str, dict[str, int]]:
        """By rule, how many findings were shown, mended by its fix (taken), and let stand."""
        rules: dict[str, dict[str, int]] = {}
        rows = self._database.reading().execute("SELECT what, rule, count FROM totals")
        for what, rule, count in rows:
            rules.setdefault(rule, {"shown": 0, "taken": 0, "dismissed": 0})[what] = count
        return dict(sorted(rules.items()))

    def close(self) -> None:
        """Close the file."""
        self._database.close()
