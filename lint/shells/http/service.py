"""What the routes of the service work with."""

from __future__ import annotations

from dataclasses import dataclass

from lint.shells.http.keys import Keys
from lint.shells.http.logs import Log
from lint.shells.http.metrics import Metrics
from lint.shells.http.pool import Pool
from lint.shells.http.reloading import Reloader
from lint.shells.save.settings import Serve


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of one service that runs."""

    settings: Serve
    pool: Pool
    reloader: Reloader
    keys: Keys
    metrics: Metrics
    log: Log
    needs_key: bool

    def about(self) -> dict[str, str]:
        """The headers of every answer: which stylebook is at work, and whether it is stale."""
        standing = self.reloader.standing
        told = {"Copydesk-Stylebook": standing.ready.digest}
        if standing.complaints:
            count = len(standing.complaints)
            told["Copydesk-Stylebook-Problem"] = (
                f"the stylebook on disk has {count} complaint{'s' * (count != 1)}; "
                "the last good one is at work"
            )
        return told
