"""Paths as URIs, whatever characters a file name holds."""

from __future__ import annotations

from urllib.parse import quote

from lint.late import late

_DRIVE = late(r"[A-Za-z]:[\\/]")


def uri(path: str) -> str:
    """The URI of a path: relative where the path is, ``file:`` where it is absolute.

    Names that are not UTF-8 (which Python keeps as lone surrogates) get back their bytes.
    """
    if _DRIVE.match(path):
        return f"file:///{path[0]}:{_quoted(path[2:])}"
    return ("file://" if path.startswith("/") else "") + _quoted(path)


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")
