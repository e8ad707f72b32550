"""The stylebook at work, and how another takes its place while requests go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from lint.shells.http.crew import CannotStart, Crew
from lint.shells.http.forkserver import stamps
from lint.shells.http.frames import Closed, Ready
from lint.shells.http.logs import Log
from lint.shells.http.office import Options
from lint.shells.http.pool import Pool

Outcome = Literal["swapped", "unchanged", "refused"]
_TICK = 1.0  # seconds between two looks at the files


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Standing:
    """The stylebook that is at work, and what is wrong with the one on disk, if anything is."""

    ready: Ready
    complaints: list[str] = field(default_factory=list)
    loaded: str = field(default_factory=_now)
    swaps: int = 0


class Reloader:
    """Puts a changed stylebook to work, and keeps the last good one when it is broken.

    ``happened`` hears of each outcome.
    """

    def __init__(
        self, options: Options, pool: Pool, crew: Crew, log: Log,
        happened: Callable[[Outcome, Standing], None],
    ) -> None:  # fmt: skip
        self._options = options
        self._pool = pool
        self._log = log
        self._happened = happened
        self._lock = asyncio.Lock()
        self._seen = crew.ready.stamps
        self._crew = crew
        self.standing = Standing(crew.ready)

    async def start(self) -> None:
        """Put the first crew to work."""
        await self._pool.swap(self._crew)
        self._happened("swapped", self.standing)

    async def reload(self, why: str) -> Outcome:
        """Load the stylebook again, and put it to work where it is another and is whole."""
        async with self._lock:
            outcome = await self._reload()
            level: Any = "error" if outcome == "refused" else "info"
            self._log(
                "reload", level, why=why, outcome=outcome, complaints=self.standing.complaints,
                stylebook=self.standing.ready.digest, swaps=self.standing.swaps,
            )  # fmt: skip
            self._happened(outcome, self.standing)
            return outcome

    async def _reload(self) -> Outcome:
        loop = asyncio.get_running_loop()
        old = self.standing
        try:
            crew = await loop.run_in_executor(None, Crew, self._options)
        except CannotStart as error:
            old.complaints = error.complaints
            return "refused"
        alive = self._crew.is_alive()
        if alive and crew.ready.key == old.ready.key:
            old.complaints = []
            self._seen = crew.ready.stamps
            await loop.run_in_executor(None, crew.close)
            return "unchanged"
        try:
            await self._pool.swap(crew)
        except Closed:
            old.complaints = ["the process that loaded the stylebook ended"]
            return "refused"
        self._crew, self._seen = crew, crew.ready.stamps
        self.standing = Standing(crew.ready, swaps=old.swaps + 1)
        return "swapped"

    async def watch(self) -> None:
        """Reload when files have changed, and have then been left alone for a moment."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(_TICK)
            if not self._crew.is_alive():
                await self.reload("the fork server has gone")
                continue
            now = await loop.run_in_executor(None, self._look)
            if now == self._seen:
                continue
            while True:  # until nobody is writing any more
                await asyncio.sleep(_TICK / 2)
                later = await loop.run_in_executor(None, self._look)
                if later == now:
                    break
                now = later
            self._seen = now
            with suppress(OSError):  # no process can be started: tried again at the next change
                await self.reload("files have changed")

    def _look(self) -> list[list[Any]]:
        ready = self.standing.ready
        return stamps(ready.folders, ready.files)
