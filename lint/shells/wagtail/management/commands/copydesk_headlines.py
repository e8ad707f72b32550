"""Keep the headlines of the pages that are live, so that repeated ones are known from the start."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from swapper import load_model

from lint.readers.fields import read_fields
from lint.shells.save.headlines import Printed
from lint.shells.wagtail.copy import pieces_of, submission_of
from lint.shells.wagtail.headlines import PageHeadlines


class Command(BaseCommand):
    """``manage.py copydesk_headlines``."""

    help = "Learn the headlines of all live pages (once, when copydesk is first installed)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read every live page."""
        headlines, learnt = PageHeadlines(), 0
        live = load_model("wagtailcore", "Page").objects.live().filter(depth__gt=1)
        for page in live.specific().iterator():
            told = submission_of(page, pieces_of(page), "publish")
            printed = Printed.of(read_fields(told.fields, told.metadata).article)
            if printed is not None:
                headlines.keep(told.id, printed)
                learnt += 1
        self.stdout.write(f"{learnt} headlines")
