"""Where the configuration of a folder lies."""

from __future__ import annotations

import os

NAMES = ("copydesk.yaml", "copydesk.yml")


def nearest_configuration(start: str) -> str | None:
    """The configuration file of a folder or the nearest one above it."""
    folder, inner = start, None
    while folder != inner:
        for name in NAMES:
            file = os.path.join(folder, name)
            # A link that leads nowhere is told when it is read, and not passed over.
            if os.path.isfile(file) or os.path.islink(file):
                return file
        project = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(project) and _has_table(project):
            return project
        folder, inner = os.path.dirname(folder), folder
    return None


def _has_table(project: str) -> bool:
    try:
        with open(project, "rb") as file:
            return b"[tool.copydesk" in file.read()
    except OSError:
        return False
