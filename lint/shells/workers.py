"""Worker processes over pipes, any of which may be killed without losing the run.

Not the pools of the standard library: when one of their processes dies they give up all that
was handed out, do not say what it was at, and may wait for ever (CPython issue 94777). Here
each process is asked over a pipe of its own and answers item by item, so the item that a
process died at is known, and everything else goes on.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_CHUNK = 25  # items handed to a process at a time
# Items that may be done, or in work, ahead of the one that is waited for. Where that one takes
# long (a file of many megabytes), the others would else come to an end long before it, and all
# their results lie in memory.
_AHEAD = 2_000
Result = TypeVar("Result")


def in_order(
    make: Callable[[], Callable[[str], Result]],
    items: Sequence[str],
    count: int,
    killed: Callable[[str], Result],
) -> Iterator[Result]:
    """What the work made by ``make`` gives for each item, in the order of the items.

    ``make`` is called once in each of ``count`` processes (where processes can be forked, it
    may hand over what this one has loaded already). Where a process is killed the item that
    it was at is tried once more, and then ``killed`` gives its result.
    """
    crew = _Crew(make, items, count)
    done: dict[int, bytes | None] = {}
    try:
        for number in range(len(items)):
            while number not in done:
                done.update(crew.answers(number))
            packed = done.pop(number)  # some are held for a while, and are smaller so
            yield killed(items[number]) if packed is None else pickle.loads(packed)
    finally:
        crew.dismiss()


class _Worker:
    """A process, its pipe, and the numbers of the items that it has not answered yet."""

    def __init__(self, make: Callable[[], Callable[[str], Any]]) -> None:
        import multiprocessing

        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(make, theirs), daemon=True)
        self.process.start()
        theirs.close()  # so that the pipe ends with the process
        self.given: deque[int] = deque()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Crew:
    """The processes at work, and the items that are still to be handed out."""

    def __init__(
        self, make: Callable[[], Callable[[str], Any]], items: Sequence[str], count: int
    ) -> None:
        self._make = make
        self._items = items
        self._waiting = deque(range(len(items)))
        self._tried: set[int] = set()
        self._workers: list[_Worker] = []
        for _ in range(count):
            self._workers.append(_Worker(make))

    def answers(self, wanted: int) -> Iterator[tuple[int, bytes | None]]:
        """Wait for answers: pairs of an item's number and its result, None if it kills.

        ``wanted`` is the number of the item that is waited for. The result is as the process
        pickled it.
        """
        from multiprocessing.connection import wait

        for worker in self._workers:
            if not worker.given:
                self._hand_out(worker, wanted + _AHEAD)
        busy = {worker.pipe: worker for worker in self._workers if worker.given}
        for pipe in wait(list(busy)) if busy else ():
            worker = busy[pipe]
            try:
                result = worker.pipe.recv_bytes()
            except (EOFError, OSError):
                yield from self._bury(worker)
            else:
                yield worker.given.popleft(), result

    def _hand_out(self, worker: _Worker, stop: int) -> None:
        """Hand out items whose numbers are below one, if there are any."""
        waiting = self._waiting
        while waiting and waiting[0] < stop and len(worker.given) < _CHUNK:
            worker.given.append(waiting.popleft())
        if not worker.given:
            return
        with suppress(OSError):  # it is dead, which is heard when its answer is waited for
            worker.pipe.send([self._items[number] for number in worker.given])

    def _bury(self, worker: _Worker) -> Iterator[tuple[int, None]]:
        """Put another process in place of a dead one, and hand out again what it had."""
        worker.end()
        first, *rest = worker.given
        if first in self._tried:
            yield first, None
        else:
            self._tried.add(first)
            rest.insert(0, first)
        self._waiting.extendleft(reversed(rest))
        self._workers[self._workers.index(worker)] = _Worker(self._make)

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.end()


def _work(make: Callable[[], Callable[[str], Any]], pipe: Connection) -> None:
    """What a process does until it is killed: items in, results out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work = make()
    while True:
        for item in pipe.recv():
            pipe.send(work(item))


def _end_with_parent() -> None:
    """End this process when the one that started it has been killed."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
