"""The hooks work in a real repository, run by the real pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

GIT = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
       "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}  # fmt: skip


def command(*words: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **GIT, "PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        environment.pop(name, None)
    return subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean repository that holds the project as it stands in the working tree."""
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    root = tmp_path_factory.mktemp("hooks")
    for name in ("lint", "rules", "stylebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, root / name)
    home = root.parent / "pre-commit-home"
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "hooks")):
        assert command("git", *words, cwd=root, home=home).returncode == 0
    return root


@pytest.fixture
def newsroom(tmp_path: Path, hooks: Path) -> Path:
    root = tmp_path / "newsroom"
    root.mkdir()
    (root / "story.txt").write_text(
        "Diplomats sent home\n\nBritain asked for Andrei Lugovi to be handed over.\n", "utf-8"
    )
    home = hooks.parent / "pre-commit-home"
    command("git", "init", "-q", cwd=root, home=home)
    command("git", "add", "-A", cwd=root, home=home)
    return root


def try_hook(hook: str, newsroom: Path, hooks: Path) -> subprocess.CompletedProcess[str]:
    words = ("try-repo", str(hooks), hook, "--all-files", "--verbose")
    return command(
        sys.executable,
        "-m",
        "pre_commit",
        *words,
        cwd=newsroom,
        home=hooks.parent / "pre-commit-home",
    )


def test_the_check_hook_refuses_a_bad_article_and_passes_a_good_one(
    newsroom: Path, hooks: Path
) -> None:
    result = try_hook("copydesk-check", newsroom, hooks)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "Lugovi" in result.stdout
    story = newsroom / "story.txt"
    story.write_text(story.read_text("utf-8").replace("Lugovi", "Lugovoi"), "utf-8")
    result = try_hook("copydesk-check", newsroom, hooks)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_fix_hook_mends_the_article(newsroom: Path, hooks: Path) -> None:
    result = try_hook("copydesk-fix", newsroom, hooks)
    assert "files were modified by this hook" in result.stdout, result.stdout + result.stderr
    assert "Andrei Lugovoi" in (newsroom / "story.txt").read_text("utf-8")
    assert try_hook("copydesk-fix", newsroom, hooks).returncode == 0
