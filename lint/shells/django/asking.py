"""Have an article checked, in this process or by the service, as the project has it set."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from django.core.signals import setting_changed

from lint.shells.configuration import Configuration, load_configuration
from lint.shells.desk import Desk
from lint.shells.django.answers import Answer, answer_from
from lint.shells.django.service import Service, ServiceDown
from lint.shells.django.settings import CopydeskSettings, configuration_path, read_settings
from lint.shells.save.checking import SaveDesk, Submission
from lint.shells.save.headlines import HeadlineArchive
from lint.shells.save.ledger import Dismissal, Ledger
from lint.shells.save.wire import verdict_to_json
from lint.stylebook.complaints import StylebookError

logger = logging.getLogger("copydesk")
_REST = 5.0  # seconds for which a service that is down is asked about publications only

T = TypeVar("T")
Archives = Callable[[], HeadlineArchive | None]
Ledgers = Callable[[], Ledger | None]


class NotKept(Exception):
    """What somebody let stand could not be kept; the message says why, for an editor."""


class Asker:
    """Has articles checked, by one way that is chosen when it is first needed.

    ``headlines`` and ``ledger`` make what is kept between saves for checks in this process; the
    service keeps its own. ``clock`` tells seconds.
    """

    def __init__(
        self,
        headlines: Archives | None = None,
        ledger: Ledgers | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._headlines, self._ledger = headlines, ledger
        self._clock = clock
        self._lock = threading.Lock()
        self._desk: SaveDesk | None = None
        self._down_until = 0.0

    def check(self, submission: Submission, *, remember: bool = True) -> Answer:
        """What the house says of an article. Never fails: a fault is part of the answer."""
        if not any(field.text.strip() for field in submission.fields):
            return Answer("allow")
        own = read_settings()
        if own.url:
            return self._by_service(own, submission, remember)
        return self._here(own, submission, remember)

    def dismiss(self, dismissal: Dismissal) -> None:
        """Let a finding stand, wherever that is kept.

        Raises:
            NotKept: nothing is kept, or the service does not take it.
        """
        own = read_settings()
        if own.url:
            self._told_to(own, lambda service: service.dismiss(dismissal))
        else:
            self._own_ledger().dismiss(dismissal)

    def restore(self, article: str, fingerprint: str) -> None:
        """Tell a finding again that was let stand.

        Raises:
            NotKept: it was not let stand here, or the service does not take it.
        """
        own = read_settings()
        if own.url:
            done = self._told_to(own, lambda service: service.restore(article, fingerprint))
        else:
            done = self._own_ledger().restore(article, fingerprint)
        if not done:
            raise NotKept("It is let stand by a mark in the copy, or by the list of the house.")

    def _told_to(self, own: CopydeskSettings, what: Callable[[Service], T]) -> T:
        try:
            return what(Service(own.url, own.key, own.timeout))
        except ServiceDown as down:
            raise NotKept(f"The service did not take it: {down}.") from None

    def _own_ledger(self) -> Ledger:
        ledger = self._ledger() if self._ledger else None
        if ledger is None:
            raise NotKept("Nothing is kept here.")
        return ledger

    def _by_service(self, own: CopydeskSettings, submission: Submission, remember: bool) -> Answer:
        in_passing = submission.stage == "draft" or not remember
        if in_passing and self._clock() < self._down_until:
            return _unchecked(own, submission, "it was down a moment ago")
        try:
            answer = answer_from(
                Service(own.url, own.key, own.timeout).check(submission, remember=remember)
            )
        except ServiceDown as down:
            reason = str(down)
        except (KeyError, TypeError, ValueError, AttributeError):
            reason = "its answer cannot be read"
        else:
            self._down_until = 0.0
            return answer
        self._down_until = self._clock() + _REST
        logger.warning("the service at %s: %s", own.url, reason)
        return _unchecked(own, submission, reason)

    def _here(self, own: CopydeskSettings, submission: Submission, remember: bool) -> Answer:
        try:
            desk = self.desk(own)
        except StylebookError as error:
            logger.error("the stylebook cannot be used: %s", error)
            return _unchecked(own, submission, "the stylebook cannot be used")
        verdict = desk.check(submission, remember=remember)
        book = desk.desk.book
        return answer_from(verdict_to_json(verdict, {"name": book.name, "digest": book.digest}))

    def desk(self, own: CopydeskSettings | None = None) -> SaveDesk:
        """The desk of this process, made when it is first needed.

        Raises:
            StylebookError: configuration or stylebook cannot be used.
        """
        with self._lock:
            if self._desk is None:
                own = own or read_settings()
                path = configuration_path(own)
                found = load_configuration(path) if path else Configuration()
                keep = self._headlines() if self._headlines and own.headlines else None
                ledger = self._ledger() if self._ledger else None
                self._desk = SaveDesk(Desk(found), headlines=keep, ledger=ledger)
            return self._desk

    def forget(self) -> None:
        """Make the desk again at the next check."""
        with self._lock:
            self._desk = None
        self._down_until = 0.0


def _unchecked(own: CopydeskSettings, submission: Submission, reason: str) -> Answer:
    """What stands in for an answer: a draft is never refused."""
    decision = own.when_down
    if submission.stage == "draft" and decision == "block":
        decision = "warn"
    return Answer(decision, fault=reason)


plain = Asker()  # for forms that keep nothing between saves


def _when_set(*, setting: str, **_: object) -> None:
    if setting in ("COPYDESK", "BASE_DIR"):
        plain.forget()


setting_changed.connect(_when_set)
