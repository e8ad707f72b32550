"""An article is sent, and what departs from the stylebook comes back field by field."""

from __future__ import annotations

import msgspec
import pytest

from lint.shells.http.answers import CheckAnswer
from tests.shells.http.running import Running, article


def test_a_finding_has_its_field_its_words_and_its_mend(service: Running) -> None:
    answer = service.check(headline="A headline", body="It is wrongg.")
    (finding,) = answer["findings"]
    assert finding["field"] == "body"
    assert finding["rule"] == "terms/right"
    assert finding["text"] == "wrongg"
    assert finding["span"] == {"start": 6, "end": 12}
    assert finding["fixes"][0]["edits"][0]["text"] == "wrong"


def test_the_answer_is_as_it_is_described(service: Running) -> None:
    reply = service.post("/v1/check", article(headline="An advisor", body="It is wrongg."))
    answer = msgspec.json.decode(reply.body, type=CheckAnswer)
    assert answer.stylebook.name == "small"
    assert reply.headers["Copydesk-Stylebook"] == answer.stylebook.digest
    assert answer.summary.by_severity == {"error": 1, "warning": 1, "suggestion": 0}


def test_places_come_in_code_points_and_in_units_of_javascript(service: Running) -> None:
    text = "😀😀 It is wrongg."
    (finding,) = service.check(headline="A headline", body=text)["findings"]
    span, units = finding["span"], finding["utf16"]
    assert text[span["start"] : span["end"]] == "wrongg"
    utf16 = text.encode("utf-16-le")
    assert utf16[2 * units["start"] : 2 * units["end"]].decode("utf-16-le") == "wrongg"
    assert finding["fixes"][0]["edits"][0]["utf16"] == units


@pytest.mark.parametrize(("stage", "decision"), [("draft", "warn"), ("publish", "block")])
def test_the_stage_decides_with_the_severity(service: Running, stage: str, decision: str) -> None:
    assert service.check(stage=stage, body="It is wrongg.")["decision"] == decision


def test_the_headline_of_another_article_is_known_to_every_worker(service: Running) -> None:
    body = {"body": "The council said that it would be shut for a month."}
    for _ in range(4):
        service.check(id="first", headline="Harbour bridge to close for repairs", **body)
    for number in range(4):  # whichever worker answers
        answer = service.check(
            id=f"other{number}", headline="Harbour bridge to close for repairs", body="It is."
        )
        (finding,) = answer["findings"]
        assert finding["rule"] == "headlines/twins"
        assert "first" in [related["path"] for related in finding["related"]]
        assert "field" not in finding["related"][0]
    for id in ("first", *(f"other{number}" for number in range(4))):
        assert service.send("DELETE", f"/v1/headlines?id={id}").status == 204
    assert service.send("DELETE", "/v1/headlines?id=first").status == 404


def test_a_path_in_a_name_is_only_a_name(service: Running) -> None:
    names = ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd"]
    body = {"fields": [{"name": name, "text": "It is wrongg."} for name in names],
            "metadata": {"id": "../../etc/passwd"}}  # fmt: skip
    reply = service.post("/v1/check", body)
    assert reply.status == 200
    assert [finding["field"] for finding in reply.json["findings"]] == names
    assert b"root:" not in reply.body


def test_html_is_read_and_told_at_its_own_places(service: Running) -> None:
    html = "<p>It is <b>wro</b>ngg &amp; <i>wrongg</i>.</p>"
    reply = service.post("/v1/check", article(format="html", headline="x", body=html))
    found = reply.json["findings"]
    assert [html[f["span"]["start"] : f["span"]["end"]] for f in found] == ["wro</b>ngg", "wrongg"]
    assert [f["fixes"][0]["safety"] for f in found] == ["unsafe", "safe"]


def test_an_article_that_must_not_be_remembered_is_not(service: Running) -> None:
    sent = article(id="typed", headline="Nobody has written this headline before", body="It is.")
    assert service.post("/v1/check", {**sent, "remember": False}).status == 200
    assert service.send("DELETE", "/v1/headlines?id=typed").status == 404


def test_every_answer_has_the_id_of_its_request(service: Running) -> None:
    assert (
        service.get("/healthz", **{"X-Request-Id": "save-17"}).headers["X-Request-Id"] == "save-17"
    )
    made = service.get("/healthz", **{"X-Request-Id": "no <id>"}).headers["X-Request-Id"]
    assert made != "no <id>"
    assert service.get("/nowhere").json["request_id"]


def test_fields_are_mended(service: Running) -> None:
    reply = service.post("/v1/fix", article(headline="An advisor", body="It is wrongg."))
    answer = reply.json
    assert [(f["name"], f["text"], f["changed"]) for f in answer["fields"]] == [
        ("headline", "An adviser", True), ("body", "It is wrong.", True)
    ]  # fmt: skip
    assert {each["rule"] for each in answer["applied"]} == {"terms/house", "terms/right"}
    assert (answer["decision"], answer["findings"]) == ("allow", [])


def test_only_chosen_findings_are_mended(service: Running) -> None:
    sent = article(headline="An advisor", body="It is wrongg.")
    found = service.post("/v1/check", sent).json["findings"]
    chosen = [{"fingerprint": found[1]["fingerprint"], "fix": 0}, {"fingerprint": "0" * 16}]
    answer = service.post("/v1/fix", {**sent, "chosen": chosen}).json
    assert [field["text"] for field in answer["fields"]] == ["An advisor", "It is wrong."]
    assert answer["skipped"] == ["0" * 16]


def test_rules_are_listed_and_shown(service: Running) -> None:
    rules = service.get("/v1/rules").json["rules"]
    assert {"id": "terms/right", "kind": "terms", "title": "Words spelt right",
            "severity": "error", "on": True} in rules  # fmt: skip
    for rule in rules:
        assert service.get(f"/v1/rules/{rule['id']}").json["id"] == rule["id"]
    assert service.get("/v1/rules/terms/none").status == 404
    assert service.get("/v1/rules/terms").json["detail"] == "this is a folder of rules"


def test_a_rule_is_a_page_for_who_asks_for_one(service: Running) -> None:
    page = service.get("/v1/rules/terms/right", Accept="text/html,*/*")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "<h1>terms/right</h1>" in page.body.decode()
    assert "&lt;b" in page.body.decode()  # markup in the words of a rule is shown
    assert "<b>" not in page.body.decode()
    assert "&amp;lt;" not in page.body.decode()  # and stands there once, not as an entity's name
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
