"""Laying LanguageTool out: from a mirror or a folder, every file checked, all or nothing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from lint.grammar import locating
from lint.grammar.installing import CannotInstall, Jar, install, jars
from lint.grammar.locating import find_languagetool

BYTES = {
    "org/languagetool/languagetool-server/6.8/languagetool-server-6.8.jar": b"the server",
    "com/example/some-words/1.2/some-words-1.2.jar": b"some words",
}
JARS = [
    Jar(hashlib.sha256(raw).hexdigest(), len(raw), path) for path, raw in BYTES.items()
]  # fmt: skip
LAID_OUT = {"languagetool-server.jar", "libs/some-words.jar"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small Maven repository."""
    root = tmp_path / "repository"
    for path, raw in BYTES.items():
        (root / path).parent.mkdir(parents=True)
        (root / path).write_bytes(raw)
    return root


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def mirror(repository: Path) -> Iterator[str]:
    """The address of a mirror of it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(repository)))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_that_the_server_needs_is_listed_once() -> None:
    listed = jars()
    assert len({jar.place for jar in listed}) == len(listed)
    assert sum(jar.size for jar in listed) > 90_000_000
    assert {f"language-{code}.jar" for code in ("en", "es", "ca", "pt")} <= {j.name for j in listed}


@pytest.mark.parametrize("way", ["mirror", "repository", "flat", "laid out"])
def test_it_is_laid_out_from_wherever_the_files_are(
    way: str, mirror: str, repository: Path, tmp_path: Path
) -> None:
    flat = tmp_path / "flat"
    flat.mkdir()
    for path, raw in BYTES.items():
        (flat / path.rsplit("/", 1)[-1]).write_bytes(raw)
    before = install(tmp_path / "before", str(repository), wanted=JARS)
    sources = {
        "mirror": mirror, "repository": str(repository), "flat": str(flat), "laid out": str(before)
    }  # fmt: skip
    seen: list[Jar] = []
    target = install(tmp_path / "to", sources[way], seen.append, wanted=JARS)
    assert (target.name, files(target), seen) == ("LanguageTool-6.8", LAID_OUT, JARS)
    assert find_languagetool(str(tmp_path / "to")) == tmp_path / "to"
    assert find_languagetool(str(target)) == tmp_path / "to"


def test_a_file_that_is_another_is_refused_and_nothing_is_laid_out(
    repository: Path, mirror: str, tmp_path: Path
) -> None:
    path = next(iter(BYTES))
    (repository / path).write_bytes(b"THE SERVER")
    for source in (mirror, str(repository)):
        with pytest.raises(CannotInstall, match="languagetool-server"):
            install(tmp_path / "to", source, wanted=JARS)
    assert files(tmp_path / "to") == set()


def test_a_file_that_is_not_there_is_told_by_its_address(mirror: str, tmp_path: Path) -> None:
    gone = [*JARS, Jar("0" * 64, 3, "org/gone/1/gone-1.jar")]
    with pytest.raises(CannotInstall, match=r"org/gone/1/gone-1\.jar: 404"):
        install(tmp_path / "to", mirror, wanted=gone)


@pytest.mark.parametrize("source", ["/no/such/folder", "http://127.0.0.1:9/maven2"])
def test_where_there_is_nothing_that_is_said(source: str, tmp_path: Path) -> None:
    with pytest.raises(CannotInstall):
        install(tmp_path / "to", source, wanted=JARS)


def test_what_is_there_is_kept_and_what_is_damaged_is_laid_out_again(
    repository: Path, tmp_path: Path
) -> None:
    target = install(tmp_path, str(repository), wanted=JARS)
    assert install(tmp_path, "/no/such/folder", wanted=JARS) == target
    (target / "libs/some-words.jar").write_bytes(b"damaged")
    install(tmp_path, str(repository), wanted=JARS)
    assert (target / "libs/some-words.jar").read_bytes() == b"some words"


def test_a_folder_that_cannot_be_written_is_told(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotInstall, match="file"):
        install(tmp_path / "file", str(repository), wanted=JARS)


def test_without_java_that_is_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locating, "installed", lambda _: "3.4.0")
    monkeypatch.setenv("PATH", "")
    assert "there is no Java" in locating.why_no_languagetool()
