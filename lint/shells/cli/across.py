"""What the articles of a run say together: as it was written before, or compared anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from lint.checks.base import Observation
from lint.finding import Finding, Severity, at_least
from lint.reports.base import Report, Together
from lint.reports.tally import Tally, in_one
from lint.shells.desk import Desk
from lint.shells.seen import Seen
from lint.uncollected import uncollected

if TYPE_CHECKING:
    from lint.shells.findingcache import FindingCache


class Across:
    """Compares the articles of a run and tells what that gives.

    ``look`` is that in which the cache keeps what is written (empty: in none), ``floor`` the
    least severity that is told. ``kept`` gives those of some findings that are to be told,
    with what else belongs there, and counts them in ``tally``.
    """

    def __init__(
        self,
        desk: Desk,
        look: str,
        floor: Severity,
        tally: Tally,
        kept: Callable[[Iterable[Finding]], list[Finding]],
    ) -> None:
        self._desk = desk
        self._look = look
        self._floor = floor
        self._tally = tally
        self._kept = kept

    def tell(self, report: Report, seen: Seen, cache: FindingCache | None) -> None:
        """Tell what was ``seen``, and what the cache remembers of the files not read again."""
        if cache is None:
            with uncollected():
                found = self._desk.compare(seen)
            report.across(self._kept(found))
        elif self._look:
            said = self._said(report, seen, cache)
            cache.close()
            report.across_again(said)
        else:
            told = self._kept(self._found(seen, cache))
            cache.close()
            report.across(told)

    def _said(self, report: Report, seen: Seen, cache: FindingCache) -> Together:
        """What is written of it, in the look of the cache."""
        said = cache.said()
        if said is None:
            said = cache.said_again(self._compared, report.said)
        if said is not None:
            self._tally.add_counts(said.counts)
            return said
        self._recall(seen, cache)
        with uncollected():
            told = self._kept(self._desk.compare(seen))
        each = list(map(report.said, told))
        cache.keep_across(told, each, seen)
        return in_one(each)

    def _compared(self, seen: Mapping[str, Sequence[Observation]]) -> list[Finding]:
        found = self._desk.compare(seen)
        return [finding for finding in found if at_least(finding.severity, self._floor)]

    def _found(self, seen: Seen, cache: FindingCache) -> Sequence[Finding]:
        """All of it, to be told in any way."""
        found = cache.across()
        if found is None:
            self._recall(seen, cache)
            with uncollected():
                found = self._desk.compare(seen)
            cache.keep_across(found, None, seen)
        return found

    def _recall(self, seen: Seen, cache: FindingCache) -> None:
        with uncollected():
            for rule, observations in cache.observations():
                seen.add({rule: observations})
