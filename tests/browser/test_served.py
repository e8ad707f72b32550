"""How the page and the widget are served."""

from __future__ import annotations

import gzip
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.test_build import STATIC


def _get(url: str, **headers: str) -> tuple[int, Message, bytes]:
    try:
        with urlopen(Request(url, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_the_page_lets_in_its_own_scripts_and_asks_its_own_service_only(service: str) -> None:
    _, headers, body = _get(service + "/")
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'; script-src 'self';" in policy
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy
    nonce = policy.partition("'nonce-")[2].partition("'")[0]
    assert f'content="{nonce}"'.encode() in body


def test_every_page_has_a_nonce_of_its_own(service: str) -> None:
    first, second = (_get(service + "/")[1]["Content-Security-Policy"] for _ in range(2))
    assert first != second


def test_files_are_sent_packed_and_once(service: str) -> None:
    url = service + "/copydesk.js"
    _, headers, body = _get(url, **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(body) == (STATIC / "copydesk.js").read_bytes()
    again = {"Accept-Encoding": "gzip", "If-None-Match": headers["ETag"]}
    assert _get(url, **again)[0] == 304
    assert _get(url)[2] == (STATIC / "copydesk.js").read_bytes()


@pytest.mark.parametrize(
    "path", ["/static/../pages.py", "/static/%2e%2e/pages.py", "/static/index.html", "/static/"]
)
def test_nothing_else_of_the_file_system_can_be_reached(service: str, path: str) -> None:
    assert _get(service + path)[0] == 404
