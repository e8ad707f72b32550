"""Every regular expression of every rule behind one filter, on a linear-time engine.

RE2 runs in time proportional to the text, so no pattern an editor writes can hang a save.
One RE2 set tells which patterns occur at all; only those are then run for their places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lint.index import Hit

# Bytes that the filter may take. Where it has too little, it forgets what it knows of the
# patterns again and again, and takes a hundred times as long; it takes no more than it needs.
_MOST_MEMORY = 64 << 20


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
    """A pattern as the filter keeps it: whose it is, and which of theirs."""

    owner: int
    nth: int
    text: str
    ignore_case: bool


class PatternIndex:
    """All patterns of all checks, owned by the number of the check that asked for them.

    ``patterns_of`` gives the patterns of an owner when one of them occurs.
    """

    def __init__(
        self, guarded: Sequence[Guarded], patterns_of: Callable[[int], Sequence[Pattern]]
    ) -> None:
        self._guarded = guarded
        self._patterns_of = patterns_of
        self._compiled: dict[int, Any] = {}
        self._filter: Any = None

    @classmethod
    def of(cls, patterns: Iterable[tuple[int, Pattern]]) -> PatternIndex:
        """The index of patterns that are there, each with the number of its owner."""
        lists: dict[int, list[Pattern]] = {}
        for owner, pattern in patterns:
            lists.setdefault(owner, []).append(pattern)
        return cls(guarded(lists), lists.__getitem__)

    def _make_filter(self) -> Any:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MOST_MEMORY
        found = re2.Set.SearchSet(options)
        for pattern in self._guarded:
            found.Add(f"(?i:{pattern.text})" if pattern.ignore_case else pattern.text)
        found.Compile()
        return found

    def look_up(self, prose: str) -> dict[int, list[Hit]]:
        """Every match of every pattern, by the number of its owner, in order of place."""
        hits: dict[int, list[Hit]] = {}
        if not self._guarded:
            return hits
        if self._filter is None:
            self._filter = self._make_filter()
        for number in sorted(self._filter.Match(prose.encode("utf-8", "replace")) or ()):
            owner, nth, text, ignore_case = self._guarded[number]
            compiled = self._compiled.get(number)
            if compiled is None:
                compiled = compile_pattern(text, ignore_case=ignore_case)
                self._compiled[number] = compiled
            payload = self._patterns_of(owner)[nth].payload
            for match in compiled.finditer(prose):
                if match.end() > match.start():
                    groups = (match.group(), *match.groups())
                    hits.setdefault(owner, []).append(
                        Hit(match.start(), match.end(), (payload, groups))
                    )
        for found in hits.values():
            found.sort(key=lambda hit: (hit.start, hit.end))
        return hits


def guarded(patterns: Mapping[int, Sequence[Pattern]]) -> list[Guarded]:
    """Patterns by owner as the filter keeps them."""
    return [
        Guarded(owner, nth, pattern.text, pattern.ignore_case)
        for owner, own in patterns.items()
        for nth, pattern in enumerate(own)
    ]
