"""Who may come in, from where, how fast and how often."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.shells.command import finish
from tests.shells.http.conftest import Start
from tests.shells.http.running import Running, article, stopped, until

HERE = "http://newsroom.example"


def key_for(service: Running | Path, name: str) -> str:
    """A key made at the command line, in the store of a service."""
    folder = service if isinstance(service, Path) else service.folder
    status, out, _ = finish("serve", "--store", str(folder / "store.sqlite"), "keys", "add", name)
    assert status == 0
    return out.decode().strip()


@pytest.mark.usefixtures("desk_folder")
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "somewhere.example"])
def test_nothing_but_loopback_is_listened_at_without_keys(host: str) -> None:
    status, _, err = finish("serve", "--host", host, "--store", "s.sqlite")
    assert status == 2
    assert b"there are no keys" in err


def test_with_a_key_every_address_may_be_listened_at(start: Start, tmp_path: Path) -> None:
    key = key_for(tmp_path, "cms")
    service = start("--host", "0.0.0.0", "--store", str(tmp_path / "store.sqlite"))
    assert service.post("/v1/check", article(body="x")).status == 401
    held = {"Authorization": f"Bearer {key}"}
    assert service.post("/v1/check", article(body="x"), **held).status == 200
    finish("serve", "--store", str(tmp_path / "store.sqlite"), "keys", "revoke", "cms")
    assert service.post("/v1/check", article(body="x"), **held).status == 401  # nobody comes in


def test_a_key_is_asked_for_once_there_is_one(start: Start) -> None:
    service = start()
    assert service.post("/v1/check", article(body="x")).status == 200
    key = key_for(service, "cms")
    refused = service.post("/v1/check", article(body="x"))
    assert refused.status == 401
    assert refused.headers["WWW-Authenticate"] == "Bearer"
    for held in ({"Authorization": f"Bearer {key}"}, {"X-Api-Key": key}):
        assert service.post("/v1/check", article(body="x"), **held).status == 200
    for wrong in ("", "Bearer", "Bearer nonsense", f"Basic {key}", f"Bearer {key}x", "Bearer é"):
        reply = service.post("/v1/check", article(body="x"), Authorization=wrong)
        assert reply.status == 401, wrong
        assert [error["field"] for error in reply.json["errors"]] == ["Authorization"]


def test_every_route_but_the_signs_of_life_asks_for_the_key(start: Start) -> None:
    service = start()
    key_for(service, "cms")
    paths = service.get("/openapi.json").json["paths"]
    for path, methods in paths.items():
        for method in methods:
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            headers = form if path.startswith("/v2/") else {}
            where = path.replace("{id}", "terms/right")
            reply = service.send(method.upper(), where, b"" if headers else None, headers)
            open_to_all = path in {"/healthz", "/readyz", "/openapi.json", "/v2/healthcheck"}
            assert (reply.status == 401) != open_to_all, (path, reply.status)


def test_what_is_wrong_with_the_stylebook_is_told_to_holders_of_keys(start: Start) -> None:
    service = start()
    held = {"Authorization": f"Bearer {key_for(service, 'cms')}"}
    (service.folder / "book" / "terms" / "broken.yaml").write_text("kind: terms\n")
    assert service.post("/v1/reload", {}, **held).status == 409
    told, known = service.get("/healthz").json, service.get("/healthz", **held).json
    assert (told["status"], told["complaints"]) == ("stale", [])
    assert known["complaints"] != []


def test_clients_of_languagetool_send_the_key_as_they_do(start: Start) -> None:
    service = start()
    key = key_for(service, "office")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    sent = "language=en-GB&text=It+is+wrongg."
    assert service.send("POST", "/v2/check", sent, form).status == 401
    assert service.send("POST", "/v2/check", f"{sent}&apiKey=no", form).status == 401
    assert service.send("POST", "/v2/check", f"{sent}&apiKey={key}", form).status == 200
    assert service.get(f"/v2/check?{sent}&apiKey={key}").status == 200
    assert service.get(f"/v1/rules?apiKey={key}").status == 401  # addresses stand in many logs
    assert key not in service.written.read_text()


def test_a_key_is_kept_as_a_hash_alone(start: Start) -> None:
    service = start()
    key = key_for(service, "cms")
    service.stop()
    for file in service.folder.glob("store.sqlite*"):
        assert key.encode() not in file.read_bytes()
        assert key.removeprefix("copydesk_").encode() not in file.read_bytes()
    rows = sqlite3.connect(service.folder / "store.sqlite").execute("SELECT hash FROM keys")
    assert [len(row[0]) for row in rows] == [32]


@pytest.mark.usefixtures("desk_folder")
def test_keys_are_listed_and_revoked() -> None:
    store = ("serve", "--store", "s.sqlite", "keys")
    for name in ("cms", "office"):
        assert finish(*store, "add", name)[0] == 0
    listed = finish(*store, "list")[1].decode()
    assert [line.split()[1] for line in listed.splitlines()] == ["cms", "office"]
    assert finish(*store, "revoke", "cms")[0] == 0
    assert finish(*store, "revoke", "cms")[0] == 2
    assert "revoked" in finish(*store, "list")[1].decode().splitlines()[0]


def test_the_holder_of_a_key_stands_in_the_log_and_the_key_does_not(start: Start) -> None:
    service = start()
    key = key_for(service, "cms")
    service.get("/v1/rules", Authorization=f"Bearer {key}")
    until(lambda: any(event.get("client") == "cms" for event in service.log))
    assert key not in service.written.read_text()


def test_without_keys_only_this_machine_is_answered(service: Running) -> None:
    """A page elsewhere can have its own name lead here; the name that it uses gives it away."""
    for host in ("newsroom.example", "127.0.0.1.example.com", "localhost.example"):
        assert service.get("/v1/rules", Host=host).status == 421
    for host in ("localhost", f"127.0.0.1:{service.port}", "[::1]:80", "LOCALHOST:1"):
        assert service.get("/v1/rules", Host=host).status == 200


def test_pages_of_origins_that_are_named_may_call(start: Start) -> None:
    service = start(configuration=f'  origins: ["{HERE}"]\n')
    asked = {"Origin": HERE, "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type, authorization"}  # fmt: skip
    before = service.send("OPTIONS", "/v1/check", headers=asked)
    assert before.status == 200
    assert before.headers["Access-Control-Allow-Origin"] == HERE
    reply = service.post("/v1/check", article(body="x"), Origin=HERE)
    assert reply.headers["Access-Control-Allow-Origin"] == HERE
    assert "Copydesk-Stylebook" in reply.headers["Access-Control-Expose-Headers"]
    assert service.post("/v1/check", {}, Origin=HERE).headers["Access-Control-Allow-Origin"] == HERE


@pytest.mark.parametrize(
    "origin", ["http://other.example", "null", HERE + ".evil", "https" + HERE[4:]]
)
def test_pages_of_other_origins_may_not(start: Start, origin: str) -> None:
    service = start(configuration=f'  origins: ["{HERE}"]\n')
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    assert service.send("OPTIONS", "/v1/check", headers=asked).status == 400
    reply = service.post("/v1/check", article(body="x"), Origin=origin)
    assert reply.status == 403
    assert reply.headers["Access-Control-Allow-Origin"] is None


def test_no_page_may_where_no_origin_is_named(service: Running) -> None:
    asked = {"Origin": HERE, "Access-Control-Request-Method": "POST"}
    assert service.send("OPTIONS", "/v1/check", headers=asked).status == 403
    for origin in (HERE, "null", "http://localhost.example", "http://127.0.0.1:1"):
        for path in ("/v1/reload", "/v2/check"):  # which a page may send without asking first
            reply = service.send("POST", path, b"", {"Origin": origin})
            assert (reply.status, reply.json["errors"][0]["field"]) == (403, "Origin")


def test_its_own_page_may(service: Running) -> None:
    own = f"http://127.0.0.1:{service.port}"
    assert service.post("/v1/check", article(body="x"), Origin=own).status == 200


@pytest.mark.usefixtures("desk_folder")
def test_all_origins_at_once_are_refused() -> None:
    Path("copydesk.yaml").write_text('serve: {origins: "*"}\n')
    status, _, err = finish("serve")
    assert status == 2
    assert b"one by one" in err


def test_the_largest_body_is_the_houses_to_say(start: Start) -> None:
    service = start(configuration="  body limit: 2000\n")
    assert service.post("/v1/check", article(body="x" * 1500)).status == 200
    assert service.post("/v1/check", article(body="x" * 3000)).status == 413


PART = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"", b"408"),
        (b"GE", b"408"),
        (PART, b"408"),
        (PART + b"Content-Length: 100\r\n\r\n{", b"408"),
        (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /hea", b"200"),
    ],
)
def test_a_client_that_is_too_slow_is_let_go(start: Start, sent: bytes, status: bytes) -> None:
    service = start(configuration="  patience: 0.3\n")
    with service.raw() as connection:
        connection.sendall(sent)
        received = b""
        while part := connection.recv(65536):  # until the service ends the connection
            received += part
    assert received.startswith(b"HTTP/1.1 " + status)
    assert service.get("/readyz").status == 200


def test_a_client_that_does_not_take_its_answer_is_let_go(start: Start) -> None:
    service = start(configuration="  patience: 0.3\n  body limit: 1000000\n")
    body = json.dumps(article(body="It is wrongg. " * 4000)).encode()
    with service.raw() as connection:
        for _ in range(4):
            connection.sendall(PART + b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        until(lambda: _connections(service) == 0)


def _connections(service: Running) -> int:
    """How many connections a service has open, as the system counts them."""
    port = f":{service.port:04X}"
    rows = Path("/proc/net/tcp").read_text().splitlines()[1:]
    return sum(row.split()[1].endswith(port) and row.split()[3] == "01" for row in rows)


def test_what_takes_too_long_is_stopped_and_another_worker_comes(start: Start) -> None:
    service = start(configuration="  time limit: 0.5\n")
    (slow,) = service.workers()
    with stopped(slow):
        reply = service.post("/v1/check", article(body="It is wrongg."))
    assert (reply.status, reply.headers["Retry-After"]) == (503, "1")
    assert "0.5 seconds" in reply.json["detail"]
    until(lambda: service.workers() != [] and service.workers() != [slow])
    assert service.check(body="It is wrongg.")["findings"]


def test_a_worker_that_is_lost_loses_no_request(start: Start) -> None:
    service = start()
    (worker,) = service.workers()
    with ThreadPoolExecutor(1) as pool, stopped(worker):
        waiting = pool.submit(service.check, body="It is wrongg.")
        until(lambda: b"requests_waiting" in service.get("/metrics").body)
        os.kill(worker, signal.SIGKILL)
        assert waiting.result()["findings"]
    assert service.workers() != [worker]


def test_when_too_many_wait_the_next_is_told_to_come_again(start: Start) -> None:
    service = start(configuration="  queue: 3\n  time limit: 60\n")
    (worker,) = service.workers()
    with ThreadPoolExecutor(4) as pool:
        with stopped(worker):
            waiting = [pool.submit(service.check, body="It is wrongg.") for _ in range(4)]
            until(lambda: b"copydesk_requests_waiting 3.0" in service.get("/metrics").body)
            reply = service.post("/v1/check", article(body="x"))
            assert (reply.status, reply.headers["Retry-After"]) == (503, "1")
            assert service.get("/healthz").status == 200
        assert all(answer.result()["findings"] for answer in waiting)


def test_one_client_cannot_have_it_all(start: Start) -> None:
    service = start(configuration="  each: 2\n  time limit: 60\n")
    (worker,) = service.workers()
    with ThreadPoolExecutor(2) as pool:
        with stopped(worker):
            waiting = [pool.submit(service.check, body="It is wrongg.") for _ in range(2)]
            until(lambda: service.get("/metrics").status == 429)
            reply = service.post("/v1/check", article(body="x"))
            assert (reply.status, reply.headers["Retry-After"]) == (429, "1")
        assert all(answer.result()["findings"] for answer in waiting)
    until(lambda: service.get("/metrics").status == 200)


def test_a_failure_of_its_own_is_told_without_what_is_inside(start: Start) -> None:
    service = start()
    with closing(sqlite3.connect(service.folder / "store.sqlite")) as store:
        store.execute("DROP TABLE dismissals")  # by somebody else
        store.commit()
    reply = service.get("/v1/dismissals?article=secret")
    assert reply.status == 500
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert reply.json["detail"] == "copydesk failed at this request; the fault is its own"
    for inside in (b"Traceback", b"OperationalError", b"sqlite", b".py"):
        assert inside not in reply.body
    until(lambda: any("OperationalError" in event.get("failure", "") for event in service.log))
    assert "secret" not in service.written.read_text()
    assert service.check(body="It is wrongg.")["findings"]  # the worker is there


def test_at_the_end_what_is_at_work_is_answered(start: Start) -> None:
    service = start(configuration="  time limit: 60\n")
    (worker,) = service.workers()
    with ThreadPoolExecutor(1) as pool:
        with stopped(worker):
            waiting = pool.submit(service.check, body="It is wrongg.")
            until(lambda: _at_work(service))
            service.signal(signal.SIGTERM)
            until(lambda: _refuses(service))
        assert waiting.result()["findings"]
    assert service.stop() == 0
    assert service.log[-1]["event"] == "ended"


def _at_work(service: Running) -> bool:
    """Whether a request is with the worker: the next one has to wait."""
    with service.raw() as connection:
        body = json.dumps(article(body="x")).encode()
        connection.sendall(PART + b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        return b"copydesk_requests_waiting 0.0" not in service.get("/metrics").body


def _refuses(service: Running) -> bool:
    try:
        with service.raw():
            return False
    except OSError:
        return True


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_when_it_ends(start: Start, number: int) -> None:
    service = start(workers=2)
    started = service.workers()
    service.signal(number)
    assert service.process.wait(60) == 0
    until(lambda: not any(_lives(pid) for pid in started))


def test_nothing_is_left_when_it_is_killed(service: Running, book: Path, tmp_path: Path) -> None:
    other = Running(tmp_path, "--stylebook", str(book), "--store", "store.sqlite")
    started = other.workers()
    other.process.kill()
    other.process.wait()
    until(lambda: not any(_lives(pid) for pid in started))


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_port_that_is_taken_is_told(service: Running, book: Path) -> None:
    status, _, err = finish("serve", "--port", str(service.port), "--stylebook", str(book))
    assert status == 2
    assert b"in use" in err
    assert b"Traceback" not in err


def test_many_clients_at_once_are_answered(service: Running) -> None:
    texts = [f"It is wrongg, said number {number}." for number in range(100)]
    barrier = threading.Barrier(20)

    def ask(text: str) -> bool:
        if text in texts[:20]:
            barrier.wait()
        (finding,) = service.check(headline="A headline", body=text)["findings"]
        return finding["excerpt"]["line"] == text  # the answer is one's own

    with ThreadPoolExecutor(20) as pool:
        assert all(pool.map(ask, texts))
