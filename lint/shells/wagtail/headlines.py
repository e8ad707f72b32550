"""Headlines of other pages, kept in the project's own database.

Only for checks in this process: the service keeps its own.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import transaction

from lint.finding import Excerpt, Site
from lint.shells.save.headlines import HeadlineArchive, Printed, numbered_forms
from lint.span import Position, Span

_MOST = 100  # headlines that are compared with one


class PageHeadlines(HeadlineArchive):
    """The headlines of pages; an id is ``page-`` and the page's number."""

    def __init__(self) -> None:
        pass  # there is no file to open

    def __len__(self) -> int:
        count: int = _headlines().count()
        return count

    def keep_all(self, headlines: Sequence[tuple[str, Printed | None]]) -> None:
        """Keep several in one go."""
        from lint.shells.wagtail.models import HeadlineForm

        with transaction.atomic():
            for id, printed in headlines:
                if printed is None:
                    _headlines().filter(article=id).delete()
                    continue
                kept, _ = _headlines().update_or_create(
                    article=id,
                    defaults={
                        "headline": printed.headline,
                        "words": printed.words,
                        "published": printed.published,
                        "body": printed.body,
                        "story": array("I", printed.story).tobytes(),
                    },
                )
                kept.forms.all().delete()
                HeadlineForm.objects.bulk_create(
                    HeadlineForm(form=form, headline=kept) for form in numbered_forms(printed.words)
                )

    def _known(self, id: str) -> Printed | None:
        kept = _headlines().filter(article=id).first()
        if kept is None:
            return None
        return Printed(kept.headline, kept.words, kept.body, _numbers(kept.story), kept.published)

    def _like(self, printed: Printed, id: str) -> Iterator[tuple[Site, dict[str, Any], str]]:
        like = (
            _headlines().filter(forms__form__in=numbered_forms(printed.words)).exclude(article=id)
        )
        for kept in like.distinct().order_by("-published", "article")[:_MOST]:
            end = len(kept.headline)
            site = Site(kept.article, Span(0, end), Position(1, 1), Position(1, end + 1),
                        kept.headline, Excerpt(kept.headline, 0, end), "")  # fmt: skip
            story = list(_numbers(kept.story))
            yield site, {"words": kept.words, "body": kept.body, "story": story}, kept.published

    def close(self) -> None:
        """Nothing is open."""


def _headlines() -> Any:
    from lint.shells.wagtail.models import Headline  # only once the apps are there

    return Headline.objects


def _numbers(story: bytes) -> tuple[int, ...]:
    numbers = array("I")
    numbers.frombytes(bytes(story))
    return tuple(numbers)
