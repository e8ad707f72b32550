"""Checks as the parts of a compiled stylebook; :mod:`lint.stylebook.compiled` opens them."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from lint.checks.base import Check
from lint.frozen import replace
from lint.index import Phrase, keyed
from lint.patterns import guarded, watch_of
from lint.roster import EXCEPTION, phrases_of, sentries
from lint.rule import Card, Rule
from lint.stylebook.compiled import RULE
from lint.stylebook.packing import pack, shape_of
from lint.stylebook.rows import packed_rows

_MANY = 8  # items of a list from which on they are unpacked one by one


def parts_of(checks: Sequence[Check]) -> dict[str, bytes]:
    """The parts of a compiled stylebook that hold its checks."""
    cards = [Card.of(check.rule, whole=check.whole) for check in checks]
    phrases = {number: phrases_of(check) for number, check in enumerate(checks)}
    finder, owners = keyed(phrases)
    patterns = guarded({n: list(check.patterns()) for n, check in enumerate(checks)})
    standing = dict(sentries(checks))
    parts = {
        "cards": _json(cards),
        "longest": _json(finder.longest if finder else 0),
        "phrases": finder.trie.tobytes() if finder else b"",
        "starts": array("I", owners.starts).tobytes(),
        "owners": array("I", owners.owners).tobytes(),
        "nths": array("I", owners.nths).tobytes(),
        "patterns": packed_rows(patterns),
        **{f"watch/{name}": part for name, part in watch_of(patterns).packed().items()},
        "sentries": _json(list(standing)),
        "advised": _json(sorted({check.rule.kind for check in checks if check.advised})),
    }
    shapes = {check.rule.kind: shape_of(type(check).Options) for check in checks}
    parts["shapes"] = _json({RULE: shape_of(Rule), **shapes})
    for number, check in enumerate(checks):
        rule = pack(replace(check.rule, options=None), Rule)
        options = pack(check.rule.options, type(check).Options)
        parts.update(_taken_out(f"about/{number}", rule))
        parts.update(_taken_out(f"rows/{number}", options))
        parts[f"rule/{number}"] = _json([rule, options])
        with suppress(TypeError):  # what a phrase hands back may be more than plain data
            parts[f"phrases/{number}"] = packed_rows(map(_phrase_row, phrases[number]))
    for kind, sentry in standing.items():
        parts.update({f"{kind}/{name}": part for name, part in sentry.packed().items()})
    return parts


def _taken_out(name: str, packed: list[Any]) -> Iterator[tuple[str, bytes]]:
    """The long lists among packed fields, each as a part of its own; their places are emptied."""
    for place, value in enumerate(packed):
        if type(value) is list and len(value) >= _MANY:
            yield f"{name}/{place}", packed_rows(value)
            packed[place] = None


def _phrase_row(phrase: Phrase) -> list[Any]:
    """A phrase as JSON has it; one in which its rule never speaks has no payload."""
    held = phrase.payload is EXCEPTION
    return [phrase.text, phrase.exact] if held else list(phrase)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
