"""Publication by other ways than the editor: code, bulk actions, the API, the schedule."""

from __future__ import annotations

import pytest

from tests.wagtail.conftest import LUGOVI, told

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def wrong(draft):
    """The latest revision of the draft, with an error in it."""
    draft.body = [("paragraph", LUGOVI)]
    return draft.save_revision()


def test_code_cannot_publish_what_refuses(draft, wrong):
    from lint.shells.wagtail.publishing import PublicationRefused

    with pytest.raises(PublicationRefused, match="Lugovoi"):
        wrong.publish()
    draft.refresh_from_db()
    assert draft.live is False


def test_code_that_must_can_say_so(draft, wrong):
    from lint.shells.wagtail.publishing import unchecked

    with unchecked():
        wrong.publish()
    draft.refresh_from_db()
    assert draft.live is True


def test_code_can_publish_what_is_clean(draft):
    draft.get_latest_revision().publish()
    draft.refresh_from_db()
    assert draft.live is True


def test_a_page_that_was_checked_when_it_was_scheduled_goes_live_in_time(draft, wrong):
    from datetime import timedelta

    from django.core.management import call_command
    from django.utils import timezone

    wrong.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    wrong.save()
    call_command("publish_scheduled", verbosity=0)
    draft.refresh_from_db()
    assert draft.live is True


def test_a_bulk_publication_is_refused_as_a_whole_and_says_which_page_it_fails_on(
    client_of, draft, wrong, newsroom
):
    from newsroom.models import NewsPage

    clean = newsroom.add_child(instance=NewsPage(title="Ferries run late", live=False))
    url = f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}&id={clean.pk}&next=/admin/"
    response = client_of("chief").post(url, {})
    assert response.status_code == 302
    assert any("Talks about the treaty" in line and "Lugovoi" in line for line in told(response))
    clean.refresh_from_db()
    assert clean.live is False


def test_a_check_of_one_request_says_nothing_of_the_next(save, draft):
    from lint.shells.wagtail.publishing import PublicationRefused

    save("publish")
    draft.refresh_from_db()
    draft.body = [("paragraph", LUGOVI)]
    with pytest.raises(PublicationRefused):
        draft.save_revision().publish()


def test_the_api_does_not_publish_what_refuses(call_api, draft, wrong):
    answer = call_api("chief", f"pages/{draft.pk}/actions/publish/", {})
    assert answer.status_code == 422
    assert "Lugovoi" in answer.json()["errors"][0]["msg"]
    draft.refresh_from_db()
    assert draft.live is False


def test_the_api_names_field_and_rule_when_it_refuses_a_new_page(call_api, newsroom):
    meta = {"type": "newsroom.NewsPage", "parent_id": newsroom.pk, "action": "publish"}
    answer = call_api("chief", "pages/", {"meta": meta, "title": "Lugovi goes home"})
    assert answer.status_code == 422, answer.content
    (error,) = answer.json()["errors"]
    assert error["type"] == "names/people"
    assert error["loc"] == ["title"]
