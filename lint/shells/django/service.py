"""Ask the service: one request, a time limit on all of it, no redirects, no surprises."""

from __future__ import annotations

import http.client
import json
import ssl
import time
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode, urlsplit

from lint.shells.save.checking import Submission
from lint.shells.save.ledger import Dismissal

_LARGEST = 8_000_000  # bytes of an answer that are read
_CHUNK = 65_536


class ServiceDown(Exception):
    """The service gave no answer that can be used; the message says why, for an editor."""


class Service:
    """A running ``copydesk serve``.

    ``url`` is its address, ``key`` the API key if it wants one; ``timeout`` the seconds that
    one question may take, from connecting to the last byte.
    """

    def __init__(self, url: str, key: str = "", timeout: float = 2.0) -> None:
        parts = urlsplit(url)
        self._secure = parts.scheme == "https"
        self._host, self._port = parts.hostname or "", parts.port
        self._path = parts.path.rstrip("/")
        self._key = key
        self._timeout = timeout

    def check(self, submission: Submission, *, remember: bool) -> dict[str, Any]:
        """The answer of the service, as JSON.

        Raises:
            ServiceDown: it gave none in time, or none that can be used.
        """
        _, answer = self._answered("POST", "/v1/check", _request(submission, remember))
        try:
            wire = json.loads(answer)
        except (ValueError, RecursionError):
            wire = None
        if not isinstance(wire, dict):
            raise ServiceDown("its answer cannot be read")
        return wire

    def dismiss(self, dismissal: Dismissal) -> None:
        """Have a finding let stand.

        Raises:
            ServiceDown: the service did not take it.
        """
        told = {key: value for key, value in asdict(dismissal).items() if key != "at"}
        self._answered("POST", "/v1/dismissals", told)

    def restore(self, article: str, fingerprint: str) -> bool:
        """Have a finding told again that was let stand; returns whether it was.

        Raises:
            ServiceDown: the service did not take it.
        """
        query = urlencode({"article": article, "fingerprint": fingerprint})
        status, _ = self._answered("DELETE", f"/v1/dismissals?{query}", None, also=404)
        return status != 404

    def _answered(
        self, method: str, path: str, told: dict[str, Any] | None, *, also: int = 200
    ) -> tuple[int, bytes]:
        """Status and body of an answer that is a good one, or has a status that is one ``also``.

        Raises:
            ServiceDown: there is none.
        """
        body = json.dumps(told).encode() if told is not None else b""
        try:
            status, answer = self._ask(method, path, body)
        except TimeoutError:
            raise ServiceDown(f"no answer within {self._timeout:g} seconds") from None
        except (OSError, http.client.HTTPException, ssl.SSLError) as error:
            raise ServiceDown(f"cannot be reached ({_named(error)})") from None
        if status in (401, 403):
            raise ServiceDown("it refuses the key")
        if status not in (200, 201, 204, also):
            raise ServiceDown(f"it answered with status {status}{_detail(answer)}")
        return status, answer

    def _ask(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        deadline = time.monotonic() + self._timeout
        made = http.client.HTTPSConnection if self._secure else http.client.HTTPConnection
        connection = made(self._host, self._port, timeout=self._timeout)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        try:
            connection.request(method, self._path + path, body, headers)
            _limit(connection, deadline)
            response = connection.getresponse()
            answer = bytearray()
            while len(answer) <= _LARGEST:
                _limit(connection, deadline)
                chunk = response.read1(_CHUNK)
                if not chunk:
                    return response.status, bytes(answer)
                answer += chunk
            raise http.client.HTTPException("its answer is too large")
        finally:
            connection.close()


def _limit(connection: http.client.HTTPConnection, deadline: float) -> None:
    """Let the next wait last no longer than what is left of the time."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    if connection.sock is not None:
        connection.sock.settimeout(left)


def _request(submission: Submission, remember: bool) -> dict[str, Any]:
    published = submission.metadata.published
    return {
        "fields": [
            {"name": field.name, "text": field.text, "format": field.format}
            | ({"kind": field.kind} if field.kind else {})
            for field in submission.fields
        ],
        "metadata": {
            "id": submission.id,
            "section": submission.metadata.section,
            **({"published": published.isoformat()} if published else {}),
        },
        "stage": submission.stage,
        "remember": remember,
    }


def _named(error: Exception) -> str:
    strerror = getattr(error, "strerror", None)
    return str(strerror or error or type(error).__name__)


def _detail(answer: bytes) -> str:
    try:
        wire = json.loads(answer)
        return f": {wire['detail']}" if isinstance(wire.get("detail"), str) else ""
    except (ValueError, KeyError, AttributeError, RecursionError):
        return ""
