"""Where LanguageTool and Java are looked for on this machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lint.tuples import NamedTuple

LANGUAGETOOL = "6.8"  # what language-tool-python 3.4 looks for, and copydesk installs
LAID_OUT = f"LanguageTool-{LANGUAGETOOL}"  # its folder has to have this name
_JARS = ("languagetool-server.jar", "languagetool.jar")
_NEEDED_JAVA = 17  # of LanguageTool 6.6 and later
WRAPPER, EMBEDDED, EMBEDDED_ENGLISH = (
    "language-tool-python", "lingotweaker", "lingotweaker-data-en",
)  # fmt: skip


class Java(NamedTuple):
    """A Java: its program, what it says of itself, its major version (0 unknown)."""

    program: str
    said: str
    major: int

    @property
    def is_new_enough(self) -> bool:
        """Whether LanguageTool runs on it."""
        return self.major >= _NEEDED_JAVA


def find_java() -> Java | None:
    """The Java that would be started, or None where there is none."""
    program = shutil.which("java")
    if program is None:
        return None
    try:
        ran = subprocess.run(
            [program, "-version"], capture_output=True, text=True, errors="replace", timeout=30,
            check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return Java(program, "cannot be run", 0)
    said = (ran.stderr or ran.stdout).strip().split("\n")[0]
    found = re.search(r'"(?:1\.)?(\d+)', said)
    return Java(program, said, int(found[1]) if found else 0)


def places(folder: str = "") -> Iterator[Path]:
    """The folders in which LanguageTool is looked for, in order.

    ``folder`` is the configured one. Each is a folder that holds ``LanguageTool-6.8``, or is it.
    """
    named = (folder, os.environ.get("LTP_PATH", ""))
    for name in named:
        if name:
            yield Path(name).expanduser()
    with_home = os.path.expanduser("~")
    if with_home != "~":
        yield default_place()


def default_place() -> Path:
    """Where LanguageTool is laid out when nobody says otherwise: where its wrapper looks."""
    named = os.environ.get("LTP_PATH", "")
    return Path(named) if named else Path("~/.cache/language_tool_python").expanduser()


def find_languagetool(folder: str = "") -> Path | None:
    """The folder that holds ``LanguageTool-6.8``, or None where it lies nowhere."""
    for place in places(folder):
        for parent in (place, place.parent) if place.name == LAID_OUT else (place,):
            laid_out = parent / LAID_OUT
            if any((laid_out / jar).is_file() for jar in _JARS):
                return parent
    return None


def installed(package: str) -> str:
    """The version of a Python package; nothing where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def why_no_languagetool(folder: str = "", *, look_closely: bool = False) -> str:
    """What keeps LanguageTool from being started, and what to do; nothing if nothing does.

    Java is only asked for its version where one is to ``look_closely``, since that takes time.
    """
    if not installed(WRAPPER):
        return f"{WRAPPER} is not installed; pip install 'copydesk[grammar]'"
    java = find_java() if look_closely else None
    if shutil.which("java") is None:
        return (
            f"there is no Java; install version {_NEEDED_JAVA} or later, or use the engine that "
            "needs none: pip install 'copydesk[grammar-embedded]'"
        )
    if java is not None and not java.is_new_enough:
        return f"{java.program} is too old ({java.said}); {_NEEDED_JAVA} or later is needed"
    if find_languagetool(folder) is None:
        return f"LanguageTool {LANGUAGETOOL} is not here; copydesk grammar install lays it out"
    return ""


def why_no_embedded() -> str:
    """What keeps the embedded engine from being used; nothing if nothing does."""
    missing = [name for name in (EMBEDDED, EMBEDDED_ENGLISH) if not installed(name)]
    if missing:
        said = " and ".join(missing)
        are = "is" if len(missing) == 1 else "are"
        return f"{said} {are} not installed; pip install 'copydesk[grammar-embedded]'"
    return ""
