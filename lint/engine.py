"""Check an article; compare the articles of a run. Pure: no files, clocks or sockets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.advice import Advice
from lint.article import Article
from lint.checks.base import Check, Group, Observation, Sighting, Slip
from lint.finding import Finding, Severity
from lint.frozen import Frozen, field
from lint.housewords import HouseWords
from lint.index import Hit
from lint.late import late
from lint.reading import Reading
from lint.roster import EXCEPTION, Present, Roster
from lint.sections import sections_of
from lint.settling import in_order, let_stand, names, over, without_overlaps
from lint.span import Lines
from lint.telling import Teller, group_finding

_SIC = late(r"(?:['’]s)?['’\"”]?\s?[\[(]sic[\])]", re.IGNORECASE)
UNUSED_STET = "stet/unused"  # the rule id under which a mark that does nothing is reported


class Setting(Frozen):
    """What a configuration says of a rule for one article: on or off, and how grave.

    Findings less sure than ``min_confidence`` are not told; those without a confidence are
    certain.
    """

    on: bool | None = None
    severity: Severity | None = None
    min_confidence: float | None = None

    def judged(self, finding: Finding) -> Finding | None:
        """The finding as it is to be told, or None where it is not."""
        sure, floor = finding.confidence, self.min_confidence
        if sure is not None and floor is not None and sure < floor:
            return None
        return finding._replace(severity=self.severity) if self.severity else finding


class Checked(Frozen):
    """What checking one article gave.

    ``stood`` are the findings that marks in the copy let stand; ``observations`` are kept
    by rule, for :meth:`Engine.compare`.
    """

    findings: tuple[Finding, ...]
    stood: tuple[Finding, ...] = ()
    observations: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)


_Range = tuple[int, int]  # half-open prose offsets


class Engine:
    """A set of checks made ready: one phrase index and one pattern index for them all.

    ``words`` are the house word list: what checks that heed it infer of those is not told.
    """

    def __init__(self, checks: Sequence[Check] | Roster, words: HouseWords | None = None) -> None:
        self._roster = Present(checks) if isinstance(checks, Sequence) else checks
        self._words = words or HouseWords()
        self._numbers = {rule: number for number, rule in self._roster.ids.items()}

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every check, made if it has not been."""
        return tuple(map(self._roster.check, self._roster.ids))

    def check(
        self,
        article: Article,
        settings: Mapping[str, Setting] | None = None,
        advice: Sequence[Advice] = (),
    ) -> Checked:
        """Check one article.

        ``settings`` are by rule id, for this article only; ``advice`` is what a grammar engine
        said of it, for the rules that judge that. The same article, checks and advice give the
        same findings in the same order, always.
        """
        settings = settings or {}
        found: list[Finding] = []
        seen: dict[str, tuple[Observation, ...]] = {}
        lines = Lines(article.source)
        for number, section in enumerate(sections_of(article)):
            reading = Reading(section.article, section.own(advice))
            teller = Teller(reading, lines)
            for check, hits, held in self._at_work(reading, settings):
                found.extend(self._told(check, hits, held, reading, teller, settings))
                if check.corpus and not number:  # articles are compared by how they begin
                    seen[check.rule.id] = _observed(check, hits, held, reading, teller)
            reading.forget()
        return self._settle(article, found, seen, lines)

    def _of(self, rule: str) -> Check:
        return self._roster.check(self._numbers[rule])

    def _at_work(
        self, reading: Reading, settings: Mapping[str, Setting]
    ) -> Iterator[tuple[Check, Sequence[Hit], Sequence[_Range]]]:
        """The checks that have something to do here, their hits, and where they are held back."""
        roster = self._roster
        hits = roster.phrases.look_up(reading.prose)
        for owner, found in roster.patterns.look_up(reading.prose).items():
            hits.setdefault(owner, []).extend(found)
        for number in sorted({*hits, *roster.awake(reading)}):
            rule = roster.ids.get(number)
            setting = settings.get(rule) if rule else None
            if rule is None or (setting is not None and setting.on is False):
                continue
            check = roster.check(number)
            if not _valid(check, reading.article):
                continue
            own: Sequence[Hit] = hits.get(number, ())
            held: Sequence[_Range] = ()
            if own:
                inside = [hit for hit in own if _in_one_block(reading, hit)]
                held = _joined(hit for hit in inside if hit.payload is EXCEPTION)
                own = [hit for hit in inside if hit.payload is not EXCEPTION] if held else inside
            if own or check.whole:
                yield check, own, held

    def _told(
        self,
        check: Check,
        hits: Sequence[Hit],
        held: Sequence[_Range],
        reading: Reading,
        teller: Teller,
        settings: Mapping[str, Setting],
    ) -> Iterator[Finding]:
        """The findings of one check, save where it is held back."""
        rule = check.rule
        policy = rule.speech or check.speech
        setting = settings.get(rule.id) or Setting()
        for slip in check.read(reading, hits):
            if held and _touches(slip, held):
                continue
            if not _in_scope(check, reading, slip.start):
                continue
            if not check.structural and reading.is_protected(slip.start, slip.end):
                continue
            if _SIC.match(reading.prose, slip.end):
                continue  # the writer has seen it
            in_speech = not check.structural and reading.in_speech(slip.start, slip.end)
            if in_speech and (policy == "skip" or (policy == "names-only" and not slip.is_name)):
                continue
            if check.heeds_words and slip.confidence is not None:
                found = reading.prose[slip.start : slip.end]
                if self._words.clear(found, (mend.text for mend in slip.mends)):
                    continue
            finding = setting.judged(teller.finding(check, slip, in_speech=in_speech))
            if finding is not None:
                yield finding

    def _settle(
        self,
        article: Article,
        found: list[Finding],
        seen: dict[str, tuple[Observation, ...]],
        lines: Lines,
    ) -> Checked:
        remaining, stood, used = let_stand(found, article.stets)
        told = without_overlaps(
            remaining,
            lambda f: self._of(f.rule).structural,
            lambda f: self._of(f.rule).gives_way,
        )
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
        told.extend(self._unused(article, used, lines))
        return Checked(tuple(in_order(told)), tuple(in_order(stood)), kept)

    def _unused(self, article: Article, used: set[int], lines: Lines) -> Iterator[Finding]:
        """A finding for each mark that let nothing stand, though its rules were at work."""
        from lint.stets import unused_mark

        known = self._numbers
        for number, mark in enumerate(article.stets):
            at_work = not mark.rules or any(
                names(name, rule) for name in mark.rules for rule in known
            )
            if number not in used and at_work:
                yield unused_mark(article, mark, UNUSED_STET, lines)

    def compare(
        self,
        observations: Mapping[str, Sequence[Observation]],
        settings: Mapping[str, Setting] | None = None,
    ) -> tuple[Finding, ...]:
        """Compare what was observed of several articles, rule by rule.

        Observations may come in any order; they are put in order of path and place first.
        ``settings`` are those of the run.
        """
        found: list[Finding] = []
        settings = settings or {}
        for rule in self._numbers:
            own = sorted(observations.get(rule, ()), key=lambda o: (o.site.path, o.site.span.start))
            if not own:
                continue
            check, setting = self._of(rule), settings.get(rule) or Setting()
            for group in check.compare(own):
                if check.heeds_words and _cleared(self._words, group, own):
                    continue
                finding = setting.judged(group_finding(check, group, own))
                if finding is not None:
                    found.append(finding)
        return tuple(in_order(found))


def _observed(
    check: Check,
    hits: Sequence[Hit],
    held: Sequence[_Range],
    reading: Reading,
    teller: Teller,
) -> tuple[Observation, ...]:
    """What a check wants remembered of an article, save where it is held back."""
    return tuple(
        Observation(teller.site(sighting.start, sighting.end), sighting.data)
        for sighting in check.observe(reading, hits)
        if not _touches(sighting, held) and _in_scope(check, reading, sighting.start)
    )


def _cleared(words: HouseWords, group: Group, observations: Sequence[Observation]) -> bool:
    """Whether the form at which a group is told is one of the house."""
    if group.confidence is None:
        return False
    told, *others = (observations[place].site.text for place in group.places)
    return words.clear(told, (group.entry, *others))


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
