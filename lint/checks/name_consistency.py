"""One name, two spellings, in one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lint.checks.agreeing.across import Full, Twins, full_names, twins
from lint.checks.agreeing.forms import Form
from lint.checks.agreeing.judging import Pair, pairs
from lint.checks.agreeing.nearness import keys_of
from lint.checks.agreeing.right import RightWords
from lint.checks.base import Aside, Check, Group, Mend, Observation, Sentry, Sighting, Slip, option
from lint.checks.casing import follow_apostrophe
from lint.finding import Severity
from lint.frozen import Frozen
from lint.index import Hit
from lint.reading import Reading
from lint.rule import Rule

_RELATED_PLACES = 20
_TIMES = ("", "once", "twice")


class NameConsistencyOptions(Frozen):
    """What a rule of this kind may say."""

    least: float = option(
        "how sure it must be that two forms are one name, 0 to 1, to be told at all",
        default=0.5,
        between=(0, 1),
    )
    sure: float = option(
        "how sure it must be to be told at the severity of the rule; below, as a suggestion",
        default=0.8,
        between=(0, 1),
    )
    below: Severity = option("how grave what is less sure is", default="suggestion")


class NameConsistency(Check):
    """One name, two spellings, in one article, without a list of names.

    Every word of every name of an article is compared with the others. Where two differ by
    a letter or two (dropped, doubled, swapped, a neighbouring key, another vowel, another
    way of writing the same sound), it is weighed whether they are one name: how often each
    stands in the article; whether the same first name or title stands before both, or
    different ones; whether each is known by itself (the gazetteer of given names, surnames
    and places, the word list). Two known names are two people, unless the rest of the name
    is the same. Plurals, adjectives and words made from names are left alone.

    The rarer form is told, with the places of the usual one, and the usual one is offered.
    Where nothing says which is right, both are offered, each in place of the other.

    Articles checked in one run are compared too, by full names only: the same given name
    with two surnames a letter apart, or two given names a letter apart with one surname,
    where one of the two is known as nothing else. Each such pair is told once.

        kind: name-consistency
        sure: 0.8
    """

    Options = NameConsistencyOptions
    whole = True
    corpus = True
    inferred = True
    heeds_words = True
    certainty = "How likely it is that the two forms are meant for one name."
    message = "“{found}” is “{use}” {elsewhere}. Is it the same name?"
    fields = ("elsewhere",)

    def __init__(self, rule: Rule, options: NameConsistencyOptions) -> None:
        super().__init__(rule, options)
        self._right = RightWords.of(())

    def introduce(self, checks: Sequence[Check], sentry: Sentry | None = None) -> None:
        """Hear of the other checks of the book: a name that is right there is no slip."""
        self._right = sentry if isinstance(sentry, RightWords) else RightWords.of(checks)

    @classmethod
    def sentry(cls, checks: Sequence[Check]) -> Sentry:
        """Wakes every rule of the kind, and keeps the words of the book for them all."""
        own = [check for check in checks if isinstance(check, NameConsistency)]
        return RightWords(lambda: own[0]._right.words, [check.rule.id for check in own])

    @classmethod
    def open_sentry(cls, packed: Mapping[str, bytes], check_of: Callable[[str], Check]) -> Sentry:
        """The sentry of a compiled book."""
        return RightWords.unpacked(packed)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip at each mention of a form that is likely a slip for another."""
        for pair in pairs(reading, self.options.least):
            if pair.rare.folded in self._right.words:
                continue  # where it is the other that is wrong, the rule of names says so
            yield from self._slips(reading, pair)

    def observe(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Sighting]:
        """Remember the full names of which a word is not known, each once."""
        for name, full in full_names(reading):
            yield Sighting(name.start, name.end, list(full))

    def compare(self, observations: Sequence[Observation]) -> Iterator[Group]:
        """Yield one group for each full name that articles of the run write in two ways."""
        places: dict[Full, list[int]] = {}
        for number, observation in enumerate(observations):
            given, surname = observation.data
            places.setdefault((given, surname), []).append(number)
        paths = {
            full: [observations[number].site.path for number in numbers]
            for full, numbers in places.items()
        }
        for pair in twins(paths):
            if pair.confidence >= self.options.least:
                severity = None if pair.confidence >= self.options.sure else self.options.below
                yield _group(pair, places, observations, severity)

    def ties(self, data: Any) -> Iterator[str]:
        """Each of the two names with what the other shares with all that are near it."""
        given, surname = data
        yield from (f"{given} ? {key}" for key in keys_of(surname))
        yield from (f"? {surname} {key}" for key in keys_of(given))

    def _slips(self, reading: Reading, pair: Pair) -> Iterator[Slip]:
        right = pair.usual.written
        asides = tuple(_asides(reading, pair.usual))
        severity = None if pair.confidence >= self.options.sure else self.options.below
        for mention in pair.rare.mentions:
            start, end = mention.place(reading.prose)
            found = reading.prose[start:end]
            use = follow_apostrophe(found, right.upper() if found.isupper() else right)
            if use == found:
                continue
            yield Slip(
                start,
                end,
                entry=right,
                mends=tuple(_mends(reading, pair, use)),
                say={"use": use, "elsewhere": _elsewhere(pair.usual)},
                severity=severity,
                asides=asides,
                is_name=True,
                confidence=round(pair.confidence, 2),
                evidence=tuple(_evidence(pair)),
            )


