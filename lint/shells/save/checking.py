"""Check the fields of an article as one, and say what the house does about the findings."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from lint.article import Article, Metadata
from lint.finding import Finding, at_least
from lint.frozen import Frozen
from lint.grammar.proof import NOTHING, Proof
from lint.readers.fields import Field, Joined, read_fields
from lint.shells.desk import Desk
from lint.shells.save.headlines import HeadlineArchive
from lint.shells.save.ledger import Ledger
from lint.shells.save.placing import HERE, FieldFinding, in_fields, in_order
from lint.shells.save.policy import Decision, Stage, Threshold, decide
from lint.shells.save.recall import Found, Recall
from lint.shells.save.settings import Serve
from lint.shells.stetlist import load_stets


class Submission(Frozen):
    """An article as it is sent to be checked.

    ``id`` names it in the content management system; without one, nothing is remembered of it.
    ``stage`` is what is about to be done with it.
    """

    fields: tuple[Field, ...]
    metadata: Metadata = Metadata()
    id: str = ""
    stage: Stage = "draft"


class Verdict(Frozen):
    """What a check came to.

    ``dismissed`` are the findings that an editor let stand. ``remarks`` are pairs of a field's
    number and what was noticed in reading it. ``notices`` say what of the check could not be
    done. ``block`` is the lowest severity that refuses at this stage, or never.
    """

    submission: Submission
    decision: Decision
    findings: tuple[FieldFinding, ...]
    dismissed: tuple[FieldFinding, ...] = ()
    remarks: tuple[tuple[int, str], ...] = ()
    notices: tuple[str, ...] = ()
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
        self._recall = Recall(self.settings.recall)
        self._stets = load_stets(desk.configuration.beside(desk.configuration.stet))
        self._lock = threading.Lock()

    def check(self, submission: Submission, *, remember: bool = True) -> Verdict:
        """Check an article.

        ``remember`` says whether its findings are counted and its headline is kept.
        """
        with self._lock:
            return self._check(submission, remember)

    def _check(self, submission: Submission, remember: bool) -> Verdict:
        found = self._found(submission)
        told, away = self._beside_others(found, submission.id, remember)
        if self.ledger is not None:
            told, dismissed = self.ledger.part(submission.id, told)
            away += dismissed
            if remember:
                self.ledger.count(submission.id, told)
        policy = self.settings.publish if submission.stage == "publish" else self.settings.draft
        return Verdict(
            submission,
            decide(policy, (each.finding.severity for each in told)),
            tuple(told),
            tuple(away),
            found.joined.remarks,
            found.notices,
            policy.block,
        )

    def _found(self, submission: Submission) -> Found:
        """What the stylebook says of the copy; of copy that is known, what it said before."""
        copy = (submission.fields, submission.metadata)
        known = self._recall.find(copy)
        if known is not None:
            return known
        joined = read_fields(submission.fields, submission.metadata, path=HERE)
        proof = self.proof_of(joined.article)
        checked = self.desk.check(joined.article, proof)
        told, stood = self._told(joined, checked.findings)
        stood = in_order((*stood, *in_fields(joined, checked.stood)))
        notices = self.notices_of(proof)
        found = Found(joined, tuple(told), tuple(stood), checked.observations, notices)
        if proof.is_whole:  # else the engine may answer next time
            self._recall.keep(copy, found)
        return found

    def proof_of(self, article: Article) -> Proof:
        """What a grammar engine says of an article, where one is wanted."""
        desk = self.desk
        known = desk.known_proof(article)
        if known is not None or desk.proofreader is None:
            return known or NOTHING
        return desk.proofreader.ask(article)

    def notices_of(self, proof: Proof) -> tuple[str, ...]:
        """What of a check could not be done, in sentences for editors."""
        desk = self.desk
        grammar = "" if proof.is_whole and not desk.no_grammar else desk.grammar_trouble
        return tuple(filter(None, (grammar, desk.context_trouble)))

    def _told(
        self, joined: Joined, findings: Iterable[Finding]
    ) -> tuple[list[FieldFinding], list[FieldFinding]]:
        """Findings that are grave enough, in their fields; those of the list of stets apart."""
        floor = self.desk.configuration.severity
        told, stood = self._stets.part(f for f in findings if at_least(f.severity, floor))
        return in_fields(joined, told), in_fields(joined, stood)

    def _beside_others(
        self, found: Found, id: str, remember: bool
    ) -> tuple[list[FieldFinding], list[FieldFinding]]:
        """The findings of an article with those of its headline beside other articles'."""
        told, stood = list(found.told), list(found.stood)
        if self.headlines is None or not id:
            return told, stood
        known = self.headlines.compared(
            self.desk, found.printed, found.observations, id, remember=remember
        )
        if known:
            more, let = self._told(found.joined, known)
            told, stood = in_order((*told, *more)), in_order((*stood, *let))
        return told, stood


def submitted(
    fields: Sequence[Field], metadata: Metadata | None = None, *, id: str = "",
    stage: Stage = "draft",
) -> Submission:  # fmt: skip
    """An article to be checked."""
    return Submission(tuple(fields), metadata or Metadata(), id, stage)
