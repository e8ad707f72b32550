"""Every regular expression of every rule behind one filter, on a linear-time engine.

RE2 runs in time proportional to the text, so no pattern an editor writes can hang a save.
One RE2 set tells which patterns occur at all; only those are then run for their places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lint.index import Hit


class BadPattern(ValueError):
    """A pattern that the engine refuses; the message says why, in the engine's words."""


@dataclass(frozen=True, slots=True)
class Pattern:
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


class PatternIndex:
    """All patterns of all checks, owned by the number of the check that asked for them."""

    def __init__(self, patterns: Iterable[tuple[int, Pattern]]) -> None:
        self._patterns = list(patterns)
        self._compiled: dict[int, Any] = {}
        self._filter: Any = None

    def _make_filter(self) -> Any:
        import re2

        options = re2.Options()
        options.log_errors = False
        found = re2.Set.SearchSet(options)
        for _, pattern in self._patterns:
            found.Add(f"(?i:{pattern.text})" if pattern.ignore_case else pattern.text)
        found.Compile()
        return found

    def look_up(self, prose: str) -> dict[int, list[Hit]]:
        """Every match of every pattern, by the number of its owner, in order of place."""
        hits: dict[int, list[Hit]] = {}
        if not self._patterns:
            return hits
        if self._filter is None:
            self._filter = self._make_filter()
        for number in sorted(self._filter.Match(prose.encode("utf-8", "replace")) or ()):
            owner, pattern = self._patterns[number]
            compiled = self._compiled.get(number)
            if compiled is None:
                compiled = compile_pattern(pattern.text, ignore_case=pattern.ignore_case)
                self._compiled[number] = compiled
            for match in compiled.finditer(prose):
                if match.end() > match.start():
                    groups = (match.group(), *match.groups())
                    hits.setdefault(owner, []).append(
                        Hit(match.start(), match.end(), (pattern.payload, groups))
                    )
        for found in hits.values():
            found.sort(key=lambda hit: (hit.start, hit.end))
        return hits
