"""One line in INSTALLED_APPS: every page type is checked, whatever form it has."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.filterwarnings("default")


def test_every_page_type_has_a_form_that_checks():
    from django.apps import apps
    from wagtail.models import Page

    from lint.shells.wagtail.forms import CheckedFormMixin

    for model in apps.get_models():
        if issubclass(model, Page):
            form = model.get_edit_handler().get_form_class()
            assert issubclass(form, CheckedFormMixin), model


def test_a_form_class_of_the_project_keeps_what_it_does():
    from wagtail.admin.forms import WagtailAdminPageForm

    from lint.shells.wagtail.forms import CheckedFormMixin, checked

    class OwnForm(WagtailAdminPageForm):
        def clean(self):
            return "cleaned by the project"

    made = checked(OwnForm)
    assert issubclass(made, (CheckedFormMixin, OwnForm))
    assert made.__mro__.index(CheckedFormMixin) < made.__mro__.index(OwnForm)
    assert checked(made) is made
    assert checked(OwnForm) is made


def test_an_app_that_stands_before_wagtails_admin_is_complained_of(monkeypatch):
    from django.apps import apps

    from lint.shells.wagtail.apps import check_order

    assert check_order(None) == []
    configs = list(apps.get_app_configs())
    first = sorted(configs, key=lambda config: config.label != "copydesk")
    monkeypatch.setattr(apps, "get_app_configs", lambda: first)
    (complaint,) = check_order(None)
    assert complaint.id == "copydesk.E001"


def test_a_wrong_setting_is_complained_of():
    from django.test import override_settings

    from lint.shells.wagtail.apps import check_settings

    with override_settings(COPYDESK={"adress": ""}):
        assert [complaint.id for complaint in check_settings(None)] == ["copydesk.E002"]


def test_a_model_that_is_left_out_and_is_not_there_is_complained_of():
    from django.test import override_settings

    from lint.shells.wagtail.apps import check_settings

    with override_settings(COPYDESK={"leave_out": ["newsroom.newspage", "newsroom.Nothing"]}):
        (complaint,) = check_settings(None)
    assert "'newsroom.Nothing', and there is no such model" in complaint.msg


def test_the_settings_that_are_documented_are_all_that_there_are():
    import re
    from dataclasses import fields
    from pathlib import Path

    from lint.shells.django.settings import CopydeskSettings, complaints_of

    root = Path(__file__).resolve().parents[2]
    page = (root / "docs" / "wagtail.md").read_text("utf-8")
    shown = re.search(r"```python\n(COPYDESK = .*?)```", page, re.DOTALL)
    told = {"BASE_DIR": root}
    exec(shown[1], told)
    assert complaints_of(told["COPYDESK"]) == []
    assert set(told["COPYDESK"]) == {field.name for field in fields(CopydeskSettings)}


def test_the_migrations_are_complete():
    import os
    import subprocess
    import sys
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
        cwd=root / "examples" / "wagtail",
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_page_type_says_what_its_fields_are(newsroom, monkeypatch):
    from newsroom.models import NewsPage

    from lint.shells.wagtail.copy import pieces_of

    page = NewsPage(title="A", standfirst="B", search_description="C")
    monkeypatch.setattr(
        NewsPage, "copydesk_fields", {"standfirst": "caption", "search_description": None},
        raising=False,
    )  # fmt: skip
    assert [(piece.name, piece.field.kind) for piece in pieces_of(page)] == [
        ("title", "headline"),
        ("standfirst", "caption"),
    ]


def test_headlines_can_be_left_alone(save):
    from django.core.management import call_command
    from django.test import override_settings

    from tests.wagtail.conftest import told

    call_command("copydesk_headlines", verbosity=0)
    with override_settings(COPYDESK={"headlines": False}):
        response = save(title="Harbour bridge to close for the winter")
    assert not any("headline" in line for line in told(response))
