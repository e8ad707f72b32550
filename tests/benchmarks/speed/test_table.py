"""The command that times everything: it runs, it tells what failed, its table says enough."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed.clock import Failed, Run, Work, run, run_in_turn
from benchmarks.speed.page import NoMarks, figures, put
from benchmarks.speed.rows import Figure, Row
from benchmarks.speed.table import bare, lines, told
from benchmarks.speed.timers import Timers
from tests.conftest import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="processes are timed by wait4")


def python(name: str, code: str, folder: Path, **more: bool) -> Work:
    return Work(name, (sys.executable, "-I", "-c", code), folder, **more)  # type: ignore[arg-type]


def ratio(target: float) -> Row:
    return Row(
        "row",
        "ours against theirs",
        (
            Figure(
                "cpu", "×", ("ours", "theirs"), lambda r: r["ours"].cpu / r["theirs"].cpu, target
            ),
        ),
    )


ROUNDS = [
    {"ours": Run(cpu, 1.0, 5_000_000), "theirs": Run(2.0, 1.0, 5_000_000)}
    for cpu in (1.0, 4.0, 1.2)
]


def test_a_figure_is_the_median_of_the_rounds_and_shows_its_spread() -> None:
    (line,) = lines(told([ratio(0.7)], ROUNDS))
    assert "0.6 ×" in line
    assert "(0.5 to 2, 3)" in line
    assert "SHORT" not in line


def test_a_figure_that_falls_short_is_marked() -> None:
    assert "SHORT" in lines(told([ratio(0.5)], ROUNDS))[0]
    assert "SHORT" not in lines(told([ratio(0.5)], ROUNDS), judged=False)[0]


def test_what_was_not_run_is_not_measured() -> None:
    (figure,) = told([ratio(0.7)], [{"ours": ROUNDS[0]["ours"]}])
    assert figure.values == ()
    assert "not measured" in lines([figure])[0]


def test_every_command_is_listed_with_what_it_took() -> None:
    assert [line.split()[0] for line in bare(ROUNDS)[1:]] == ["ours", "theirs"]


def test_the_table_goes_between_the_marks_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- begin: us -->\nold\n<!-- end -->\nAfter\n", "utf-8")
    facts = {"when": "2026-11-22", "processor": "p", "cores": 2, "system": "s", "versions": {}}
    put(page, "us", figures(told([ratio(0.5)], ROUNDS), facts))
    text = page.read_text("utf-8")
    assert text.startswith("Before\n")
    assert text.endswith("\nAfter\n")
    assert "| ours against theirs | cpu | 0.6 × (short) | ≤ 0.5 | 0.5 to 2 | 3 |" in text
    assert "old" not in text
    with pytest.raises(NoMarks):
        put(page, "them", "anything")


@posix
def test_a_command_is_timed_and_may_speak(tmp_path: Path) -> None:
    done = run(python("one", "print('{\"load\": 3}')", tmp_path, speaks=True), {})
    assert done.said == {"load": 3}
    assert done.peak > 1_000_000
    assert done.cpu > 0


@posix
def test_a_command_that_fails_is_told_and_left_out(tmp_path: Path) -> None:
    works = [python("bad", "raise SystemExit(3)", tmp_path), python("good", "pass", tmp_path)]
    with pytest.raises(Failed, match="status 3"):
        run(works[0], {})
    rounds, failed = run_in_turn(works, 2, {}, lambda _: None)
    assert [set(runs) for runs in rounds] == [{"good"}, {"good"}]
    assert "status 3" in failed["bad"]


@posix
def test_what_is_slow_is_run_as_often_as_it_says(tmp_path: Path) -> None:
    works = [
        Work("slow", (sys.executable, "-I", "-c", "pass"), tmp_path, most=1),
        python("quick", "pass", tmp_path),
    ]
    rounds, _ = run_in_turn(works, 3, {}, lambda _: None)
    assert [set(runs) for runs in rounds] == [{"slow", "quick"}, {"quick"}, {"quick"}]


def test_a_stage_inside_another_is_counted_once() -> None:
    timers = Timers()
    inner = timers.timed(lambda: iter([1, 2]), "inner", "rule")
    with timers.stage("outer"):
        assert inner() == [1, 2]
    assert timers.calls == {"inner": 1, "outer": 1}
    assert timers.owners["inner", "rule"] == timers.seconds["inner"]


@posix
def test_the_quick_form_runs_everything_asked_for(tmp_path: Path) -> None:
    asked = ["--quick", "--only", "one", "--only", "load"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", *asked, "--out", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    data = json.loads((tmp_path / "speed-quick.json").read_text("utf-8"))
    measured = {figure["row"] for figure in data["figures"] if figure["values"]}
    assert measured == {"one", "load"}
    assert data["failed"] == {}


def test_the_stages_are_listed(tmp_path: Path) -> None:
    asked = ["--quick", "--articles", "6", "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.stages", *asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "article and its blocks" in done.stdout
    assert "without timing" in done.stdout
