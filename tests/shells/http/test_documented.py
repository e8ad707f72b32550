"""The examples of the documentation do what they say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from lint.shells.http.answers import CheckAnswer
from lint.shells.save.settings import Serve
from lint.stylebook.schema import key_of
from tests.conftest import ROOT
from tests.shells.http.running import Running

PAGE = (ROOT / "docs" / "service.md").read_text()


def example(heading: str) -> str:
    """The first block of code below a heading."""
    found = re.search(rf"^#+ {heading}$.*?^```\w+\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None, heading
    return found[1]


def run(service: Running, program: str, *words: str, text: str = "") -> str:
    """What a program of the documentation writes, sent to a service that runs."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not here")
    here = text.replace("127.0.0.1:8090", f"127.0.0.1:{service.port}")
    ran = subprocess.run([program, *words], input=here.encode(), capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.decode()


def test_with_curl(service: Running) -> None:
    told = json.loads(run(service, "sh", text=example("With curl")))
    assert told["decision"] == "block"
    assert told["findings"][0]["text"] == "Lugovi"


def test_with_python(service: Running) -> None:
    lines = run(service, sys.executable, "-", text=example("With Python")).splitlines()
    assert lines == ["block", "body Write “Lugovoi”, not “Lugovi”."]


def test_with_javascript(service: Running) -> None:
    lines = run(
        service, "node", "--input-type=module", "-", text=example("With JavaScript")
    ).splitlines()
    assert lines == ["block", "body Lugovi Write “Lugovoi”, not “Lugovi”."]


def test_the_request_and_the_answer_are_as_they_are_shown(service: Running) -> None:
    sent, shown = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)[:2]
    got = service.post("/v1/check", json.loads(sent)).json
    assert shape(json.loads(shown)) == shape(got)
    finding, own = got["findings"][0], json.loads(shown)["findings"][0]
    for key in ("field", "path", "text", "span", "utf16", "start", "end", "excerpt", "fixes"):
        assert finding[key] == own[key]
    service.send("DELETE", "/v1/headlines?id=4711")


def shape(value: Any) -> Any:
    """The keys of an answer, without its values."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items() if key != "by_rule"}
    return [shape(item) for item in value] if isinstance(value, list) else None


def test_every_key_of_the_configuration_is_described() -> None:
    table = PAGE[PAGE.index("## Run it") :]
    for field in fields(Serve):
        assert f"`{key_of(field)}`" in table, field.name


def test_every_route_is_described(service: Running) -> None:
    for path in service.get("/openapi.json").json["paths"]:
        assert path.replace("{id}", "") in PAGE, path


def test_every_key_of_an_answer_is_described() -> None:
    for name in CheckAnswer.__struct_fields__:
        assert f'"{name}"' in PAGE


def test_the_page_of_the_wire_format_is_there() -> None:
    assert Path(ROOT, "docs", "wire.md").exists()
