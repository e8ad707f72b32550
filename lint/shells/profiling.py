"""Where the time of a run goes: by stage, by kind and by rule, so that a costly rule is seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from time import process_time
from typing import Any

from lint.checks.base import Check
from lint.index import Hit
from lint.reading import Reading
from lint.roster import Roster

_SHOWN = 20  # rules


class Profile:
    """Seconds by stage and by rule, added up over a run."""

    def __init__(self) -> None:
        self.stages: defaultdict[str, float] = defaultdict(float)
        self.rules: defaultdict[str, float] = defaultdict(float)
        self._kinds: dict[str, str] = {}
        self._started = process_time()

    def of_rule(self, check: Check, seconds: float) -> None:
        """Add what a check took."""
        self.rules[check.rule.id] += seconds
        self._kinds[check.rule.id] = check.rule.kind

    def table(self, articles: int) -> str:
        """What took how long, in milliseconds for all articles and microseconds for each."""
        kinds: defaultdict[str, float] = defaultdict(float)
        for rule, seconds in self.rules.items():
            kinds[self._kinds[rule]] += seconds
        whole = process_time() - self._started
        rest = whole - sum(self.stages.values()) - sum(self.rules.values())
        stages = {**self.stages, "starting, reading, settling, telling": rest}
        return "".join(
            _part(title, _most(counted), whole, articles)
            for title, counted in (("stage", stages), ("kind", kinds), ("rule", self.rules))
        )


def _most(counted: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(counted.items(), key=lambda row: -row[1])[:_SHOWN]


def _part(title: str, rows: Sequence[tuple[str, float]], whole: float, articles: int) -> str:
    width = max(len(name) for name, _ in (*rows, (title, 0)))
    lines = [f"{title:{width}}  {'ms':>9}  {'µs an article':>13}  {'share':>6}\n"]
    for name, seconds in rows:
        each = seconds / max(1, articles) * 1e6
        lines.append(
            f"{name:{width}}  {seconds * 1e3:9.1f}  {each:13.1f}  {seconds / whole:6.1%}\n"
        )
    return "".join(lines) + "\n"


class Timed:
    """A roster that notes what each of its checks and indexes takes.

    What the checks of a kind share is charged to the one that asks for it first.
    """

    def __init__(self, roster: Roster, profile: Profile) -> None:
        self._roster = roster
        self._profile = profile
        self._checks: dict[int, Any] = {}
        self.phrases: Any = _TimedIndex(roster.phrases.look_up, "phrases", profile)
        self.patterns: Any = _TimedIndex(roster.patterns.look_up, "patterns", profile)

    @property
    def ids(self) -> Mapping[int, str]:
        """See :class:`lint.roster.Roster`."""
        return self._roster.ids

    def check(self, number: int) -> Check:
        """See :class:`lint.roster.Roster`."""
        if number not in self._checks:
            self._checks[number] = _TimedCheck(self._roster.check(number), self._profile)
        timed: Check = self._checks[number]
        return timed

    def awake(self, reading: Reading) -> Iterable[int]:
        """See :class:`lint.roster.Roster`."""
        before = process_time()
        found = list(self._roster.awake(reading))
        self._profile.stages["which names are near"] += process_time() - before
        return found


class _TimedIndex:
    def __init__(
        self, look_up: Callable[[str], dict[int, list[Hit]]], name: str, profile: Profile
    ) -> None:
        self._look_up = look_up
        self._name = name
        self._profile = profile

    def look_up(self, prose: str) -> dict[int, list[Hit]]:
        before = process_time()
        found = self._look_up(prose)
        self._profile.stages[self._name] += process_time() - before
        return found


class _TimedCheck:
    """A check whose work is timed; everything else of it is itself."""

    def __init__(self, check: Check, profile: Profile) -> None:
        self._check = check
        self._profile = profile

    def __getattr__(self, name: str) -> Any:
        return getattr(self._check, name)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Any]:
        return self._timed(self._check.read, reading, hits)

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Any]:
        return self._timed(self._check.observe, reading, hits)

    def compare(self, observations: Sequence[Any]) -> Iterator[Any]:
        return self._timed(self._check.compare, observations)

    def _timed(self, work: Callable[..., Iterable[Any]], *given: Any) -> Iterator[Any]:
        before = process_time()
        found = list(work(*given))
        self._profile.of_rule(self._check, process_time() - before)
        return iter(found)
