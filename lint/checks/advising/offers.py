"""What may be offered: a grammar engine has no say in who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lint.late import late

_WORD = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def may_offer(found: str, offer: str, *, opens: bool) -> bool:
    """Whether an offer leaves the names in what was found as they are.

    An offer that puts one capitalised word in place of another (Lugosi for Lugovi) is a guess
    at a person. ``opens`` tells that the first word has its capital from the sentence.
    """
    words = _WORD.findall(found)
    names = {word for word in words[1 if opens else 0 :] if word[0].isupper()}
    offered = set(_WORD.findall(offer))
    gone = {name for name in names - offered if not _has_stem(name, offered)}
    new = {word for word in offered - set(words) if word[0].isupper()}
    return not (gone and new)


def is_name_twice(found: str) -> bool:
    """Whether words are a name said twice (Duran Duran), or a score (won 6-2 6-2)."""
    first, _, second = found.partition(" ")
    return first == second and (first[:1].isupper() or first[:1].isdigit())


def is_dot(prose: str, start: int, end: int) -> bool:
    """Whether a full stop is the dot of an ending or a name (.museum, .net, Anderson .Paak)."""
    return prose[start:end].endswith(".") and prose[end : end + 1].isalnum()


def _has_stem(name: str, offered: Iterable[str]) -> bool:
    """Whether an offer has the same letters, joined, parted or possessive (US’s, Covid-19)."""
    bare = _letters(name)
    whole = "".join(map(_letters, offered))
    return bare in whole or bare.removesuffix("s") in whole


def _letters(word: str) -> str:
    return re.sub(r"['’-]", "", word).casefold()
