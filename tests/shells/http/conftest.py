"""Shared: a small stylebook, and a service that has it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.shells.http.running import Running
from tests.shells.save.book import BOOK, write_files

Start = Callable[..., Running]

_NEEDED = ("starlette", "msgspec", "uvicorn", "httptools", "prometheus_client")
_MISSING = [name for name in _NEEDED if find_spec(name) is None]
# Without the extra there is no service to test, and the tests look at its processes in /proc.
collect_ignore_glob = ["test_*"] if _MISSING or not sys.platform.startswith("linux") else []


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small stylebook; nobody writes to it."""
    return write_files(tmp_path_factory.mktemp("house"), BOOK)


@pytest.fixture(scope="module")
def service(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service at loopback, without keys, that remembers headlines."""
    folder = tmp_path_factory.mktemp("service")
    # However slow the machine is just now, nothing is stopped for it.
    (folder / "copydesk.yaml").write_text("serve: {time limit: 60, patience: 60}\n")
    running = Running(
        folder, "--stylebook", str(book), "--workers", "2", "--store", "store.sqlite",
        "--headlines", "headlines.sqlite",
    )  # fmt: skip
    yield running
    assert running.stop() == 0, running.written.read_text()
    assert "Traceback" not in running.written.read_text()


@pytest.fixture
def start(book: Path, tmp_path: Path) -> Iterator[Start]:
    """Start services with a configuration and a stylebook of their own."""
    started: list[Running] = []

    def begin(
        *words: str, configuration: str = "", workers: int = 1, rules: Mapping[str, str] = {}
    ) -> Running:
        folder = tmp_path / f"service{len(started)}"
        folder.mkdir()
        shutil.copytree(book, folder / "book")
        write_files(folder / "book", rules)
        (folder / "copydesk.yaml").write_text(
            "stylebook: book\nserve:\n  store: store.sqlite\n" + configuration
        )
        running = Running(folder, "--workers", str(workers), *words)
        started.append(running)
        return running

    yield begin
    for running in started:
        assert running.stop() == 0, running.written.read_text()
        assert "Traceback" not in running.written.read_text()
