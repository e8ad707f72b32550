"""What has been worked out so far, kept in a folder, so that a run that stopped can go on."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from lint.context.storing import VERSION

Arrays = Mapping[str, Any]


class Work:
    """A folder of steps; each is made once. Without a folder nothing is kept.

    ``asked`` is what the steps depend on, beside the version of models: where a folder holds
    steps for something else, they are thrown away.
    """

    def __init__(self, folder: str | None, asked: Mapping[str, Any]) -> None:
        self._folder = folder
        if folder is None:
            return
        note = os.path.join(folder, "asked.json")
        wanted = json.dumps({**asked, "version": VERSION}, sort_keys=True)
        try:
            with open(note, encoding="utf-8") as file:
                same = file.read() == wanted
        except OSError:
            same = False
        if not same:
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            with open(note, "w", encoding="utf-8") as file:
                file.write(wanted)

    def step(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        """The arrays of a step: read where it was made before, made and kept otherwise."""
        if self._folder is None:
            return make()
        path = os.path.join(self._folder, f"{name}.npz")
        if os.path.exists(path):
            with np.load(path) as kept:
                return {each: kept[each] for each in kept.files}
        arrays = make()
        part = f"{path}.part.npz"
        np.savez(part, **arrays)
        os.replace(part, path)
        return arrays

    def has(self, name: str) -> bool:
        """Whether a step was made before."""
        return self._folder is not None and os.path.exists(
            os.path.join(self._folder, f"{name}.npz")
        )

    def done(self) -> None:
        """Throw away what was kept."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
