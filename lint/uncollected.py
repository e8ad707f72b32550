"""Making much that stays, without the collector of garbage looking through it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of garbage rests.

    For what makes objects by the hundred thousand that all stay for a while: a quarter of the
    time of a first opening of a stylebook went into looking through them, and of comparing the
    articles of an archive.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()
