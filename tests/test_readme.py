"""What the README shows is what one gets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lint.shells.configuration import load_configuration
from tests.conftest import ROOT
from tests.shells.command import run, write

README = (ROOT / "README.md").read_text("utf-8")


def shown(language: str, start: str) -> str:
    """The example in a language that begins so."""
    blocks = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    (found,) = [block for block in blocks if block.startswith(start)]
    return str(found)


def lines_of(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_demo_tells_what_is_shown_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = lines_of(run("check", "seeds", "--exit-zero").stdout)
    file, finding = lines_of(shown("text", "seeds/")).split("\n", 1)
    assert file in told
    assert finding in told


def test_a_finding_says_how_sure_it_is_as_shown() -> None:
    example = lines_of(shown("text", "  3:31"))
    sentence = next(line for line in example.splitlines() if line.startswith("Members"))
    write("a.txt", f"The scheme explained\n\n{sentence}\n")
    assert example in lines_of(run("check", "a.txt").stdout)


def test_the_rule_of_a_stylebook_of_ones_own_holds() -> None:
    assert run("init").exit_code == 0
    write("stylebook/names/house.yaml", shown("yaml", "# stylebook/names/house.yaml"))
    done = run("rules", "test", "names/house")
    assert (done.exit_code, "0 do not hold" in done.stdout) == (0, True), done.output


def test_the_configuration_can_be_read() -> None:
    file = write("copydesk.yaml", shown("yaml", "# copydesk.yaml"))
    configuration = load_configuration(file)
    assert configuration.words == ("doomscrolling", "farmgate")
    assert len(configuration.overrides) == 1


def test_the_example_in_python_prints_the_mended_copy() -> None:
    code = shown("python", "import lint")
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    first, last = done.stdout.splitlines()
    assert first.startswith("1 Polonium 210 ")
    assert last == "He was poisoned with polonium-210 in London."
