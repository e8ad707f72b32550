"""Which files a run takes: files, folders and globs, less what .gitignore leaves out."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lint.readers import format_of
from lint.shells.configuration import Configuration, matches

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Trouble:
    """A path that cannot be taken, and why."""

    path: str
    reason: str


def gather(asked: Sequence[str], configuration: Configuration) -> tuple[list[str], list[Trouble]]:
    """The files to read, in order and once each, and what cannot be taken.

    A file that is named is taken whatever its ending; in a folder only known formats are.
    """
    taken: dict[str, None] = {}
    troubles: list[Trouble] = []
    walker = _Walker(configuration, troubles)
    for name in asked:
        path = Path(name)
        if path.is_dir():
            taken.update(dict.fromkeys(walker.walk(path)))
        elif path.exists() or path.is_symlink():
            taken[name] = None
        elif glob.has_magic(name):
            found = sorted(glob.glob(name, recursive=True))
            for inner in found:
                files = walker.walk(Path(inner)) if os.path.isdir(inner) else [inner]
                taken.update(dict.fromkeys(files))
            if not found:
                troubles.append(Trouble(name, "no file fits this glob"))
        else:
            troubles.append(Trouble(name, "there is no such file or folder"))
    return list(taken), troubles


class _Walker:
    """Walks folders in order of name; links to folders are not followed, so none can loop."""

    def __init__(self, configuration: Configuration, troubles: list[Trouble]) -> None:
        self._troubles = troubles
        self._in = configuration.paths.in_ if configuration.paths else ()
        self._out = configuration.paths.out if configuration.paths else ()
        self._home = Path(configuration.folder or ".").resolve()

    def walk(self, root: Path) -> Iterator[str]:
        above = _ignores_above(root)
        # A folder that is named is wanted, even where .gitignore leaves it out as a whole.
        specs = {str(root): [] if _ignored(above, f"{root}/") else above}
        for folder, folders, files in os.walk(root, onerror=self._refused):
            specs_here = [*specs.pop(folder, []), *_ignores_in(Path(folder))]
            kept = []
            for name in sorted(folders):
                path = os.path.join(folder, name)
                if not name.startswith(".") and not _ignored(specs_here, path + "/"):
                    kept.append(name)
                    specs[path] = specs_here
            folders[:] = kept
            for name in sorted(files):
                path = os.path.join(folder, name)
                if self._wanted(name, path) and not _ignored(specs_here, path):
                    yield path

    def _refused(self, error: OSError) -> None:
        self._troubles.append(Trouble(str(error.filename), error.strerror or "cannot be read"))

    def _wanted(self, name: str, path: str) -> bool:
        if name.startswith(".") or "." not in name or not os.path.isfile(path):
            return False
        if not (self._in or self._out):
            return format_of(name) is not None
        try:
            relative = Path(os.path.abspath(path)).relative_to(self._home).as_posix()
        except ValueError:
            relative = path
        if matches(self._out, relative):
            return False
        return matches(self._in, relative) if self._in else format_of(name) is not None


_Specs = list[tuple[str, "GitIgnoreSpec"]]


def _ignores_in(folder: Path) -> _Specs:
    file = folder / ".gitignore"
    if not file.is_file():
        return []
    import pathspec

    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
    return [(os.path.abspath(folder), pathspec.GitIgnoreSpec.from_lines(lines))]


def _ignores_above(root: Path) -> _Specs:
    """The .gitignore files between a folder and the root of its repository."""
    above: list[Path] = []
    folder = Path(os.path.abspath(root))
    if (folder / ".git").exists():
        return []
    for parent in folder.parents:
        above.append(parent)
        if (parent / ".git").exists():
            return [spec for each in reversed(above) for spec in _ignores_in(each)]
    return []


def _ignored(specs: _Specs, path: str) -> bool:
    """Whether the last pattern that speaks of a path leaves it out."""
    verdict = False
    full = os.path.abspath(path) + ("/" if path.endswith("/") else "")
    for base, spec in specs:
        said = spec.check_file(os.path.relpath(full, base) + ("/" if full.endswith("/") else ""))
        if said.include is not None:
            verdict = said.include
    return verdict