def _group(
    pair: Twins,
    places: Mapping[Full, Sequence[int]],
    observations: Sequence[Observation],
    severity: Severity | None,
) -> Group:
    """One finding for two full names: at the first place of the rarer, the others related."""
    rare, usual = places[pair.rare], places[pair.usual]
    here, there = (
        _words(observations[rare[0]], pair.rare),
        _words(observations[usual[0]], pair.usual),
    )
    many = "another article" if len(usual) == 1 else f"{len(usual)} other articles"
    message = f"“{here}” in this article is “{there}” in {many}. Is it the same name?"
    shown = (*usual[:1], *rare[1:], *usual[1:])[:_RELATED_PLACES]
    return Group(
        (rare[0], *shown),
        there,
        message,
        tuple(f"here “{observations[number].site.text}”" for number in shown),
        severity,
        round(pair.confidence, 2),
        (f"“{there}” in {len(usual)}, “{here}” in {len(rare)} of the articles of this run",),
    )


def _words(observation: Observation, full: Full) -> str:
    """The full name as the article has it, without what stands before it."""
    return " ".join(observation.site.text.split()[-len(full) :])


def _mends(reading: Reading, pair: Pair, use: str) -> Iterator[Mend]:
    """The usual form in place of the rarer; the other way about too, where either may be right."""
    yield Mend(use, safety="unsafe")
    if pair.either:
        rare = pair.rare.written
        edits = tuple(
            (start, end, rare.upper() if reading.prose[start:end].isupper() else rare)
            for start, end in (mention.place(reading.prose) for mention in pair.usual.mentions)
        )
        yield Mend(rare, f"Write “{rare}” for “{pair.usual.written}”", "unsafe", edits)


def _asides(reading: Reading, usual: Form) -> Iterator[Aside]:
    for mention in usual.mentions[:2]:
        start, end = mention.place(reading.prose)
        yield Aside(start, end, f"“{reading.prose[start:end]}” stands here.")


def _elsewhere(usual: Form) -> str:
    """Where and how often the usual form stands."""
    times = len(usual)
    if times == 1:
        return "elsewhere in this article"
    return f"elsewhere in this article ({_TIMES[times] if times < 3 else f'{times} times'})"


def _evidence(pair: Pair) -> Iterator[str]:
    """What speaks for it, in phrases that an editor can check."""
    one, other = pair.known
    rare, usual = pair.rare, pair.usual
    yield f"“{usual.written}” {_count(usual)}, “{rare.written}” {_count(rare)}"
    if pair.company.same_name:
        yield "the rest of the name is the same"
    elif pair.company.same_title or pair.company.plain_title:
        yield "the same title stands before both"
    if not one.known:
        yield f"“{rare.written}” is no word or name known to us"
    if other.known:
        yield f"“{usual.written}” is"


def _count(form: Form) -> str:
    return _TIMES[len(form)] if len(form) < 3 else f"{len(form)} times"
