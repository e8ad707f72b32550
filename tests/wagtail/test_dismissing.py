"""A finding that an editor lets stand, with a reason, stays away until the words change."""

from __future__ import annotations

import pytest

from tests.wagtail.conftest import LUGOVI, form_of

pytestmark = pytest.mark.filterwarnings("default")

BODY = [("paragraph", LUGOVI)]


def _found(client_of, draft, by="editor", **more):
    answer = client_of(by).post(f"/admin/copydesk/check/?edit={draft.pk}", form_of(**more))
    return answer.json()


def _dismiss(client_of, draft, finding, by="editor", reason="The court writes him so.", **more):
    told = {key: finding[key] for key in ("fingerprint", "rule")}
    data = {**told, "words": finding["text"], "reason": reason, **more}
    return client_of(by).post(f"/admin/copydesk/dismiss/?edit={draft.pk}", data)


@pytest.fixture
def finding(client_of, draft):
    """An error in the form of the draft."""
    (finding,) = _found(client_of, draft, body=BODY)["findings"]
    return finding


def test_what_is_let_stand_refuses_nothing_any_more(client_of, save, draft, finding):
    assert _dismiss(client_of, draft, finding).status_code == 200
    answer = _found(client_of, draft, by="chief", body=BODY)
    assert (answer["decision"], answer["findings"]) == ("allow", [])
    assert [each["text"] for each in answer["stood"]] == ["Lugovi"]
    save("publish", by="editor", body=BODY)
    draft.refresh_from_db()
    assert draft.live is True


def test_it_holds_for_code_and_for_the_api_too(client_of, draft, finding):
    _dismiss(client_of, draft, finding)
    draft.body = BODY
    draft.save_revision().publish()
    draft.refresh_from_db()
    assert draft.live is True


def test_who_let_it_stand_and_why_is_kept_and_stands_in_the_history(client_of, draft, finding):
    from lint.shells.wagtail.models import Dismissal

    _dismiss(client_of, draft, finding)
    kept = Dismissal.objects.get()
    assert (kept.article, kept.username, kept.words) == (f"page-{draft.pk}", "editor", "Lugovi")
    assert kept.reason == "The court writes him so."
    page = client_of("chief").get(f"/admin/pages/{draft.pk}/history/").content.decode()
    assert "The court writes him so." in page


def test_it_is_told_again_when_the_words_around_it_change(client_of, draft, finding):
    _dismiss(client_of, draft, finding)
    other = [("paragraph", "<p>Nobody had asked Mr Lugovi for anything.</p>")]
    assert _found(client_of, draft, body=other)["decision"] == "block"


def test_it_can_be_told_again(client_of, draft, finding):
    _dismiss(client_of, draft, finding)
    url = f"/admin/copydesk/restore/?edit={draft.pk}"
    answer = client_of("editor").post(url, {"fingerprint": finding["fingerprint"]})
    assert answer.status_code == 200
    assert _found(client_of, draft, body=BODY)["decision"] == "block"
    again = client_of("editor").post(url, {"fingerprint": finding["fingerprint"]})
    assert again.status_code == 409
    assert "by a mark in the copy" in again.json()["detail"]


def test_it_holds_in_its_own_page_only(client_of, draft, finding, newsroom):
    _dismiss(client_of, draft, finding)
    other = newsroom.get_children().get(slug="two-neighbours-agree-on-the-river")
    assert _found(client_of, other, body=BODY)["decision"] == "block"


def test_who_has_not_the_permission_cannot(client_of, draft, finding):
    from lint.shells.wagtail.models import Dismissal

    assert _found(client_of, draft, by="reporter", body=BODY)["may_dismiss"] is False
    assert _found(client_of, draft, by="editor", body=BODY)["may_dismiss"] is True
    assert _dismiss(client_of, draft, finding, by="reporter").status_code == 302
    url = f"/admin/copydesk/restore/?edit={draft.pk}"
    asked = {"fingerprint": finding["fingerprint"]}
    assert client_of("reporter").post(url, asked).status_code == 302
    assert not Dismissal.objects.exists()


def test_nothing_of_a_page_that_is_not_saved_can_be_let_stand(client_of, newsroom, finding):
    query = f"?add=newsroom.newspage&parent={newsroom.pk}"
    answer = client_of("editor").post(f"/admin/copydesk/check/{query}", form_of(body=BODY)).json()
    assert answer["may_dismiss"] is False
    url = f"/admin/copydesk/dismiss/{query}"
    told = {"fingerprint": finding["fingerprint"], "rule": "names/people", "reason": "so"}
    assert client_of("editor").post(url, told).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [{"reason": "  "}, {"fingerprint": "x"}, {"fingerprint": ""}, {"rule": ""},
     {"rule": "a" * 201}],
)  # fmt: skip
def test_a_reason_and_a_finding_are_needed(client_of, draft, finding, wrong):
    answer = _dismiss(client_of, draft, finding, **wrong)
    assert answer.status_code == 400
    assert answer.json() == {"detail": "a finding and a reason are needed"}


def test_it_is_forgotten_with_its_page(client_of, draft, finding):
    from lint.shells.wagtail.models import Dismissal

    _dismiss(client_of, draft, finding)
    draft.delete()
    assert not Dismissal.objects.exists()


def test_a_service_keeps_it_where_one_checks(client_of, draft, tmp_path):
    for needed in ("starlette", "msgspec", "uvicorn", "httptools", "prometheus_client"):
        pytest.importorskip(needed, reason="the extra “serve” is not installed")
    from django.test import override_settings

    from lint.shells.wagtail.models import Dismissal
    from tests.shells.http.running import Running

    running = Running(tmp_path, "--workers", "1", "--store", "store.sqlite")
    service = {"url": f"http://127.0.0.1:{running.port}", "timeout": 20}
    try:
        with override_settings(COPYDESK=service):
            (finding,) = _found(client_of, draft, body=BODY)["findings"]
            assert _dismiss(client_of, draft, finding).status_code == 200
            (kept,) = running.get(f"/v1/dismissals?article=page-{draft.pk}").json["dismissals"]
            assert (kept["editor"], kept["reason"]) == ("editor", "The court writes him so.")
            assert _found(client_of, draft, body=BODY)["decision"] == "allow"
            url = f"/admin/copydesk/restore/?edit={draft.pk}"
            client_of("editor").post(url, {"fingerprint": finding["fingerprint"]})
            assert _found(client_of, draft, body=BODY)["decision"] == "block"
    finally:
        running.stop()
    with override_settings(COPYDESK=service):
        answer = _dismiss(client_of, draft, finding)
    assert answer.status_code == 409
    assert "cannot be reached" in answer.json()["detail"]
    assert not Dismissal.objects.exists()
