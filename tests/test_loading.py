"""Modules of the program are found at once, and are what Python itself would have found."""

from __future__ import annotations

import importlib
import json
import os
import py_compile
import subprocess
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder, SourceFileLoader
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

import pytest

from lint.loading import Finder
from tests.conftest import ROOT

HEAD = 16  # bytes before the code


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package ``paper`` with a compiled module ``story``, found by a finder."""
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "__init__.py").touch()
    story(folder, "words = 530\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", [Finder("paper", MAGIC_NUMBER), *sys.meta_path])
    yield folder
    for name in [name for name in sys.modules if name.partition(".")[0] == "paper"]:
        del sys.modules[name]


def story(folder: Path, text: str, *, by_content: bool = False) -> Path:
    """Write the module and compile it; gives the bytecode."""
    (folder / "story.py").write_text(text, "utf-8")
    mode = py_compile.PycInvalidationMode
    sort = mode.CHECKED_HASH if by_content else mode.TIMESTAMP
    return Path(py_compile.compile(str(folder / "story.py"), doraise=True, invalidation_mode=sort))


def found(folder: Path) -> Any:
    """What the finder says of the module."""
    return Finder("paper", MAGIC_NUMBER).find_spec("paper.story", [str(folder)])


def test_a_module_is_found_as_python_finds_it(paper: Path) -> None:
    own, usual = found(paper), PathFinder.find_spec("paper.story", [str(paper)])
    assert usual is not None
    for said in ("name", "origin", "cached", "has_location", "submodule_search_locations"):
        assert getattr(own, said) == getattr(usual, said)
    module = importlib.import_module("paper.story")
    assert (module.words, module.__file__) == (530, str(paper / "story.py"))
    assert isinstance(module.__loader__, SourceFileLoader)
    assert module.__loader__.get_source("paper.story") == "words = 530\n"


def test_a_source_that_was_changed_is_read(paper: Path) -> None:
    (paper / "story.py").write_text("words = 5300\n", "utf-8")
    assert found(paper) is None
    assert importlib.import_module("paper.story").words == 5300


def test_a_source_of_the_same_size_and_another_time_is_read(paper: Path) -> None:
    (paper / "story.py").write_text("words = 531\n", "utf-8")
    os.utime(paper / "story.py", (1, 1))
    assert found(paper) is None
    assert importlib.import_module("paper.story").words == 531


def test_a_module_can_be_loaded_again(paper: Path) -> None:
    module = importlib.import_module("paper.story")
    story(paper, "words = 7\n")
    assert importlib.reload(module).words == 7


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: b"",
        lambda raw: raw[:HEAD],
        lambda raw: raw[:-5],
        lambda raw: b"\0\0\r\n" + raw[4:],
        lambda raw: raw[:HEAD] + b"N",  # what is kept is no code
    ],
)
def test_bytecode_that_does_not_hold_is_left_to_python(paper: Path, damage: Any) -> None:
    kept = story(paper, "words = 530\n")
    kept.write_bytes(damage(kept.read_bytes()))
    assert found(paper) is None


def test_what_is_otherwise_than_usual_is_left_to_python(paper: Path) -> None:
    finder = Finder("paper", MAGIC_NUMBER)
    kept = story(paper, "words = 530\n", by_content=True)
    assert found(paper) is None, "bytecode by content"
    kept.unlink()
    assert found(paper) is None, "no bytecode"
    story(paper, "words = 530\n")
    assert finder.find_spec("paper", None) is None
    assert finder.find_spec("papers.story", [str(paper)]) is None
    (paper / "story.py").unlink()
    assert found(paper) is None, "no source"
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("paper.story")


_LOADERS = """
import json, sys
from lint.__main__ import run
try:
    run()
except SystemExit:
    pass
specs = [m.__spec__ for name, m in sys.modules.items() if name.startswith("lint.")]
print(json.dumps([[s.name, type(s.loader).__module__] for s in specs]), file=sys.stderr)
"""


@pytest.mark.parametrize(("flags", "ours"), [((), True), (("-O",), False)])
def test_a_run_finds_its_modules_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...], ours: bool
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COPYDESK_CACHE": str(tmp_path)}
    (tmp_path / "a.txt").write_text("Nothing is wrong with this copy.\n", "utf-8")
    (tmp_path / "copydesk.yaml").write_text("stylebook: [house]\n", "utf-8")
    (tmp_path / "house").mkdir()
    command = [sys.executable, *flags, "-c", _LOADERS, "check", "a.txt"]
    for _ in range(2):  # the first writes the bytecode, where it is not there
        ran = subprocess.run(
            command, capture_output=True, env=environment, cwd=tmp_path, check=True
        )
    loaders = dict(json.loads(ran.stderr.splitlines()[-1]))
    assert (loaders["lint.shells.cli.checking"] == "lint.loading") is ours
    assert loaders["lint.shells"] != "lint.loading", "a package"
