"""Check an article; compare the articles of a run. Pure: no files, clocks or sockets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lint.article import Article
from lint.checks.base import Check, Observation, Sighting, Slip
from lint.finding import Finding, Severity
from lint.index import Hit, Phrase, PhraseIndex
from lint.patterns import PatternIndex
from lint.reading import Reading
from lint.settling import in_order, let_stand, names, over, without_overlaps
from lint.span import Lines
from lint.telling import Teller, group_finding

_SIC = re.compile(r"['’\"”]?\s?[\[(]sic[\])]", re.IGNORECASE)
UNUSED_STET = "stet/unused"  # the rule id under which a mark that does nothing is reported


@dataclass(frozen=True, slots=True)
class Setting:
    """What a configuration says of a rule for one article: on or off, and how grave."""

    on: bool | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking one article gave.

    ``stood`` are the findings that marks in the copy let stand; ``observations`` are kept
    by rule, for :meth:`Engine.compare`.
    """

    findings: tuple[Finding, ...]
    stood: tuple[Finding, ...] = ()
    observations: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)


_Range = tuple[int, int]  # half-open prose offsets


class _Exception:
    """The payload of a phrase in which a rule never speaks."""


_EXCEPTION = _Exception()


class Engine:
    """A set of checks made ready: one phrase index and one pattern index for them all."""

    def __init__(self, checks: Sequence[Check]) -> None:
        self.checks = tuple(checks)
        self._by_rule = {check.rule.id: check for check in self.checks}
        self._whole = [number for number, check in enumerate(self.checks) if check.whole]
        self._phrases = PhraseIndex(
            (number, phrase)
            for number, check in enumerate(self.checks)
            for phrase in (*check.phrases(), *_exceptions(check))
        )
        self._patterns = PatternIndex(
            (number, pattern)
            for number, check in enumerate(self.checks)
            for pattern in check.patterns()
        )

    def check(self, article: Article, settings: Mapping[str, Setting] | None = None) -> Checked:
        """Check one article.

        ``settings`` are by rule id, for this article only. The same article and checks give
        the same findings in the same order, always.
        """
        reading = Reading(article)
        teller = Teller(reading)
        found: list[Finding] = []
        seen: dict[str, tuple[Observation, ...]] = {}
        settings = settings or {}
        for check, hits, held in self._at_work(reading, settings):
            slips = [slip for slip in check.read(reading, hits) if not _touches(slip, held)]
            if slips:
                found.extend(self._tell(check, slips, reading, teller, settings))
            if check.corpus:
                sightings = [
                    sighting
                    for sighting in check.observe(reading, hits)
                    if not _touches(sighting, held) and _in_scope(check, reading, sighting.start)
                ]
                seen[check.rule.id] = tuple(
                    Observation(teller.site(s.start, s.end), s.data) for s in sightings
                )
        return self._settle(article, found, seen, teller)

    def _at_work(
        self, reading: Reading, settings: Mapping[str, Setting]
    ) -> Iterator[tuple[Check, Sequence[Hit], Sequence[_Range]]]:
        """The checks that have something to do here, their hits, and where they are held back."""
        hits = self._phrases.look_up(reading.prose)
        for owner, found in self._patterns.look_up(reading.prose).items():
            hits.setdefault(owner, []).extend(found)
        for number in sorted({*hits, *self._whole}):
            check = self.checks[number]
            setting = settings.get(check.rule.id)
            if (setting is not None and setting.on is False) or not _valid(check, reading.article):
                continue
            own: Sequence[Hit] = hits.get(number, ())
            held: Sequence[_Range] = ()
            if own:
                inside = [hit for hit in own if _in_one_block(reading, hit)]
                held = _joined(hit for hit in inside if hit.payload is _EXCEPTION)
                own = [hit for hit in inside if hit.payload is not _EXCEPTION] if held else inside
            if own or check.whole:
                yield check, own, held

    @staticmethod
    def _tell(
        check: Check,
        slips: Sequence[Slip],
        reading: Reading,
        teller: Teller,
        settings: Mapping[str, Setting],
    ) -> Iterator[Finding]:
        rule = check.rule
        policy = rule.speech or check.speech
        setting = settings.get(rule.id)
        for slip in slips:
            if not _in_scope(check, reading, slip.start):
                continue
            if not check.structural and reading.is_protected(slip.start, slip.end):
                continue
            if _SIC.match(reading.prose, slip.end):
                continue  # the writer has seen it
            in_speech = not check.structural and reading.in_speech(slip.start, slip.end)
            if in_speech and (policy == "skip" or (policy == "names-only" and not slip.is_name)):
                continue
            finding = teller.finding(check, slip, in_speech=in_speech)
            if setting is not None and setting.severity is not None:
                finding = replace(finding, severity=setting.severity)
            yield finding

    def _settle(
        self,
        article: Article,
        found: list[Finding],
        seen: dict[str, tuple[Observation, ...]],
        teller: Teller,
    ) -> Checked:
        remaining, stood, used = let_stand(found, article.stets)
        told = without_overlaps(remaining, lambda f: self._by_rule[f.rule].structural)
        kept: dict[str, tuple[Observation, ...]] = {}
        for rule, observed in seen.items():
            marks = [
                number
                for number, mark in enumerate(article.stets)
                if not mark.rules or any(names(name, rule) for name in mark.rules)
            ]
            near = over([o.site.span for o in observed], [article.stets[n] for n in marks])
            used.update(marks[place] for places in near for place in places)
            kept[rule] = tuple(o for o, places in zip(observed, near, strict=True) if not places)
        told.extend(self._unused(article, used))
        return Checked(tuple(in_order(told)), tuple(in_order(stood)), kept)

    def _unused(self, article: Article, used: set[int]) -> Iterator[Finding]:
        """A finding for each mark that let nothing stand, though its rules were at work."""
        from lint.stets import unused_mark

        lines = Lines(article.source)
        known = set(self._by_rule)
        for number, mark in enumerate(article.stets):
            at_work = not mark.rules or any(
                names(name, rule) for name in mark.rules for rule in known
            )
            if number not in used and at_work:
                yield unused_mark(article, mark, UNUSED_STET, lines)

    def compare(self, observations: Mapping[str, Sequence[Observation]]) -> tuple[Finding, ...]:
        """Compare what was observed of several articles, rule by rule.

        Observations may come in any order; they are put in order of path and place first.
        """
        found: list[Finding] = []
        for rule, check in self._by_rule.items():
            own = sorted(observations.get(rule, ()), key=lambda o: (o.site.path, o.site.span.start))
            if own:
                found.extend(group_finding(check, group, own) for group in check.compare(own))
        return tuple(in_order(found))


