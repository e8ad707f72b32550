"""From slips to findings: prose ranges become spans of the source, mends become fixes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.article import Article
from lint.checks.base import Check, Group, Mend, Observation, Slip
from lint.digest import blake2b
from lint.finding import SAFETIES, Edit, Finding, Fix, Related, Safety, Site, excerpt
from lint.late import late
from lint.reading import Reading
from lint.span import Lines, Span

_WORDS_AROUND = 3
_WORD = late(r"\w+")
_YAML_SIGNS = frozenset("\"'\\:#{}[]&*!|>%@`")
_FRONT_MATTER = late(r"(---|\+\+\+)[ \t]*\r?\n.*?\n\1", re.DOTALL)


class Teller:
    """Tells the findings of one article; positions are worked out only for what is told.

    ``lines`` are those of its source.
    """

    def __init__(self, reading: Reading, lines: Lines) -> None:
        self._reading = reading
        self._article: Article = reading.article
        self._lines = lines
        self._sites: dict[tuple[int, int], Site] = {}  # several checks observe the headline

    def site(self, start: int, end: int) -> Site:
        """The place of a prose range in the source."""
        known = self._sites.get((start, end))
        if known is None:
            known = self._sites[start, end] = self._site(start, end)
        return known

    def _site(self, start: int, end: int) -> Site:
        span = self._article.origin.locate(start, end).span
        first, last = self._lines.position(span.start), self._lines.position(span.end)
        return Site(
            self._article.path,
            span,
            first,
            last,
            self._article.source[span.start : span.end],
            excerpt(self._article.source, span),
            _words_around(self._reading.prose, start, end),
        )

    def finding(self, check: Check, slip: Slip, *, in_speech: bool) -> Finding:
        """The finding that a slip makes."""
        rule, site = check.rule, self.site(slip.start, slip.end)
        found = self._reading.prose[slip.start : slip.end]
        fixes = tuple(self._fixes(check, slip, in_speech=in_speech))
        return Finding(
            path=site.path,
            rule=rule.id,
            kind=rule.kind,
            entry=slip.entry,
            severity=slip.severity or rule.severity,
            message=_message(check, slip, found),
            text=site.text,
            span=site.span,
            start=site.start,
            end=site.end,
            excerpt=site.excerpt,
            fixes=fixes,
            related=tuple(
                self._related(self.site(aside.start, aside.end), aside.message)
                for aside in slip.asides
            ),
            fingerprint=fingerprint(rule.id, slip.entry, found, site.words),
            confidence=_rounded(slip.confidence),
            evidence=slip.evidence,
        )

    @staticmethod
    def _related(site: Site, message: str) -> Related:
        return Related(site.path, site.span, site.start, site.end, message, site.excerpt)

    def _fixes(self, check: Check, slip: Slip, *, in_speech: bool) -> Iterator[Fix]:
        for mend in slip.mends:
            safety = mend.safety
            if check.inferred or slip.confidence is not None:
                safety = _lower(safety, "unsafe")  # nothing inferred is ever written unasked
            if in_speech and not check.mends_speech:
                safety = _lower(safety, "unsafe")
            edits = []
            for start, end, text in mend.edits or ((slip.start, slip.end, mend.text),):
                edit, held = self._edit(start, end, text)
                edits.append(edit)
                safety = _lower(safety, held)
            yield Fix(mend.title or _title(mend, slip), safety, tuple(edits))

    def _edit(self, start: int, end: int, text: str) -> tuple[Edit, Safety]:
        """The edit of a prose range, and the best safety that the markup around it allows."""
        located = self._article.origin.locate(start, end)
        before, span = self._reading.prose[start:end], located.span
        if located.whole and self._article.source[span.start : span.end] == before:
            return Edit(span, self._escaped(text)), self._allowed(span, text)
        # An entity, a line end or markup stands in the words. What they have in common with
        # the mend stays as it is; if what is left lies outside the markup, it can be written.
        left = _shared(before, text)
        right = _shared(before[left:][::-1], text[left:][::-1])
        narrow = self._article.origin.locate(start + left, end - right)
        rest = text[left : len(text) - right]
        safety: Safety = "safe" if located.whole else "unsafe"
        safety = _lower(safety, "safe" if narrow.whole else "display")
        return Edit(narrow.span, self._escaped(rest)), _lower(safety, self._allowed(span, rest))

    def _escaped(self, text: str) -> str:
        if self._article.format != "html":
            return text
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def _allowed(self, span: Span, text: str) -> Safety:
        """How safe writing a text is where it may mean something else than itself.

        In the front matter of Markdown a quotation mark, a colon or a hash can end a value.
        """
        if self._article.format != "markdown" or not _YAML_SIGNS.intersection(text):
            return "safe"
        matter = _FRONT_MATTER.match(self._article.source)
        return "display" if matter is not None and span.start < matter.end() else "safe"


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin alike; a plain space is like every other space."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right and not (right == " " and left.isspace()):
            break
        count += 1
    return count


def group_finding(check: Check, group: Group, observations: list[Observation]) -> Finding:
    """The finding that several articles make together; it stands at the group's first place."""
    site, *others = (observations[place].site for place in group.places)
    said = group.place_messages or ("",)
    said = said if len(said) == len(others) else said[:1] * len(others)
    rule = check.rule
    return Finding(
        path=site.path,
        rule=rule.id,
        kind=rule.kind,
        entry=group.entry,
        severity=group.severity or rule.severity,
        message=group.message,
        text=site.text,
        span=site.span,
        start=site.start,
        end=site.end,
        excerpt=site.excerpt,
        related=tuple(
            Related(o.path, o.span, o.start, o.end, message, o.excerpt)
            for o, message in zip(others, said, strict=True)
        ),
        fingerprint=fingerprint(rule.id, group.entry, site.text, site.words),
        confidence=_rounded(group.confidence),
        evidence=group.evidence,
    )


def _rounded(confidence: float | None) -> float | None:
    """A confidence as it is shown, so that a threshold parts findings as they read."""
    return None if confidence is None else round(confidence, 2)


def fingerprint(rule: str, entry: str, found: str, words: str) -> str:
    """Sixteen hexadecimal digits that name a finding by what it says, not by where it stands."""
    text = "\x1f".join((rule, entry, found.casefold(), words))
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _words_around(prose: str, start: int, end: int) -> str:
    before = _WORD.findall(prose[max(0, start - 80) : start])[-_WORDS_AROUND:]
    after = _WORD.findall(prose[end : end + 80])[:_WORDS_AROUND]
    return " ".join((*before, "|", *after)).casefold()


def _message(check: Check, slip: Slip, found: str) -> str:
    template = slip.message or check.rule.message or check.message
    said = {"use": slip.mends[0].text if slip.mends else "", "note": "", **slip.say, "found": found}
    # format_map on text that may hold braces of its own would read them as fields, but
    # only the template is parsed: what is put in is never parsed again.
    text = template if slip.message else template.format_map(said)
    note = said["note"]
    return f"{text} {note}" if note and "{note}" not in template else text


def _title(mend: Mend, slip: Slip) -> str:
    if not mend.edits and not mend.text:
        return "Delete"
    return f"Write “{mend.text}”" if mend.text else "Mend"


def _lower(safety: Safety, floor: Safety) -> Safety:
    return max(safety, floor, key=SAFETIES.index)
