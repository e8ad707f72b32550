"""Check the fields of an article as one, and say what the house does about the findings."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from lint.article import Metadata
from lint.finding import at_least
from lint.readers.fields import Field, read_fields
from lint.shells.desk import Desk
from lint.shells.save.headlines import HeadlineArchive
from lint.shells.save.ledger import Ledger
from lint.shells.save.placing import HERE, FieldFinding, in_fields
from lint.shells.save.policy import Decision, Stage, Threshold, decide
from lint.shells.save.settings import Serve
from lint.shells.stetlist import load_stets


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as it is sent to be checked.

    ``id`` names it in the content management system; without one, nothing is remembered of it.
    ``stage`` is what is about to be done with it.
    """

    fields: tuple[Field, ...]
    metadata: Metadata = Metadata()
    id: str = ""
    stage: Stage = "draft"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check came to.

    ``dismissed`` are the findings that an editor let stand. ``remarks`` are pairs of a field's
    number and what was noticed in reading it. ``block`` is the lowest severity that refuses at
    this stage, or never.
    """

    submission: Submission
    decision: Decision
    findings: tuple[FieldFinding, ...]
    dismissed: tuple[FieldFinding, ...] = ()
    remarks: tuple[tuple[int, str], ...] = ()
    block: Threshold = "never"


class SaveDesk:
    """A desk at which articles are checked when they are saved.

    One article is checked at a time: engine and checks keep what they have worked out, and
    nothing of that is made for two threads at once; what is computed here would gain nothing
    from a second thread anyway, as Python runs one at a time.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        ledger: Ledger | None = None,
        headlines: HeadlineArchive | None = None,
    ) -> None:
        self.desk = desk
        self.ledger = ledger
        self.headlines = headlines
        self.settings = desk.configuration.serve or Serve()
        self._stets = load_stets(desk.configuration.beside(desk.configuration.stet))
        self._lock = threading.Lock()

    def check(self, submission: Submission, *, remember: bool = True) -> Verdict:
        """Check an article.

        ``remember`` says whether its findings are counted and its headline is kept.
        """
        with self._lock:
            return self._check(submission, remember)

    def _check(self, submission: Submission, remember: bool) -> Verdict:
        joined = read_fields(submission.fields, submission.metadata, path=HERE)
        desk = self.desk
        checked = desk.check(joined.article)
        found = list(checked.findings)
        if self.headlines is not None and submission.id:
            known = self.headlines.compared(desk, joined.article, checked.observations,
                                            submission.id, remember=remember)  # fmt: skip
            found += known
        floor = desk.configuration.severity
        told = [f for f in found if at_least(f.severity, floor)]
        told, stood = self._stets.part(told)
        placed, away = in_fields(joined, told), in_fields(joined, (*stood, *checked.stood))
        if self.ledger is not None:
            placed, dismissed = self.ledger.part(submission.id, placed)
            away += dismissed
            if remember:
                self.ledger.count(submission.id, placed)
        policy = self.settings.publish if submission.stage == "publish" else self.settings.draft
        return Verdict(
            submission,
            decide(policy, (each.finding.severity for each in placed)),
            tuple(placed),
            tuple(away),
            joined.remarks,
            policy.block,
        )


def submitted(
    fields: Sequence[Field], metadata: Metadata | None = None, *, id: str = "",
    stage: Stage = "draft",
) -> Submission:  # fmt: skip
    """An article to be checked."""
    return Submission(tuple(fields), metadata or Metadata(), id, stage)
