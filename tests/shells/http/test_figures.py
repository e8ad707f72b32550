"""What Prometheus and the log are told."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families

from tests.shells.http.conftest import Start
from tests.shells.http.running import Running, article, until


def figures(service: Running) -> dict[tuple[str, ...], float]:
    """Every figure, by its name and the values of its labels, in order of their names."""
    page = service.get("/metrics").body.decode()
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


def test_requests_decisions_and_findings_are_counted(start: Start) -> None:
    service = start()
    for _ in range(3):
        service.check(stage="publish", headline="An advisor", body="It is wrongg.")
    service.get("/nowhere/that/anybody/can/write")
    service.post("/v1/check", {})
    told = figures(service)
    assert told["copydesk_requests_total", "/v1/check", "200"] == 3
    assert told["copydesk_requests_total", "/v1/check", "422"] == 1
    assert told["copydesk_requests_total", "none", "404"] == 1
    assert told["copydesk_decisions_total", "block", "publish"] == 3
    assert told["copydesk_findings_total", "error"] == 3
    assert told["copydesk_findings_total", "warning"] == 3
    assert told["copydesk_request_seconds_count", "/v1/check"] == 4
    assert told["copydesk_workers",] == 1
    assert told["copydesk_stylebook_rules",] > 5
    assert told["copydesk_stylebook_stale",] == 0


def test_one_line_is_written_about_each_request(start: Start) -> None:
    service = start()
    service.post("/v1/check", article(body="It is wrongg."), **{"X-Request-Id": "save-17"})
    until(lambda: any(event.get("id") == "save-17" for event in service.log))
    (told,) = [event for event in service.log if event.get("id") == "save-17"]
    assert told["event"] == "request"
    assert (told["method"], told["route"], told["status"]) == ("POST", "/v1/check", 200)
    assert (told["decision"], told["findings"]) == ("warn", {"error": 1})
    assert told["seconds"] >= told["took"] > 0


def test_quiet_writes_what_goes_wrong_only(start: Start) -> None:
    service = start("--quiet")
    service.check(body="x")
    service.get("/nowhere")
    service.post("/v1/reload", {})
    assert [event["event"] for event in service.log if event["event"] == "request"] == []
    assert any(event["event"] == "reload" for event in service.log)


def test_a_service_that_is_well_says_so(service: Running) -> None:
    told = service.get("/healthz").json
    assert (told["status"], told["workers"], told["complaints"]) == ("ok", 2, [])
    assert told["stylebook"]["name"] == "small"
    assert service.get("/readyz").json == {"ready": True}
