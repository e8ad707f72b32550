"""What was observed in the files of a run, held small until the files are compared.

An observation of three lines of copy is thirty objects of Python, two kilobytes; an archive has
some seven a file. Here they are kept by the batch, as bytes and deflated, which take a tenth of
that, and are made again for one rule at a time. The bytes are those of :mod:`marshal`, quicker by
far than JSON: they never leave the process that wrote them.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lint.checks.base import Observation

BATCH = 1_500  # observations packed together


class Seen(Mapping[str, list[Observation]]):
    """Observations by rule, in the order in which they were added.

    Each look at a rule makes its observations anew.
    """

    def __init__(self) -> None:
        self._packed: dict[str, list[bytes]] = {}
        self._loose: dict[str, list[Observation]] = {}
        self._count = 0  # of the loose ones

    def add(self, observations: Mapping[str, Iterable[Observation]]) -> None:
        """Add what was observed in a file, by rule."""
        for rule, own in observations.items():
            loose = self._loose.setdefault(rule, [])
            before = len(loose)
            loose.extend(own)
            self._count += len(loose) - before
        if self._count >= BATCH:
            self._pack()

    @property
    def loose(self) -> int:
        """How many observations are not packed yet."""
        return self._count

    def _pack(self) -> None:
        for rule, own in self._loose.items():
            if own:
                packed = zlib.compress(marshal.dumps(list(map(_plain, own))), 1)
                self._packed.setdefault(rule, []).append(packed)
                own.clear()
        self._count = 0

    def __getitem__(self, rule: str) -> list[Observation]:
        """All that a rule observed.

        Raises:
            KeyError: it observed nothing.
        """
        loose = self._loose[rule]
        found: list[Observation] = []
        for packed in self._packed.get(rule, ()):
            from lint.shells.findingpack import observations_of  # a short run packs nothing

            found += observations_of({rule: marshal.loads(zlib.decompress(packed))})[rule]
        found.extend(loose)
        return found

    def __contains__(self, rule: object) -> bool:
        return rule in self._loose

    def __iter__(self) -> Iterator[str]:
        return iter(self._loose)

    def __len__(self) -> int:
        return len(self._loose)


def _plain(observation: Observation) -> tuple[Any, ...]:
    """An observation without classes, as the bytes can hold it."""
    (path, span, start, end, text, excerpt, words), data = observation
    site = path, tuple(span), tuple(start), tuple(end), text, tuple(excerpt), words
    return site, data
