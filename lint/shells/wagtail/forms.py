"""The form of a page or a snippet, made to refuse what the house refuses."""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lint.shells.django.forms import fault_message
from lint.shells.save.policy import Stage
from lint.shells.wagtail import publishing
from lint.shells.wagtail.checking import check_pieces, errors_of
from lint.shells.wagtail.copy import digest_of, pieces_of
from lint.shells.wagtail.scope import is_checked, is_live_when_saved, is_snippet

REASON = "copydesk-reason"  # the name under which the editor sends why it is published anyway
LONGEST_REASON = 1000
_GOING_OUT = ("action-publish", "action-submit", "action-restart-workflow")
_SENT_BACK = frozenset({"reject"})  # workflow actions after which nothing is nearer to print


class CheckedFormMixin(forms.BaseForm):
    """Checks the copy of a page or a snippet when it is to be published, scheduled or submitted.

    Drafts pass: what is found in them is told after they have been saved. What has no drafts is
    published by being saved.
    """

    copydesk_saves = False
    """Whether the form is about to be saved, also where fields may still be missing."""

    def clean(self) -> Any:
        """Clean the form as it is cleaned otherwise, then hold its copy against the stylebook."""
        cleaned = super().clean()
        publishing.forget_clearance()
        if self._stage() == "publish" and is_checked(type(self.instance)):
            self._refuse_or_clear()
        return cleaned

    def _stage(self) -> Stage:
        deferred = getattr(self, "is_deferred_validation", False)  # the form of a chooser has none
        if is_live_when_saved(type(self.instance)):
            return "draft" if deferred and not self.copydesk_saves else "publish"
        if deferred:  # a draft, an autosave, a preview
            return "draft"
        said = self.data
        if any(said.get(action) for action in _GOING_OUT):
            return "publish"
        if said.get("action-workflow-action"):
            name = said.get("workflow-action-name")
            return "draft" if name in _SENT_BACK else "publish"
        return "draft" if said.get("action-cancel-workflow") else "publish"

    def _refuse_or_clear(self) -> None:
        item = self.instance
        pieces = pieces_of(item, self)
        answer = check_pieces(item, pieces, "publish", remember=True)
        digest = digest_of(pieces)
        if answer.decision != "block" or publishing.is_overridden(item, digest):
            publishing.clear(item, digest)
        elif reason := self._reason():
            publishing.clear(item, digest, publishing.Reason(self._user(), reason, answer))
        else:
            for (within, name), errors in errors_of(answer.blocking, pieces).items():
                form = form_at(self, within) if within else self
                for error in errors:
                    if form is None:  # its panel is not in this editor's form
                        self.add_error(None, error)
                    else:
                        form.add_error(name if name in form.fields else None, error)
            if answer.fault:
                self.add_error(None, ValidationError(fault_message(answer), code="copydesk"))

    def _reason(self) -> str:
        """Why the page is published anyway, from somebody who may."""
        reason = str(self.data.get(REASON) or "").strip()[:LONGEST_REASON]
        user = self._user()
        return reason if user is not None and user.has_perm(publishing.OVERRIDE) else ""

    def _user(self) -> Any:
        return getattr(self, "for_user", None)


def form_at(form: Any, prefix: str) -> Any:
    """The form of that name in the inline panels of a form, however deep; None if there is none."""
    for formset in getattr(form, "formsets", {}).values():
        for child in formset.forms:
            if child.prefix == prefix:
                return child
            if prefix.startswith(f"{child.prefix}-"):
                return form_at(child, prefix)
    return None


@cache
def checked(form_class: Any) -> Any:
    """A form class that checks copy, made of one that does not."""
    if issubclass(form_class, CheckedFormMixin):
        return form_class
    names = {"__module__": form_class.__module__, "__qualname__": form_class.__qualname__}
    return type(form_class)(form_class.__name__, (CheckedFormMixin, form_class), names)


def check_every_form() -> None:
    """Let the forms of all pages and snippets check copy.

    Whatever form classes they have keep what they do.
    """
    from django.apps import apps
    from swapper import load_model

    page = load_model("wagtailcore", "Page")
    for model in apps.get_models():
        if issubclass(model, page):
            for holder, name in (
                (model, "base_form_class"),
                (model, "api_base_form_class"),
                (getattr(model, "edit_handler", None), "base_form_class"),
            ):
                _check(holder, name)
    if apps.is_installed("wagtail.snippets"):
        _check_snippets()
        _check_choosers()


def _check_snippets() -> None:
    """Let the forms of snippets check copy, whenever and however these are registered."""
    from wagtail.admin.forms import WagtailAdminModelForm
    from wagtail.snippets.views.snippets import SnippetViewSet

    before = SnippetViewSet.get_edit_handler
    if getattr(before, "by_copydesk", False):
        return

    def get_edit_handler(self: Any) -> Any:
        handler = before(self)
        if handler.base_form_class is None:
            own = getattr(self.model, "base_form_class", WagtailAdminModelForm)
            handler.base_form_class = own
        _check(handler, "base_form_class")
        _check(self.model, "api_base_form_class")
        return handler

    get_edit_handler.by_copydesk = True  # type: ignore[attr-defined]
    SnippetViewSet.get_edit_handler = get_edit_handler


def _check_choosers() -> None:
    """Let the forms check copy by which choosers make snippets, which are live at once."""
    from wagtail.admin.views.generic.chooser import CreationFormMixin

    before = CreationFormMixin.get_creation_form_class
    if getattr(before, "by_copydesk", False):
        return

    def get_creation_form_class(self: Any) -> Any:
        form_class = before(self)
        model = getattr(getattr(form_class, "_meta", None), "model", None)
        return checked(form_class) if model is not None and is_snippet(model) else form_class

    get_creation_form_class.by_copydesk = True  # type: ignore[attr-defined]
    CreationFormMixin.get_creation_form_class = get_creation_form_class


def _check(holder: Any, name: str) -> None:
    """Put a form class that checks in place of the one that a holder has under a name, if any."""
    form_class = getattr(holder, name, None)
    if form_class is not None and not issubclass(form_class, CheckedFormMixin):
        setattr(holder, name, checked(form_class))
