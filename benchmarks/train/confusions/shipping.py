"""Writing a fitted model as the numbers that ship (:mod:`lint.checks.confusion.tables`)."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.train.confusions.columns import WITH_VECTORS, Columns, are_words
from benchmarks.train.confusions.fitting import Design, Fitted, Vectors
from lint.checks.confusion.tables import FORMAT, NEXT_TO_US, PLACES, RUNS, Direction, run_key

_UNIT = 0.1  # log odds that one step of a signed byte stands for


def order_of(words: Sequence[str]) -> npt.NDArray[np.int64]:
    """The words (by number) in order of the CRC-32 of their keys; of two alike the first."""
    crcs = np.array([zlib.crc32(word.encode()) for word in words], np.uint32)
    _, first = np.unique(crcs, return_index=True)
    return first.astype(np.int64)


def write_words(words: Sequence[str], folder: Path) -> None:
    """Write ``words.bin``: the CRC-32 of every key, in order."""
    crcs = np.array([zlib.crc32(words[n].encode()) for n in order_of(words)], "<u4")
    (folder / "words.bin").write_bytes(crcs.tobytes())


def _bytes(numbers: npt.NDArray[np.floating], unit: float) -> npt.NDArray[np.int8]:
    rounded: npt.NDArray[np.int8] = np.clip(np.rint(numbers / unit), -127, 127).astype(np.int8)
    return rounded


class Shipped:
    """A model laid out as it ships: a row of ``tables`` a place, then around, then the story."""

    def __init__(
        self,
        words: Sequence[str],
        vectors: Vectors,
        rare: npt.NDArray[np.bool_],
        design: Design,
        columns: Columns,
        model: Fitted,
    ) -> None:
        size = len(columns.words)
        self.words = list(words)
        full = np.zeros((len(PLACES) + 1 + (design.story is not None), len(words)), np.float32)
        # What a word's vector says goes for every word, what it says itself where it was met.
        turned = np.where(rare[:, None], np.float32(0), vectors) @ model.turns
        for block, place in enumerate(WITH_VECTORS):
            full[PLACES.index(place)] = turned[:, block]
        full[len(PLACES)] = turned[:, len(WITH_VECTORS)]
        for row in range(len(PLACES) + 1):
            full[row, columns.words] = model.near[row * size : (row + 1) * size]
        full[len(PLACES), ~are_words(self.words)] = 0
        self.story_unit = 0.0
        if design.story is not None:
            full[-1] = 0
            told = np.unique(design.story.indices)
            full[-1, columns.words[told]] = 30.0 * model.story[told]
            self.story_unit = float(np.quantile(np.abs(full[-1]), 0.9995) / 127) or 1.0
        self.tables = full[:, order_of(words)]
        self.capitals = model.near[columns.capitals_from : columns.capitals_from + len(PLACES)]
        self.runs = self._runs(columns, model)
        self.facts = {
            name: round(float(model.near[columns.facts_from + n]), 4)
            for n, name in enumerate(columns.facts)
        }
        self.bias = model.bias

    def _runs(self, columns: Columns, model: Fitted) -> dict[int, int]:
        found: dict[int, int] = {}
        for (kind, parts), column in sorted(columns.runs.items()):
            number = int(_bytes(model.near[column : column + 1], _UNIT)[0])
            if abs(number) > 1:
                form, rest = (parts[0], parts[1:]) if kind >= len(RUNS) else (0, parts)
                key = run_key(kind, [self.words[part] for part in rest], form)
                found.setdefault(key, number)
        return dict(sorted(found.items()))

    def write(
        self,
        path: Path,
        forms: tuple[tuple[str, str], ...],
        directions: tuple[Direction, Direction],
        reach: float,
    ) -> None:
        """Write the file."""
        story = self.story_unit > 0
        tables = _bytes(self.tables[: len(PLACES) + 1], _UNIT)
        glance = zlib.compress(tables[list(NEXT_TO_US)].tobytes(), 9)
        parts = [np.delete(tables, NEXT_TO_US, axis=0).tobytes()]
        if story:
            parts.append(_bytes(self.tables[-1], self.story_unit).tobytes())
        parts.append(_bytes(self.capitals, _UNIT).tobytes())
        parts.append(np.array(list(self.runs.values()), np.int8).tobytes())
        parts.append(np.array(list(self.runs), "<u4").tobytes())
        head = {
            "forms": forms,
            "directions": [asdict(direction) for direction in directions],
            "words": self.tables.shape[1],
            "runs": len(self.runs),
            "bias": round(self.bias, 4),
            "unit": _UNIT,
            "story": story,
            "story unit": self.story_unit,
            "facts": self.facts,
            "reach": round(reach, 2),
            "glance": len(glance),
        }
        text = json.dumps(head, sort_keys=True).encode()
        path.write_bytes(FORMAT + text + b"\n" + glance + zlib.compress(b"".join(parts), 9))
