"""Checks by the service: the same answers, a time limit, and what holds when it is down."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

pytestmark = pytest.mark.filterwarnings("default")

TEXT = "Britain asked for Lugovi."


@contextmanager
def _server(answer: Callable[[socket.socket], None], port: int = 0) -> Iterator[str]:
    """A server that does with each connection what it is told; gives its address."""
    listening = socket.create_server(("127.0.0.1", port))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                try:
                    _take_request(connection)
                    answer(connection)
                except OSError:
                    pass

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.close()


def _take_request(connection: socket.socket) -> None:
    """Read all of a request: who hangs up on unread bytes resets the connection."""
    taken = b""
    while b"\r\n\r\n" not in taken:
        taken += connection.recv(65_536)
    head, _, body = taken.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split()[0])
    while len(body) < length:
        body += connection.recv(65_536)


def _answered(status: str, body: bytes) -> Callable[[socket.socket], None]:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return lambda connection: connection.sendall(head + body)


def _hanging(connection: socket.socket) -> None:
    connection.recv(1)


def _trickling(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        connection.sendall(b" ")
        time.sleep(0.05)


def _ask(url, stage="publish", **more):
    from django.test import override_settings

    from lint.readers.fields import Field
    from lint.shells.django.asking import plain
    from lint.shells.save.checking import submitted

    with override_settings(COPYDESK={"url": url, "timeout": 0.5, **more}):
        plain.forget()
        return plain.check(submitted([Field("body", TEXT)], stage=stage))


BAD = {
    "hangs": (_hanging, "no answer within 0.5 seconds"),
    "trickles": (_trickling, "no answer within 0.5 seconds"),
    "hangs up": (lambda connection: None, "cannot be reached"),
    "no HTTP": (lambda connection: connection.sendall(b"SSH-2.0\r\n\r\n"), "cannot be reached"),
    "refuses the key": (_answered("401 Unauthorized", b"{}"), "it refuses the key"),
    "is busy": (
        _answered("503 Busy", b'{"detail": "the queue is full"}'),
        "it answered with status 503: the queue is full",
    ),
    "moves": (_answered("302 Found", b""), "it answered with status 302"),
    "no JSON": (_answered("200 OK", b"<html>"), "its answer cannot be read"),
    "other JSON": (_answered("200 OK", b"[]"), "its answer cannot be read"),
    "half an answer": (_answered("200 OK", b'{"decision": "allow"}'), "its answer cannot be read"),
    "odd decision": (
        _answered("200 OK", b'{"decision": "explode", "findings": []}'),
        "its answer cannot be read",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_service_that_fails_is_a_fault_in_the_answer(what):
    answer, said = BAD[what]
    with _server(answer) as url:
        begun = time.monotonic()
        told = _ask(url)
        took = time.monotonic() - begun
    assert told.decision == "warn"
    assert told.fault.startswith(said)
    assert took < 3


def test_what_the_service_could_not_do_is_told_to_the_editor():
    from lint.shells.django.admin import remarks_on

    said = b'{"decision": "allow", "findings": [], "notices": ["grammar was not checked"]}'
    with _server(_answered("200 OK", said)) as url:
        told = _ask(url)
    assert (told.decision, told.fault) == ("allow", "")
    assert remarks_on(told, form=None) == ["Grammar was not checked."]


def test_a_service_that_is_not_there_is_a_fault():
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"http://127.0.0.1:{gone.getsockname()[1]}"
    assert _ask(url).fault.startswith("cannot be reached")


@pytest.mark.parametrize(
    ("when_down", "stage", "decision"),
    [
        ("warn", "publish", "warn"),
        ("block", "publish", "block"),
        ("allow", "publish", "allow"),
        ("block", "draft", "warn"),
    ],
)
def test_the_house_says_what_holds_when_it_is_down(when_down, stage, decision):
    with _server(_hanging) as url:
        assert _ask(url, stage, when_down=when_down).decision == decision


def test_drafts_do_not_wait_for_a_service_that_was_just_down():
    from django.test import override_settings

    from lint.readers.fields import Field
    from lint.shells.django.asking import plain
    from lint.shells.save.checking import submitted

    with _server(_hanging) as url, override_settings(COPYDESK={"url": url, "timeout": 0.5}):
        plain.forget()
        draft = submitted([Field("body", TEXT)])
        plain.check(draft)
        begun = time.monotonic()
        assert plain.check(draft).fault == "it was down a moment ago"
        assert time.monotonic() - begun < 0.2
    plain.forget()


def test_a_service_that_is_dead_at_the_start_is_asked_again_after_a_pause():
    from django.test import override_settings

    from lint.readers.fields import Field
    from lint.shells.django.asking import Asker
    from lint.shells.save.checking import submitted

    now = [0.0]
    asker = Asker(clock=lambda: now[0])
    draft = submitted([Field("body", TEXT)])
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with override_settings(COPYDESK={"url": f"http://127.0.0.1:{port}", "timeout": 20}):
        assert asker.check(draft).fault.startswith("cannot be reached")
        with _server(_answered("200 OK", b'{"decision": "allow", "findings": []}'), port):
            assert asker.check(draft).fault == "it was down a moment ago"
            now[0] = 5.0
            assert asker.check(draft).fault == ""
            now[0] = 0.0
            assert asker.check(draft).fault == ""  # it is up, and known to be


def test_a_publication_asks_a_service_that_was_just_down():
    from django.test import override_settings

    from lint.readers.fields import Field
    from lint.shells.django.asking import Asker
    from lint.shells.save.checking import submitted

    asker = Asker(clock=lambda: 0.0)
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with override_settings(COPYDESK={"url": f"http://127.0.0.1:{port}", "timeout": 20}):
        asker.check(submitted([Field("body", TEXT)]))
        with _server(_answered("200 OK", b'{"decision": "allow", "findings": []}'), port):
            told = asker.check(submitted([Field("body", TEXT)], stage="publish"))
    assert told.fault == ""


def test_the_service_answers_what_this_process_answers(tmp_path):
    for needed in ("starlette", "msgspec", "uvicorn", "httptools", "prometheus_client"):
        pytest.importorskip(needed, reason="the extra “serve” is not installed")
    from tests.shells.http.running import Running

    running = Running(tmp_path, "--workers", "1")
    try:
        told = _ask(f"http://127.0.0.1:{running.port}", timeout=20)
    finally:
        running.stop()
    from lint.readers.fields import Field
    from lint.shells.django.asking import plain
    from lint.shells.save.checking import submitted

    plain.forget()
    here = plain.check(submitted([Field("body", TEXT)], stage="publish"))
    assert told == here
    assert here.decision == "block"
