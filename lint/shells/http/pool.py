"""The workers at work: who is free, who waits, and what happens when one is lost or too slow."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress

from lint.shells.http.crew import Crew, Worker, WorkerLost
from lint.shells.http.frames import Answer, Ask, Closed
from lint.shells.http.problems import Problem

_RETRY_AFTER = 1  # seconds
RECYCLED = 20_000  # answers after which a worker is replaced, so that memory stays flat
_TRIES = 3  # for a request whose worker is lost; one that kills workers is not tried for ever
_PAUSE = 0.5  # seconds between two tries to fork


class ClientGone(Exception):
    """The client hung up before its request was answered."""


async def _never() -> bool:
    return False


class Pool:
    """Workers of one stylebook, or of two while one takes the place of the other.

    ``happened`` hears of ``lost``, ``killed``, ``recycled`` and ``refused``.
    """

    def __init__(
        self, size: int, *, time_limit: float, queue: int, happened: Callable[[str], None]
    ) -> None:
        self._size = size
        self._time_limit = time_limit
        self._queue = queue
        self._happened = happened
        self._free: deque[Worker] = deque()
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._members: set[Worker] = set()  # of the crew at work
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False
        self.crew: Crew | None = None

    @property
    def waiting(self) -> int:
        """Requests that wait for a worker."""
        return len(self._waiting)

    @property
    def at_work(self) -> int:
        """Workers of the present stylebook."""
        return len(self._members)

    async def swap(self, crew: Crew) -> None:
        """Put a crew in the place of the one at work; no request is lost or sees both.

        Raises:
            Closed: its fork server has gone; the one at work stays.
        """
        fresh: list[Worker] = []
        try:
            for _ in range(self._size):
                fresh.append(await Worker.start(crew, self._idle_lost))
        except Closed:
            for worker in fresh:
                worker.close()
            raise
        old, idle = self.crew, list(self._free)
        self.crew, self._members = crew, set(fresh)
        self._free.clear()
        for worker in idle:
            worker.close()
        for worker in fresh:
            self._offer(worker)
        if old is not None:
            await asyncio.get_running_loop().run_in_executor(None, old.close)

    async def ask(self, ask: Ask, gone: Callable[[], Awaitable[bool]] = _never) -> Answer:
        """Have a request answered by a worker that is free, or becomes free in time.

        ``gone`` tells whether the client has hung up; it is asked when the request had to wait.

        Raises:
            Problem: too many wait already, or the work takes too long (503).
            ClientGone: the client hung up while its request waited.
        """
        for tries in range(_TRIES):
            waits = not self._free
            worker = await self._worker()
            if waits and await gone():
                self._release(worker)
                raise ClientGone
            try:
                async with asyncio.timeout(self._time_limit):
                    answer = await worker.ask(ask)
            except TimeoutError:
                self._replace(worker, "killed")
                limit = f"{self._time_limit:g} seconds"
                raise Problem(
                    503, f"this took longer than {limit} and was stopped",
                    retry_after=_RETRY_AFTER,
                ) from None  # fmt: skip
            except WorkerLost:
                self._replace(worker, "lost")
                if tries == _TRIES - 1:
                    raise Problem(
                        503, "the process that checked this ended", retry_after=_RETRY_AFTER
                    ) from None
            except BaseException:
                self._replace(worker, "killed")  # its answer would come to somebody else
                raise
            else:
                self._release(worker)
                return answer
        raise AssertionError

    async def _worker(self) -> Worker:
        if self._free:
            return self._free.pop()  # who worked last knows best what has not changed since
        if len(self._waiting) >= self._queue:
            self._happened("refused")
            raise Problem(503, "too many requests are waiting; try again", retry_after=_RETRY_AFTER)
        future: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            async with asyncio.timeout(self._time_limit):
                return await future
        except BaseException as error:
            if future.done() and not future.cancelled():
                self._release(future.result())  # it came at the very moment
            else:
                with suppress(ValueError):
                    self._waiting.remove(future)
            if isinstance(error, TimeoutError):
                self._happened("refused")
                raise Problem(
                    503, "no worker became free in time; try again", retry_after=_RETRY_AFTER
                ) from None
            raise

    def _idle_lost(self, worker: Worker) -> None:
        """A worker ended that had nothing to do."""
        if worker in self._free and not self._closed:
            self._free.remove(worker)
            self._replace(worker, "lost")

    def _release(self, worker: Worker) -> None:
        if worker.lost:
            self._replace(worker, "lost")
        elif worker.served >= RECYCLED and worker in self._members:
            self._replace(worker, "recycled")
        else:
            self._offer(worker)

    def _offer(self, worker: Worker) -> None:
        """Give a free worker to whoever waits longest; one of an old crew goes."""
        if worker not in self._members or self._closed:
            worker.close()
            return
        while self._waiting:
            future = self._waiting.popleft()
            if not future.done():
                future.set_result(worker)
                return
        self._free.append(worker)

    def _replace(self, worker: Worker, why: str) -> None:
        """Let a worker go, and have another forked from the same fork server."""
        self._happened(why)
        worker.kill()
        if worker in self._members and not self._closed:
            self._members.discard(worker)
            task = asyncio.get_running_loop().create_task(self._fork(worker.crew))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _fork(self, crew: Crew) -> None:
        while crew is self.crew and not self._closed:
            try:
                worker = await Worker.start(crew, self._idle_lost)
            except Closed:
                await asyncio.sleep(_PAUSE)  # a reload may bring another fork server
                continue
            if crew is self.crew:
                self._members.add(worker)
            self._offer(worker)
            return

    async def close(self) -> None:
        """Let everybody go."""
        self._closed = True
        for task in list(self._tasks):
            task.cancel()
        for worker in self._members:
            worker.close()
        if self.crew is not None:
            await asyncio.get_running_loop().run_in_executor(None, self.crew.close)
