"""The copy-desk page and the widget: files of the package, served as they are.

Only what stands in the table is served; no path of the file system comes from a request. The
sources are in ``web/``, and ``npm run build`` there makes what is served.
"""

from __future__ import annotations

import gzip
import secrets
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_STATIC = Path(__file__).with_name("static")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_SERVED = ("page.js", "page.css", "icon.svg", "licences.txt")
_WIDGET = "/copydesk.js"
_NONCE = b"NONCE"
# CodeMirror writes a style element, so styles need a nonce; nothing else is let in.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
# They say nothing of the house and nothing of the copy, so they need no key.
PUBLIC = frozenset({"/", _WIDGET, *(f"/static/{name}" for name in _SERVED)})


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: plain, packed, and what tells one version from another."""

    raw: bytes
    packed: bytes
    media_type: str
    tag: str


@cache
def asset(name: str) -> Asset:
    """A file of the page or the widget, by its name."""
    path = _STATIC / name
    raw = path.read_bytes()
    tag = sha256(raw).hexdigest()[:20]
    return Asset(raw, gzip.compress(raw, mtime=0), _TYPES[path.suffix], tag)


async def page(request: Request) -> Response:
    """The copy-desk page; its policy lets in its own script and styles only."""
    request.scope["state"]["route"] = "/"
    nonce = secrets.token_urlsafe(16)
    index = asset("index.html")
    return Response(
        index.raw.replace(_NONCE, nonce.encode()),
        headers={
            "Content-Type": index.media_type,
            "Cache-Control": "no-store",
            "Content-Security-Policy": _POLICY.format(nonce=nonce),
            "Referrer-Policy": "no-referrer",
        },
    )


async def widget(request: Request) -> Response:
    """The widget, which pages of other servers load."""
    request.scope["state"]["route"] = _WIDGET
    response = _file(request, "copydesk.js")
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _file_route(name: str) -> Route:
    path = f"/static/{name}"

    async def file(request: Request) -> Response:
        request.scope["state"]["route"] = path
        return _file(request, name)

    return Route(path, file, methods=["GET"])


def _file(request: Request, name: str) -> Response:
    """A file, packed where the client takes that; nothing where the client has it already."""
    sent = asset(name)
    packs = "gzip" in request.headers.get("accept-encoding", "")
    tag = f'"{sent.tag}{"-gzip" if packs else ""}"'
    headers = {"Cache-Control": "no-cache", "ETag": tag, "Vary": "Accept-Encoding"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Type"] = sent.media_type
    if packs:
        headers["Content-Encoding"] = "gzip"
    return Response(sent.packed if packs else sent.raw, headers=headers)


routes: list[Route] = [
    Route("/", page, methods=["GET"]),
    Route(_WIDGET, widget, methods=["GET"]),
    *(_file_route(name) for name in _SERVED),
]
