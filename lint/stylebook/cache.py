"""The compiled stylebook, kept between runs so that the YAML is read once.

Kept are plain data (nothing that is run when it is loaded), under a name made of the books
asked for and of this program's own files; the file also says which folders it was made of,
the stamps of all their files and a digest of what stands in them, and is not used once those
differ. It is safe to delete. ``COPYDESK_CACHE`` names another folder, or ``off``.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from lint.digest import blake2b
from lint.jsontext import loads
from lint.stylebook.container import Container, Damaged, packed

if TYPE_CHECKING:
    from pathlib import Path

Name = str | os.PathLike[str]  # of a file or a folder

BOOKS = "book-*.*"  # the names of the files that hold compiled books
_FORMAT = 7
_TICK = 2_000_000_000  # nanoseconds; no file system counts time more coarsely
_NOT_PROGRAM = ("__pycache__", "rules")  # in the folder of the package
_MOST = 16  # cache files kept; the oldest go first


def cache_folder() -> Path | None:
    """Where caches lie on this system, or None where they are switched off."""
    from pathlib import Path

    folder = _cache_folder()
    return None if folder is None else Path(folder)


def _cache_folder() -> str | None:
    asked = os.environ.get("COPYDESK_CACHE")
    if asked:
        return None if asked == "off" else asked
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA")
        return os.path.join(home, "copydesk", "cache") if home else None
    if sys.platform == "darwin":
        home = os.path.expanduser("~/Library/Caches")
    else:
        home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(home, "copydesk") if os.path.isabs(home) else None


def rule_files(folder: Name) -> list[Path]:
    """The rule files of a book, and its ``stylebook.yaml``, in order.

    Raises:
        OSError: a folder cannot be read.
    """
    from pathlib import Path

    return sorted(Path(entry.path) for entry in _entries(str(folder)))


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path)
            elif entry.name.endswith((".yaml", ".yml")):
                yield entry


def read_rule(path: Path) -> bytes:
    """The bytes of a rule file; a pipe or a device, which may never end, is none.

    Raises:
        OSError: it cannot be read.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file")
    return path.read_bytes()


def digest_of(folders: Sequence[Name], read: Callable[[Path], bytes] = read_rule) -> str:
    """A digest of the names and bytes of every file of the books.

    Raises:
        OSError: a file cannot be read.
    """
    digest = blake2b(digest_size=16)
    for folder in folders:
        for path in rule_files(folder):
            raw = read(path)
            name = os.fsencode(path.relative_to(folder).as_posix())
            digest.update(b"%d:%b%d:" % (len(name), name, len(raw)))
            digest.update(raw)
    return digest.hexdigest()


def load(books: Sequence[str]) -> tuple[dict[str, Any], Container] | None:
    """What is kept for these books (resolved paths), if it is still true.

    The first is what :func:`keep` was told about the books, the second holds the parts.
    """
    file = _file(books)
    if file is None:
        return None
    try:
        container = Container(file)
        about: dict[str, Any] = loads(container["about"])
        if _is_true(about):
            return about, container
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # not there, damaged or stale: the YAML is read again
    return None


def _is_true(about: dict[str, Any]) -> bool:
    """Whether the books are still as they were when they were compiled.

    Where no file has another size or time than then, none is read; a time that was new
    when the books were compiled proves nothing, since the next change may have the same.
    """
    folders: list[str] = about["folders"]
    stamps = stamps_of(folders)
    if stamps == about["stamps"]:
        newest = max((stamp[2] for stamp in stamps), default=0)
        if newest < about["made"] - _TICK:
            return True
    found: bool = about["digest"] == digest_of(folders)
    return found


def stamps_of(folders: Sequence[Name]) -> list[list[Any]]:
    """The name, size and time of change (nanoseconds) of every file of the books.

    Raises:
        OSError: a folder or file cannot be looked at.
    """
    stamps = []
    for folder in folders:
        for entry in _entries(str(folder)):
            seen = entry.stat()
            stamps.append([entry.path, seen.st_size, seen.st_mtime_ns])
    return sorted(stamps)


