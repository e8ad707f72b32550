"""The benchmark of the service runs, and puts what it measured into a page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_the_benchmark_runs_and_nothing_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before.\n\n<!-- begin: python -m benchmarks.service -->\n<!-- end -->\n")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.service", "--part", "speed", "--requests", "8",
         "--rounds", "1", "--markdown", str(page)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = page.read_text()
    rows = [line for line in told.splitlines() if line.startswith(("| copydesk", "| the bare"))]
    assert len(rows) == 6
    assert all(row.endswith("| 0 |") for row in rows), rows
    assert told.startswith("Before.")
