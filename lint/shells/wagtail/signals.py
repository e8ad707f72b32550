"""What follows pages that are deleted, and settings that tests change."""

from __future__ import annotations

from typing import Any

from lint.shells.wagtail.checking import asker
from lint.shells.wagtail.headlines import PageHeadlines


def connect() -> None:
    """Listen."""
    from django.db.models.signals import post_delete
    from swapper import load_model

    post_delete.connect(_page_deleted, sender=load_model("wagtailcore", "Page"))


def _page_deleted(*, instance: Any, **_: Any) -> None:
    PageHeadlines().keep_all([(f"page-{instance.pk}", None)])


def when_set(*, setting: str, **_: Any) -> None:
    """Make the desk anew when a test has changed the settings."""
    if setting in ("COPYDESK", "BASE_DIR"):
        asker.forget()
