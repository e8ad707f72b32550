"""Django's own admin: what refuses stands at its field, drafts pass with a warning."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.filterwarnings("default")

ADD = "/django-admin/articles/article/add/"
WRONG = {"headline": "Moscow refuses", "body": "<p>Britain asked for <b>Andrei</b> Lugovi.</p>"}


def _articles():
    from tests.django.project.articles.models import Article

    return Article.objects


def test_a_live_article_with_an_error_is_not_saved_and_the_error_stands_at_its_field(admin):
    page = admin.post(ADD, {**WRONG, "live": "on"})
    form = page.context["adminform"].form
    assert page.status_code == 200
    assert not _articles().exists()
    assert list(form.errors) == ["body"]
    assert "Lugovoi" in form.errors["body"][0]
    assert form.errors.as_data()["body"][0].code == "names/people"


def test_a_draft_with_an_error_is_saved_and_the_editor_is_warned(admin):
    page = admin.post(ADD, WRONG, follow=True)
    assert _articles().get().live is False
    told = [str(message) for message in page.context["messages"]]
    assert any(line.startswith("Body: Write “Lugovoi”") for line in told)


def test_a_clean_article_is_saved_without_a_word(admin):
    page = admin.post(ADD, {"headline": "Moscow refuses", "live": "on"}, follow=True)
    assert _articles().exists()
    assert [m.level_tag for m in page.context["messages"]] == ["success"]


def test_findings_between_fields_are_found(admin):
    body = "<p>It was signed on July 5, 2007.</p><p>The talks began on 3 May 2006.</p>"
    page = admin.post(ADD, {"headline": "Treaty of 9 May 2005", "body": body}, follow=True)
    assert any("5 July 2007" in str(message) for message in page.context["messages"])


def test_the_validator_of_a_field_refuses_in_the_admin(admin):
    page = admin.post("/django-admin/articles/caption/add/", {"text": "Andrei Lugovi in London"})
    assert "Lugovoi" in page.context["adminform"].form.errors["text"][0]


def test_the_validator_can_be_written_into_a_migration():
    from django.db.migrations.writer import MigrationWriter

    from lint.shells.django.validators import CopydeskValidator

    written, imports = MigrationWriter.serialize(CopydeskValidator("html", "headline"))
    assert written == "lint.shells.django.validators.CopydeskValidator('html', 'headline')"
    assert imports == {"import lint.shells.django.validators"}
