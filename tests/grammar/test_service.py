"""The service with the true LanguageTool: asked, ended, started again, and never left behind."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.grammar.test_orphans import own_folder, servers, soon
from tests.shells.http.running import Running, children

__all__ = ["own_folder"]
_ = [pytest.importorskip(name) for name in ("starlette", "msgspec", "uvicorn", "httptools")]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks at processes in /proc"
)
Serve = Callable[[], Running]
CONFIGURATION = """\
grammar:
  engine: languagetool
  folder: {folder}
  time limit: 60
serve:
  time limit: 120
  patience: 120
"""


@pytest.fixture
def serve(own_folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start services with two workers and the rule of grammar; the test may end them itself."""
    monkeypatch.setattr("tests.shells.http.running._PATIENCE", 300.0)  # Java starts slowly
    book = tmp_path / "book" / "grammar"
    book.mkdir(parents=True)
    shutil.copy(ROOT / "rules" / "grammar" / "languagetool.yaml", book)
    started: list[Running] = []

    def begin() -> Running:
        folder = tmp_path / f"service{len(started)}"
        folder.mkdir()
        (folder / "copydesk.yaml").write_text(CONFIGURATION.format(folder=own_folder))
        running = Running(
            folder, "--stylebook", str(book.parent), "--workers", "2", "--store", "store.sqlite",
            environment={"COPYDESK_CACHE": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        started.append(running)
        return running

    yield begin
    for running in started:
        running.stop()


def told(service: Running, number: int) -> list[str]:
    """The rules of LanguageTool that speak about a paragraph with a slip and a number."""
    text = f"Their youngest son may underwent surgery, it was said {number} times."
    said = service.check(headline="Council agrees to its budget", body=text)
    return [each["entry"] for each in said["findings"] if each["rule"] == "grammar/languagetool"]


def test_a_languagetool_that_dies_under_the_service_is_started_again(
    serve: Serve, own_folder: str
) -> None:
    service = serve()
    assert [told(service, number) for number in (0, 0, -1)] == [["MD_BASEFORM"]] * 3
    (first,) = servers(own_folder)  # one for all workers
    os.kill(first, signal.SIGKILL)
    said = service.check(body="Their son may underwent surgery when it had died, it was said.")
    assert said["findings"] == []
    assert "grammar" in " ".join(said["notices"])
    assert told(service, 0) == ["MD_BASEFORM"]  # what was said before is kept
    assert soon(lambda: servers(own_folder) not in ([], [first]), 120)
    number = iter(range(1, 1000))
    assert soon(lambda: told(service, next(number)) == ["MD_BASEFORM"], 120)
    assert len(servers(own_folder)) == 1


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_a_service_that_is_ended_leaves_no_java_behind(
    serve: Serve, own_folder: str, ending: signal.Signals
) -> None:
    service = serve()
    assert soon(lambda: servers(own_folder))
    service.signal(ending)
    service.process.wait(60)
    assert soon(lambda: not servers(own_folder), 30)


def test_a_fork_server_that_is_killed_leaves_no_java_behind_with_the_service(
    serve: Serve, own_folder: str
) -> None:
    service = serve()
    assert told(service, 0) == ["MD_BASEFORM"]
    (fork_server,) = children(service.process.pid)
    os.kill(fork_server, signal.SIGKILL)
    assert service.stop() == 0
    assert soon(lambda: not servers(own_folder), 30)
