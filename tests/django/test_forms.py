"""Forms that hold their copy against the stylebook."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.filterwarnings("default")


def _form(**more):
    from django import forms

    from lint.shells.django.forms import CopydeskFormMixin

    class ArticleForm(CopydeskFormMixin, forms.Form):
        headline = forms.CharField()
        body = forms.CharField()
        language = forms.ChoiceField(choices=[("Lugovi", "Lugovi")], required=False)

    for name, value in more.items():
        setattr(ArticleForm, name, value)
    return ArticleForm


SENT = {"headline": "Moscow refuses", "body": "Britain asked for Lugovi.", "language": "Lugovi"}


def test_text_fields_are_checked_and_choices_are_not():
    form = _form()(SENT)
    assert not form.is_valid()
    assert list(form.errors) == ["body"]


def test_the_answer_is_kept_with_every_finding_and_its_mends():
    form = _form(copydesk_stage=lambda self: "draft")(SENT)
    assert form.is_valid()
    (told,) = form.copydesk_answer.told
    assert (told.field, told.text, told.start, told.end) == ("body", "Lugovi", 18, 24)
    assert told.mends[0].edits[0].text == "Lugovoi"


def test_a_field_that_is_not_named_is_not_checked():
    assert _form(copydesk_fields={"headline": "text"})(SENT).is_valid()


def test_the_core_and_the_command_line_import_no_django():
    code = (
        "import sys, lint, lint.shells.cli; lint.check(lint.read_article('A line.'));"
        "sys.exit(any(name.split('.')[0] in ('django', 'wagtail') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
