"""Shared: an empty folder to work in, with a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def desk_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and a cache that no other test has filled."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPYDESK_CACHE", str(tmp_path / "cache"))
    return folder
