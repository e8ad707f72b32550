"""Laying LanguageTool out from Maven Central, a mirror of it, or a folder; every file checked.

The server alone dies at its start: it names Spanish, Catalan and Portuguese in its code, so
those languages come with it. ``jars.txt`` lists every file with its SHA-256, so that it makes
no difference where the bytes come from.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lint.grammar.locating import LAID_OUT
from lint.tuples import NamedTuple

CENTRAL = "https://repo1.maven.org/maven2"
_SERVER = "languagetool-server"
_PATIENCE = 60.0  # seconds without a byte
_TRIES = 3
_AT_ONCE = 4


class CannotInstall(Exception):
    """LanguageTool cannot be laid out; the message says why."""


class Jar(NamedTuple):
    """One file: its SHA-256, its size in bytes, and its path in a Maven repository."""

    digest: str
    size: int
    path: str

    @property
    def name(self) -> str:
        """What the server calls it: its artifact without the version."""
        return f"{self.path.split('/')[-3]}.jar"

    @property
    def place(self) -> str:
        """Where it lies in the folder of LanguageTool."""
        return self.name if self.name == f"{_SERVER}.jar" else f"libs/{self.name}"

    def is_right(self, raw: bytes) -> bool:
        """Whether some bytes are those of the file."""
        return len(raw) == self.size and hashlib.sha256(raw).hexdigest() == self.digest


def jars() -> list[Jar]:
    """Every file that LanguageTool needs."""
    text = Path(__file__).with_name("jars.txt").read_text("ascii")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return [Jar(digest, int(size), path) for digest, size, path in rows]


def install(
    to: Path,
    source: str = CENTRAL,
    progress: Callable[[Jar], None] = lambda _: None,
    wanted: Sequence[Jar] = (),
) -> Path:
    """Lay LanguageTool out below a folder, and give the folder that it lies in.

    ``source`` is the address of a Maven repository, or a folder: one laid out like it, one that
    holds the files by their names, or another ``LanguageTool-6.8``. What is there already is
    checked and kept. Nothing is there until everything is. ``wanted`` are the files, by default
    all that LanguageTool needs.

    Raises:
        CannotInstall: a file cannot be had, or is not what it should be.
    """
    target = to / LAID_OUT
    wanted = wanted or jars()
    try:
        if target.is_dir() and all(_is_there(target, jar) for jar in wanted):
            return target
        to.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=to, prefix=".languagetool-") as made:
            folder = Path(made) / LAID_OUT
            (folder / "libs").mkdir(parents=True)
            fetch = _fetch_from(source)
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for jar, raw in zip(wanted, pool.map(fetch, wanted), strict=True):
                    (folder / jar.place).write_bytes(raw)
                    progress(jar)
            if target.exists():
                os.replace(target, Path(made) / "before")
            os.replace(folder, target)
    except OSError as error:
        where = error.filename or to
        raise CannotInstall(f"{where}: {error.strerror or error}") from None
    return target


def _is_there(folder: Path, jar: Jar) -> bool:
    file = folder / jar.place
    return file.is_file() and jar.is_right(file.read_bytes())


def _fetch_from(source: str) -> Callable[[Jar], bytes]:
    if source.startswith(("http://", "https://")):
        return lambda jar: _downloaded(source.rstrip("/"), jar)
    folder = Path(source).expanduser()
    if not folder.is_dir():
        raise CannotInstall(f"{source} is neither a folder nor an address of the web")
    return lambda jar: _copied(folder, jar)


def _copied(folder: Path, jar: Jar) -> bytes:
    for place in (jar.path, jar.path.rsplit("/", 1)[-1], jar.place, f"{LAID_OUT}/{jar.place}"):
        file = folder / place
        if file.is_file() and jar.is_right(raw := file.read_bytes()):
            return raw
    raise CannotInstall(f"{folder} has no {jar.path}, or another than LanguageTool needs")


def _downloaded(address: str, jar: Jar) -> bytes:
    from urllib.error import HTTPError
    from urllib.request import urlopen

    why = ""
    for _ in range(_TRIES):
        try:
            with urlopen(f"{address}/{jar.path}", timeout=_PATIENCE) as response:
                raw: bytes = response.read(jar.size + 1)
            if jar.is_right(raw):
                return raw
            why = "its checksum is wrong"
        except HTTPError as error:
            raise CannotInstall(f"{address}/{jar.path}: {error.code} {error.reason}") from None
        except (OSError, ValueError) as error:
            why = str(getattr(error, "reason", error))
    raise CannotInstall(f"{address}/{jar.path}: {why}")
