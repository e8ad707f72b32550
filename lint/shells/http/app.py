"""The application: routes, what stands before them, and what becomes of errors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response

from lint.shells.http.bodies import TooMuch
from lint.shells.http.guard import Gate, Watch
from lint.shells.http.pages import routes as page_routes
from lint.shells.http.problems import MEDIA_TYPE, Problem
from lint.shells.http.routes import Routes
from lint.shells.http.service import Service

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(service: Service) -> Starlette:
    """The application."""
    routes = Routes(service)
    middleware = [
        Middleware(Watch, log=service.log, metrics=service.metrics, about=service.about),
        Middleware(
            CORSMiddleware,
            allow_origins=service.settings.origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "X-Api-Key", "X-Request-Id"],
            expose_headers=["X-Request-Id", "Copydesk-Stylebook", "Copydesk-Stylebook-Problem"],
        ),
        Middleware(
            Gate,
            keys=service.keys,
            needs_key=service.needs_key,
            each=service.settings.each,
            origins=service.settings.origins,
        ),
    ]
    if not service.settings.origins:
        del middleware[1]
    return Starlette(
        routes=[*routes.table(), *page_routes],
        middleware=middleware,
        exception_handlers={Problem: _problem, HTTPException: _http_exception},
        lifespan=routes.lifespan,
    )


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    headers = {"Connection": "close"} if isinstance(error, TooMuch) else {}
    if error.retry_after:
        headers["Retry-After"] = str(error.retry_after)
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    body = error.body(request.scope["state"].get("request_id", ""))
    return Response(body, error.status, headers, MEDIA_TYPE)


async def _http_exception(request: Request, error: Exception) -> Response:
    """What Starlette itself refuses: a path that is none, a method that is not taken."""
    assert isinstance(error, HTTPException)
    said = {404: "there is nothing here", 405: "this method is not taken here"}
    problem = Problem(error.status_code, said.get(error.status_code, "this cannot be done"))
    response = await _problem(request, problem)
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response
