"""The routes of the service. Nothing here looks at copy: that is for the workers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lint.shells.http.bodies import body_of, must_be
from lint.shells.http.frames import Answer, Ask
from lint.shells.http.guard import holder_of, key_in
from lint.shells.http.metrics import CONTENT_TYPE
from lint.shells.http.openapi import document
from lint.shells.http.problems import MEDIA_TYPE, Problem
from lint.shells.http.service import Service

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_LONGEST_QUERY = 60 << 10  # httptools takes no address of 64 kB
Endpoint = Callable[[Request], Awaitable[Response]]


class Routes:
    """The endpoints."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def table(self) -> list[Route]:
        """Every route; the busiest first."""
        made = [
            self._asking("/v1/check", "POST", "check", body=_JSON),
            self._asking("/v1/fix", "POST", "fix", body=_JSON),
            self._route("/v2/check", ["GET", "POST"], self.languagetool),
            self._asking("/v2/languages", "GET", "v2/languages"),
            self._route("/v2/healthcheck", ["GET"], self.fine),
            self._asking("/v1/rules", "GET", "rules"),
            self._route("/v1/rules/{id:path}", ["GET"], self.rule),
            self._route("/v1/dismissals", ["GET", "POST", "DELETE"], self.dismissals),
            self._asking("/v1/taken", "POST", "take", body=_JSON),
            self._asking("/v1/statistics", "GET", "statistics"),
            self._asking("/v1/headlines", "DELETE", "forget", query=("id",)),
            self._route("/v1/reload", ["POST"], self.reload),
            self._route("/openapi.json", ["GET"], self.openapi),
            self._route("/metrics", ["GET"], self.metrics),
            self._route("/healthz", ["GET"], self.health),
            self._route("/readyz", ["GET"], self.ready),
        ]
        return made

    def _route(self, path: str, methods: list[str], endpoint: Endpoint) -> Route:
        async def named(request: Request) -> Response:
            request.scope["state"]["route"] = path
            return await endpoint(request)

        return Route(path, named, methods=methods)

    def _asking(
        self, path: str, method: str, op: str, *, body: str = "", query: tuple[str, ...] = ()
    ) -> Route:
        """A route that hands its request to a worker as it is."""

        async def asked(request: Request) -> Response:
            raw = await self._body(request, body) if body else b""
            return await self._ask(request, Ask(op, raw, self._query(request, query)))

        return self._route(path, [method], asked)

    async def _body(self, request: Request, *media_types: str) -> bytes:
        settings = self._service.settings
        must_be(request, *media_types)
        return await body_of(request, limit=settings.body_limit, patience=settings.patience)

    @staticmethod
    def _query(request: Request, wanted: tuple[str, ...]) -> dict[str, str]:
        if not wanted or not request.scope["query_string"]:
            return {}
        told = _parsed(request)
        for name in told:
            if name not in wanted:
                raise Problem(422, "this parameter is not known here", at=name[:100])
        return told

    async def _ask(self, request: Request, ask: Ask) -> Response:
        answer = await self._service.pool.ask(ask, request.is_disconnected)
        notes = request.scope["state"]["notes"] = answer.notes
        if "decision" in notes:
            self._service.metrics.verdict(notes["stage"], notes["decision"], notes["findings"])
        return _response(answer)

    async def languagetool(self, request: Request) -> Response:
        """LanguageTool's check."""
        raw = b""
        query = _parsed(request)
        if request.method == "POST":
            raw = await self._body(request, _FORM)
            keys = request.scope["state"].get("key_in_form")
            if keys is not None:
                request.scope["state"]["client"] = holder_of(keys, key_in(raw))
        return await self._ask(request, Ask("v2/check", raw, query))

    async def rule(self, request: Request) -> Response:
        """A rule, as JSON or as a page."""
        params = {"id": request.path_params["id"]}
        accept = request.headers.get("accept", "")
        html, plain = accept.find("text/html"), accept.find(_JSON)
        if html >= 0 and (plain < 0 or html < plain):
            params["as"] = "html"
        response = await self._ask(request, Ask("rule", params=params))
        response.headers["Vary"] = "Accept"
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'"
        )
        return response

    async def dismissals(self, request: Request) -> Response:
        """Let stand, tell again, list."""
        if request.method == "POST":
            raw = await self._body(request, _JSON)
            client = request.scope["state"].get("client", "")
            return await self._ask(request, Ask("dismiss", raw, {"client": client}))
        if request.method == "DELETE":
            params = self._query(request, ("article", "fingerprint"))
            return await self._ask(request, Ask("restore", params=params))
        return await self._ask(
            request, Ask("dismissals", params=self._query(request, ("article",)))
        )

    async def reload(self, request: Request) -> Response:
        """Load the stylebook again."""
        reloader = self._service.reloader
        outcome = await reloader.reload("asked for")
        told = {"outcome": outcome, **self._stylebook()}
        status = 200
        if outcome == "refused":
            status = 409
            told = {
                "type": "about:blank", "title": "Conflict", "status": status,
                "detail": "the stylebook on disk is broken; the last good one is at work", **told,
            }  # fmt: skip
        media_type = _JSON if status == 200 else MEDIA_TYPE
        return Response(msgspec.json.encode(told), status, media_type=media_type)

    def _stylebook(self) -> dict[str, Any]:
        standing = self._service.reloader.standing
        ready = standing.ready
        return {
            "stylebook": {"name": ready.name, "digest": ready.digest, "rules": ready.rules,
                          "loaded": standing.loaded, "swaps": standing.swaps},
            "complaints": [_without_folders(each) for each in standing.complaints],
            "remarks": [_without_folders(each) for each in ready.remarks],
        }  # fmt: skip

    async def openapi(self, request: Request) -> Response:
        """The description of the service."""
        return Response(document(), media_type=_JSON)

    async def metrics(self, request: Request) -> Response:
        """The figures for Prometheus."""
        return Response(self._service.metrics.page(), headers={"content-type": CONTENT_TYPE})

    async def health(self, request: Request) -> Response:
        """Whether the service is well: it answers, and whether its stylebook is stale."""
        standing = self._service.reloader.standing
        told = {"status": "stale" if standing.complaints else "ok", **self._stylebook()}
        if not request.scope["state"]["known"]:
            told["complaints"] = told["remarks"] = []
        told["workers"] = self._service.pool.at_work
        return Response(msgspec.json.encode(told), media_type=_JSON)

    async def ready(self, request: Request) -> Response:
        """Whether requests can be sent here."""
        if not self._service.pool.at_work:
            raise Problem(503, "no worker is there yet", retry_after=1)
        return Response(b'{"ready":true}', media_type=_JSON)

    async def fine(self, request: Request) -> Response:
        """LanguageTool's sign of life."""
        return Response(b"OK", media_type="text/plain")

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Start the workers, and let them go."""
        service = self._service
        await service.reloader.start()
        watching = asyncio.get_running_loop().create_task(service.reloader.watch())
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            await service.pool.close()


def _response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, headers={"content-type": answer.content_type})


def _parsed(request: Request) -> dict[str, str]:
    raw: bytes = request.scope["query_string"]
    if len(raw) > _LONGEST_QUERY:
        raise Problem(414, "the query is longer than 60 kB; send it as a form", at="the query")
    try:
        told = parse_qs(
            raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100
        )
    except UnicodeDecodeError:
        raise Problem(400, "the query is not UTF-8, percent-encoded", at="the query") from None
    except ValueError:
        raise Problem(400, "the query has more than 100 parameters", at="the query") from None
    for name, values in told.items():
        if len(values) > 1:
            raise Problem(400, "this parameter is there twice", at=name[:100])
    return {name: values[0] for name, values in told.items()}


def _without_folders(complaint: str) -> str:
    """A complaint with the name of its file, but not of the folders above the last one."""
    path, mark, rest = complaint.partition(":")
    return "/".join(Path(path).parts[-2:]) + mark + rest if "/" in path else complaint
