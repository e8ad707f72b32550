"""What is checked: pages and snippets, all of them, save what the project leaves out."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from lint.shells.django.settings import read_settings


def is_checked(model: Any) -> bool:
    """Whether pages or snippets of a model are held against the stylebook."""
    from wagtail.models import DraftStateMixin

    if not (issubclass(model, DraftStateMixin) or is_snippet(model)):
        return False
    left_out = {label.lower() for label in read_settings().leave_out}
    return model._meta.label_lower not in left_out


def is_live_when_saved(model: Any) -> bool:
    """Whether saving is publishing: a snippet of this model has no drafts."""
    from wagtail.models import DraftStateMixin

    return not issubclass(model, DraftStateMixin)


def is_snippet(model: Any) -> bool:
    """Whether a model itself is registered as a snippet."""
    return model in _snippets()


def editors_of_snippets() -> list[str]:
    """Where the editors of the snippets are that are checked: the beginnings of their addresses."""
    places = []
    for model in _snippets():
        if is_checked(model):
            with suppress(NoReverseMatch):  # an editor that nobody can open
                places.append(reverse(model.snippet_viewset.get_url_name("list")))
    return places


def _snippets() -> list[Any]:
    """The models that are registered as snippets by now."""
    if not apps.is_installed("wagtail.snippets"):
        return []
    from wagtail.snippets.models import SNIPPET_MODELS

    known: list[Any] = SNIPPET_MODELS
    return known
