"""The benchmark of the service runs, and puts what it measured into a page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.service", *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_one_run_measures_all_that_the_page_tells_and_nothing_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n\n<!-- begin: python -m benchmarks.service -->\n<!-- end -->\n")
    done = _run(
        "--requests", "8", "--rounds", "1", "--saves", "60", "--swaps", "2", "--many", "100",
        "--languagetool", "none", "--markdown", str(page),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = page.read_text()
    rows = [line for line in told.splitlines() if line.startswith(("| copydesk", "| the bare"))]
    assert len([row for row in rows if "granian" not in row]) == 6
    assert all(row.endswith("| 0 |") for row in rows), rows
    assert "swapped 2 times: 0 failed, 0 saw parts of two books" in told
    memory = told.partition("| requests | memory, MB |")[2].partition("Workers are replaced")[0]
    assert len([line for line in memory.splitlines() if line.startswith("| ")]) == 12
    assert told.startswith("Before.")
    assert "while it was measured." in told


def test_a_page_does_not_take_a_part_of_the_table(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- begin: python -m benchmarks.service -->\nOld.\n<!-- end -->\n")
    done = _run("--part", "speed", "--markdown", str(page))
    assert done.returncode == 2
    assert "a page takes the whole table" in done.stderr
    assert "Old." in page.read_text()
