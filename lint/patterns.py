"""Every regular expression of every rule behind one filter, on a linear-time engine.

RE2 runs in time proportional to the text, so no pattern an editor writes can hang a save.
A few RE2 sets tell which patterns occur at all; only those are then run for their places. For
the first few articles, which the sets would take longer to make than to check, the words and
letters that they cannot do without tell which may occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lint.anchors import anchors_of, may_hold
from lint.index import Hit
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.watchwords import Watch

# Bytes that the filter may take. Where it has too little, it forgets what it knows of the
# patterns again and again, and takes a hundred times as long; it takes no more than it needs.
_MOST_MEMORY = 64 << 20
_MANY = 12  # patterns that are cheaper to sift together than to compile one by one
_EARNED = 60_000  # characters of articles for which anchors will do
# Patterns of one set. Its states are combinations of how far each pattern has come, and each is
# worked out when it is first met: one set of 586 patterns took 726 µs for a new article, six of a
# hundred take 129. Neighbours in the order of their texts begin alike and share states.
_TOGETHER = 100


class BadPattern(ValueError):
    """A pattern that the engine refuses; the message says why, in the engine's words."""


class Pattern(NamedTuple):
    """A regular expression (RE2 syntax) that a check wants to hear of.

    ``payload`` comes back with each hit as ``(payload, groups)``, where groups[0] is the
    whole match and a group that took no part is None.
    """

    text: str
    payload: Any
    ignore_case: bool = False


def compile_pattern(text: str, *, ignore_case: bool = False) -> Any:
    """Compile a pattern on RE2.

    Raises:
        BadPattern: the pattern is no RE2 (look-around and back references are not).
    """
    import re2

    options = re2.Options()
    options.case_sensitive = not ignore_case
    options.log_errors = False
    try:
        return re2.compile(text, options=options)
    except re2.error as error:
        reason = error.args[0]
        raise BadPattern(reason.decode() if isinstance(reason, bytes) else str(reason)) from error


class Guarded(NamedTuple):
    """A pattern as the filter keeps it: whose it is, which of theirs, what it cannot do without.

    ``anchors`` are those of :func:`lint.anchors.anchors_of`.
    """

    owner: int
    nth: int
    text: str
    ignore_case: bool
    anchors: Sequence[Sequence[str]] = ()


class PatternIndex:
    """All patterns of all checks, owned by the number of the check that asked for them.

    ``patterns_of`` gives the patterns of an owner when one of them occurs, ``watch`` the words
    that tell which may.
    """

    def __init__(
        self,
        guarded: Sequence[Guarded],
        patterns_of: Callable[[int], Sequence[Pattern]],
        watch: Callable[[], Watch],
    ) -> None:
        self._guarded = guarded
        self._patterns_of = patterns_of
        self._watch = watch
        self._compiled: dict[tuple[str, bool], Any] = {}
        self._filters: list[_Filter] = []
        self._looked = 0

    @classmethod
    def of(cls, patterns: Iterable[tuple[int, Pattern]]) -> PatternIndex:
        """The index of patterns that are there, each with the number of its owner."""
        lists: dict[int, list[Pattern]] = {}
        for owner, pattern in patterns:
            lists.setdefault(owner, []).append(pattern)
        kept = guarded(lists)
        return cls(kept, lists.__getitem__, lambda: watch_of(kept))

    def _candidates(self, prose: str) -> Sequence[int]:
        """The numbers of the patterns that may occur: those whose anchors stand there.

        From some articles on it pays to make the filters, which know those that do occur.
        """
        if not self._filters:
            self._looked += len(prose)
            if self._looked < _EARNED:
                return self._anchored(prose)
            self._filters = _filters(list(self._guarded), range(len(self._guarded)))
        return _occurring(self._filters, prose)

    def _anchored(self, prose: str) -> list[int]:
        seen = self._watch().seen(prose)
        folded = prose.casefold()
        may = [
            number
            for number in sorted(range(len(self._guarded)) if seen is None else seen)
            if may_hold(folded, self._guarded[number].anchors)
        ]
        # Of what was compiled before nothing is to be saved; else a filter is cheaper to make.
        new = [n for n in may if self._guarded[n][2:4] not in self._compiled]
        if len(new) < _MANY:
            return may
        occurring = _occurring(_filters(self._guarded, new), prose)
        return sorted({*may} - {*new} | {*occurring})

    def look_up(self, prose: str) -> dict[int, list[Hit]]:
        """Every match of every pattern, by the number of its owner, in order of place."""
        hits: dict[int, list[Hit]] = {}
        if not self._guarded:
            return hits
        for number in self._candidates(prose):
            owner, nth, text, ignore_case, _ = self._guarded[number]
            compiled = self._compiled.get((text, ignore_case))  # rules may share one
            if compiled is None:
                compiled = compile_pattern(text, ignore_case=ignore_case)
                self._compiled[text, ignore_case] = compiled
            found = [match for match in compiled.finditer(prose) if match.end() > match.start()]
            if not found:
                continue
            payload = self._patterns_of(owner)[nth].payload
            hits.setdefault(owner, []).extend(
                Hit(match.start(), match.end(), (payload, (match.group(), *match.groups())))
                for match in found
            )
        for own in hits.values():
            own.sort(key=lambda hit: (hit.start, hit.end))
        return hits


# A set on RE2, and the numbers of its patterns in the order in which it has them.
_Filter = tuple[Any, Sequence[int]]


def _filters(patterns: Sequence[Guarded], numbers: Iterable[int]) -> list[_Filter]:
    """Filters that between them know the patterns of some numbers."""
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MOST_MEMORY
    alike = sorted(numbers, key=lambda number: patterns[number].text)
    made: list[_Filter] = []
    for start in range(0, len(alike), _TOGETHER):
        members = alike[start : start + _TOGETHER]
        found = re2.Set.SearchSet(options)
        for number in members:
            pattern = patterns[number]
            found.Add(f"(?i:{pattern.text})" if pattern.ignore_case else pattern.text)
        found.Compile()
        made.append((found, members))
    return made


def _occurring(filters: Iterable[_Filter], prose: str) -> list[int]:
    """The numbers of the patterns that occur, in order."""
    raw = prose.encode("utf-8", "replace")
    return sorted(members[place] for found, members in filters for place in found.Match(raw) or ())


def guarded(patterns: Mapping[int, Sequence[Pattern]]) -> list[Guarded]:
    """Patterns by owner as the filter keeps them."""
    return [
        Guarded(
            owner,
            nth,
            pattern.text,
            pattern.ignore_case,
            anchors_of(pattern.text, ignore_case=pattern.ignore_case),
        )
        for owner, own in patterns.items()
        for nth, pattern in enumerate(own)
    ]


def watch_of(patterns: Sequence[Guarded]) -> Watch:
    """The words that patterns cannot do without, by their numbers."""
    from lint.watchwords import Watch, watchwords_of

    return Watch.of(
        {
            number: watchwords_of(pattern.text, ignore_case=pattern.ignore_case)
            for number, pattern in enumerate(patterns)
        }
    )
