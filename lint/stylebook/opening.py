"""The first opening of a stylebook: its YAML is read, compiled and kept for the next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint.stylebook import cache
from lint.stylebook.book import RuleSetting, Stylebook, kept_book
from lint.stylebook.compiling import parts_of
from lint.stylebook.gathering import Gathering
from lint.stylebook.packing import pack, shape_of
from lint.uncollected import uncollected


def open_first(asked: Sequence[str], where: Sequence[str]) -> Stylebook:
    """Read the books asked for, which lie ``where``, and keep what was compiled of them.

    Raises:
        StylebookError: with every complaint about every file.
    """
    with uncollected():
        gathering = Gathering()
        for book in asked:
            gathering.put(book, beside=Path.cwd(), asked_at=None)
        made = gathering.close()
        settings = {rule: pack(setting, RuleSetting) for rule, setting in made.settings.items()}
        about = {
            "folders": [str(folder) for folder in gathering.folders],
            "digest": made.digest,
            "name": made.name,
            "settings": settings,
            "shape": shape_of(RuleSetting),
        }
        kept = cache.keep(where, about, lambda: parts_of(tuple(made.checks.values())))
    # What was compiled is put to work, so that nothing is made ready a second time.
    return kept_book(kept) or made
