"""The examples of docs/cms.md, run as they stand against a service."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.shells.http.running import Running

for needed in ("starlette", "msgspec", "uvicorn", "httptools", "prometheus_client"):
    pytest.importorskip(needed, reason="the extra “serve” is not installed")

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("service"), "--workers", "1")
    yield running
    running.stop()


def _example(heading: str, language: str, service: Running) -> str:
    page = (ROOT / "docs" / "cms.md").read_text("utf-8")
    part = page.split(f"### {heading}\n", 1)[1]
    code = re.search(rf"```{language}\n(.*?)```", part, re.DOTALL)
    assert code
    text = code[1].replace("127.0.0.1:8090", f"127.0.0.1:{service.port}")
    for limit, patient in (
        ("--max-time 2", "--max-time 60"), ("timeout=2)", "timeout=60)"), ("(2000)", "(60000)")
    ):  # fmt: skip
        text = text.replace(limit, patient)  # a machine under test may be slow
    return text


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_example_for_curl_refuses_and_offers_the_mend(service):
    answer = json.loads(_run("sh", "-c", _example("curl", "sh", service)))
    assert answer["decision"] == "block"
    (finding,) = answer["findings"]
    assert finding["field"] == "body"
    assert finding["fixes"][0]["edits"][0]["text"] == "Lugovoi"


def test_the_example_for_python_tells_the_editor(service):
    said = _run(sys.executable, "-c", _example("Python", "python", service))
    assert said.startswith("['body: Write “Lugovoi”, not “Lugovi”.")


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
def test_the_example_for_javascript_mends_in_its_own_units(service, tmp_path):
    (tmp_path / "example.mjs").write_text(_example("JavaScript", "js", service), "utf-8")
    said = _run("node", "example.mjs", folder=tmp_path)
    assert said == "block <p>😀 Britain asked for <b>Andrei</b> Lugovoi.</p>\n"
