"""A LanguageTool that cannot be started with the service is started later, where workers look."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from math import inf
from pathlib import Path

import pytest

from lint.advice import Advice
from lint.grammar.asking import NoAnswer, Wanted
from lint.grammar.languagetool import LanguageToolEngine

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the service needs to fork")
SLIP = "Their youngest son may underwent surgery."


@pytest.fixture
def engine(
    tmp_path: Path, wanted: Wanted, languagetool_folder: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[LanguageToolEngine]:
    """An engine whose LanguageTool is not there yet; it may be started again at once."""
    monkeypatch.setenv("HOME", str(tmp_path))  # where one may lie that is not meant
    monkeypatch.delenv("LTP_PATH", raising=False)
    made = LanguageToolEngine(wanted, folder=str(tmp_path), limit=60, between=0)
    yield made
    made.close()


def in_a_worker(engine: LanguageToolEngine) -> str:
    """What a process that is forked from this one hears of a slip: rules, or why there are none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            said = _asked(engine)
        except BaseException as error:
            said = f"failed: {error!r}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as told:
        said = told.read()
    os.waitpid(child, 0)
    return said


def _asked(engine: LanguageToolEngine) -> str:
    try:
        (advice,) = engine.ask([SLIP], 60)
    except NoAnswer as error:
        return f"no answer: {error}"
    return " ".join(one.rule for one in advice if isinstance(one, Advice))


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
def test_it_is_started_later_and_workers_that_were_there_before_find_it(
    engine: LanguageToolEngine, tmp_path: Path, languagetool_folder: str
) -> None:
    with pytest.raises(NoAnswer):
        engine.start()
    assert in_a_worker(engine).startswith("no answer")
    engine.keep_alive()  # still nothing to start
    assert in_a_worker(engine).startswith("no answer")
    link = tmp_path / "LanguageTool-6.8"
    link.symlink_to(Path(languagetool_folder) / "LanguageTool-6.8", target_is_directory=True)
    reading, writing = os.pipe()
    worker = os.fork()  # before it is started
    if not worker:
        os.read(reading, 1)
        os._exit(0 if _asked(engine) == "MD_BASEFORM" else 1)
    engine.keep_alive()
    os.write(writing, b".")
    _, status = os.waitpid(worker, 0)
    os.close(reading)
    os.close(writing)
    assert status == 0
    assert in_a_worker(engine) == "MD_BASEFORM"


def test_it_is_not_tried_again_before_its_pause_is_over(
    tmp_path: Path, wanted: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def nothing(folder: str, **_: bool) -> str:
        tried.append(folder)
        return "there is nothing"

    monkeypatch.setattr("lint.grammar.languagetool.why_no_languagetool", nothing)
    for between, times in ((inf, 1), (0, 3)):
        tried.clear()
        engine = LanguageToolEngine(wanted, folder=str(tmp_path), between=between)
        with pytest.raises(NoAnswer, match="there is nothing"):
            engine.start()
        engine.keep_alive()
        engine.keep_alive()
        engine.close()
        engine.keep_alive()
        assert len(tried) == times
