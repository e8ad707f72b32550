"""Options of the commands that learn from an archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

_COLUMNS = {
    "headline": "of the headline",
    "text": "of the text",
    "date": "of the date of publication",
    "id": "of what names an article",
}


def with_columns(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options that name columns of an archive, as :class:`lint.readers.records.Columns` has
    them; all of them unless some are named."""

    def decorated(function: Callable[..., Any]) -> Callable[..., Any]:
        for name in reversed(names or tuple(_COLUMNS)):
            function = click.option(
                f"--{name}", default="", metavar="COLUMN", help=f"Column {_COLUMNS[name]}."
            )(function)
        return function

    return decorated
