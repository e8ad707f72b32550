"""The modules of this program, found where they lie.

Python looks for a module among all files of a folder, asks of the folder first whether it has
changed, and takes as long over that and over its bytecode as over running it. A run over one
article imports a hundred and fifty modules of ours, whose places are known. The bytecode holds
by Python's own rule (the size and the time of its source); whatever is otherwise than usual (a
package, no bytecode, an old one, one of another sort) is left to Python.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from io import open_code
from types import CodeType, ModuleType

_FOLDER = f"{os.sep}__pycache__{os.sep}"
_ENDING = f".{sys.implementation.cache_tag}.pyc"
_BY_TIME = bytes(4)  # the flags of bytecode that holds by the time of its source
_HEAD = 16  # bytes before the code: what made it, flags, time and size of the source
_BITS = 0xFFFFFFFF


class _Loader(SourceFileLoader):
    """Loads a module whose code has been found; a second time, as Python would."""

    found: CodeType | None = None

    def get_code(self, fullname: str) -> CodeType | None:
        """See :class:`importlib.abc.InspectLoader`."""
        code, self.found = self.found, None
        return super().get_code(fullname) if code is None else code


class Finder:
    """Finds the modules of one package; goes before Python's own finders.

    ``magic`` is what the bytecode of this Python begins with.
    """

    def __init__(self, package: str, magic: bytes) -> None:
        self._start = f"{package}."
        self._magic = magic

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module, where nothing is out of the ordinary."""
        if path is None or not name.startswith(self._start):
            return None
        folder, module = path[0], name[name.rindex(".") + 1 :]
        source, kept = f"{folder}{os.sep}{module}.py", f"{folder}{_FOLDER}{module}{_ENDING}"
        code = _code_in(kept, source, self._magic)
        if code is None:
            return None
        loader = _Loader(name, source)
        loader.found = code
        spec = ModuleSpec(name, loader, origin=source)
        spec.has_location, spec.cached = True, kept
        return spec


def _code_in(kept: str, source: str, magic: bytes) -> CodeType | None:
    """The code in a file of bytecode, where that holds."""
    try:
        with open_code(kept) as file:
            data = file.read()
        seen = os.stat(source)
        stamps = (int(seen.st_mtime) & _BITS, seen.st_size & _BITS)
        head = magic + _BY_TIME + b"".join(stamp.to_bytes(4, "little") for stamp in stamps)
        if data[:_HEAD] != head:
            return None
        code = marshal.loads(memoryview(data)[_HEAD:])
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return code if isinstance(code, CodeType) else None


def find_ours() -> None:
    """Have the modules of this program found so from now on, where they lie as usual."""
    try:  # importlib.util has it too, and is a large module
        from importlib._bootstrap_external import MAGIC_NUMBER
    except ImportError:
        return
    plain = not (sys.flags.optimize or sys.pycache_prefix) and sys.implementation.cache_tag
    package = __name__.partition(".")[0]
    loader = getattr(sys.modules[package], "__loader__", None)
    if plain and type(loader) is SourceFileLoader:
        sys.meta_path.insert(0, Finder(package, MAGIC_NUMBER))
