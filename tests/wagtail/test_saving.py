"""Drafts are saved and warned of; what refuses cannot be published, and stands at its place."""

from __future__ import annotations

import pytest

from tests.wagtail.conftest import LUGOVI, told

pytestmark = pytest.mark.filterwarnings("default")

NESTED = [
    ("crosshead", "Talks"),
    ("paragraph", LUGOVI),
    ("quote", {"quotation": "Mr Lugovi drank tea.", "speaker": ""}),
    ("facts", {"heading": "In numbers", "facts": {
        "count": "2",
        "0": {"value": '{"blocks":[],"entityMap":{}}', "order": "0", "deleted": "", "type": "item"},
        "1": {"value": "", "order": "1", "deleted": "", "type": "item"},
    }}),
]  # fmt: skip


def _nested():
    from wagtail.test.utils.form_data import rich_text

    facts = NESTED[3][1]["facts"]
    facts["0"]["value"], facts["1"]["value"] = rich_text("<p>One</p>"), rich_text(LUGOVI)
    return NESTED


def test_a_draft_with_findings_is_saved_and_the_editor_is_told(save, draft):
    body = [("paragraph", LUGOVI)]
    response = save(body=body, title="Moscow refuses", standfirst="On July 5, 2007.")
    assert response.status_code == 302
    draft.refresh_from_db()
    page = draft.get_latest_revision_as_object()
    assert page.title == "Moscow refuses"
    assert "Lugovi</b>" in str(page.body)
    (line,) = [line for line in told(response) if "copydesk" in line]
    assert "2 findings" in line
    assert "Lugovoi" in line
    assert "5 July 2007" in line


def test_an_autosave_is_saved_and_answers_in_json_as_ever(save, draft):
    response = save(body=[("paragraph", LUGOVI)], headers={"Accept": "application/json"})
    assert response.json()["success"] is True
    draft.refresh_from_db()
    assert "Lugovi" in str(draft.get_latest_revision_as_object().body)
    assert told(response) == []


def test_a_publication_that_refuses_leaves_the_page_as_it_was(save, draft):
    before = draft.get_latest_revision().pk
    response = save("publish", title="Lugovi goes home")
    draft.refresh_from_db()
    assert response.status_code == 200
    assert draft.live is False
    assert draft.get_latest_revision().pk == before
    errors = response.context["form"].errors
    assert list(errors) == ["title"]
    assert errors["title"][0].startswith("Write “Lugovoi”, not “Lugovi”.")


def test_the_finding_stands_at_the_stream_block_and_in_nested_blocks(save):
    response = save("publish", body=_nested())
    (error,) = response.context["form"].errors.as_data()["body"]
    json = error.as_json_data()
    assert sorted(json["blockErrors"]) == [1, 2, 3]
    assert "Lugovoi" in json["blockErrors"][1]["messages"][0]
    assert "Lugovoi" in json["blockErrors"][2]["blockErrors"]["quotation"]["messages"][0]
    inner = json["blockErrors"][3]["blockErrors"]["facts"]["blockErrors"]
    assert list(inner) == [1]
    assert "Lugovoi" in inner[1]["messages"][0]


def test_two_findings_in_one_block_are_both_told(save):
    body = [("paragraph", "<p>Andrei Lugovi met Vladimitr Putin.</p>")]
    response = save("publish", body=body)
    (error,) = response.context["form"].errors.as_data()["body"]
    assert len(error.as_json_data()["blockErrors"][0]["messages"]) == 2


def test_a_clean_page_is_published_without_a_word(save, draft):
    response = save("publish", body=[("paragraph", "<p>Neither side has <b>moved</b>.</p>")])
    draft.refresh_from_db()
    assert draft.live is True
    assert [line for line in told(response) if "copydesk" in line] == []


def test_a_page_with_warnings_only_is_published_and_the_editor_is_told(save, draft):
    response = save("publish", standfirst="It was signed on July 5, 2007.")
    draft.refresh_from_db()
    assert draft.live is True
    assert any("5 July 2007" in line for line in told(response))


def test_a_scheduled_publication_is_refused(save, draft):
    response = save("publish", title="Lugovi goes home", also={"go_live_at": "2037-01-01 10:00"})
    assert list(response.context["form"].errors) == ["title"]
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_a_submission_for_moderation_is_refused(save, draft):
    response = save("submit", by="reporter", title="Lugovi goes home")
    assert list(response.context["form"].errors) == ["title"]
    assert draft.current_workflow_state is None


def test_a_new_page_that_refuses_is_not_made(client_of, newsroom):
    from newsroom.models import NewsPage

    from tests.wagtail.conftest import form_of

    before = NewsPage.objects.count()
    url = f"/admin/pages/add/newsroom/newspage/{newsroom.pk}/"
    data = form_of(title="Lugovi goes home", slug="home") | {"action-publish": "1"}
    response = client_of("chief").post(url, data)
    assert list(response.context["form"].errors) == ["title"]
    assert NewsPage.objects.count() == before


def test_a_headline_of_another_page_is_known(save, newsroom):
    from django.core.management import call_command

    call_command("copydesk_headlines", verbosity=0)
    response = save(title="Harbour bridge to close for the winter")
    other = newsroom.get_children().get(slug="harbour-bridge-to-close-for-the-winter")
    assert any(f"page {other.pk}" in line for line in told(response))


def test_the_headline_of_a_deleted_page_is_forgotten(save, newsroom):
    from django.core.management import call_command

    call_command("copydesk_headlines", verbosity=0)
    newsroom.get_children().get(slug="harbour-bridge-to-close-for-the-winter").delete()
    response = save(title="Harbour bridge to close for the winter")
    assert not any("headline" in line for line in told(response))


def test_a_page_of_two_drafts_with_one_headline_warns_the_second(save, newsroom, client_of):
    from newsroom.models import NewsPage

    from tests.wagtail.conftest import form_of

    url = f"/admin/pages/add/newsroom/newspage/{newsroom.pk}/"
    data = form_of(title="Mayor opens a garden on the old quay", slug="garden")
    client_of("reporter").post(url, data)
    first = NewsPage.objects.get(slug="garden")
    response = save(title="Mayor opens a garden on the old quay")
    assert any(f"page {first.pk}" in line for line in told(response))
