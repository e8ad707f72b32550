"""Whatever is sent: a clear answer that names the field, never a 500, never a worker lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.shells.http.conftest import Start
from tests.shells.http.running import Running, article, until

JSON = {"Content-Type": "application/json"}


@pytest.fixture(autouse=True)
def _nobody_is_lost(service: Running) -> Iterator[None]:
    """After each of these, the same workers are there and nothing has failed."""
    before = service.workers()
    yield
    happened = [event for event in service.log if event["event"] in ("worker", "reload")]
    assert service.workers() == before, happened
    assert service.check(body="It is wrongg.")["findings"]
    failed = [event for event in service.log if event.get("status", 0) >= 500 or "failure" in event]
    assert [event for event in failed if event.get("failure") != "the client hung up"] == []


def refused(
    service: Running, body: Any, status: int, field: str = "the body", path: str = "/v1/check"
) -> Any:
    """Send something, which must be refused as a problem that names the field."""
    headers = JSON if isinstance(body, bytes | str) else {}
    reply = service.send("POST", path, body, headers)
    assert reply.status == status, reply.body[:500]
    assert reply.headers["Content-Type"] == "application/problem+json"
    told = reply.json
    assert told["status"] == status
    assert told["detail"]
    assert "Traceback" not in told["detail"]
    assert [error["field"] for error in told["errors"]] == [field]
    return told


FIELD = {"name": "body", "text": "It is."}


@pytest.mark.parametrize("path", ["/v1/check", "/v1/fix", "/v1/dismissals", "/v1/taken"])
@pytest.mark.parametrize(
    "body", ["", " ", "{", "[1, 2", '{"fields": [}', "nonsense", "{'fields': []}", "\ufeff{}"]
)
def test_what_is_no_json_is_told(service: Running, path: str, body: str) -> None:
    assert "JSON" in refused(service, body, 400, path=path)["detail"]


def test_json_that_is_not_utf8_is_told(service: Running) -> None:
    assert "UTF-8" in refused(service, b'{"fields": "\xff"}', 400)["detail"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (None, "the body"),
        ([], "the body"),
        ("text", "the body"),
        (17, "the body"),
        ({}, "the body"),
        ({"fields": {}}, "fields"),
        ({"fields": []}, "fields"),
        ({"fields": None}, "fields"),
        ({"fields": ["text"]}, "fields[0]"),
        ({"fields": [{"name": "a"}]}, "fields[0]"),
        ({"fields": [FIELD, {"name": "b", "text": 5}]}, "fields[1].text"),
        ({"fields": [{"name": 5, "text": ""}]}, "fields[0].name"),
        ({"fields": [{"name": "", "text": ""}]}, "fields[0].name"),
        ({"fields": [{"name": "a" * 201, "text": ""}]}, "fields[0].name"),
        ({"fields": [{**FIELD, "format": "docx"}]}, "fields[0].format"),
        ({"fields": [{**FIELD, "format": None}]}, "fields[0].format"),
        ({"fields": [{**FIELD, "kind": "poem"}]}, "fields[0].kind"),
        ({"fields": [FIELD, FIELD]}, "fields[1].name"),
        ({"fields": [{"name": "a\nb", "text": ""}]}, "fields[0].name"),
        ({"fields": [{"name": "a", "text": "x\0y"}]}, "fields[0].text"),
        ({"fields": [FIELD], "stage": "later"}, "stage"),
        ({"fields": [FIELD], "stag": "publish"}, "the body"),
        ({"fields": [FIELD], "metadata": []}, "metadata"),
        ({"fields": [FIELD], "metadata": {"id": 17}}, "metadata.id"),
        ({"fields": [FIELD], "metadata": {"id": "a\0"}}, "metadata.id"),
        ({"fields": [FIELD], "metadata": {"id": "a" * 201}}, "metadata.id"),
        ({"fields": [FIELD], "metadata": {"published": "soon"}}, "metadata.published"),
        ({"fields": [FIELD], "metadata": {"published": "2026-02-30"}}, "metadata.published"),
        ({"fields": [FIELD], "metadata": {"section": "a\x1b[31m"}}, "metadata.section"),
        ({"fields": [FIELD], "remember": "no"}, "remember"),
        ({"fields": [{"name": f"f{n}", "text": ""} for n in range(1001)]}, "fields"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_its_field(service: Running, body: Any, field: str) -> None:
    refused(service, json.dumps(body), 422, field)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"chosen": [{"fingerprint": "xyz"}]}, "chosen[0].fingerprint"),
        ({"chosen": [{"fingerprint": "0" * 16, "fix": -1}]}, "chosen[0].fix"),
        ({"chosen": ["0" * 16]}, "chosen[0]"),
        ({"unsafe": 1}, "unsafe"),
    ],
)
def test_a_wrong_choice_is_told(service: Running, body: Any, field: str) -> None:
    refused(service, {"fields": [FIELD], **body}, 422, field, "/v1/fix")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "the body"),
        ({"article": ""}, "article"),
        ({"fingerprint": "0" * 15}, "fingerprint"),
        ({"fingerprint": "0" * 16 + "\n"}, "fingerprint"),
        ({"reason": ""}, "reason"),
        ({"reason": "a" * 1001}, "reason"),
        ({"reason": "a\0b"}, "reason"),
        ({"rule": "none"}, "rule"),
    ],
)
def test_a_wrong_dismissal_is_told(service: Running, body: Any, field: str) -> None:
    whole = {"article": "a", "fingerprint": "0" * 16, "rule": "terms/right", "reason": "because"}
    refused(service, {**whole, **body} if body else {}, 422, field, "/v1/dismissals")


def test_half_a_surrogate_pair_is_told_with_its_field(service: Running) -> None:
    body = b'{"fields": [{"name": "a", "text": "fine"}, {"name": "b", "text": "x \\ud83d y"}]}'
    told = refused(service, body, 400, "fields[1].text")
    assert "surrogate" in told["detail"]


def test_a_whole_pair_is_a_character(service: Running) -> None:
    body = b'{"fields": [{"name": "a", "text": "\\ud83d\\ude00 wrongg"}]}'
    (finding,) = service.send("POST", "/v1/check", body, JSON).json["findings"]
    assert (finding["span"]["start"], finding["utf16"]["start"]) == (2, 3)


def test_a_body_of_ten_megabytes_is_refused_and_the_client_hears_why(service: Running) -> None:
    told = refused(service, article(body="x" * 10_000_000), 413)
    assert "1,000,000 bytes" in told["detail"]


def test_a_body_that_grows_without_end_is_refused(service: Running) -> None:
    with service.raw() as connection:
        connection.sendall(
            b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        chunk = b"40000\r\n" + b" " * 0x40000 + b"\r\n"
        answer = b""
        connection.settimeout(0.001)
        for _ in range(1000):
            try:
                connection.sendall(chunk)
            except TimeoutError:
                connection.settimeout(60)
                break
            except OSError:
                break
            try:
                answer = connection.recv(4096)
                break
            except TimeoutError:
                continue
            except OSError:
                break
        else:
            pytest.fail("it was all taken")
        assert answer.startswith((b"HTTP/1.1 413", b""))


def test_a_million_fields_are_refused(service: Running) -> None:
    fields = b",".join(b'{"name":"%d","text":""}' % number for number in range(1_000_000))
    refused(service, b'{"fields":[%b]}' % fields, 413)
    some = [{"name": str(number), "text": ""} for number in range(20_000)]
    refused(service, {"fields": some}, 422, "fields")


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 10_000 + "It is wrongg.",
        "<b>" * 10_000 + "It is wrongg." + "</b>" * 10_000,
        "> " * 10_000 + "It is wrongg.",
        "[" * 10_000 + "It is wrongg.",
        "<a b=c" * 10_000,
        "&" * 100_000,
        "*_" * 50_000,
        "<!--" * 20_000,
        "“" * 50_000,
        "a" * 500_000,
        "A " * 200_000,
        "😀" * 50_000,
        "\r" * 100_000,
        "\u202e\u200b\ufeff\x1b[31m" * 1000,
    ],
    ids=range(14),
)
def test_copy_of_every_sort_is_checked(service: Running, form: str, text: str) -> None:
    reply = service.post("/v1/check", article(format=form, headline="A headline", body=text))
    assert reply.status == 200, reply.body[:500]
    assert reply.json["decision"] in {"allow", "warn"}


def test_json_that_is_nested_deep_is_refused(service: Running) -> None:
    refused(service, b"[" * 400_000, 400)
    refused(service, b"[" * 400_000 + b"]" * 400_000, 400)
    refused(service, b'{"fields":[{"name":"a","text":' + b"[" * 300_000, 400)
    unknown = b'{"fields":[{"name":"a","text":"\\ud800"}],"x":' + b"[" * 100_000
    refused(service, unknown, 400)


@pytest.mark.parametrize(
    "said",
    ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx",
     "multipart/form-data", "application/json; charset=utf-16"],
)  # fmt: skip
def test_a_body_of_another_type_is_refused(service: Running, said: str) -> None:
    headers = {"Content-Type": said} if said else {}
    reply = service.send("POST", "/v1/check", json.dumps(article(body="x")), headers)
    assert reply.status == 415
    assert reply.json["errors"][0]["field"] == "Content-Type"


def test_json_with_its_charset_is_taken(service: Running) -> None:
    headers = {"Content-Type": "Application/JSON; Charset=UTF-8"}
    reply = service.send("POST", "/v1/check", json.dumps(article(body="x")), headers)
    assert reply.status == 200


@pytest.mark.parametrize(
    ("method", "path", "status", "field"),
    [
        ("GET", "/nowhere", 404, None),
        ("GET", "/v1/../../etc/passwd", 404, None),
        ("GET", "/v1/rules/../../../etc/passwd", 404, "id"),
        ("GET", "/v1/rules/%2e%2e/%2e%2e/etc/passwd", 404, "id"),
        ("GET", "/v1/rules/%00", 404, "id"),
        ("GET", "/v1/rules/", 404, "id"),
        ("GET", "/" + "a" * 5000, 404, None),
        ("GET", "/v1/check", 405, None),
        ("PUT", "/v1/check", 405, None),
        ("DELETE", "/metrics", 405, None),
        ("BREW", "/v1/check", 400, None),
        ("GET", "/v1/dismissals?artikel=1", 422, "artikel"),
        ("GET", "/v1/dismissals?article=1&article=2", 400, "article"),
        ("GET", "/v1/dismissals?article=%ff", 400, "the query"),
        ("GET", "/v1/dismissals?article=1" + "&a=" * 100, 400, "the query"),
        ("GET", "/v2/check?text=" + "a" * 65_000, 414, "the query"),
        ("DELETE", "/v1/dismissals?article=1", 422, "fingerprint"),
        ("DELETE", "/v1/dismissals?article=1&fingerprint=" + "0" * 16, 404, "fingerprint"),
        ("DELETE", "/v1/headlines", 422, "id"),
        ("DELETE", "/v1/headlines?id=none", 404, "id"),
    ],
)
def test_paths_and_methods_that_are_none_are_told(
    service: Running, method: str, path: str, status: int, field: str | None
) -> None:
    reply = service.send(method, path)
    assert reply.status == status, reply.body
    assert reply.headers["Content-Type"] == "application/problem+json"
    assert [error["field"] for error in reply.json.get("errors", ())] == ([field] if field else [])
    if status == 405:
        assert reply.headers["Allow"]


def test_what_is_no_http_is_told(service: Running) -> None:
    with service.raw() as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\x01\x00 nonsense\r\n\r\n")
        assert connection.recv(4096).startswith(b"HTTP/1.1 400 ")
    with service.raw() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 1_000_000)
        assert connection.recv(4096).startswith(b"HTTP/1.1 431 ")


def test_headers_without_end_are_refused(service: Running) -> None:
    with service.raw() as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 100_000)
        assert connection.recv(4096).startswith(b"HTTP/1.1 431 ")


def test_a_client_that_hangs_up_harms_nobody(service: Running) -> None:
    whole = json.dumps(article(body="It is wrongg. " * 5000)).encode()
    head = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    for sent in (b"", head[:20], head, head + b"Content-Length: %d\r\n\r\n" % len(whole)):
        with service.raw() as connection:
            connection.sendall(sent)
    with service.raw() as connection:
        connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(whole) + whole[:1000])
    for _ in range(8):  # gone while the answer is made
        with service.raw() as connection:
            connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(whole) + whole)
    until(lambda: service.get("/readyz").status == 200)


def test_requests_one_after_another_over_one_connection_are_told_apart(service: Running) -> None:
    body = json.dumps(article(body="It is wrongg.")).encode()
    request = (
        b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    )
    with service.raw() as connection:
        connection.sendall(request * 5)
        received = b""
        while received.count(b'"took"') < 5:
            received += connection.recv(65536)
    assert received.count(b"HTTP/1.1 200 OK") == 5


def test_nothing_of_the_copy_stands_in_the_log(start: Start) -> None:
    service = start()
    secret = "Quetzalcoatl"
    service.check(id="a", headline=f"{secret} wrongg", body=f"It is wrongg, {secret}.")
    service.send("POST", "/v1/check", f'{{"fields": [{{"name": "{secret}"', JSON)
    service.send("POST", "/v1/check", {"fields": [{"name": "a", secret: secret}]})
    service.get(f"/{secret}")
    service.get(f"/v2/check?language=en&text={secret}")
    service.send(f"{secret}".upper(), f"/{secret}")
    assert secret.lower() not in service.written.read_text().lower()
    assert [event["event"] for event in service.log].count("request") >= 5
