"""A real service, a real browser, and pages of somebody else."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.browser import book
from tests.browser.newsroom import Newsroom
from tests.conftest import ROOT
from tests.shells.command import process

WEB = ROOT / "web"
PAGES = Path(__file__).with_name("pages")
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Serving:
    """A service that runs: its address, and the process."""

    url: str
    process: subprocess.Popen[bytes]


def start_service(
    folder: Path, *, origins: str = "", port: int = 0, more: str = "", rules: Mapping[str, str] = {}
) -> Serving:
    """Start a service with the stylebook of these tests, and ``more`` in its configuration; the
    caller ends it."""
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "copydesk.yaml"
    serve = f"serve:\n  origins: ['{origins}']\n" if origins else ""
    config.write_text(serve + more, "utf-8")
    started = process(
        "serve", "--port", str(port), "--workers", "1", "--quiet",
        "--config", str(config), "--stylebook", str(book.write(folder / "book", rules)),
        "--store", str(folder / "service.sqlite"), stdout=subprocess.DEVNULL,
    )  # fmt: skip
    assert started.stderr is not None
    said = ""
    for raw in started.stderr:
        said += raw.decode()
        if "serving at " in said:
            return Serving(said.partition("serving at ")[2].strip().rstrip("/"), started)
    started.communicate()
    pytest.fail(f"the service did not start: {said}")


def stop_service(serving: Serving) -> None:
    """End a service."""
    serving.process.terminate()
    serving.process.communicate(timeout=20)


@pytest.fixture(scope="session")
def newsroom() -> Iterator[Newsroom]:
    """The site of somebody else."""
    with Newsroom() as running:
        yield running


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, newsroom: Newsroom) -> Iterator[str]:
    """The address of a service that the pages of the newsroom may call."""
    pytest.importorskip("starlette", reason="the extra “serve” is not installed")
    serving = start_service(tmp_path_factory.mktemp("service"), origins=newsroom.url)
    yield serving.url
    stop_service(serving)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """A headless Chromium.

    It goes with the last test here: as long as it is there, its event loop runs in this thread,
    and neither Django nor another browser could be tested.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    if found is None:
        pytest.skip("no Chromium is here")
    with playwright.sync_playwright() as running:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = running.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Any) -> Iterator[Any]:
    """A page of the browser, with nothing kept from before; it must end without complaints."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    # A service that is down, or a key that is missing, is told by the browser itself.
    assert not [each for each in complaints if "Failed to load resource" not in each]


@pytest.fixture(scope="session")
def editors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Bundles of Quill, TipTap and Draft.js for the pages of the newsroom."""
    tool = WEB / "node_modules/.bin/esbuild"
    if not tool.exists() or shutil.which("node") is None:
        pytest.skip("the editors are not installed: npm ci --prefix web")
    out = tmp_path_factory.mktemp("editors")
    sources = sorted(PAGES.glob("*.js"))
    subprocess.run(
        [str(tool), *map(str, sources), "--bundle", "--format=iife", f"--outdir={out}",
         "--log-level=error", "--define:global=window",
         '--define:process.env.NODE_ENV="production"'],
        check=True, env={**os.environ, "NODE_PATH": str(WEB / "node_modules")},
    )  # fmt: skip
    return {path.name: path.read_bytes() for path in out.iterdir()}
