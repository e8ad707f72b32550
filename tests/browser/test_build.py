"""What is served was built from the sources in web/."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import WEB
from tests.conftest import ROOT

STATIC = ROOT / "lint/shells/http/static"


def test_a_build_gives_the_same_bytes_again(tmp_path: Path) -> None:
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not (WEB / "node_modules").is_dir():
        pytest.skip("the packages are not installed: npm ci --prefix web")
    subprocess.run(["node", str(WEB / "build.mjs"), str(tmp_path)], check=True)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {path.name: path.read_bytes() for path in STATIC.iterdir()}


def test_the_types_of_the_sources_hold() -> None:
    compiler = WEB / "node_modules/.bin/tsc"
    if shutil.which("node") is None or not compiler.exists():
        pytest.skip("the packages are not installed: npm ci --prefix web")
    subprocess.run([str(compiler), "--project", str(WEB)], check=True)


def test_the_widget_is_under_15_kb() -> None:
    assert len((STATIC / "copydesk.js").read_bytes()) < 15_000


def test_nothing_is_evaluated_and_no_other_address_is_named() -> None:
    for name in ("copydesk.js", "page.js"):
        source = (STATIC / name).read_text("utf-8")
        assert not re.search(r"\beval\(|new Function\(", source)
        addresses = set(re.findall(r"https?://[\w.-]+", source))
        assert addresses <= {"http://www.w3.org"}  # the name of SVG


def test_every_package_that_is_shipped_has_its_licence_beside_it() -> None:
    licences = (STATIC / "licences.txt").read_text("utf-8")
    for package in ("@codemirror/view", "@codemirror/lint", "@lezer/common", "style-mod"):
        assert re.search(rf"^{package} [\d.]+ \(MIT\)$", licences, re.MULTILINE)
