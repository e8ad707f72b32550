"""The tools that copydesk is held against, in an environment of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.corpora import OUT

RIVALS = ("codespell", "typos")


def install() -> Path:
    """The folder of the rivals' commands, installed once with pip."""
    home = OUT / "rivals"
    commands = home / ("Scripts" if os.name == "nt" else "bin")
    if not all((commands / name).exists() for name in RIVALS):
        venv.create(home, with_pip=True)
        subprocess.run(
            [str(commands / "python"), "-m", "pip", "install", "-q", *RIVALS], check=True
        )
    return commands


def versions(commands: Path | None) -> dict[str, str]:
    """The version of Python, of copydesk, of its engines and of the rivals."""
    from importlib.metadata import PackageNotFoundError, version

    from lint.version import __version__

    found = {"Python": sys.version.split()[0], "copydesk": __version__}
    for package in ("ahocorasick-rs", "daachorse", "google-re2", "rapidfuzz", "marisa-trie"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    for name in RIVALS if commands is not None else ():
        asked = [str(commands / name), "--version"] if commands else []
        told = subprocess.run(asked, capture_output=True, text=True, check=True)
        found[name] = told.stdout.split()[-1]
    return found
