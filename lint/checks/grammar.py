"""What a grammar engine says, as the house hears it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from lint.advice import Advice
from lint.article import BlockKind
from lint.checks.advising import known
from lint.checks.advising.doubts import likely
from lint.checks.advising.entries import Entry, is_excepted, is_sure
from lint.checks.advising.familiar import Familiar
from lint.checks.advising.offers import may_offer
from lint.checks.base import Check, Complaint, Mend, Sentry, Slip, option
from lint.frozen import Frozen
from lint.index import Hit
from lint.kept import cached_property
from lint.lexicon.words import open_words
from lint.reading import Reading
from lint.rule import Rule

if TYPE_CHECKING:
    from lint.lexicon.archive import Archive

COPY: frozenset[BlockKind] = frozenset({"paragraph", "list", "quotation", "standfirst", "caption"})
HEADS: frozenset[BlockKind] = frozenset({"headline", "crosshead"})
_OFFERS = 3


class GrammarOptions(Frozen):
    """What a rule of this kind may say."""

    entries: tuple[Entry, ...] = option("groups of rules of the engine, and how they are told")
    confidence: float = option(
        "the confidence of rules whose entry gives none", default=0.5, between=(0, 1)
    )


class Grammar(Check):
    """What LanguageTool says, or another engine with its rules, as the house hears it.

    Nothing is found without such an engine: see ``grammar:`` in the configuration. The rule
    lists which of the engine's rules are off, which are told at what severity, and why. Rules
    that no entry names are told at the severity of this rule. Where another rule of the
    stylebook speaks, this one is silent, and nothing it offers is ever written unasked; an
    offer that would put one name in the place of another is not shown.

    In headlines and crossheads only those entries speak that say so, since headlines leave out
    words on purpose. Ids are those that each finding shows; categories are LanguageTool's.

        kind: grammar
        severity: suggestion
        entries:
          - why: British copy runs on without these commas.
            rules: [COMMA_COMPOUND_SENTENCE*]
            off: true
          - why: Nearly always right in news copy.
            rules: [A_NNS, THAT_THAN]
            severity: warning
            confidence: 0.9
    """

    Options = GrammarOptions
    message = "{advice}"
    fields = ("advice",)
    whole = True
    inferred = True
    heeds_words = True
    gives_way = True
    advised = True
    certainty = "How many findings of these rules readers of news copy found right."

    options: GrammarOptions

    def __init__(self, rule: Rule, options: GrammarOptions) -> None:
        super().__init__(rule, options)
        self._familiar = Familiar()

    def introduce(self, checks: Sequence[Check], sentry: Sentry | None = None) -> None:
        """Hear of the other checks: the names of the house are among them."""
        self._familiar = Familiar(checks)

    def consult(self, archive: Archive) -> None:
        """Be given the index of what the house has printed."""
        self._familiar.archive = archive

    @classmethod
    def sentry(cls, checks: Sequence[Check]) -> Sentry:
        """Wakes the rules where an engine has said something."""
        return _Listening([check.rule.id for check in checks])

    @classmethod
    def open_sentry(cls, packed: Mapping[str, bytes], check_of: Callable[[str], Check]) -> Sentry:
        """The sentry of a compiled book."""
        return _Listening(json.loads(packed["rules"]))

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield what an engine said of the article, as far as the house hears it."""
        for advice in dict.fromkeys(reading.advice):
            entry = self.entry_of(advice.rule, advice.category)
            if not self._is_heard(reading, advice, entry):
                continue
            found = reading.prose[advice.start : advice.end]
            opens = reading.opens_sentence(advice.start)
            offers = [text for text in advice.offers if may_offer(found, text, opens=opens)]
            doubted = entry is not None and entry.spelling
            if doubted:
                offers = likely(found, offers, open_words(), opens=opens)
            if not offers and (doubted or (advice.is_spelling and advice.offers)):
                continue  # it doubts a name or a rare word, and knows only other ones
            yield self._slip(reading, advice, entry, offers[:_OFFERS])

    def _slip(
        self, reading: Reading, advice: Advice, entry: Entry | None, offers: Sequence[str]
    ) -> Slip:
        as_grave = entry is not None and is_sure(reading.prose, advice, entry)
        sure = entry.confidence if entry is not None and as_grave else None
        return Slip(
            advice.start,
            advice.end,
            entry=advice.rule,
            mends=tuple(Mend(text, safety="unsafe") for text in offers),
            say={"advice": entry.message if entry and entry.message else advice.message},
            severity=entry.severity if entry is not None and as_grave else None,
            confidence=self.options.confidence if sure is None else sure,
            evidence=(f"rule {advice.rule} of LanguageTool",),
        )

    def _is_heard(self, reading: Reading, advice: Advice, entry: Entry | None) -> bool:
        block = reading.block_at(advice.start)
        if block is None or advice.end > block.end or (entry is not None and entry.off):
            return False
        if block.kind not in COPY and not (
            entry is not None and entry.headlines and block.kind in HEADS
        ):
            return False
        if entry is None:
            return True
        if not entry.speech and reading.in_speech(advice.start, advice.end):
            return False
        if is_excepted(reading.prose, advice, entry):
            return False
        return not (entry.spelling and self._is_a_word(reading, advice))

    def _is_a_word(self, reading: Reading, advice: Advice) -> bool:
        """Whether a word that is doubted is a name, a term of the article, or known after all."""
        found = reading.prose[advice.start : advice.end]
        is_name = found[:1].isupper() and not reading.opens_sentence(advice.start)
        return is_name or reading.prose.count(found) > 1 or self._familiar.knows(found)

    def entry_of(self, rule: str, category: str) -> Entry | None:
        """The entry that a rule of the engine falls under; None where none names it."""
        return self._exact.get(rule) or self._by_part(rule) or self._categories.get(category)

    @cached_property
    def _exact(self) -> dict[str, Entry]:
        return {name: e for e in self.options.entries for name in e.rules if known.ANY not in name}

    @cached_property
    def _categories(self) -> dict[str, Entry]:
        return {name: entry for entry in self.options.entries for name in entry.categories}

    @cached_property
    def _parts(self) -> list[tuple[str, Entry]]:
        """Parts of ids, the longest first."""
        found = [
            (name, entry)
            for entry in self.options.entries
            for name in entry.rules
            if known.ANY in name
        ]
        return sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))

    def _by_part(self, rule: str) -> Entry | None:
        return next((entry for part, entry in self._parts if fnmatchcase(rule, part)), None)

    def unwanted(self) -> tuple[frozenset[str], frozenset[str]]:
        """The rules and the categories that an engine need not look for at all.

        A category that holds a rule which is told is not among them; its other rules are.
        """
        off: set[str] = set()
        whole: set[str] = set()
        for category, rules in known.categories().items():
            entries = {rule: self.entry_of(rule, category) for rule in rules}
            silent = {rule for rule, entry in entries.items() if entry is not None and entry.off}
            own = self._categories.get(category)
            if own is not None and own.off and len(silent) == len(rules):
                whole.add(category)
            else:
                off |= silent
        return frozenset(off), frozenset(whole)

    def reads_heads(self) -> bool:
        """Whether any entry speaks in headlines."""
        return any(entry.headlines and not entry.off for entry in self.options.entries)

    def complaints(self) -> Iterator[Complaint]:
        """Ids that the engine has not, those that stand twice, and entries without any."""
        seen: dict[str, int] = {}
        for number, entry in enumerate(self.options.entries):
            at = ("entries", number)
            if not entry.rules and not entry.categories:
                yield Complaint(at, "this entry names neither rules nor categories")
            for key, names, is_right, what in (
                ("rules", entry.rules, known.is_known, "rule"),
                ("categories", entry.categories, known.categories().__contains__, "category"),
            ):
                for place, name in enumerate(names):
                    if not is_right(name):
                        yield Complaint((*at, key, place), _unknown(name, what))
                    elif name in seen:
                        said = f"“{name}” stands in entry {seen[name] + 1} already; take one out"
                        yield Complaint((*at, key, place), said)
                    seen.setdefault(name, number)


def _unknown(name: str, what: str) -> str:
    near = known.nearest(name)
    meant = f"; did you mean “{near}”?" if near else ""
    return f"LanguageTool has no {what} “{name}” for English{meant}"


class _Listening:
    """Wakes rules where there is advice to judge."""

    def __init__(self, rules: Sequence[str]) -> None:
        self._rules = tuple(rules)

    def awake(self, reading: Reading) -> Iterable[str]:
        """See :class:`lint.checks.base.Sentry`."""
        return self._rules if reading.advice else ()

    def packed(self) -> dict[str, bytes]:
        """See :class:`lint.checks.base.Sentry`."""
        return {"rules": json.dumps(self._rules).encode()}
