"""A finding is let stand with a reason, for every editor; and what rules earn is counted."""

from __future__ import annotations

from typing import Any

from tests.shells.http.conftest import Start
from tests.shells.http.running import Running


def found(service: Running, id: str, body: str = "It is wrongg.") -> Any:
    return service.check(id=id, stage="publish", headline=f"Piece {id}", body=body)


def let_stand(service: Running, id: str, **more: str) -> Any:
    (finding,) = found(service, id)["findings"]
    told = {"article": id, "fingerprint": finding["fingerprint"], "rule": finding["rule"],
            "reason": "as she wrote it", **more}  # fmt: skip
    return service.post("/v1/dismissals", told)


def test_what_was_let_stand_stays_away_from_every_worker(service: Running) -> None:
    reply = let_stand(service, "d1", editor="Kim", words="wrongg")
    assert reply.status == 201
    for _ in range(4):
        answer = found(service, "d1")
        assert (answer["decision"], answer["findings"]) == ("allow", [])
        assert [each["text"] for each in answer["dismissed"]] == ["wrongg"]
    assert found(service, "d1", "It was wrongg.")["decision"] == "block"


def test_what_is_let_stand_is_listed_with_its_reason(service: Running) -> None:
    let_stand(service, "d2", editor="Kim", words="wrongg")
    (told,) = service.get("/v1/dismissals?article=d2").json["dismissals"]
    assert (told["reason"], told["editor"], told["words"]) == ("as she wrote it", "Kim", "wrongg")
    assert told in service.get("/v1/dismissals").json["dismissals"]


def test_it_can_be_told_again(service: Running) -> None:
    fingerprint = let_stand(service, "d3").json["fingerprint"]
    path = f"/v1/dismissals?article=d3&fingerprint={fingerprint}"
    assert service.send("DELETE", path).status == 204
    assert service.send("DELETE", path).status == 404
    assert found(service, "d3")["decision"] == "block"


def test_a_reason_is_needed(service: Running) -> None:
    reply = let_stand(service, "d4", reason="  ")
    assert reply.status == 422
    assert reply.json["errors"][0]["field"] == "reason"
    assert found(service, "d4")["decision"] == "block"


def test_a_rule_that_is_none_is_told(service: Running) -> None:
    assert let_stand(service, "d5", rule="terms/none").json["errors"][0]["field"] == "rule"


def test_counts_are_kept_by_rule(start: Start) -> None:
    service = start(workers=2)
    for _ in range(3):
        found(service, "s1")
    let_stand(service, "s1")
    fingerprint = found(service, "s2")["findings"][0]["fingerprint"]
    taken = {"article": "s2", "taken": [{"fingerprint": fingerprint, "rule": "terms/right"}]}
    assert service.post("/v1/taken", taken).status == 204
    assert service.post("/v1/taken", taken).status == 204  # it is the same mend
    assert service.get("/v1/statistics").json == {
        "rules": [{"rule": "terms/right", "shown": 2, "taken": 1, "dismissed": 1}]
    }


def test_what_was_let_stand_outlives_the_service(start: Start) -> None:
    first = start()
    let_stand(first, "k")
    first.stop()
    store = str(first.folder / "store.sqlite")
    second = start("--store", store)
    assert found(second, "k")["decision"] == "allow"
