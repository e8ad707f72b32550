"""The words that a regular expression cannot do without: of a row of them, one stands in every
match, as whole words.

A few letters (:mod:`lint.anchors`) have to be looked for in an article pattern by pattern. Whole
words are looked up, as phrases are, all those of all patterns in one walk along a trie, so that
a pattern costs nothing where its words are not there. Article and expressions are
reduced to the same few characters first: letters of ASCII in small, one 0 for any number, and one
space for whatever else stands between them. What comes out is a superset: nothing that
matches is lost, and what does not is seen off by the expression itself.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from lint.index import key_of
from lint.late import late
from lint.mapped import numbers_in, trie_in, view_of
from lint.tuples import NamedTuple

_MOST = 128  # rows of words for one pattern
_LONGEST = 80  # characters of one
_STEPS = 5_000  # on the way along one expression; nested repetitions double their number
_CLASS = 300  # characters of a class that are looked at one by one
# Not of ASCII, and yet the same as a letter that is where case is ignored: long s, kelvin.
_FOLDED = frozenset("\u017f\u212a")
_DIGITS = late(rb"[0-9]+")
_SPACE = late(rb" ")
_CODE = late(r"\\x\{([0-9A-Fa-f]+)\}")  # how RE2 writes a character by its number
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_EDGES = frozenset(
    ("AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING", "AT_END", "AT_END_STRING")
)  # of a word, and of a text or line: none of them has a letter on both sides

_Parts = Iterable[tuple[Any, Any]]  # of the tree of re: operations, each with its value
_Runs = frozenset[str]  # what a match may have had last, reduced: one of them it had
_NOTHING_KNOWN: _Runs = frozenset(("",))


def watchwords_of(text: str, *, ignore_case: bool = False) -> tuple[bytes, ...]:
    """Rows of words, of which one stands in every match, as :func:`reduced` has them.

    Empty where none can be told.
    """
    if "[:" in text or "{," in text or not _FOLDED.isdisjoint(text):
        return ()  # [[:alpha:]] and x{,3} are something else to Python
    try:
        import re._parser as parser  # type: ignore[import-not-found]  # undocumented, so guarded

        readable = _CODE.sub(lambda code: f"\\U{code[1]:0>8}", text)
        found: list[_Runs] = []
        tree = parser.parse(readable, re.IGNORECASE if ignore_case else 0)
        found.append(_Walk().along(tree, _NOTHING_KNOWN, found))
    except Exception:  # what Python cannot read is always looked for
        return ()
    groups = [frozenset(map(_whole_words, runs)) for runs in found]
    best = max((group for group in groups if "" not in group), key=_worth, default=frozenset())
    rows = [f" {words} " for words in sorted(best)]
    needed = [row for row in rows if not any(other in row for other in rows if other is not row)]
    return tuple(row.encode() for row in needed)


def _whole_words(run: str) -> str:
    """The words of a run that are whole in it: at its ends a word may have gone on."""
    first, last = run.find(" "), run.rfind(" ")
    inside = run[first:last] if 0 <= first < last else ""
    return " ".join(re.sub("0+", "0", inside).split())


def _worth(group: _Runs) -> tuple[int, int, int]:
    """How much a group tells: its rows are of many words, long and few."""
    fewest = min(words.count(" ") for words in group)
    return fewest, min(map(len, group)), -len(group)


def _lengthened(runs: _Runs, text: str) -> _Runs:
    return frozenset([(run + text)[-_LONGEST:] for run in runs]) if text else runs


class _Walk:
    """Goes along the tree of an expression, as far as some thousands of steps lead.

    Of each method ``runs`` is what a match may have had last before what is walked along, what
    it may have behind it is returned, and what it must have had on the way is put into ``found``.
    """

    def __init__(self) -> None:
        self._left = _STEPS

    def along(self, parts: _Parts, runs: _Runs, found: list[_Runs]) -> _Runs:
        """Along some parts, one behind the other.

        Raises:
            ValueError: the expression is too large to be told anything of.
        """
        text = ""  # of literals one behind the other
        for operation, value in parts:
            self._left -= 1
            if self._left < 0:
                raise ValueError("too many steps")
            name = str(operation)
            if name == "LITERAL":
                text += _reduced(chr(value))
                continue
            runs = self._behind(name, value, _lengthened(runs, text), found)
            text = ""
        return _lengthened(runs, text)

    def _behind(self, name: str, value: Any, runs: _Runs, found: list[_Runs]) -> _Runs:
        if name == "SUBPATTERN":
            return self.along(value[-1], runs, found)
        if name == "BRANCH":
            return self._branched(value[1], runs, found)
        if name in _REPEATS:
            return self._repeated(value, runs, found)
        letters = _letters(name, value)
        if letters and len(runs) * len(letters) <= _MOST:
            return frozenset((run + letter)[-_LONGEST:] for run in runs for letter in letters)
        found.append(runs)
        return frozenset(letters) if 0 < len(letters) <= _MOST else _NOTHING_KNOWN

    def _branched(self, branches: Sequence[_Parts], runs: _Runs, found: list[_Runs]) -> _Runs:
        ways = [self._way(branch, runs) for branch in branches]
        if sum(len(last) for _, last in ways) > _MOST:
            found.append(runs)
            ways = [self._way(branch, _NOTHING_KNOWN) for branch in branches]
        if all(groups for groups, _ in ways):
            for group in zip(*(groups for groups, _ in ways), strict=False):
                found.append(frozenset().union(*group))
        together = frozenset[str]().union(*(last for _, last in ways))
        return together if len(together) <= _MOST else _NOTHING_KNOWN

    def _way(self, parts: _Parts, runs: _Runs) -> tuple[list[_Runs], _Runs]:
        found: list[_Runs] = []
        return found, self.along(parts, runs, found)

    def _repeated(self, value: tuple[int, Any, _Parts], runs: _Runs, found: list[_Runs]) -> _Runs:
        least, most, body = value
        once = self.along(body, runs, found if least else [])
        ways = once if least else runs | once
        if most != 1 and not _is_the_same_again(body):
            ways |= self.along(body, _NOTHING_KNOWN, [])  # another time, behind whatever was there
        if len(ways) <= _MOST:
            return ways
        found.append(runs)
        return _NOTHING_KNOWN


def _is_the_same_again(body: _Parts) -> bool:
    """Whether, reduced, a part many times over is the part once: a number, a gap."""
    parts = list(body)
    return len(parts) == 1 and _letters(str(parts[0][0]), parts[0][1]) in ({"0"}, {" "})


def _letters(name: str, value: Any) -> set[str]:
    """The characters, reduced, that one part may be; none where that cannot be told."""
    if name == "LITERAL":
        return {_reduced(chr(value))}
    if name == "AT":
        return {" "} if str(value) in _EDGES else set()
    if name != "IN":
        return set()
    letters: set[str] = set()
    for operation, inner in value:
        what = str(operation)
        if what == "LITERAL":
            letters.add(_reduced(chr(inner)))
        elif what == "RANGE" and inner[1] - inner[0] < _CLASS:
            letters.update(_reduced(chr(code)) for code in range(inner[0], inner[1] + 1))
        elif what == "CATEGORY" and str(inner) in ("CATEGORY_DIGIT", "CATEGORY_SPACE"):
            letters.add("0" if str(inner) == "CATEGORY_DIGIT" else " ")
        else:
            return set()
    return letters


@cache
def _reduced(char: str) -> str:
    letter = key_of(char).decode()
    return "0" if letter.isdigit() else letter


def reduced(prose: str) -> bytes:
    """A text as its words: letters of ASCII in small, 0 for any number, a space between and
    around them."""
    return b" %b " % b" ".join(_DIGITS.sub(b"0", key_of(prose)).split())


class Watch(NamedTuple):
    """The rows of words of all patterns, and whose each is.

    ``trie`` numbers the rows, of which ``longest`` is the length; the patterns of row ``n`` are
    those whose numbers stand in ``patterns`` from ``starts[n]`` up to ``starts[n + 1]``.
    ``unwatched`` are the patterns that have none.
    """

    trie: Any
    longest: int
    starts: Sequence[int]
    patterns: Sequence[int]
    unwatched: Sequence[int]

    @classmethod
    def of(cls, rows: Mapping[int, Iterable[bytes]]) -> Watch:
        """The watch of some patterns, by number, with the rows of words of each."""
        from marisa_trie import BinaryTrie

        whose: dict[bytes, list[int]] = {}
        for number, own in rows.items():
            for row in own:
                whose.setdefault(row, []).append(number)
        trie = BinaryTrie(whose)
        starts, patterns = array("I", [0]), array("I")
        for _, row in sorted((trie.get(row), row) for row in whose):
            patterns.extend(whose[row])
            starts.append(len(patterns))
        unwatched = [number for number, own in rows.items() if not own]
        return cls(trie, max(map(len, whose), default=0), starts, patterns, unwatched)

    def packed(self) -> dict[str, bytes]:
        """The watch as bytes by part, for a compiled stylebook."""
        return {
            "rows": self.trie.tobytes(),
            "longest": str(self.longest).encode(),
            "starts": array("I", self.starts).tobytes(),
            "patterns": array("I", self.patterns).tobytes(),
            "unwatched": array("I", self.unwatched).tobytes(),
        }

    @classmethod
    def unpacked(cls, packed: Mapping[str, bytes]) -> Watch:
        """What :meth:`packed` gave, made whole again."""
        names = ("starts", "patterns", "unwatched")
        numbers = {name: numbers_in(view_of(packed, name)) for name in names}
        trie = trie_in(view_of(packed, "rows"), "BinaryTrie")
        return cls(trie, int(packed["longest"]), **numbers)

    def seen(self, prose: str) -> set[int] | None:
        """The patterns that may occur in a text; None where words do not tell."""
        if not _FOLDED.isdisjoint(prose):
            return None
        text, longest, starts = reduced(prose), self.longest, self.starts
        prefixes, number = self.trie.prefixes, self.trie.get
        numbers: set[int] = set()
        for place in _SPACE.finditer(text):
            start = place.start()
            numbers.update(map(number, prefixes(text[start : start + longest])))
        found = set(self.unwatched)
        for row in numbers:
            found.update(self.patterns[starts[row] : starts[row + 1]])
        return found
