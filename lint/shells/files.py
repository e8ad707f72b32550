"""Which files a run takes: files, folders and globs, less what .gitignore leaves out."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from lint.frozen import Frozen
from lint.late import late
from lint.readers import format_of
from lint.shells.configuration import Configuration

if TYPE_CHECKING:
    from pathlib import Path

    from pathspec import GitIgnoreSpec


class Trouble(Frozen):
    """A path that cannot be taken, and why."""

    path: str
    reason: str


_HERE = "." + os.sep
_NAME = attrgetter("name")
_MAGIC = late(r"[*?[]")  # what makes a glob of a path


def gather(asked: Sequence[str], configuration: Configuration) -> tuple[list[str], list[Trouble]]:
    """The files to read, in order and once each, and what cannot be taken.

    A file that is named is taken whatever its ending; in a folder only known formats are,
    and the house word list is not.
    """
    taken: dict[str, str] = {}  # by the path without detours, so that ./a.txt is a.txt
    troubles: list[Trouble] = []
    walker = _Walker(configuration, troubles)
    mixed = len({os.path.isabs(name) for name in asked}) > 1
    for name in asked:
        try:
            _take(taken, _meant(name, walker), is_folder=os.path.isdir(name), mixed=mixed)
        except FileNotFoundError:
            troubles.append(Trouble(name, "there is no such file or folder"))
        except OSError as error:
            troubles.append(Trouble(name or "“”", error.strerror or str(error)))
    return list(taken.values()), troubles


def _meant(name: str, walker: _Walker) -> Iterable[str]:
    """The files that a path or a glob means.

    Raises:
        OSError: there are none, or it cannot be told.
    """
    if not name:
        raise OSError(errno.EINVAL, "this path is empty; a dot is the folder that you are in")
    if os.path.isdir(name):
        return walker.walk(name)
    if os.path.lexists(name):
        return [name]
    if not _MAGIC.search(name):
        os.stat(name)  # says what is wrong
    found = _expanded(name)
    if not found:
        raise OSError(errno.EINVAL, "no file fits this glob")
    return [
        file
        for inner in found
        for file in (walker.walk(inner) if os.path.isdir(inner) else [inner])
    ]


def _take(taken: dict[str, str], paths: Iterable[str], *, is_folder: bool, mixed: bool) -> None:
    """Take paths that were not taken yet; ``mixed`` tells that some lead from the root and some
    do not."""
    short = [path.removeprefix(_HERE) for path in paths]
    keys = short
    if not is_folder:  # what is found in a folder has no detours but those of the folder
        # After a link, “..” may lead elsewhere; such a path stands for itself.
        keys = [path if ".." in path else os.path.normpath(path) for path in short]
    if mixed:
        keys = [os.path.join(os.getcwd(), path) for path in keys]
    for key, path in zip(keys, short, strict=True):
        taken.setdefault(key, path)


def _expanded(pattern: str) -> list[str]:
    """The files and folders that a glob means; ``**`` does not follow links, so it ends.

    Hidden files and folders are meant only where the glob itself begins with a dot there.
    """
    from pathlib import Path, PurePath

    parts = list(PurePath(pattern).parts)
    first = next(number for number, part in enumerate(parts) if _MAGIC.search(part))
    root, rest = Path(*parts[:first]), [_one_star(part) for part in parts[first:]]
    if rest[-1] == "**":
        rest.append("*")
    dots = any(part.startswith(".") for part in rest)
    found = []
    for path in root.glob("/".join(rest)):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if dots or not hidden:
            found.append(str(path))
    return sorted(found)


def _one_star(part: str) -> str:
    """A part of a glob in which ``**`` stands beside something else, where it means ``*``."""
    return part if part == "**" else re.sub(r"\*+", "*", part)


class _Walker:
    """Walks folders in order of name; links to folders are not followed, so none can loop."""

    def __init__(self, configuration: Configuration, troubles: list[Trouble]) -> None:
        self._troubles = troubles
        self._in = configuration.paths.in_ if configuration.paths else ()
        self._out = configuration.paths.out if configuration.paths else ()
        self._home = os.path.realpath(configuration.folder or ".")
        self._word_list = configuration.name_of(configuration.word_list)
        self._word_list_name = os.path.basename(self._word_list)
        self._endings: dict[str, bool] = {}  # whether files with an ending are read

    def walk(self, folder: str) -> Iterator[str]:
        from pathlib import Path

        root = Path(folder)
        above = _ignores_above(root)
        # A folder that is named is wanted, even where .gitignore leaves it out as a whole.
        specs = [] if _ignored(above, f"{root}/") else above
        yield from self._below(str(root), specs)

    def _below(self, folder: str, specs: _Specs) -> Iterator[str]:
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=_NAME)
        except OSError as error:
            self._refused(error)
            return
        specs = [*specs, *_ignores_in(folder)]
        folders = []
        for entry in entries:
            if entry.name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry)
            elif self._wanted(entry) and not (specs and _ignored(specs, entry.path)):
                yield entry.path
        for entry in folders:
            if not _ignored(specs, entry.path + "/"):
                yield from self._below(entry.path, specs)

    def _refused(self, error: OSError) -> None:
        self._troubles.append(Trouble(str(error.filename), error.strerror or "cannot be read"))

    def _wanted(self, entry: os.DirEntry[str]) -> bool:
        name = entry.name
        _, dot, ending = name.rpartition(".")
        if not dot or not _is_file(entry):
            return False
        if name == self._word_list_name and _same(entry.path, self._word_list):
            return False
        if self._in or self._out:
            return self._chosen(entry.path, name)
        known = self._endings.get(ending)
        if known is None:
            known = self._endings[ending] = format_of(name) is not None
        return known

    def _chosen(self, path: str, name: str) -> bool:
        """Whether the globs of the configuration want a file."""
        from pathlib import Path

        from lint.shells.globs import matches

        try:
            relative = Path(os.path.abspath(path)).relative_to(self._home).as_posix()
        except ValueError:
            relative = path
        if matches(self._out, relative):
            return False
        return matches(self._in, relative) if self._in else format_of(name) is not None


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False


def _same(path: str, other: str) -> bool:
    return os.path.exists(other) and os.path.samefile(path, other)


_Specs = list[tuple[str, "GitIgnoreSpec"]]


def _ignores_in(folder: str | Path) -> _Specs:
    file = os.path.join(folder, ".gitignore")
    if not os.path.isfile(file):
        return []
    try:
        with open(file, encoding="utf-8", errors="replace") as text:
            lines = text.read().splitlines()
    except OSError:
        return []
    from lint.shells.globs import compiled, usable

    return [(os.path.abspath(folder), compiled(usable(lines)))]


def _ignores_above(root: Path) -> _Specs:
    """The .gitignore files between a folder and the root of its repository."""
    from pathlib import Path

    above: list[Path] = []
    folder = Path(os.path.abspath(root))
    if os.path.exists(folder / ".git"):
        return []
    for parent in folder.parents:
        above.append(parent)
        if os.path.exists(parent / ".git"):
            return [spec for each in reversed(above) for spec in _ignores_in(each)]
    return []


def _ignored(specs: _Specs, path: str) -> bool:
    """Whether the last pattern that speaks of a path leaves it out."""
    verdict = False
    if not specs:
        return verdict
    full = os.path.abspath(path) + ("/" if path.endswith("/") else "")
    for base, spec in specs:
        said = spec.check_file(os.path.relpath(full, base) + ("/" if full.endswith("/") else ""))
        if said.include is not None:
            verdict = said.include
    return verdict
