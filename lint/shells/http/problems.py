"""What goes wrong with a request, as ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec

from lint.shells.http.frames import Answer

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """A request that is answered with an error; the client is told everything in it.

    ``at`` is the part of the request that is wrong (``fields[2].text``), or empty.
    ``retry_after`` are seconds after which the same request may succeed.
    """

    def __init__(
        self, status: int, detail: str, *, at: str = "", retry_after: int = 0,
        allow: Sequence[str] = (),
    ) -> None:  # fmt: skip
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.at = at
        self.retry_after = retry_after
        self.allow = tuple(allow)

    def body(self, request_id: str = "") -> bytes:
        """The body of the answer."""
        told: dict[str, Any] = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        if self.at:
            told["errors"] = [{"field": self.at, "message": self.detail}]
        if request_id:
            told["request_id"] = request_id
        return msgspec.json.encode(told)

    def answer(self) -> Answer:
        """The answer of a worker."""
        return Answer(self.status, self.body(), MEDIA_TYPE)
