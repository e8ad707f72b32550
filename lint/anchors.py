"""What a regular expression cannot do without: groups of texts, of each of which one text
stands in every match.

Looking for a text is far cheaper than compiling an expression, so of hundreds of patterns
only those are compiled for an article that may occur in it. (The idea is that of the
prefilters of RE2, https://github.com/google/re2, and of Russ Cox, “Regular Expression
Matching with a Trigram Index”, 2012.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lint.late import late

_MOST = 40  # texts for one pattern; more would cost more than they save
_GROUPS = 3  # groups for one pattern: those that tell most
_RUNS = 16  # ways of writing a run of letters
_EVERYWHERE = " \n.,-'’\"“”"  # characters that stand in nearly every article, as letters do
_CODE = late(r"\\x\{([0-9A-Fa-f]+)\}")  # how RE2 writes a character by its number

_Parts = list[tuple[Any, Any]]  # of the tree of re: operations, each with its value
_Group = set[str]  # texts of which one must be there


def anchors_of(text: str, *, ignore_case: bool = False) -> tuple[tuple[str, ...], ...]:
    """Groups of case-folded texts: one of each group stands in the case-folded text of a match.

    Empty where none can be told. Whatever the pattern says of case is left aside, since case
    is folded on both sides.
    """
    if "[:" in text:
        return ()  # [[:alpha:]] is a class to RE2 and something else to Python
    try:
        import re._parser as parser  # type: ignore[import-not-found]  # undocumented, so guarded

        readable = _CODE.sub(lambda code: f"\\U{code[1]:0>8}", text)
        tree = parser.parse(readable, re.IGNORECASE if ignore_case else 0)
        found = _of_row(list(tree))
    except Exception:  # what Python cannot read has no anchors, and is always looked for
        return ()
    telling = [group for group in found if len(group) <= _MOST and all(map(_is_telling, group))]
    best = sorted(telling, key=_worth, reverse=True)[:_GROUPS]
    return tuple(tuple(sorted(group, key=lambda one: (len(one), one))) for group in best)


def may_hold(folded: str, anchors: Iterable[Iterable[str]]) -> bool:
    """Whether a case-folded text has an anchor of every group."""
    return all(any(map(folded.__contains__, group)) for group in anchors)


def _is_telling(anchor: str) -> bool:
    """Whether a text is absent from most articles."""
    everywhere = (anchor.isalnum() and anchor.isascii()) or anchor in _EVERYWHERE
    return len(anchor) > 1 or not everywhere


def _of_row(parts: _Parts) -> list[_Group]:
    """The groups of parts that follow each other: those of each of them."""
    found: list[_Group] = []
    runs = {""}
    for operation, value in parts:
        letters, goes_on = _letters(str(operation), value)
        if letters and len(runs) * len(letters) <= _RUNS:
            runs = {run + letter for run in runs for letter in letters}
        else:
            found += [runs, *([letters] if letters else _of_part(str(operation), value))]
            runs = {""}
        if not goes_on:
            found.append(runs)
            runs = letters or {""}  # a row of spaces ends with one
    return [group for group in (*found, runs) if group and "" not in group]


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


def _of_part(name: str, value: Any) -> list[_Group]:
    """The groups of a part that is no run of letters."""
    if name == "SUBPATTERN":
        return _of_row(list(value[-1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _of_row(list(value[2])) if value[0] else []
    if name == "BRANCH":
        branches = [_of_row(list(branch)) for branch in value[1]]
        if all(branches):
            return [set().union(*(max(groups, key=_worth) for groups in branches))]
    return []


def _worth(group: _Group) -> tuple[bool, int, int]:
    """How much a group tells: its texts are long and few."""
    return all(map(_is_telling, group)), min(*map(len, group), 6), -len(group)
