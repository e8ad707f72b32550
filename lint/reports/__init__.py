"""Findings to output: one file a form, one table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.reports.base import Report

# format → (module, class); modules are imported only when their format is asked for.
FORMATS: dict[str, tuple[str, str]] = {
    "text": ("lint.reports.text", "TextReport"),
    "json": ("lint.reports.json", "JsonReport"),
    "jsonl": ("lint.reports.json", "JsonLinesReport"),
    "github": ("lint.reports.github", "GithubReport"),
    "sarif": ("lint.reports.sarif", "SarifReport"),
    "junit": ("lint.reports.junit", "JunitReport"),
    "html": ("lint.reports.html", "HtmlReport"),
}


def report_class(name: str) -> type[Report]:
    """The report of a format.

    Raises:
        KeyError: there is no such format.
    """
    module, attribute = FORMATS[name]
    found: type[Report] = getattr(import_module(module), attribute)
    return found


__all__ = ["FORMATS", "report_class"]
