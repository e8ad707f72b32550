"""What follows pages and snippets that are deleted, and settings that tests change."""

from __future__ import annotations

from typing import Any

from lint.shells.wagtail.checking import asker
from lint.shells.wagtail.copy import id_of
from lint.shells.wagtail.dismissals import PageLedger
from lint.shells.wagtail.headlines import PageHeadlines
from lint.shells.wagtail.scope import is_snippet


def connect() -> None:
    """Listen."""
    from django.db.models.signals import post_delete
    from swapper import load_model

    post_delete.connect(_page_deleted, sender=load_model("wagtailcore", "Page"))
    post_delete.connect(_snippet_deleted)


def _page_deleted(*, instance: Any, **_: Any) -> None:
    PageHeadlines().keep_all([(f"page-{instance.pk}", None)])
    PageLedger().forget(f"page-{instance.pk}")


def _snippet_deleted(*, instance: Any, **_: Any) -> None:
    if is_snippet(type(instance)):
        PageHeadlines().keep_all([(id_of(instance), None)])
        PageLedger().forget(id_of(instance))


def when_set(*, setting: str, **_: Any) -> None:
    """Make the desk anew when a test has changed the settings."""
    if setting in ("COPYDESK", "BASE_DIR"):
        asker.forget()
