"""What a regular expression cannot do without: texts of which one stands in every match.

Looking for a text is far cheaper than compiling an expression, so of hundreds of patterns
only those are compiled for an article that may occur in it. (The idea is that of the
prefilters of RE2, https://github.com/google/re2, and of Russ Cox, “Regular Expression
Matching with a Trigram Index”, 2012.)
"""

from __future__ import annotations

import re
from typing import Any

from lint.late import late

_MOST = 40  # texts for one pattern; more would cost more than they save
_RUNS = 16  # ways of writing a run of letters
_EVERYWHERE = " \n.,-'’\"“”"  # characters that stand in nearly every article, as letters do
_CODE = late(r"\\x\{([0-9A-Fa-f]+)\}")  # how RE2 writes a character by its number

_Parts = list[tuple[Any, Any]]  # of the tree of re: operations, each with its value


def anchors_of(text: str, *, ignore_case: bool = False) -> tuple[str, ...]:
    """Case-folded texts, one of which stands in the case-folded text of every match.

    Empty where none can be told. Whatever the pattern says of case is left aside, since case
    is folded on both sides.
    """
    if "[:" in text:
        return ()  # [[:alpha:]] is a class to RE2 and something else to Python
    try:
        import re._parser as parser  # type: ignore[import-not-found]  # undocumented, so guarded

        readable = _CODE.sub(lambda code: f"\\U{code[1]:0>8}", text)
        tree = parser.parse(readable, re.IGNORECASE if ignore_case else 0)
        found = _of_row(list(tree)) or set()
    except Exception:  # what Python cannot read has no anchors, and is always looked for
        return ()
    if len(found) > _MOST or not all(map(_is_telling, found)):
        return ()
    return tuple(sorted(found, key=lambda anchor: (len(anchor), anchor)))


def _is_telling(anchor: str) -> bool:
    """Whether a text is absent from most articles."""
    everywhere = (anchor.isalnum() and anchor.isascii()) or anchor in _EVERYWHERE
    return len(anchor) > 1 or not everywhere


def _of_row(parts: _Parts) -> set[str] | None:
    """The best anchors of parts that follow each other."""
    best: set[str] | None = None
    runs = {""}
    for operation, value in parts:
        letters, goes_on = _letters(str(operation), value)
        if letters and len(runs) * len(letters) <= _RUNS:
            runs = {run + letter for run in runs for letter in letters}
        else:
            best, runs = _better(best, runs), {""}
            best = _better(best, letters or _of_part(str(operation), value))
        if not goes_on:
            best, runs = _better(best, runs), {""}
    return _better(best, runs)


def _letters(name: str, value: Any) -> tuple[set[str], bool]:
    """The few texts that one part can be, and whether the next part follows each directly."""
    if name == "LITERAL":
        return {chr(value).casefold()}, True
    if name == "IN" and all(str(operation) == "LITERAL" for operation, _ in value):
        letters = {chr(letter).casefold() for _, letter in value}
        return (letters if len(letters) <= _RUNS else set()), True
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = value
        if least and len(body) == 1:
            once, _ = _letters(str(body[0][0]), body[0][1])
            return {letter * least for letter in once} if len(once) == 1 else once, least == most
    return set(), False


def _of_part(name: str, value: Any) -> set[str] | None:
    """The anchors of a part that is no run of letters."""
    if name == "SUBPATTERN":
        return _of_row(list(value[-1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_row(list(value[2])) if value[0] else None
    if name == "BRANCH":
        found: set[str] = set()
        for branch in value[1]:
            own = _of_row(list(branch))
            if not own:
                return None
            found |= own
        return found
    return None


def _better(one: set[str] | None, other: set[str] | None) -> set[str] | None:
    """Of two sets the one whose texts are longer and rarer; of equals the smaller one."""
    if not other or "" in other or len(other) > _MOST:
        return one
    return other if not one or _worth(other) > _worth(one) else one


def _worth(anchors: set[str]) -> tuple[bool, int, int]:
    return all(map(_is_telling, anchors)), min(*map(len, anchors), 6), -len(anchors)
