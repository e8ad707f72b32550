"""Snippets without drafts: saving them is publishing them, and is refused as that is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wagtail.conftest import LUGOVI, told

pytestmark = pytest.mark.filterwarnings("default")

ADD = "/admin/snippets/newsroom/contributor/add/"
REASON = {"copydesk-reason": "It is the name on his card."}


def _form(name: str = "Ann Example", about: str = "", **more: str) -> dict[str, Any]:
    from wagtail.test.utils.form_data import rich_text

    return {"name": name, "about": rich_text(about), **more}


@pytest.fixture
def contributor(newsroom):
    """Somebody who writes, clean so far."""
    from newsroom.models import Contributor

    return Contributor.objects.create(name="Ann Example")


def _edit(item: Any) -> str:
    return f"/admin/snippets/{item._meta.label_lower.replace('.', '/')}/edit/{item.pk}/"


def test_a_save_that_refuses_changes_nothing_and_stands_at_the_field(client_of, contributor):
    response = client_of("admin").post(_edit(contributor), _form("Mr Lugovi", LUGOVI))
    assert sorted(response.context["form"].errors) == ["about", "name"]
    assert response.context["form"]["name"].value() == "Mr Lugovi"  # nothing written is lost
    contributor.refresh_from_db()
    assert (contributor.name, contributor.about) == ("Ann Example", "")


def test_a_new_one_that_refuses_is_not_made(client_of, newsroom):
    from newsroom.models import Contributor

    response = client_of("admin").post(ADD, _form("Mr Lugovi"))
    assert list(response.context["form"].errors) == ["name"]
    assert not Contributor.objects.exists()


def test_a_clean_one_is_saved_without_a_word(client_of, contributor):
    response = client_of("admin").post(_edit(contributor), _form("Ann Other"))
    contributor.refresh_from_db()
    assert contributor.name == "Ann Other"
    assert not any("copydesk" in line for line in told(response))


def test_one_with_warnings_only_is_saved_and_the_editor_is_told(client_of, contributor):
    data = _form(about="<p>She joined on July 5, 2007.</p>")
    response = client_of("admin").post(_edit(contributor), data)
    assert response.status_code == 302
    assert any("5 July 2007" in line for line in told(response))


def test_with_a_reason_it_is_saved_and_the_reason_is_kept(client_of, contributor):
    from lint.shells.wagtail.models import Override

    client_of("admin").post(_edit(contributor), _form("Mr Lugovi") | REASON)
    contributor.refresh_from_db()
    assert contributor.name == "Mr Lugovi"
    kept = Override.objects.get()
    assert (kept.article, kept.title, kept.reason) == (
        f"newsroom.contributor-{contributor.pk}", "Mr Lugovi", REASON["copydesk-reason"]
    )  # fmt: skip
    history = f"/admin/snippets/newsroom/contributor/history/{contributor.pk}/"
    assert REASON["copydesk-reason"] in client_of("admin").get(history).content.decode()
    again = client_of("admin").post(_edit(contributor), _form("Mr Lugovi"))
    assert again.status_code == 302  # it holds for the same words


def test_a_new_one_can_be_saved_with_a_reason_at_once(client_of, newsroom):
    from newsroom.models import Contributor

    from lint.shells.wagtail.models import Override

    client_of("admin").post(ADD, _form("Mr Lugovi") | REASON)
    made = Contributor.objects.get()
    assert Override.objects.get().article == f"newsroom.contributor-{made.pk}"


def test_a_reason_from_somebody_who_may_not_changes_nothing(client_of, contributor):
    from django.contrib.auth.models import Permission, User

    change = Permission.objects.get(codename="change_contributor")
    User.objects.get(username="editor").user_permissions.add(change)
    response = client_of("editor").post(_edit(contributor), _form("Mr Lugovi") | REASON)
    assert list(response.context["form"].errors) == ["name"]


def test_the_editor_is_shown_findings_while_writing_and_that_saving_publishes(
    client_of, contributor
):
    url = f"/admin/copydesk/check/?at={_edit(contributor)}"
    answer = client_of("admin").post(url, _form("Mr Lugovi")).json()
    assert [each["path"] for each in answer["findings"]] == [["name"]]
    assert (answer["decision"], answer["live_when_saved"]) == ("block", True)
    assert (answer["may_override"], answer["may_dismiss"]) == (True, True)
    contributor.refresh_from_db()
    assert contributor.name == "Ann Example"
    new = client_of("admin").post(f"/admin/copydesk/check/?at={ADD}", _form(about=LUGOVI)).json()
    assert [each["path"] for each in new["findings"]] == [["about"]]


def test_a_finding_can_be_let_stand(client_of, contributor):
    at = f"?at={_edit(contributor)}"
    data = _form("Mr Lugovi")
    (finding,) = client_of("admin").post(f"/admin/copydesk/check/{at}", data).json()["findings"]
    sent = {key: finding[key] for key in ("fingerprint", "rule")} | {"reason": "His own book."}
    assert client_of("admin").post(f"/admin/copydesk/dismiss/{at}", sent).status_code == 200
    client_of("admin").post(_edit(contributor), data)
    contributor.refresh_from_db()
    assert contributor.name == "Mr Lugovi"
    contributor.delete()
    from lint.shells.wagtail.models import Dismissal

    assert not Dismissal.objects.exists()


def test_one_that_saves_itself_is_not_saved_while_it_refuses(client_of, newsroom):
    """With revisions and without drafts Wagtail saves it while somebody writes: live at once."""
    from newsroom.models import Ticker

    kept = Ticker.objects.create(line="Ferries run late")
    answer = client_of("admin").post(
        _edit(kept), {"line": "Lugovi goes home"}, headers={"Accept": "application/json"}
    )
    assert answer.json()["success"] is False
    kept.refresh_from_db()
    assert kept.line == "Ferries run late"


def test_code_that_edits_by_wagtails_action_is_refused(contributor):
    from wagtail.actions import EditAction

    from lint.shells.wagtail.publishing import PublicationRefused, unchecked

    contributor.name = "Mr Lugovi"
    with pytest.raises(PublicationRefused, match=r"name: .*Lugovoi"):
        EditAction(contributor).execute()
    with unchecked():
        EditAction(contributor).execute()
    contributor.refresh_from_db()
    assert contributor.name == "Mr Lugovi"


def test_the_api_names_field_and_rule_when_it_refuses(newsroom, call_api):
    from newsroom.models import Contributor

    answer = call_api("admin", "snippets/newsroom.Contributor/", {
        "meta": {"type": "newsroom.Contributor"}, "name": "Mr Lugovi",
    })  # fmt: skip
    assert answer.status_code == 422, answer.content
    (error,) = answer.json()["errors"]
    assert (error["type"], error["loc"]) == ("names/people", ["name"])
    assert not Contributor.objects.exists()


def test_a_house_can_refuse_to_save_what_nobody_checked(client_of, contributor, settings_of):
    with settings_of(url="http://127.0.0.1:9", when_down="block"):
        response = client_of("admin").post(_edit(contributor), _form("Ann Other"))
    assert "was not checked" in response.context["form"].non_field_errors()[0]


def test_by_default_it_is_saved_when_the_service_is_down(client_of, contributor, settings_of):
    with settings_of(url="http://127.0.0.1:9"):
        response = client_of("admin").post(_edit(contributor), _form("Ann Other"))
    contributor.refresh_from_db()
    assert contributor.name == "Ann Other"
    assert any("was not checked" in line for line in told(response))


@pytest.mark.parametrize("label", ["newsroom.Contributor", "newsroom.contributor"])
def test_a_project_can_leave_a_model_out(client_of, contributor, settings_of, label):
    with settings_of(leave_out=[label]):
        url = f"/admin/copydesk/check/?at={_edit(contributor)}"
        assert client_of("admin").post(url, _form("Mr Lugovi")).status_code == 404
        response = client_of("admin").post(_edit(contributor), _form("Mr Lugovi"))
    contributor.refresh_from_db()
    assert contributor.name == "Mr Lugovi"
    assert not any("copydesk" in line for line in told(response))


def test_a_page_type_can_be_left_out_too(save, draft, client_of, settings_of):
    from tests.wagtail.conftest import form_of

    with settings_of(leave_out=["newsroom.NewsPage"]):
        url = f"/admin/copydesk/check/?edit={draft.pk}"
        assert client_of("editor").post(url, form_of()).status_code == 404
        save("publish", title="Lugovi goes home")
    draft.refresh_from_db()
    assert draft.live is True


def test_the_script_is_told_which_editors_to_look_at(client_of, contributor, settings_of):
    def places() -> str:
        page = client_of("admin").get(_edit(contributor)).content.decode()
        return page.split('data-copydesk-snippets="')[1].split('"')[0]

    assert "/admin/snippets/newsroom/contributor/" in places().split()
    with settings_of(leave_out=["newsroom.Contributor"]):
        assert "/admin/snippets/newsroom/contributor/" not in places().split()


def test_one_that_is_made_in_a_chooser_is_checked_too(newsroom):
    from newsroom.models import Contributor, Notice
    from wagtail.images import get_image_model
    from wagtail.snippets.views.chooser import SnippetCreateView

    def form_of(model: Any, field: str, words: str) -> Any:
        view = SnippetCreateView(model=model)
        view.form_fields = [field]
        return view.get_creation_form_class()({field: words})

    for model, field in ((Contributor, "name"), (Notice, "headline")):
        assert list(form_of(model, field, "Mr Lugovi").errors) == [field]
        assert form_of(model, field, "Ann Example").is_valid()
    assert form_of(get_image_model(), "title", "Mr Lugovi").is_valid()  # a picture is no copy


def test_a_form_class_of_a_projects_own_panel_checks_too(newsroom, monkeypatch):
    from newsroom.models import Contributor
    from wagtail.admin.forms import WagtailAdminModelForm
    from wagtail.admin.panels import FieldPanel, ObjectList

    from lint.shells.wagtail.forms import CheckedFormMixin

    class OwnForm(WagtailAdminModelForm):
        pass

    viewset = Contributor.snippet_viewset
    panel = ObjectList([FieldPanel("name")], base_form_class=OwnForm)
    monkeypatch.setattr(viewset, "edit_handler", panel, raising=False)
    made = viewset.get_edit_handler().get_form_class()
    assert issubclass(made, OwnForm)
    assert issubclass(made, CheckedFormMixin)
