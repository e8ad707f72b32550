"""The two halves of every set: one to tune rules on, one to report.

An item belongs to a half by the CRC-32 of its key, so that nobody chooses: an article is
``SET/FILE`` (``bbc2004/business_001.txt``), a correction its id.
"""

from __future__ import annotations

from typing import Literal, get_args
from zlib import crc32

Half = Literal["tune", "report"]
HALVES: tuple[Half, ...] = get_args(Half)


def half_of(key: str) -> Half:
    """The half that an item belongs to."""
    return HALVES[crc32(key.encode()) & 1]
