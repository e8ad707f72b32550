"""The last resort: a regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lint.checks.base import Check, Complaint, Mend, Slip, option
from lint.checks.casing import follow_case
from lint.frozen import Frozen
from lint.index import Hit
from lint.late import late
from lint.patterns import BadPattern, Pattern, compile_pattern
from lint.reading import Reading

_GROUP = late(r"\\(\d)|\{(\d)\}")
_UNKNOWN_SYNTAX = (  # what other engines have and this one has not, and the way round it
    (
        late(r"\(\?<?[=!]"),
        "look-around is not known to this linear-time engine; match the neighbouring words as "
        "well, put them in round brackets, and write them back with \\1 in “use”",
    ),
    (
        late(r"(?<!\\)(?:\\\\)*\\[1-9]|\(\?P=|\\k<"),
        "back references are not known to this linear-time engine; write the alternatives out, "
        "or use the kind “repetition” for words that stand twice",
    ),
    (
        late(r"\(\?>|[*+?}]\+"),
        "atomic groups and possessive quantifiers are not known to this linear-time engine, and "
        "not needed: no pattern can run away; leave them out",
    ),
)


class Entry(Frozen):
    """One pattern, and what it is mended to."""

    pattern: str = option("a regular expression in RE2 syntax")
    use: str | None = option(
        "what to write instead; \\1 or {1} is what the first brackets matched", default=None
    )
    note: str = option("a short reason, shown with the finding", default="")
    ignore_case: bool = option("true: capitals make no difference", default=False)


class PatternOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("the patterns")
    fixes: Literal["safe", "unsafe"] = option(
        "whether the mend may be written unasked", default="unsafe"
    )
    once: bool = option(
        "true: an article is told once, at the first place, and mended in all; {times} in the "
        "message counts them",
        default=False,
    )


class PatternCheck(Check):
    """The last resort: a regular expression, for what no other kind can say.

    Patterns are RE2 (https://github.com/google/re2/wiki/Syntax), an engine whose time grows
    with the text and not with the pattern, so that none can hang a save; it has neither
    look-around nor back references. A pattern that matches across two paragraphs is not
    heard. ``\\b`` is a word boundary between ASCII letters; quotation marks in copy may be
    curly or straight (``['’]``).

    ::

        kind: pattern
        entries:
          - pattern: '\\bin a (several|many|few hundred) (\\w+s)\\b'
            use: in {1} {2}
    """

    Options = PatternOptions
    fields = ("times",)

    def patterns(self) -> Iterable[Pattern]:
        """Every pattern."""
        for entry in self.options.entries:
            yield Pattern(entry.pattern, entry, entry.ignore_case)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each match that its mend would change."""
        slips = list(self._slips(reading, hits))
        if self.options.once and slips:
            yield _all_at_once(slips)
        else:
            yield from slips

    def _slips(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        for hit in hits:
            entry, groups = hit.payload
            found = reading.prose[hit.start : hit.end]
            if entry.use is None:
                yield self._slip(hit, entry)
                continue
            right = _expand(entry.use, groups)
            if entry.ignore_case:
                right = follow_case(found, right)
            if right != found:
                yield self._slip(hit, entry, right)

    def _slip(self, hit: Hit, entry: Entry, right: str | None = None) -> Slip:
        bare = right is None and not self.rule.message
        return Slip(
            hit.start,
            hit.end,
            entry=entry.pattern,
            mends=() if right is None else (Mend(right, safety=self.options.fixes),),
            say={"use": right or "", "note": entry.note},
            message="These words should not stand here." if bare else "",
        )

    def complaints(self) -> Iterator[Complaint]:
        """Patterns that the engine refuses, that match nothing at all, or lack a group."""
        for number, entry in enumerate(self.options.entries):
            at = ("entries", number, "pattern")
            try:
                compiled = compile_pattern(entry.pattern, ignore_case=entry.ignore_case)
            except BadPattern as error:
                yield Complaint(at, f"this pattern cannot be used: {_explained(entry, error)}")
                continue
            if compiled.fullmatch(""):
                yield Complaint(at, "this pattern matches where nothing stands; make it stricter")
            highest = max((_number(group) for group in _GROUP.finditer(entry.use or "")), default=0)
            if highest > compiled.groups:
                yield Complaint(
                    ("entries", number, "use"),
                    f"{{{highest}}} is asked for, but the pattern has "
                    f"{compiled.groups} pairs of round brackets",
                )


def _all_at_once(slips: Sequence[Slip]) -> Slip:
    """The first of some slips, with one mend for them all."""
    first = slips[0]
    if len(slips) == 1:
        return first._replace(say={**first.say, "times": "once"})
    mends = [slip.mends[0] for slip in slips if slip.mends]
    edits = tuple(
        (slip.start, slip.end, mend.text) for slip, mend in zip(slips, mends, strict=False)
    )
    together = Mend(
        title=f"Mend all {len(slips)} places",
        safety=first.mends[0].safety if first.mends else "display",
        edits=edits,
    )
    return first._replace(
        say={**first.say, "times": f"{len(slips)} times"},
        mends=(together,) if len(mends) == len(slips) else (),
    )


def _expand(use: str, groups: Sequence[str | None]) -> str:
    """The mend with what the groups matched put in."""
    return _GROUP.sub(lambda group: groups[_number(group)] or "", use)


def _number(group: re.Match[str]) -> int:
    return int(group[1] or group[2])


def _explained(entry: Entry, error: BadPattern) -> str:
    """The engine's reason, and the way out where the syntax belongs to another engine."""
    for unknown, way_out in _UNKNOWN_SYNTAX:
        if unknown.search(entry.pattern):
            return f"{way_out} ({error})"
    return str(error)
