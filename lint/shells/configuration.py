"""The configuration of a newsroom: ``copydesk.yaml``, or ``[tool.copydesk]`` in pyproject.toml."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lint.checks.base import option
from lint.finding import Severity
from lint.shells.globs import fault
from lint.stylebook.book import SHIPPED, RuleSetting
from lint.stylebook.complaints import Complaint, StylebookError
from lint.stylebook.document import Document, parse
from lint.stylebook.schema import Faults, make

NAMES = ("copydesk.yaml", "copydesk.yml")


@dataclass(frozen=True, slots=True)
class Paths:
    """Which files a run over a folder takes."""

    in_: tuple[str, ...] = option("globs that are taken (all known formats)", default=(), key="in")
    out: tuple[str, ...] = option("globs that are left out", default=())


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for some paths or sections: a sports desk is not the politics desk."""

    paths: tuple[str, ...] = option("globs of the files it holds for", default=())
    sections: tuple[str, ...] = option("sections of the articles it holds for", default=())
    select: tuple[str, ...] = option("rules or folders of rules that are on", default=())
    ignore: tuple[str, ...] = option("rules or folders of rules that are off", default=())
    rules: dict[str, RuleSetting] = option("settings for single rules", default={})


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration file says; every key may be missing.

    ``folder`` is where the file stands: paths in it are relative to that folder.
    """

    stylebook: tuple[str, ...] = option(
        "stylebook folders; copydesk is the shipped one", default=(SHIPPED,)
    )
    paths: Paths | None = option("which files are taken", default=None)
    fail_on: Severity = option(
        "the lowest severity that makes the exit status 1", default="warning"
    )
    severity: Severity = option("the lowest severity that is told", default="suggestion")
    select: tuple[str, ...] = option("only these rules or folders of rules", default=())
    ignore: tuple[str, ...] = option("rules or folders of rules that are off", default=())
    rules: dict[str, RuleSetting] = option("settings for single rules", default={})
    overrides: tuple[Override, ...] = option("settings for some paths or sections", default=())
    stet: str = option("the list of findings that are let stand", default="stet.yaml")
    baseline: str = option("findings accepted in an old archive", default="")
    path: str = field(default="", metadata={"hidden": True})
    folder: str = field(default="", metadata={"hidden": True})

    def beside(self, name: str) -> Path:
        """A path of the configuration, seen from its folder."""
        return Path(self.folder, name)


def find_configuration(start: Path) -> Path | None:
    """The configuration file of a folder or the nearest one above it."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if os.path.isfile(folder / name):
                return folder / name
        project = folder / "pyproject.toml"
        if os.path.isfile(project) and _has_table(project):
            return project
    return None


def load_configuration(path: Path | None) -> Configuration:
    """Read a configuration file; without one, what holds by default.

    Raises:
        StylebookError: with every complaint about the file.
    """
    if path is None:
        return Configuration()
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise StylebookError([Complaint(str(path), 0, 0, f"cannot be read: {reason}")]) from None
    document = _toml(text, str(path)) if path.suffix == ".toml" else parse(text, str(path))
    faults: Faults = []
    # An empty file is a configuration that says nothing.
    made = make(Configuration, {} if document.data is None else document.data, (), faults)
    if faults:
        raise StylebookError(document.complaint(at, message) for at, message in faults)
    assert isinstance(made, Configuration)
    if bad := [document.complaint(at, said) for at, said in _bad_globs(made)]:
        raise StylebookError(bad)
    return replace(made, path=str(path), folder=os.path.dirname(os.path.realpath(path)))


def _bad_globs(made: Configuration) -> Faults:
    paths = made.paths or Paths()
    globs: dict[tuple[str | int, ...], tuple[str, ...]] = {
        ("paths", "in"): paths.in_,
        ("paths", "out"): paths.out,
    }
    for number, override in enumerate(made.overrides):
        globs["overrides", number, "paths"] = override.paths
    return [
        ((*at, number), said)
        for at, patterns in globs.items()
        for number, pattern in enumerate(patterns)
        if (said := fault(pattern))
    ]


def _has_table(project: Path) -> bool:
    try:
        return "[tool.copydesk" in project.read_text("utf-8", "replace")
    except OSError:
        return False


def _toml(text: str, path: str) -> Document:
    import tomllib

    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise StylebookError([Complaint(path, 0, 0, "this is nested too deep")]) from None
    except ValueError as error:  # also a number too long for Python
        place = re.search(r"line (\d+), column (\d+)", str(error))
        row, column = (int(place[1]), int(place[2])) if place else (0, 0)
        raise StylebookError([Complaint(path, row, column, f"this is not TOML: {error}")]) from None
    tool = table.get("tool")
    data = _as_words(tool.get("copydesk", {}) if isinstance(tool, dict) else {})
    places: dict[tuple[str | int, ...], tuple[int, int]] = {}
    in_table = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            in_table = line.lstrip().startswith(("[tool.copydesk", "[[tool.copydesk"))
            if in_table:
                places.setdefault((), (number, 1))
        elif in_table and (found := re.match(r"\s*[\"']?([\w -]+?)[\"']?\s*=", line)):
            places.setdefault((_key(found[1]),), (number, found.start(1) + 1))
    return Document(path, data, places)


def _as_words(value: Any) -> Any:
    """TOML values as the words that YAML would have given; ``fail-on`` is ``fail on``."""
    if isinstance(value, dict):
        return {
            _key(key): _by_rule(item) if key == "rules" else _as_words(item)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_as_words(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _by_rule(value: Any) -> Any:
    """What stands under the ids of rules, which stay as they are."""
    if not isinstance(value, dict):
        return _as_words(value)
    return {rule: _as_words(item) for rule, item in value.items()}


def _key(key: str) -> str:
    return key.replace("-", " ").replace("_", " ")
