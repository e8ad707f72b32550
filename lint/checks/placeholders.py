"""Placeholders: dummy text, notes to the desk and codes that were to be replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lint.checks.base import Check, Complaint, Slip, option
from lint.frozen import Frozen
from lint.index import Hit, Phrase
from lint.late import late
from lint.patterns import Pattern
from lint.reading import Reading

Role = Literal["phrase", "field", "note", "code", "blank"]

_SHORT = 8  # words: a line of a template, not a sentence
_CAPITALISED = late(r"[A-Z][\w'’.-]*")
_BEFORE = late(r"([\w'’.-]+)[ \u00a0]$")
_AFTER = late(r"[ \u00a0]([\w'’.-]+)")
_ASKS = frozenset("insert add put enter paste type write your".split())
_BLANKS = {
    "??": r"(?m:^|[\s(\[])(\?{2,4})(?m:[\s)\],;]|$)|\d(\?{2,3})",
    "___": r"(_{3,})",
    "XX": r"(?m:^|[\s(£$€])(X{2,4}|x{2,4}) ?(?:per cent|percent|%|pc|million|billion|m|bn|p|"
    r"people|years|year-old|miles|km)\b|[£$€](X{1,4}|x{1,4})(?:m|bn|k|,000)?\b",
    "{{ }}": r"(\{\{[^{}\n]{1,40}\}\}|\$\{[^{}\n]{1,40}\}|<(?:insert|INSERT)[^<>\n]{1,40}>)",
}
_MOST_BLANKS = 3  # in one article; more are what is left of letters that could not be read


class PlaceholdersOptions(Frozen):
    """What a rule of this kind may say."""

    phrases: tuple[str, ...] = option(
        "words that are never copy: lorem ipsum, byline here", default=()
    )
    fields: tuple[str, ...] = option(
        "what templates have in their fields (headline here); found only in a short line, in "
        "capitals, in brackets or after “insert”",
        default=(),
    )
    notes: tuple[str, ...] = option(
        "words with which a note in brackets begins: check, insert, TBC", default=()
    )
    codes: tuple[str, ...] = option(
        "codes in capitals: TK, TKTK; not found beside a name (TK Maxx)", default=()
    )
    blanks: tuple[Literal["??", "___", "XX", "{{ }}"], ...] = option(
        "marks that stand for something missing: ?? ___ XX {{ }}", default=()
    )


class Placeholders(Check):
    """What stood in the copy for something else and was not replaced.

    *Phrases* are never copy, whatever their case. *Fields* are what a template has in its
    fields, such as “headline here”; they are ordinary words too (tourists heading here), so
    they are found only where they fill a short line, stand in capitals or brackets, or come
    after “insert” or “add”. *Notes* are found at the beginning of brackets: [check],
    (TBC), [insert name]. *Codes* are found in capitals and not beside a name, so that TK
    Maxx and Super Bowl XXX are left alone. *Blanks* are marks for what is missing: “??”
    that stands alone, “___”, “XX per cent” or “£XXm”, “{{name}}”. Direct speech is left
    alone, because brackets in it are an editor’s insertion::

        kind: placeholders
        notes: [check, TBC, insert]
        codes: [TK, TKTK]
    """

    Options = PlaceholdersOptions
    message = "“{found}” looks like a placeholder that was not replaced."
    speech = "skip"

    def phrases(self) -> Iterable[Phrase]:
        """The literals of the rule, each with its role."""
        options = self.options
        roles: tuple[tuple[Role, tuple[str, ...], bool], ...] = (
            ("phrase", options.phrases, False),
            ("field", options.fields, False),
            ("note", options.notes, False),
            ("code", options.codes, True),
        )
        for role, texts, exact in roles:
            for text in texts:
                yield Phrase(text, exact, role)

    def patterns(self) -> Iterable[Pattern]:
        """The blanks."""
        for blank in self.options.blanks:
            yield Pattern(_BLANKS[blank], "blank")

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each placeholder that its company does not explain."""
        blanks = [hit for hit in hits if isinstance(hit.payload, tuple)]
        for hit in hits:
            if isinstance(hit.payload, tuple):
                if len(blanks) <= _MOST_BLANKS:
                    yield from _blank(reading, hit)
                continue
            judged = _JUDGES[hit.payload](reading, hit)
            if judged is not None:
                start, end = judged
                yield Slip(start, end, entry=reading.prose[hit.start : hit.end].lower())

    def complaints(self) -> Iterator[Complaint]:
        """A rule with nothing to look for."""
        options = self.options
        if not (
            options.phrases or options.fields or options.notes or options.codes or options.blanks
        ):
            yield Complaint((), "nothing to look for: give phrases, fields, notes, codes or blanks")


