"""A small newsroom's worth of made-up copy, so that the benchmark itself can be tested."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.accuracy.collection import Collection

STORY = """\
Harbour bridge to close for a month

Mayor Orsolya Tarrabrook said on 3 March 2021 that the bridge would close.

The country has few bridges as old, and Tarrabrook wants it mended before winter comes.

It was opened on 4 April 1931 by a king, and mended after 5 May 1962, say the books of Quenmarrow.

Engineers from Quenmarrow will work at night, and the council will pay for ferries.
"""
OTHER = """\
Ferry line buys two new ships

The owners of the ferry line in Quenmarrow said that two ships would come in June.

Both ships were built in a country that builds many, and both are painted green.
"""


class Shelf(Collection):
    """A collection whose articles are given, not read from files."""

    def __init__(self, corpora: Mapping[str, Mapping[str, str]], seed: int = 1) -> None:
        super().__init__(tuple(corpora), seed=seed)
        self._read = {name: dict(articles) for name, articles in corpora.items()}


def shelf(copies: int = 6, seed: int = 1) -> Shelf:
    """Two corpora, each of some articles that tell the same two stories."""
    return Shelf(
        {
            name: {
                f"{name}/{number:03}.txt": STORY if number % 2 else OTHER
                for number in range(copies)
            }
            for name in ("morning", "evening")
        },
        seed,
    )
