"""copydesk: check and mend news copy against a house stylebook.

>>> import lint
>>> book = lint.load_stylebook()
>>> article = lint.read_article("He was poisoned with Polonium 210 in London.")
>>> [finding.text for finding in lint.check(article, book)]
['Polonium 210']
>>> lint.fix(article, book).source
'He was poisoned with polonium-210 in London.'
"""

from __future__ import annotations

from lint.version import __version__

# As of typing, which takes longer to import than anything else here; type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lint.article import Article, Block, Encoding, Metadata, StetMark
    from lint.facade import check, check_all, fix
    from lint.finding import Edit, Excerpt, Finding, Fix, Related
    from lint.fixing import Mended
    from lint.readers import Unreadable, read_article
    from lint.rule import Example, Rule
    from lint.span import Position, Span
    from lint.stylebook.book import Stylebook, load_stylebook
    from lint.stylebook.complaints import Complaint, StylebookError

# name → module: imported when it is first asked for, so that `import lint` costs nothing.
_FACE: dict[str, str] = {
    "Article": "lint.article",
    "Block": "lint.article",
    "Complaint": "lint.stylebook.complaints",
    "Edit": "lint.finding",
    "Encoding": "lint.article",
    "Example": "lint.rule",
    "Excerpt": "lint.finding",
    "Finding": "lint.finding",
    "Fix": "lint.finding",
    "Mended": "lint.fixing",
    "Metadata": "lint.article",
    "Position": "lint.span",
    "Related": "lint.finding",
    "Rule": "lint.rule",
    "Span": "lint.span",
    "StetMark": "lint.article",
    "Stylebook": "lint.stylebook.book",
    "StylebookError": "lint.stylebook.complaints",
    "Unreadable": "lint.readers",
    "check": "lint.facade",
    "check_all": "lint.facade",
    "fix": "lint.facade",
    "load_stylebook": "lint.stylebook.book",
    "read_article": "lint.readers",
}


def __getattr__(name: str) -> Any:
    if name not in _FACE:
        raise AttributeError(f"module 'lint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_FACE[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_FACE])


__all__ = [
    "Article",
    "Block",
    "Complaint",
    "Edit",
    "Encoding",
    "Example",
    "Excerpt",
    "Finding",
    "Fix",
    "Mended",
    "Metadata",
    "Position",
    "Related",
    "Rule",
    "Span",
    "StetMark",
    "Stylebook",
    "StylebookError",
    "Unreadable",
    "__version__",
    "check",
    "check_all",
    "fix",
    "load_stylebook",
    "read_article",
]