def _phrase(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    return hit.start, hit.end


def _field(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """A field of a template, where no sentence goes on around it."""
    block = reading.block_at(hit.start)
    if block is None:
        return None
    text = reading.article.text(block)
    found = reading.prose[hit.start : hit.end]
    before = _BEFORE.search(reading.prose[max(block.start, hit.start - 20) : hit.start])
    whole = text.rstrip(".…!").endswith(found) and len(text.split()) <= _SHORT
    if found.isupper() or (before is not None and before[1].lower() in _ASKS):
        return hit.start, hit.end
    if _bracket(reading.prose, hit.start) or (whole and text == text.lower()):
        return hit.start, hit.end
    fills = len(text.split()) <= len(found.split()) + 2
    return (hit.start, hit.end) if whole and fills else None


def _note(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """A note in brackets: it begins with the word, and says no more than a note does."""
    opened = _bracket(reading.prose, hit.start)
    if not opened:
        return None
    closed = reading.prose.find(opened, hit.end, hit.end + 60)
    if closed < 0 or "\n" in reading.prose[hit.end : closed]:
        return None
    inside = reading.prose[hit.end : closed]
    said = reading.prose[hit.start : hit.end].lower()
    if opened == ")" and (inside.strip(" ?!.") or not said.strip("x")):
        return None  # (check the timetable before you travel), (XX) for chromosomes
    return hit.start - 1, closed + 1


def _bracket(prose: str, at: int) -> str:
    """The mark that closes a bracket which opens right before an offset, or nothing."""
    return {"[": "]", "(": ")"}.get(prose[at - 1 : at], "")


def _code(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """A code in capitals, unless a name beside it makes it a part of that name."""
    prose = reading.prose
    block = reading.block_at(hit.start)
    if block is None:
        return None
    # As much of the block as tells whether it is a line of capitals, however long it is.
    text = prose[max(block.start, hit.start - 200) : min(block.end, hit.end + 200)]
    if text.isupper() and len(text.split()) > 1:
        return None  # in a line of capitals it may be anybody's initials
    before = _BEFORE.search(prose[max(block.start, hit.start - 30) : hit.start])
    after = _AFTER.match(prose, hit.end, block.end)
    if after is not None and _CAPITALISED.fullmatch(after[1]):
        return None
    if (
        before is not None
        and _CAPITALISED.fullmatch(before[1])
        and not reading.opens_sentence(hit.start - len(before[0]))
    ):
        return None
    if prose[hit.start : hit.end] == "XXX" and not (after is not None and after[1].islower()):
        return None  # a film, a rating, the end of a message
    if (
        prose[hit.end : hit.end + 1] in {"'", "’", ".", "-", "/", "&"}
        and prose[hit.end + 1 : hit.end + 2].isalnum()
    ):
        return None
    return hit.start, hit.end


def _blank(reading: Reading, hit: Hit) -> Iterator[Slip]:
    """The blank itself, without what stands beside it in the pattern."""
    _, groups = hit.payload
    blank = next(group for group in groups[1:] if group)
    start = hit.start + groups[0].index(blank)
    block = reading.block_at(start)
    if block is None or not any(map(str.isalpha, reading.article.text(block).replace(blank, ""))):
        return  # a rule across the page
    if blank[0] in "?_" and not _misses_something(reading.prose, start, start + len(blank)):
        return
    yield Slip(start, start + len(blank), entry=blank.lower())


def _misses_something(prose: str, start: int, end: int) -> bool:
    """Whether a blank stands in brackets, after a digit, or in the middle of a sentence.

    At the edges of a sentence, or before a link or a hashtag, it is the remains of an emoji
    or a line that parts two pieces of copy.
    """
    before, after = prose[max(0, start - 2) : start], prose[end : end + 2]
    if before[-1:] in {"(", "["} or before[-1:].isdigit():
        return True
    following = _AFTER.match(prose, end)
    if following is None:
        return before[:1].islower() and after[:1] in {".", ",", ";", ":"}
    return following[1].islower() and "." not in following[1].rstrip(".")


_JUDGES = {"phrase": _phrase, "field": _field, "note": _note, "code": _code}
