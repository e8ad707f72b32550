"""The compiled stylebook, kept between runs so that the YAML is read once.

Kept are the checked values of every rule as JSON (nothing that is run when it is loaded),
under a name made of the books asked for and of this program's own files; the file also says
which folders it was made of and the digest of all their files, and is not used once that
differs. It is safe to delete. ``COPYDESK_CACHE`` names another folder, or ``off``.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_FORMAT = 1
_MOST = 16  # cache files kept; the oldest go first


def cache_folder() -> Path | None:
    """Where caches lie on this system, or None where they are switched off."""
    asked = os.environ.get("COPYDESK_CACHE")
    if asked:
        return None if asked == "off" else Path(asked)
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA")
        return Path(home, "copydesk", "cache") if home else None
    if sys.platform == "darwin":
        home = os.path.expanduser("~/Library/Caches")
    else:
        home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(home, "copydesk") if os.path.isabs(home) else None


def rule_files(folder: Path) -> list[Path]:
    """The rule files of a book, and its ``stylebook.yaml``, in order.

    Raises:
        OSError: a folder cannot be read.
    """
    found: list[Path] = []
    for inner, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(inner, name)
            for name in names
            if name.endswith((".yaml", ".yml")) and not name.startswith(".")
        ]
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise error


def read_rule(path: Path) -> bytes:
    """The bytes of a rule file; a pipe or a device, which may never end, is none.

    Raises:
        OSError: it cannot be read.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file")
    return path.read_bytes()


def digest_of(folders: Sequence[Path], read: Callable[[Path], bytes] = read_rule) -> str:
    """A digest of the names and bytes of every file of the books.

    Raises:
        OSError: a file cannot be read.
    """
    digest = hashlib.blake2b(digest_size=16)
    for folder in folders:
        for path in rule_files(folder):
            raw = read(path)
            name = os.fsencode(path.relative_to(folder).as_posix())
            digest.update(b"%d:%b%d:" % (len(name), name, len(raw)))
            digest.update(raw)
    return digest.hexdigest()


def load(books: Sequence[str]) -> dict[str, Any] | None:
    """What is kept for these books (resolved paths), if it is still true."""
    file = _file(books)
    if file is None:
        return None
    try:
        with open(file, encoding="utf-8", errors="surrogatepass") as stream:
            kept: dict[str, Any] = json.load(stream)
        folders = [Path(folder) for folder in kept["folders"]]
        if kept["format"] == _FORMAT and kept["digest"] == digest_of(folders):
            return kept
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # not there, damaged or stale: the YAML is read again
    return None


def keep(books: Sequence[str], kept: dict[str, Any]) -> None:
    """Keep what was compiled; where that cannot be done, nothing is said."""
    file = _file(books)
    if file is None:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as stream:
                json.dump({"format": _FORMAT, **kept}, stream, ensure_ascii=False)
            os.replace(temporary, file)
        except BaseException:
            os.unlink(temporary)
            raise
        _trim(file.parent)


def _trim(folder: Path) -> None:
    files = sorted(folder.glob("book-*.json"), key=lambda path: path.stat().st_mtime)
    for path in files[:-_MOST]:
        path.unlink()


def _file(books: Sequence[str]) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    digest = hashlib.blake2b(digest_size=12)
    digest.update(json.dumps([_FORMAT, sys.version_info[:2], _program(), *books]).encode())
    return folder / f"book-{digest.hexdigest()}.json"


def _program() -> list[object]:
    """What changes when this program does: its version, and the age of its own files."""
    from lint.version import __version__

    root = Path(__file__).resolve().parent.parent
    newest = 0
    for folder in (root / "checks", root / "stylebook", root, root / "dates"):
        with os.scandir(folder) as entries:
            for entry in entries:
                newest = max(newest, entry.stat().st_mtime_ns)
    return [__version__, newest]
