"""The command line. ``main`` is all of it; it is imported when it is asked for.

What is here and below without click is for :mod:`lint.shells.cli.plainly` too, the short way
into ``copydesk check PATH…``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lint.shells.cli.group import main as main
else:

    def __getattr__(name: str) -> Any:
        """``main``: click takes longer to import than an article to check."""
        if name != "main":
            raise AttributeError(f"{__name__} has no {name}")
        from lint.shells.cli.group import main

        return main
