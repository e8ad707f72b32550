"""Starting and ending the service."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from ipaddress import ip_address
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from lint.shells.http.app import make_app
from lint.shells.http.crew import Crew
from lint.shells.http.keys import Keys
from lint.shells.http.logs import Log, ServerLog
from lint.shells.http.metrics import Metrics
from lint.shells.http.office import Options
from lint.shells.http.patience import patient
from lint.shells.http.pool import Pool
from lint.shells.http.reloading import Outcome, Reloader, Standing
from lint.shells.http.service import Service
from lint.shells.save.settings import Serve

_BACKLOG = 512
_KEEP_ALIVE = 30  # seconds
_MOST_WORKERS = 16  # that are started unasked


class NotSafe(Exception):
    """The service would stand open to others; the message says what to do."""


def serve(settings: Serve, options: Options, *, log: Log, listening: Callable[[str], None]) -> None:
    """Run until a signal ends it; requests at work are answered first.

    ``listening`` is told the address once requests can be sent.

    Raises:
        NotSafe: others could reach the service, and there are no keys.
        CannotOpen: the file of the service cannot be used.
        CannotStart: the stylebook is broken.
        OSError: the address cannot be listened at.
    """
    keys = Keys(options.store)
    local = is_loopback(settings.host)
    if not (local or keys.in_force()):
        raise NotSafe(
            f"{settings.host} can be reached by others, and there are no keys; "
            "make one with: copydesk serve keys add NAME"
        )
    sock = _listening(settings.host, settings.port)
    with sock:
        crew = Crew(options)
        service = _service(settings, options, crew, keys, log, needs_key=not local)
        app = make_app(service)
        _announcing(app, lambda: listening(_address(sock)), service)
        _run(app, sock, settings, log)


def _service(
    settings: Serve, options: Options, crew: Crew, keys: Keys, log: Log, *, needs_key: bool
) -> Service:
    metrics = Metrics()

    def happened(what: str) -> None:
        metrics.worker(what)
        log("worker", "info" if what == "recycled" else "warning", what=what)

    def reloaded(outcome: Outcome, standing: Standing) -> None:
        rules = standing.ready.rules
        metrics.reloaded(outcome, stale=bool(standing.complaints), rules=rules)

    pool = Pool(
        settings.workers or _workers(), time_limit=settings.time_limit, queue=settings.queue,
        happened=happened,
    )  # fmt: skip
    metrics.watch(lambda: pool.waiting, lambda: pool.at_work)
    reloader = Reloader(options, pool, crew, log, reloaded)
    return Service(settings, pool, reloader, keys, metrics, log, needs_key)


def _workers() -> int:
    """As many as there are processors for them; the front process needs little of one."""
    return max(1, min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else
                      os.cpu_count() or 1, _MOST_WORKERS))  # fmt: skip


def _announcing(app: Starlette, announce: Callable[[], None], service: Service) -> None:
    """Say where the service listens once it does, and take SIGHUP for a reload."""
    inner = app.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        tasks: set[asyncio.Task[Outcome]] = set()

        def hung_up() -> None:
            task = loop.create_task(service.reloader.reload("SIGHUP"))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        async with inner(app):
            loop.add_signal_handler(signal.SIGHUP, hung_up)
            announce()
            yield
            loop.remove_signal_handler(signal.SIGHUP)

    app.router.lifespan_context = lifespan


def _run(app: Starlette, sock: socket.socket, settings: Serve, log: Log) -> None:
    errors = logging.getLogger("uvicorn")
    errors.handlers = [ServerLog(log)]
    errors.propagate = False
    config = uvicorn.Config(
        app,
        http=patient(settings.patience),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        backlog=_BACKLOG,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=int(settings.time_limit * 2 + settings.patience) + 1,
    )

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(0)

    # uvicorn sends itself the signal again when it has ended; the service has ended well then.
    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        uvicorn.Server(config).run(sockets=[sock])
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        log("ended")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_BACKLOG)


def _address(sock: socket.socket) -> str:
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
