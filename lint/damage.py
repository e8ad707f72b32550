"""Copy that was damaged on its way: read in the wrong encoding, run together, cut out of.

What such a paragraph says cannot be judged by the words beside a word.
"""

from __future__ import annotations

from lint.late import late

_SMALL = (
    "the|of|from|in|to|and|for|at|by|with|about|over|on|an|a|as|is|was|were|are|has|have|had|said|"
    "that|which|who|but|his|her|their|its|after|before|until|into|than|or"
)
_SIGNS = late(
    "\ufffd|[\x80-\x9f]"  # a letter that could not be read, or was read as a control character
    "|\u00e2(?:\u20ac|\u2020)|\u00c3[\u00a1-\u00bf\u0192\u2030\u0153\u0178\u2039\u0161]"
    "|\u00c2[\u00a0-\u00bf]"  # two letters for one: UTF-8 read as Windows-1252
    rf"|\b(?:{_SMALL})[A-Z][a-z]{{2,}}"  # two words run together
    r"|\b[a-z]{3,}(?:[.!?][A-Z][a-z]|,[A-Za-z]{2,})"
    rf"|(?<![\w'’])(?:{_SMALL}) +[,.;:](?![.\w])"  # a word, or a link, that has gone
    r"|(?<![\w'’])(?:the|an|a)[,;](?!\w)"
    r"|[a-z][,.]-[a-z]| -[a-z]{3,} "  # hyphens for spaces
)


def is_damaged(text: str) -> bool:
    """Whether a paragraph shows signs of damage."""
    return _SIGNS.search(text) is not None
