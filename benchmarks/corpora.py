"""Real news to measure on: unpacked once into an ignored folder, never part of the project.

Each archive of ``../shared/corpora`` holds one article a file: the headline, an empty
line, then paragraphs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OUT = ROOT / "benchmarks" / "out"
NAMES = ("bbc2004", "bbc_modern", "dawn_2025_26", "newsarticles2017", "reuters21578")


def need_shared() -> None:
    """Leave, saying why, where the real copy is not there."""
    if not (SHARED / "corpora").is_dir():
        print("skipped: the corpora (../shared/corpora) are not here")
        sys.exit(0)


def corpus(name: str) -> list[Path]:
    """The articles of a corpus, in order of file name."""
    folder = OUT / "corpora" / name
    if not folder.is_dir():
        folder.mkdir(parents=True)
        archive = SHARED / "corpora" / f"{name}.tar.xz"
        subprocess.run(["tar", "-xJf", str(archive), "-C", str(folder)], check=True)
    return sorted(folder.rglob("*.txt"))
