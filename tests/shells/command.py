"""Running the command line in tests, here and in processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from lint.shells.cli import main
from tests.conftest import ROOT

HEADED = "A headline stands here\n\n"
BAD = HEADED + "It is wrongg.\n"


def run(*words: str, input: bytes | None = None) -> Result:
    """Run a command in this process; it must end by itself, without a traceback."""
    result = CliRunner().invoke(main, words, input=input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.stderr
    return result


def process(*words: str, **options: Any) -> subprocess.Popen[bytes]:
    """Start a command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    command = [sys.executable, "-m", "lint", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen(command, env=environment, **pipes)


def finish(*words: str, **options: Any) -> tuple[int, bytes, bytes]:
    """The status, output and errors of a command that ran in a process of its own."""
    with process(*words, **options) as started:
        out, err = started.communicate()
    assert b"Traceback" not in (err or b"")
    return started.returncode, out or b"", err or b""


def write(name: str, text: str | bytes) -> Path:
    """Write a file, and the folders above it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path
