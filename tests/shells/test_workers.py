"""Worker processes: one that is killed is told with its file, and the run goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lint.shells import workers
from lint.shells.workers import in_order
from tests.conftest import ROOT, WRONGG, WriteBook, terms_rule

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are Unix's")


def _work(item: str) -> str:
    if item == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return item.upper()


def _make() -> Callable[[str], str]:
    return _work


def test_results_come_in_the_order_of_the_items() -> None:
    items = [f"item {number}" for number in range(120)]
    results = in_order(_make, items, 3, partial(str.format, "{} kills"))
    assert list(results) == [item.upper() for item in items]


def test_an_item_that_kills_its_process_is_told_and_all_others_are_done() -> None:
    items = [*(f"a{n}" for n in range(40)), "deadly", *(f"b{n}" for n in range(40))]
    results = list(in_order(_make, items, 2, lambda item: f"killed at {item}"))
    assert results[40] == "killed at deadly"
    assert results[:40] + results[41:] == [i.upper() for i in items if i != "deadly"]


def test_while_one_item_is_waited_for_only_so_many_others_are_done() -> None:
    ahead = workers._AHEAD
    crew = workers._Crew(_make, [str(number) for number in range(2 * ahead)], 2)
    try:
        done: set[int] = set()
        while answers := dict(crew.answers(0)):
            done.update(answers)
        assert done == set(range(ahead))
        assert set(dict(crew.answers(1))) == {ahead}
    finally:
        crew.dismiss()


def test_ctrl_c_ends_the_run_and_leaves_no_process_behind(
    tmp_path: Path, write_book: WriteBook
) -> None:
    book = write_book(a=terms_rule(WRONGG))
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_text("A headline here\n\nIt is wrongg. " * 40, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "lint", "check", str(folder), "--jobs", "2",
         "--stylebook", str(book), "--format", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()  # it is at work
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode != 0
    assert b"Traceback" not in said
    for _ in range(100):  # the group is gone once its last process has been reaped
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("a worker is still there")
