"""Forms that hold what they take against the stylebook."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lint.article import Metadata
from lint.readers.fields import Field
from lint.shells.django.answers import Answer, Told
from lint.shells.django.asking import plain
from lint.shells.save.checking import Submission
from lint.shells.save.policy import Stage


class CopydeskFormMixin(forms.BaseForm):
    """A form whose copy is checked as one article when it is cleaned.

    Stands before ``forms.Form`` or ``forms.ModelForm`` among the bases. Findings that refuse
    become errors at their fields, with the rule's id as code; ``copydesk_answer`` keeps all
    findings for warnings. ::

        class ArticleForm(CopydeskFormMixin, forms.ModelForm):
            copydesk_fields = {"headline": "text", "body": "html"}

            def copydesk_stage(self):
                return "publish" if self.cleaned_data.get("live") else "draft"
    """

    copydesk_fields: Mapping[str, str] = {}
    """Name of a form field → format of its text (``text``, ``html``, ``markdown``); left empty,
    every text field without choices, as ``text``."""

    copydesk_answer: Answer | None = None
    """What the check came to; None until the form has been cleaned."""

    def copydesk_stage(self) -> Stage:
        """What is about to be done with the article: ``draft`` or ``publish``."""
        return "publish"

    def copydesk_id(self) -> str:
        """The name under which the service remembers the article; empty for none."""
        pk = getattr(getattr(self, "instance", None), "pk", None)
        return f"{self.instance._meta.label_lower}-{pk}" if pk is not None else ""

    def copydesk_metadata(self) -> Metadata:
        """What is known of the article besides its copy."""
        return Metadata()

    def clean(self) -> Any:
        """Clean the form as it is cleaned otherwise, then hold its copy against the stylebook."""
        cleaned = super().clean()
        self.copydesk_answer = answer = plain.check(
            Submission(
                tuple(self._copy()),
                self.copydesk_metadata(),
                self.copydesk_id(),
                self.copydesk_stage(),
            )
        )
        if answer.decision == "block":
            for told in answer.blocking:
                self.add_error(told.field, error_of(told))
            if answer.fault:
                self.add_error(None, ValidationError(fault_message(answer), code="copydesk"))
        return cleaned

    def _copy(self) -> list[Field]:
        values = getattr(self, "cleaned_data", {})
        formats = self.copydesk_fields or {
            name: "text" for name, field in self.fields.items() if type(field) is forms.CharField
        }
        return [
            Field(name, values[name], form)
            for name, form in formats.items()
            if isinstance(values.get(name), str)
        ]


def error_of(told: Told) -> ValidationError:
    """A finding as Django's forms tell it."""
    return ValidationError("%(message)s", code=told.rule, params={"message": spoken(told)})


def spoken(told: Told) -> str:
    """A finding in one line: the message names the words, or they stand before it."""
    words = " ".join(told.text.split())
    if not words or words in told.message:
        return told.message
    return f"“{words if len(words) <= 60 else words[:59] + '…'}”: {told.message}"


def fault_message(answer: Answer) -> str:
    """That nothing was checked, and why, in a sentence for editors."""
    return f"The copy was not checked against the stylebook: {answer.fault}."


def sentence(notice: str) -> str:
    """What of the check could not be done, as a sentence."""
    return f"{notice[:1].upper()}{notice[1:].rstrip('.')}."
