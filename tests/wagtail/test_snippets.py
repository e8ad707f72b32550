"""Snippets that have drafts are checked as pages are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wagtail.conftest import LUGOVI, told

pytestmark = pytest.mark.filterwarnings("default")

ADD = "/admin/snippets/newsroom/notice/add/"


def _form(headline: str = "Ferries run late", text: str = "", **more: str) -> dict[str, Any]:
    from wagtail.test.utils.form_data import rich_text

    return {"headline": headline, "text": rich_text(text), **more}


@pytest.fixture
def notice(newsroom):
    """A notice that is not live, clean so far."""
    from newsroom.models import Notice

    made = Notice.objects.create(headline="Ferries run late", live=False)
    made.save_revision()
    return made


def _edit(notice: Any) -> str:
    return f"/admin/snippets/newsroom/notice/edit/{notice.pk}/"


def test_a_draft_with_findings_is_saved_and_the_editor_is_told(client_of, notice):
    response = client_of("admin").post(_edit(notice), _form(text=LUGOVI))
    assert response.status_code == 302
    notice.refresh_from_db()
    assert "Lugovi" in notice.get_latest_revision_as_object().text
    assert any("copydesk: 1 finding" in line and "Lugovoi" in line for line in told(response))


def test_a_publication_is_refused_at_the_field(client_of, notice):
    data = _form("Lugovi goes home") | {"action-publish": "1"}
    response = client_of("admin").post(_edit(notice), data)
    assert list(response.context["form"].errors) == ["headline"]
    notice.refresh_from_db()
    assert notice.live is False


def test_a_new_one_that_refuses_is_not_made(client_of, newsroom):
    from newsroom.models import Notice

    response = client_of("admin").post(ADD, _form("Lugovi goes home") | {"action-publish": "1"})
    assert "headline" in response.context["form"].errors
    assert not Notice.objects.exists()


def test_a_clean_one_is_published(client_of, notice):
    client_of("admin").post(_edit(notice), _form() | {"action-publish": "1"})
    notice.refresh_from_db()
    assert notice.live is True


def test_code_cannot_publish_what_refuses(notice):
    from lint.shells.wagtail.publishing import PublicationRefused, unchecked

    notice.text = LUGOVI
    revision = notice.save_revision()
    with pytest.raises(PublicationRefused, match="Lugovoi"):
        revision.publish()
    with unchecked():
        revision.publish()


def test_with_a_reason_it_is_published_and_the_reason_is_kept(client_of, notice):
    from lint.shells.wagtail.models import Override

    data = _form("Lugovi goes home") | {"action-publish": "1", "copydesk-reason": "He says so."}
    client_of("admin").post(_edit(notice), data)
    notice.refresh_from_db()
    assert notice.live is True
    kept = Override.objects.get()
    assert (kept.article, kept.page, kept.title, kept.reason) == (
        f"newsroom.notice-{notice.pk}", None, "Lugovi goes home", "He says so."
    )  # fmt: skip
    page = client_of("admin").get(f"/admin/snippets/newsroom/notice/history/{notice.pk}/")
    assert "He says so." in page.content.decode()


def test_the_script_in_the_editor_asks_by_the_address_of_the_editor(client_of, notice):
    url = f"/admin/copydesk/check/?at={_edit(notice)}"
    (finding,) = client_of("admin").post(url, _form("Lugovi goes home")).json()["findings"]
    assert finding["path"] == ["headline"]
    new = client_of("admin").post(f"/admin/copydesk/check/?at={ADD}", _form(text=LUGOVI)).json()
    assert [each["path"] for each in new["findings"]] == [["text"]]
    assert new["may_dismiss"] is False


def test_a_finding_can_be_let_stand(client_of, notice):
    at = f"?at={_edit(notice)}"
    data = _form("Lugovi goes home")
    (finding,) = client_of("admin").post(f"/admin/copydesk/check/{at}", data).json()["findings"]
    sent = {key: finding[key] for key in ("fingerprint", "rule")} | {"reason": "He says so."}
    assert client_of("admin").post(f"/admin/copydesk/dismiss/{at}", sent).status_code == 200
    client_of("admin").post(_edit(notice), data | {"action-publish": "1"})
    notice.refresh_from_db()
    assert notice.live is True


def test_who_may_not_edit_snippets_is_told_nothing_of_them(client_of, notice):
    for at in (_edit(notice), ADD):
        response = client_of("editor").post(f"/admin/copydesk/check/?at={at}", _form())
        assert (response.status_code, response["Location"]) == (302, "/admin/")


@pytest.mark.parametrize(
    "at",
    ["/admin/", "/nowhere/", "/admin/snippets/newsroom/notice/", "/admin/pages/1/edit/",
     "/admin/snippets/newsroom/notice/edit/99999/", "/admin/snippets/newsroom/notice/delete/1/",
     "x", "https://elsewhere.example/"],
)  # fmt: skip
def test_what_is_no_editor_of_a_snippet_is_not_found(client_of, newsroom, at):
    assert client_of("admin").post(f"/admin/copydesk/check/?at={at}", {}).status_code == 404
