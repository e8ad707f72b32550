"""Numbers in sixteen bits, as a model has them in its file, and back.

There are only 65,536 of them, so they are looked up in a table of all: that takes a quarter of
the time of working each one out, and a model has some half a million.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lint.context.counts import Floats


def wide(stored: NDArray[np.float16]) -> Floats:
    """Numbers in thirty-two bits."""
    return _every().take(stored.view(np.uint16))


def short(counts: Floats) -> NDArray[np.float16]:
    """Counts in sixteen bits: to one part in a thousand of their logarithm."""
    return np.log1p(counts).astype(np.float16)


def long(stored: NDArray[np.float16]) -> Floats:
    """Counts from sixteen bits."""
    return _every_count().take(stored.view(np.uint16))


@lru_cache(maxsize=1)
def _every() -> Floats:
    return np.arange(1 << 16, dtype=np.uint16).view(np.float16).astype(np.float32)


@lru_cache(maxsize=1)
def _every_count() -> Floats:
    with np.errstate(over="ignore", invalid="ignore"):
        return np.expm1(_every())
