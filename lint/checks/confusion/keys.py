"""The key under which a word stands in the tables of a learnt model."""

from __future__ import annotations

from lint.late import late

_YEAR = late(r"(?:1[89]|20)\d\d$")
_ENDINGS = ("ing", "ed", "ly", "s", "er")
EDGE = "|"  # beyond the edge of the block
HYPHENS = ("-", "\u2010", "\u2011")  # what joins words to a compound


def key_of(token: str) -> str:
    """A word or mark as the tables have it: small letters, numbers by their sort.

    Years are ``1999``, other numbers by how many digits they have, up to three (``0``,
    ``00``, ``000``), and a word with a digit in it is ``0a``. Quotation marks are one.
    """
    first = token[0]
    if first.isalpha():
        low = token.lower()
        return low if low.isalpha() or not any(char.isdigit() for char in low) else "0a"
    if first.isdigit():
        if _YEAR.match(token):
            return "1999"
        return "0" * min(len(token), 3) if token.isdigit() else "0a"
    if first in '“”"‘':
        return '"'
    if first in "–—-":
        return "-"
    return token


def stand_in(token: str) -> str:
    """The key of all words that are not in the tables and end or begin alike."""
    if token[0].isupper():
        return "<Name>"
    for ending in _ENDINGS:
        if token.endswith(ending):
            return f"<{ending}>"
    return "<word>"


STAND_INS = ("<Name>", *(f"<{ending}>" for ending in _ENDINGS), "<word>")
