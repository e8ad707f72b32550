"""Frames: words in a row that cannot stand so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lint.checks.base import Check, Complaint, Mend, Slip, option
from lint.checks.casing import follow_apostrophe, follow_case
from lint.checks.framing.frame import Frame, numbers_in
from lint.checks.framing.notation import FrameError, Notation
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.late import late
from lint.patterns import Pattern
from lint.reading import Reading
from lint.rule import Rule
from lint.tuples import NamedTuple

_NEAR = 4  # words looked at before a frame for what stands under “not near”
_LOOK = 80  # code points in which those words, and the next one, are looked for
_BEFORE = late(r"([\w'’-]+)[ \u00a0]$")
_AFTER = late(r"[ \u00a0]([\w'’-]+)")
_WORD = late(r"[\w'’-]+")
_STOP = late(r"[.!?;:]\s|\n")
_INITIAL = late(r"[A-Z][a-z]")


class Entry(Frozen):
    """One frame, and what it is mended to."""

    frame: str = option("the words in a row, in the notation of the kind")
    use: str | None = option(
        "what to write instead of what is found; {2} is the second word of the frame, or what "
        "the list means by it",
        default=None,
    )
    note: str = option("a short reason, shown with the finding", default="")
    not_after: tuple[str, ...] = option(
        "words that clear the frame when one stands right before it", default=()
    )
    not_before: tuple[str, ...] = option(
        "words that clear the frame when one stands right after it", default=()
    )
    not_near: tuple[str, ...] = option(
        "words that clear the frame when one stands among the four before it", default=()
    )
    opens: bool | None = option(
        "true: only at the beginning of a sentence; false: only elsewhere", default=None
    )


class FramesOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("the frames")
    lists: dict[str, tuple[str, ...] | dict[str, str]] = option(
        "words under a name, for `<name>` in a frame; or words with what is meant by them",
        default={},
    )
    fixes: Literal["safe", "unsafe"] = option(
        "whether the mend may be written unasked", default="unsafe"
    )


class _Ready(NamedTuple):
    """An entry with its expressions made."""

    entry: Entry
    frame: Frame
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    not_near: re.Pattern[str]


class Frames(Check):
    """Words in a row that cannot stand so, whatever comes before and after: “to becomes”,
    “a the”, “one of the biggest bank in”. Not grammar, only frames that no sentence holds.

    In a frame ``a|b`` is either word, ``<verbs>`` a word of the list of that name, ``(very)``
    a word that may be absent, ``*`` any word, ``*ing`` and ``re*`` words that end or begin so,
    ``!of|for`` any word but these, ``*s!*ss|news`` one that ends so and is none of these,
    ``<number>`` a number, ``<name>`` a word with a capital; ``<end>`` at the end of a frame
    says that the clause must end there. What stands in square brackets is found; without
    brackets the whole frame is. Words stand one space apart: a comma, stop or hyphen
    between them is another frame.

    A frame is looked up by two neighbouring words of it; where these would be common ones,
    ``~`` before a word chooses it and the word before it. A list may say what is meant by
    each of its words, and the mend then writes that. Words under ``not after``, ``not
    before`` and ``not near`` clear the frame. Direct speech is passed over unless the rule
    says ``speech: check``::

        kind: frames
        lists:
          verbs: {becomes: become, goes: go}
        entries:
          - frame: able|unable|trying to [<verbs>]
            use: "{3}"
            not near: [who]
    """

    Options = FramesOptions
    message = "“{found}” cannot stand so here.{offer}"
    fields = ("offer",)
    speech = "skip"

    def __init__(self, rule: Rule, options: FramesOptions) -> None:
        super().__init__(rule, options)
        self._notation = Notation(options.lists)
        self._made: dict[int, _Ready] = {}

    def _frames(self) -> Iterator[tuple[int, Frame]]:
        for number, entry in enumerate(self.options.entries):
            yield number, self._notation.parse(entry.frame)

    def phrases(self) -> Iterable[Phrase]:
        """The pairs of words by which frames are known: looking those up costs nothing."""
        knowing: dict[str, list[int]] = {}
        for number, frame in self._frames():
            for words in frame.pair[1] if frame.pair is not None else ():
                knowing.setdefault(words, []).append(number)
        for words, numbers in knowing.items():
            yield Phrase(words, False, tuple(numbers))

    def patterns(self) -> Iterable[Pattern]:
        """The other frames, as expressions without their edges."""
        for number, frame in self._frames():
            if frame.pair is None:
                yield Pattern(frame.filter, number)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each frame that nothing beside it clears."""
        told: set[tuple[int, int]] = set()
        for hit in hits:
            for ready, match in self._matches(reading, hit):
                place = ready.frame.found(match)
                if place not in told and self._holds(reading, ready, match):
                    told.add(place)
                    yield self._slip(reading, ready, match)

    def _matches(self, reading: Reading, hit: Hit) -> Iterator[tuple[_Ready, re.Match[str]]]:
        prose = reading.prose
        if isinstance(hit.payload[-1], tuple):
            ready = self._ready(hit.payload[0])  # an expression: the entry, and its groups
            match = ready.frame.match(prose, hit.start)
            if match is not None:
                yield ready, match
            return
        block = reading.block_at(hit.start)
        floor = max(hit.start - _LOOK, block.start if block is not None else 0)
        for number in hit.payload:
            ready = self._ready(number)
            match = ready.frame.around(prose, floor, hit.start, hit.end)
            if match is not None:
                yield ready, match

    def _ready(self, number: int) -> _Ready:
        ready = self._made.get(number)
        if ready is None:
            entry = self.options.entries[number]
            ready = self._made[number] = _Ready(
                entry,
                self._notation.parse(entry.frame),
                self._notation.one_of(entry.not_after),
                self._notation.one_of(entry.not_before),
                self._notation.one_of(entry.not_near),
            )
        return ready

    def _holds(self, reading: Reading, ready: _Ready, match: re.Match[str]) -> bool:
        entry, prose = ready.entry, reading.prose
        # A capital inside a sentence makes a name of the word, or stands in a title.
        wanted = {entry.opens} - {None}
        if ready.frame.is_raised(match):
            wanted.add(True)
        if wanted and wanted != {reading.opens_sentence(match.start())}:
            return False
        block = reading.block_at(match.start())
        if block is None:
            return False
        before = prose[max(block.start, match.start() - _LOOK) : match.start()]
        after = prose[match.end() : min(block.end, match.end() + _LOOK)]
        return not (
            (entry.not_after and _clears(ready.not_after, _BEFORE.search(before)))
            or (entry.not_before and _clears(ready.not_before, _AFTER.match(after)))
            or (entry.not_near and _near(ready.not_near, before))
        )

    def _slip(self, reading: Reading, ready: _Ready, match: re.Match[str]) -> Slip:
        start, end = ready.frame.found(match)
        found = reading.prose[start:end]
        use = ready.entry.use
        right = ""
        if use is not None:
            right = follow_apostrophe(found, ready.frame.say(use, match))
            if _INITIAL.match(found) and reading.opens_sentence(start):
                right = follow_case(found[:2], right)
        return Slip(
            start,
            end,
            entry=ready.entry.frame,
            mends=() if use is None else (Mend(right, safety=self.options.fixes),),
            say={
                "use": right,
                "offer": f" Write “{right}”." if right else "",
                "note": ready.entry.note,
            },
        )

    def complaints(self) -> Iterator[Complaint]:
        """Frames that cannot be read, lists that are not there, mends that name no slot."""
        for number, entry in enumerate(self.options.entries):
            at = ("entries", number)
            try:
                frame = self._notation.parse(entry.frame)
            except FrameError as error:
                yield Complaint((*at, "frame"), str(error))
                continue
            highest = max(numbers_in(entry.use or ""), default=0)
            if highest > len(frame.slots):
                yield Complaint(
                    (*at, "use"), f"{{{highest}}} is asked for, but the frame has fewer words"
                )
            conditions = {
                "not after": entry.not_after,
                "not before": entry.not_before,
                "not near": entry.not_near,
            }
            for key, words in conditions.items():
                try:
                    self._notation.one_of(words)
                except FrameError as error:
                    yield Complaint((*at, key), str(error))


def _clears(words: re.Pattern[str], beside: re.Match[str] | None) -> bool:
    return beside is not None and _is_one(words, beside[1])


def _near(words: re.Pattern[str], before: str) -> bool:
    clause = _STOP.split(before)[-1]
    return any(_is_one(words, word) for word in _WORD.findall(clause)[-_NEAR:])


def _is_one(words: re.Pattern[str], word: str) -> bool:
    return words.fullmatch(word) is not None or words.fullmatch(word.lower()) is not None
