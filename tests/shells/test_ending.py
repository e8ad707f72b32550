"""A run ends at once where nothing waits for its end, with its status and all that it wrote."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.shells.command import BAD, write

pytestmark = pytest.mark.usefixtures("desk_folder")

# Says whether Python went on after the program.
_PROGRAM = """
import sys
from lint.__main__ import program
{before}
try:
    program()
finally:
    print("went on", file=sys.stderr)
"""


def ended(before: str = "", *flags: str) -> tuple[int, str, bool]:
    """The status of a run over slips, what it told, and whether Python went on after it."""
    write("a.txt", BAD)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *flags, "-c", _PROGRAM.format(before=before), "check", "a.txt"]
    ran = subprocess.run(command, check=False, capture_output=True, env=environment, text=True)
    return ran.returncode, ran.stdout, "went on" in ran.stderr


def test_a_run_ends_at_once_and_all_is_told() -> None:
    status, told, went_on = ended()
    assert status == 1
    assert "finding" in told.splitlines()[-1]
    assert not went_on


@pytest.mark.parametrize(
    "before",
    [
        "import atexit; atexit.register(print, 'called at the end')",
        "import threading",
        "import multiprocessing",
        "sys.setprofile(lambda *_: None)",
        "sys.settrace(lambda *_: None)",
    ],
)
def test_what_waits_for_the_end_is_waited_for(before: str) -> None:
    status, told, _ = ended()
    its_status, its_report, went_on = ended(before)
    assert went_on
    assert its_status == status
    last = "called at the end\n" if "atexit" in before else ""
    assert its_report == told + last
