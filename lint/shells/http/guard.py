"""What stands before every route: request ids, the log, and who may come in."""

from __future__ import annotations

import re
import secrets
import time
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import unquote_plus

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lint.shells.http.keys import Keys
from lint.shells.http.logs import Log
from lint.shells.http.metrics import Metrics
from lint.shells.http.pages import PUBLIC as PAGES
from lint.shells.http.pool import ClientGone
from lint.shells.http.problems import MEDIA_TYPE, Problem

_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_LOOPBACK = re.compile(rb"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?", re.IGNORECASE)
_KEY_IN_FORM = re.compile(rb"(?:^|&)apiKey=([^&]*)")
# What needs no key; who has none is told no more of the house than whether it is well.
PUBLIC = PAGES | {"/healthz", "/readyz", "/openapi.json", "/v2/healthcheck"}


class Watch:
    """Gives every request an id, writes one line about it, and turns failures into problems.

    ``about`` gives the headers that every answer carries.
    """

    def __init__(
        self, app: ASGIApp, *, log: Log, metrics: Metrics, about: Callable[[], dict[str, str]]
    ) -> None:
        self._app = app
        self._log = log
        self._metrics = metrics
        self._about = about

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        state = scope.setdefault("state", {})
        request_id = state["request_id"] = _request_id(scope)
        status = 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                headers["X-Content-Type-Options"] = "nosniff"
                for name, value in self._about().items():
                    headers[name] = value
            await send(message)

        failure = ""
        try:
            await self._app(scope, receive, told)
        except ClientGone:
            failure = "the client hung up"
        except Exception as error:
            failure = type(error).__name__  # not its words, which may be copy
            if status == 0:
                problem = Problem(500, "copydesk failed at this request; the fault is its own")
                await answer_problem(problem, scope, told)
        self._write(scope, status, time.perf_counter() - begun, failure)

    def _write(self, scope: Scope, status: int, seconds: float, failure: str) -> None:
        state = scope["state"]
        route = state.get("route", "none")  # never the path, which anybody can write
        self._metrics.request(route, status, seconds)
        told = dict(state.get("notes", {}))
        failed = failure or told.get("failure")
        if failure:
            told["failure"] = failure
        self._log(
            "request", "error" if status >= 500 or (failed and status) else "info",
            id=state["request_id"], method=_known(scope["method"]), route=route, status=status,
            seconds=round(seconds, 6), client=state.get("client", ""), **told,
        )  # fmt: skip


def _known(method: str) -> str:
    known = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
    return method if method in known else "other"


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _ID.fullmatch(value):
            given: str = value.decode("ascii")
            return given
    return secrets.token_hex(8)


class Gate:
    """Lets in who has a key, where keys are needed, and no client more often than is fair."""

    def __init__(
        self, app: ASGIApp, *, keys: Keys, needs_key: bool, each: int, origins: Sequence[str]
    ) -> None:
        self._app = app
        self._origins = frozenset(origin.encode() for origin in origins)
        self._keys = keys
        self._needs_key = needs_key
        self._each = each
        self._at_work: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            client = self._client(scope)
            if self._at_work[client] >= self._each:
                raise Problem(
                    429, f"this client has {self._each} requests at work already", retry_after=1
                )
        except Problem as problem:
            await answer_problem(problem, scope, send)
            return
        self._at_work[client] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._at_work[client] -= 1
            if not self._at_work[client]:
                del self._at_work[client]

    def _client(self, scope: Scope) -> str:
        """Whose request this is: the name of the key, or the address.

        Raises:
            Problem: it needs a key and has none, or comes by a name that is not ours.
        """
        address = str(scope["client"][0]) if scope.get("client") else ""
        headers = dict(scope["headers"])
        open_to_all = not (self._needs_key or self._keys.in_force())
        if scope["path"] in PUBLIC:
            known = open_to_all or self._keys.holder(_key(headers, scope)) is not None
            scope["state"]["known"] = known
            return f"public {address}"
        if open_to_all:
            self._is_local(headers)
            return address
        key = _key(headers, scope)
        if not key and scope["path"] == "/v2/check" and scope["method"] == "POST":
            scope["state"]["key_in_form"] = self._keys  # looked at when the form is there
            return address
        holder = scope["state"]["client"] = holder_of(self._keys, key)
        return f"key {holder}"

    def _is_local(self, headers: dict[bytes, bytes]) -> None:
        """Refuse pages elsewhere that an editor's browser shows.

        Such a page can have its own name lead to this machine, and it can send what it does
        not hear the answer to. Where there are keys, it has none.

        Raises:
            Problem: the request is of such a page.
        """
        host = headers.get(b"host", b"localhost")
        if not _LOOPBACK.fullmatch(host):
            raise Problem(421, "without keys the service answers to localhost only", at="Host")
        origin = headers.get(b"origin", b"")
        if origin and origin not in self._origins and origin.partition(b"://")[2] != host:
            raise Problem(403, "pages of this origin may not call; see origins", at="Origin")


def holder_of(keys: Keys, key: str) -> str:
    """Whose key this is.

    Raises:
        Problem: it is nobody's.
    """
    holder = keys.holder(key) if key else None
    if holder is None:
        said = "this key is not known, or was revoked" if key else "a key is needed"
        raise Problem(401, f"{said}: send “Authorization: Bearer KEY”", at="Authorization")
    return holder


def _key(headers: dict[bytes, bytes], scope: Scope) -> str:
    """The key of a request: in a header, or where LanguageTool's clients put it."""
    given = headers.get(b"authorization", b"").decode("latin-1")
    if given[:7].lower() == "bearer ":
        return given[7:].strip()
    if own := headers.get(b"x-api-key", b""):
        return own.decode("latin-1").strip()
    if scope["path"].startswith("/v2/"):
        return key_in(scope["query_string"])
    return ""


def key_in(form: bytes) -> str:
    """The key in a query or a form, or nothing."""
    found = _KEY_IN_FORM.search(form)
    return unquote_plus(found[1].decode("latin-1")) if found else ""


async def answer_problem(
    problem: Problem, scope: Scope, send: Send, *, close: bool = False
) -> None:
    """Send a problem as the answer."""
    body = problem.body(scope["state"].get("request_id", ""))
    headers = [
        (b"content-type", MEDIA_TYPE.encode()),
        (b"content-length", str(len(body)).encode()),
    ]
    if problem.retry_after:
        headers.append((b"retry-after", str(problem.retry_after).encode()))
    if problem.allow:
        headers.append((b"allow", ", ".join(problem.allow).encode()))
    if problem.status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    if close:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": problem.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
