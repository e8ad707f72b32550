"""``hashlib.blake2b`` without OpenSSL, which ``hashlib`` loads first and which takes longer to
load than an article to check."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that was built otherwise
    from hashlib import blake2b

__all__ = ["blake2b"]
