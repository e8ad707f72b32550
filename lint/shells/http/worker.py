"""A worker process: takes one request at a time and answers it."""

from __future__ import annotations

import socket
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from lint.shells.http.frames import Answer, Ask, Closed, receive, send
from lint.shells.http.office import Office
from lint.shells.http.operations import OPERATIONS
from lint.shells.http.problems import Problem

Operation = Callable[[Office, Ask], Answer]


def work(connection: socket.socket, office: Office) -> None:
    """Answer requests until the other side goes."""
    from msgspec import msgpack

    decode = msgpack.Decoder(Ask).decode
    while True:
        try:
            ask = decode(receive(connection))
            send(connection, answered(office, ask))
        except Closed:
            return


def answered(office: Office, ask: Ask, operations: Mapping[str, Operation] = OPERATIONS) -> Answer:
    """The answer to a request; whatever goes wrong, there is one."""
    begun = time.perf_counter()
    try:
        answer = operations[ask.op](office, ask)
    except Problem as problem:
        answer = problem.answer()
    except Exception as error:
        # Where, and what sort, but not what was said: that may hold copy.
        answer = Problem(500, "copydesk failed at this request; the fault is its own").answer()
        answer.notes["failure"] = f"{type(error).__name__} at {_place(error)}"
    answer.notes["took"] = time.perf_counter() - begun
    return answer


def _place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
