"""However a run ends, no Java is left behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from lint.grammar.asking import NoAnswer, Wanted
from lint.grammar.languagetool import LanguageToolEngine
from tests.shells.command import finish, process

COPY = "Council agrees its budget\n\nIt was found in a several places, number {}.\n"
psutil = pytest.importorskip("psutil", reason="language-tool-python is not installed")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(COPY.format(number), "utf-8")
    return folder


def servers(folder: str) -> list[int]:
    """The LanguageTool servers that were started from a folder."""
    found = []
    for seen in psutil.process_iter(["cmdline"]):
        line = " ".join(seen.info["cmdline"] or ())
        if "org.languagetool.server.HTTPServer" in line and folder in line:
            found.append(seen.pid)
    return found


def soon(is_true: object, seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_true():  # type: ignore[operator]
            return True
        time.sleep(0.1)
    return False


def heeds_interrupts() -> None:
    """Undo what a shell does to what it starts in the background: Ctrl-C is not for it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def own_folder(languagetool_folder: str, tmp_path: Path) -> str:
    """A folder that no other test starts servers from."""
    folder = tmp_path / "own"
    folder.mkdir()
    link = folder / "LanguageTool-6.8"
    link.symlink_to(Path(languagetool_folder) / "LanguageTool-6.8", target_is_directory=True)
    return str(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_no_java_behind(
    ending: signal.Signals, own_folder: str, articles: Path, tmp_path: Path
) -> None:
    environment = {"LTP_PATH": own_folder, "COPYDESK_CACHE": str(tmp_path / "cache")}
    with process(
        "check", "--grammar", str(articles), env=environment, start_new_session=True,
        preexec_fn=heeds_interrupts,
    ) as run:  # fmt: skip
        assert soon(lambda: servers(own_folder)), run.stderr
        if ending == signal.SIGINT:  # as a terminal does: the whole group hears of it
            os.killpg(run.pid, ending)
        else:
            run.send_signal(ending)
        _, errors = run.communicate(timeout=60)
    assert b"Traceback" not in errors
    assert soon(lambda: not servers(own_folder), 15)
    if ending == signal.SIGINT:
        assert run.returncode == 130


def test_a_server_that_is_not_ready_in_time_is_not_left_behind(
    own_folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lint.grammar.wrapper._READY", 0.2)
    engine = LanguageToolEngine(Wanted(), folder=own_folder)
    with pytest.raises(NoAnswer, match="not ready within"):
        engine.start()
    assert soon(lambda: not servers(own_folder), 15)
    engine.close()


def test_a_run_that_ends_by_itself_leaves_no_java_behind(
    own_folder: str, articles: Path, tmp_path: Path
) -> None:
    environment = {"LTP_PATH": own_folder, "COPYDESK_CACHE": str(tmp_path / "cache")}
    few = [str(path) for path in sorted(articles.iterdir())[:3]]
    status, out, _ = finish("check", "--grammar", *few, env=environment)
    assert status == 1
    assert servers(own_folder) == []
    again, told, _ = finish("check", "--grammar", *few, env=environment | {"PATH": os.defpath})
    assert (again, told) == (status, out)
