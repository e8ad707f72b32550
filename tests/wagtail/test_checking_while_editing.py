"""The address that the script in the editor asks: findings at their places, nothing saved."""

from __future__ import annotations

import pytest

from tests.wagtail.conftest import LUGOVI, form_of

pytestmark = pytest.mark.filterwarnings("default")

URL = "/admin/copydesk/check/"


def _ask(client, query, **more):
    return client.post(URL + query, form_of(**more))


def test_a_finding_has_the_path_of_its_block_and_its_place_in_the_editor(client_of, draft):
    body = [("paragraph", LUGOVI)]
    answer = _ask(client_of("editor"), f"?edit={draft.pk}", body=body).json()
    (finding,) = answer["findings"]
    assert finding["path"][0] == "body"
    assert len(finding["path"]) == 2
    assert (finding["place"]["start"], finding["place"]["end"]) == (25, 31)
    (mend,) = finding["mends"]
    assert mend["safe"] is True
    assert [(e["start"], e["end"], e["text"], e["write"]) for e in mend["edits"]] == [
        (25, 31, "Lugovi", "Lugovoi")
    ]
    assert answer["decision"] == "block"
    assert finding["blocks"] is True


def test_a_place_in_a_text_area_counts_line_ends_as_the_browser_does(client_of, draft):
    text = "Nothing is settled.\r\n\r\n😀 Lugovi said so."
    answer = _ask(client_of("editor"), f"?edit={draft.pk}", standfirst=text).json()
    (finding,) = answer["findings"]
    assert finding["place"] == {"block": "", "start": 24, "end": 30, "text": "Lugovi"}


def test_nothing_is_saved(client_of, draft):
    before = draft.get_latest_revision().pk
    _ask(client_of("editor"), f"?edit={draft.pk}", title="Lugovi goes home")
    draft.refresh_from_db()
    assert draft.title == "Talks about the treaty go on"
    assert draft.get_latest_revision().pk == before


def test_a_page_that_is_not_made_yet_is_checked_as_well(client_of, newsroom):
    query = f"?add=newsroom.newspage&parent={newsroom.pk}"
    answer = _ask(client_of("reporter"), query, title="Lugovi goes home").json()
    assert [finding["path"] for finding in answer["findings"]] == [["title"]]


def test_who_may_override_is_told(client_of, draft):
    asked = {
        name: _ask(client_of(name), f"?edit={draft.pk}").json()["may_override"]
        for name in ("reporter", "editor", "chief", "admin")
    }
    assert asked == {"reporter": False, "editor": False, "chief": True, "admin": True}


def test_strangers_are_sent_to_log_in(draft):
    from django.test import Client

    response = Client().post(f"{URL}?edit={draft.pk}", {})
    assert response.status_code == 302
    assert "/login/" in response["Location"]


def test_who_may_not_edit_a_page_is_told_nothing_of_it(client_of, draft):
    from django.contrib.auth.models import Group, Permission, User

    group = Group.objects.create(name="readers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    User.objects.create(username="reader").groups.add(group)
    response = _ask(client_of("reader"), f"?edit={draft.pk}")
    assert response.status_code == 302
    assert response["Location"] == "/admin/"


@pytest.mark.parametrize(
    "query",
    ["", "?edit=999999", "?edit=x", "?add=newsroom.newspage", "?add=auth.user&parent={front}",
     "?add=nothing&parent={front}", "?add=newsroom.newspage&parent=99999", "?edit=" + "9" * 400],
)  # fmt: skip
def test_what_is_no_page_is_not_found(client_of, newsroom, query):
    response = _ask(client_of("admin"), query.format(front=newsroom.pk))
    assert response.status_code == 404


@pytest.mark.parametrize("data", [{}, {"title": "x"}, {"body-count": "many"}, {"body-count": "5"}])
def test_a_form_that_is_not_of_this_page_is_refused_in_words(client_of, draft, data):
    response = client_of("editor").post(f"{URL}?edit={draft.pk}", data)
    assert response.status_code == 400
    assert response.json() == {"detail": "this is not the form of this page"}


def test_only_posts_are_answered(client_of, draft):
    assert client_of("editor").get(f"{URL}?edit={draft.pk}").status_code == 405