def keep(
    books: Sequence[str], about: dict[str, Any], parts: Callable[[], Mapping[str, bytes]]
) -> tuple[dict[str, Any], Container] | None:
    """Keep what was compiled, and open it as :func:`load` does; None where that cannot be done.

    ``about`` names the ``folders`` and their ``digest``, and what else the caller wants;
    ``parts`` makes the rest, and is called only where something can be kept.
    """
    file = _file(books)
    if file is None:
        return None
    try:
        stamps = stamps_of(about["folders"])
        about = {**about, "stamps": stamps, "made": time.time_ns()}
        import json

        body = packed({"about": json.dumps(about).encode(), **parts()})
        write(file, body)
        kept = Container(file)
        trim(os.path.dirname(file), BOOKS)
    except (OSError, Damaged):
        return None
    return loads(kept["about"]), kept


def write(file: Name, body: bytes) -> None:
    """Write a file of the cache, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    import tempfile  # and with it much else, for the few runs that write

    folder = os.path.dirname(file)
    os.makedirs(folder or ".", exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder or ".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(body)
        os.replace(temporary, file)
    except BaseException:
        os.unlink(temporary)
        raise


def recall(name: str, text: str) -> Any | None:
    """What was made of a text before, if it is kept."""
    file = _file_of(name, text)
    if file is None:
        return None
    try:
        with open(file, "rb") as kept:
            return loads(kept.read())
    except (OSError, ValueError, RecursionError):
        return None


def remember(name: str, text: str, made: Any) -> None:
    """Keep what was made of a text; where that cannot be done, nothing is said."""
    file = _file_of(name, text)
    if file is not None:
        with suppress(OSError):
            import json

            write(file, json.dumps(made).encode())
            trim(os.path.dirname(file), f"{name}-*")


def _file_of(name: str, text: str) -> str | None:
    folder = _cache_folder()
    said = repr([_FORMAT, program(), text]).encode()
    digest = blake2b(said, digest_size=12).hexdigest()
    return None if folder is None else os.path.join(folder, f"{name}-{digest}.json")


def trim(folder: Name, pattern: str) -> None:
    """Delete the oldest files of a kind but for some.

    Raises:
        OSError: one cannot be deleted.
    """
    from pathlib import Path

    files = sorted(Path(folder).glob(pattern), key=lambda path: path.stat().st_mtime)
    for path in files[:-_MOST]:
        path.unlink()


def file_for(name: str) -> str | None:
    """The file that keeps something for this program on this very Python, if there is a cache."""
    folder = _cache_folder()
    if folder is None:
        return None
    made_by = repr([_FORMAT, sys.version, sys.implementation.name, sys.byteorder, program()])
    digest = blake2b(made_by.encode(), digest_size=12).hexdigest()
    return os.path.join(folder, f"{name}-{digest}.bin")


def _file(books: Sequence[str]) -> str | None:
    folder = _cache_folder()
    if folder is None:
        return None
    digest = blake2b(digest_size=12)
    made_by = [_FORMAT, sys.version_info[:2], sys.byteorder, program()]
    digest.update(repr([*made_by, *books]).encode())
    return os.path.join(folder, f"book-{digest.hexdigest()}.bin")


@cache
def program() -> tuple[str, int]:
    """What changes when this program does: its version, and the age of its own files.

    Looked up once: what runs stays as it was when it was imported.
    """
    from lint.version import __version__

    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    if not os.path.exists(os.path.join(os.path.dirname(package), "pyproject.toml")):
        # Installed: its files are made anew, so all folders are as young as the youngest.
        made = [os.stat(os.path.join(package, part)).st_mtime_ns for part in ("", "checks")]
        return __version__, max(made, default=0)
    newest = 0
    waiting = [package]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in _NOT_PROGRAM:
                        waiting.append(entry.path)
                else:
                    newest = max(newest, entry.stat().st_mtime_ns)
    return __version__, newest
