"""Paragraphs in another language, which a model of English cannot judge."""

from __future__ import annotations

from lint.late import late
from lint.lexicon.words import open_words

_WORD = late(r"[^\W\d_]+")
_SMALL = frozenset(
    "the of to and that is for it with as his he be by at you are but had not this have from they "
    "which or her she were there been their we has said would who its more after about than when "
    "up out over into if can could one two also all says new first last what them some our your "
    "my".split()
)
_FEWEST = 8  # words; fewer may be a list of names
_KNOWN = 0.7  # of the words without a capital that a dictionary of English has
_LEAST = 0.12  # of the words of English prose: it has some 0.3


def is_foreign(text: str) -> bool:
    """Whether a paragraph has next to none of the small words of English, and too few others."""
    words = _WORD.findall(text)
    if len(words) < _FEWEST:
        return False
    if sum(word.lower() in _SMALL for word in words) >= _LEAST * len(words):
        return False
    plain = [word for word in words if word[0].islower()]
    known = open_words().known
    return sum(map(known, plain)) < _KNOWN * len(plain)