def _exceptions(check: Check) -> Iterator[Phrase]:
    for text in check.rule.exceptions:
        yield Phrase(text, False, _EXCEPTION)


def _joined(hits: Iterable[Hit]) -> list[_Range]:
    """The ranges of some hits in order, those that overlap made one."""
    ranges: list[_Range] = []
    for hit in sorted(hits, key=lambda hit: hit.start):
        if ranges and hit.start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], hit.end))
        else:
            ranges.append((hit.start, hit.end))
    return ranges


def _touches(slip: Slip | Sighting, held: Sequence[_Range]) -> bool:
    """Whether a slip overlaps one of some ranges, which are in order and apart."""
    place = bisect_left(held, (slip.end,)) - 1
    return place >= 0 and slip.start < held[place][1]


def _valid(check: Check, article: Article) -> bool:
    """Whether the rule is in force on the day of the article (always, when that is unknown)."""
    day = article.metadata.published
    if day is None:
        return True
    first, last = check.rule.valid_from, check.rule.valid_until
    return (first is None or first <= day) and (last is None or day <= last)


def _in_scope(check: Check, reading: Reading, offset: int) -> bool:
    """Whether the rule looks at the block that holds a prose offset."""
    if not check.rule.scope:
        return True
    block = reading.block_at(offset)
    return block is not None and block.kind in check.rule.scope


def _in_one_block(reading: Reading, hit: Hit) -> bool:
    block = reading.block_at(hit.start)
    return block is not None and hit.end <= block.end
