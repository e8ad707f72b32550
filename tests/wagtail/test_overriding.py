"""Publishing against the stylebook: by permission, with a reason, and the reason is kept."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.filterwarnings("default")

WRONG = {"title": "Lugovi goes home"}
REASON = {"copydesk-reason": "He spells it so on his own book."}


def _overrides():
    from lint.shells.wagtail.models import Override

    return Override.objects


def test_a_reason_from_somebody_who_may_not_changes_nothing(save, draft):
    response = save("publish", by="editor", also=REASON, **WRONG)
    assert "title" in response.context["form"].errors
    assert not _overrides().exists()


def test_no_reason_changes_nothing(save):
    response = save("publish", by="chief", also={"copydesk-reason": "   "}, **WRONG)
    assert "title" in response.context["form"].errors


def test_with_a_reason_the_page_is_live_and_the_reason_is_kept(save, draft):
    save("publish", by="chief", also=REASON, **WRONG)
    draft.refresh_from_db()
    assert draft.live is True
    kept = _overrides().get()
    assert (kept.page_id, kept.username) == (draft.pk, "chief")
    assert kept.reason == "He spells it so on his own book."
    assert [(told["rule"], told["text"]) for told in kept.findings] == [("names/people", "Lugovi")]


def test_the_reason_stands_in_the_history_of_the_page(save, draft, client_of):
    save("publish", by="chief", also=REASON, **WRONG)
    page = client_of("editor").get(f"/admin/pages/{draft.pk}/history/").content.decode()
    assert "He spells it so on his own book." in page


def test_a_new_page_can_be_published_with_a_reason_at_once(client_of, newsroom):
    from newsroom.models import NewsPage

    from tests.wagtail.conftest import form_of

    url = f"/admin/pages/add/newsroom/newspage/{newsroom.pk}/"
    data = form_of(slug="home", **WRONG) | {"action-publish": "1"} | REASON
    client_of("chief").post(url, data)
    page = NewsPage.objects.get(slug="home")
    assert page.live is True
    assert _overrides().get().page_id == page.pk


def test_the_reason_holds_for_the_same_words(save, draft):
    save("publish", by="chief", also=REASON, **WRONG)
    assert save("publish", by="editor", **WRONG).status_code == 302
    assert _overrides().count() == 1


def test_and_not_for_others(save, draft):
    save("publish", by="chief", also=REASON, **WRONG)
    response = save("publish", by="editor", title="Lugovi goes home again")
    assert "title" in response.context["form"].errors


def test_the_reason_outlives_page_and_editor(save, draft):
    from django.contrib.auth.models import User

    save("publish", by="chief", also=REASON, **WRONG)
    draft.delete()
    User.objects.filter(username="chief").delete()
    kept = _overrides().get()
    assert (kept.page, kept.user, kept.title) == (None, None, "Lugovi goes home")


def test_a_reason_sent_with_a_draft_is_not_taken_for_one(save, draft):
    save(by="chief", also=REASON, **WRONG)
    assert not _overrides().exists()
    response = save("publish", by="chief", **WRONG)
    assert "title" in response.context["form"].errors
