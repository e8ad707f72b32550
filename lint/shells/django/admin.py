"""Django's own admin: refuse what refuses, warn of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin, messages

from lint.shells.django.answers import Answer
from lint.shells.django.forms import CopydeskFormMixin, fault_message, sentence, spoken
from lint.shells.save.policy import Stage


class CopydeskAdminMixin(admin.ModelAdmin):
    """A ``ModelAdmin`` whose copy is checked when it is saved.

    Findings that refuse stand at their fields, and nothing is saved; the others are told above
    the page after saving. ::

        @admin.register(Article)
        class ArticleAdmin(CopydeskAdminMixin, admin.ModelAdmin):
            copydesk_fields = {"headline": "text", "body": "html"}

            def copydesk_stage(self, form):
                return "publish" if form.cleaned_data.get("live") else "draft"
    """

    copydesk_fields: Mapping[str, str] = {}
    """As in :class:`~lint.shells.django.forms.CopydeskFormMixin`."""

    def copydesk_stage(self, form: CopydeskFormMixin) -> Stage:
        """What is about to be done with the article: ``draft`` or ``publish``."""
        return "publish"

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form of the page, made to check its copy."""
        made = super().get_form(request, obj, change=change, **kwargs)
        if issubclass(made, CopydeskFormMixin):
            return made
        stage = self.copydesk_stage

        class Checked(CopydeskFormMixin, made):  # type: ignore[valid-type, misc]
            copydesk_fields = self.copydesk_fields

            def copydesk_stage(self) -> Stage:
                return stage(self)

        return Checked

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """Save, and tell what was found."""
        super().save_model(request, obj, form, change)
        answer = getattr(form, "copydesk_answer", None)
        if isinstance(answer, Answer):
            for line in remarks_on(answer, form):
                messages.warning(request, line)


def remarks_on(answer: Answer, form: Any) -> list[str]:
    """What is told of an answer that does not refuse: a line a finding, with its field."""
    if answer.decision == "allow":
        return [sentence(notice) for notice in answer.notices]
    lines = [
        f"{form.fields[told.field].label or told.field}: {spoken(told)}"
        for told in answer.told
        if told.severity != "suggestion"
    ]
    lines += [sentence(notice) for notice in answer.notices]
    return [*lines, fault_message(answer)] if answer.fault else lines
