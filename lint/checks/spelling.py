"""Words that no dictionary has, close to one that everybody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from lint.checks.base import Check, Complaint, Mend, Slip, option
from lint.frozen import Frozen
from lint.index import Hit
from lint.kept import cached_property
from lint.reading import Reading

if TYPE_CHECKING:
    from lint.checks.misspelling.suspects import Capital, Desk, Suspect

_OBSCURE = "“{}” is hardly ever printed; did you mean {}?"


class SpellingOptions(Frozen):
    """What a rule of this kind may say."""

    language: Literal["en-GB", "en-US"] = option(
        "the English whose words are offered; a word of any English is left alone",
        default="en-GB",
    )
    words: tuple[str, ...] = option(
        "words that the house writes though no dictionary has them", default=()
    )


class Spelling(Check):
    """Misspellings that no list foresaw: ingenius, expalins, committment.

    A word in small letters is told when no English dictionary has it, one slip of the
    keyboard or of memory makes it a common word, and nothing speaks for it. It is left
    alone when it may well be a word: when it is formed by rule from known ones (unpatched,
    bandmate), stands more than once in the article, is part of a name, an address or a
    foreign phrase; in direct speech only long words and plain slips are told. Two words
    typed without the space between them (fromthe, surveyby) are told too.

    A word with a capital is mostly a name. One that neither the dictionary nor the gazetteer
    has, and that stands once, is told where it opens a sentence and is plainly a common word
    (Nonethless), or where it is one slip from a word that English news writes with a capital:
    Parliament, Wednesday, Kingdom. In a quotation that is in another language nothing is told.

    The words offered are ranked by how common they are in the news and by the sort of slip
    that would explain the word: swapped and doubled letters first, then vowels, dropped
    letters and neighbouring keys. Words of the house go under ``words``::

        kind: spelling
        language: en-GB
        words: [farmgate, sidefoot]

    American spellings are words here; telling those is the work of other rules.
    """

    Options = SpellingOptions
    message = "“{found}” is not in the dictionary; did you mean {offers}?"
    fields = ("offers",)
    whole = True
    inferred = True
    heeds_words = True
    certainty = (
        "How far the likeliest word outdoes what is needed: how common it is, and how "
        "ordinary the slip."
    )

    options: SpellingOptions

    @cached_property
    def _desk(self) -> Desk:
        from lint.checks.misspelling.suspects import Desk
        from lint.lexicon.words import open_words

        house = frozenset(word.lower() for word in self.options.words)
        return Desk(open_words(self.options.language), house)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each word that is taken for a misspelling, in order of place."""
        found = self._desk.look(reading.prose)
        for start, suspect in found.suspects:
            yield from self._told(reading, suspect, start)
        for start, capital in found.capitals:
            yield from self._told_with_capital(reading, capital, start)

    def _told(self, reading: Reading, suspect: Suspect, start: int) -> Iterator[Slip]:
        from lint.checks.misspelling.company import has_meant, spare_needed
        from lint.checks.misspelling.judging import COMMA

        verdict = suspect.verdict
        if verdict.slip == COMMA:
            if not reading.is_protected(start, start + len(suspect.word)):
                yield _with_comma(suspect, start)
            return
        if _letter_before(reading.prose, start) == verdict.severed[:1] != "":
            yield _severed(suspect, start)
            return
        more = spare_needed(reading, self._desk, suspect, start)
        if verdict.spare < more:
            return
        obscure = self._desk.words.is_obscure(suspect.word)
        evidence = [_why_unknown(suspect.word, obscure), verdict.reason]
        if has_meant(reading, suspect):
            evidence.append(f"the article has “{verdict.suggestions[0]}” elsewhere")
        yield Slip(
            start,
            start + len(suspect.word),
            entry=suspect.word,
            mends=tuple(Mend(word, safety="unsafe") for word in verdict.suggestions),
            message=_OBSCURE.format(suspect.word, _listed(verdict.suggestions)) if obscure else "",
            say={"offers": _listed(verdict.suggestions)},
            confidence=verdict.confidence(more),
            evidence=tuple(evidence),
        )

    def _told_with_capital(self, reading: Reading, capital: Capital, start: int) -> Iterator[Slip]:
        from lint.checks.misspelling.capitals import opens_so
        from lint.checks.misspelling.company import spare_needed_with_capital

        word = capital.word.lower()
        verdict = capital.office
        if verdict is None and reading.opens_sentence(start):
            judged = self._desk.verdict(word)
            verdict = judged if opens_so(judged, word) else None
        if verdict is None:
            return
        office = capital.office is not None
        more = spare_needed_with_capital(reading, self._desk, capital.word, start, office=office)
        if verdict.spare < more or not self._desk.is_english(reading.prose):
            return
        offered = [word[:1].upper() + word[1:] for word in verdict.suggestions]
        yield Slip(
            start,
            start + len(word),
            entry=word,
            mends=tuple(Mend(word, safety="unsafe") for word in offered),
            say={"offers": _listed(offered)},
            confidence=verdict.confidence(more),
            evidence=(
                f"neither the dictionary nor the gazetteer has “{capital.word}”",
                verdict.reason,
            ),
        )

    def complaints(self) -> Iterator[Complaint]:
        """A house word that is no single word can never be met."""
        for place, word in enumerate(self.options.words):
            if not word.isalpha():
                yield Complaint(
                    ("words", place), f"“{word}” is not one word of letters, so it is never met"
                )


def _why_unknown(word: str, obscure: bool) -> str:
    if obscure:
        return f"only the largest dictionaries have “{word}”, and no article was seen to use it"
    return f"no dictionary has “{word}”"


def _listed(words: Sequence[str]) -> str:
    *first, last = (f"“{word}”" for word in words)
    return f"{', '.join(first)} or {last}" if first else last


def _letter_before(prose: str, start: int) -> str:
    """The single small letter that stands alone before a word (“o” in “o utlined”)."""
    alone = (
        start >= 2 and prose[start - 1] == " " and not prose[max(0, start - 3) : start - 2].strip()
    )
    letter = prose[start - 2] if alone else ""
    return letter if letter.islower() else ""


def _with_comma(suspect: Suspect, start: int) -> Slip:
    word = suspect.verdict.suggestions[0]
    return Slip(
        start,
        start + len(suspect.word),
        entry=word,
        mends=(Mend(word, safety="unsafe"),),
        message=f"A comma stands inside “{word}”.",
        severity="error",  # graver than what is told of a comma without its space
        confidence=0.97,
        evidence=("no two words stand on its sides", f"“{word}” is common in the news"),
    )


def _severed(suspect: Suspect, start: int) -> Slip:
    word = suspect.verdict.severed
    return Slip(
        start - 2,
        start + len(suspect.word),
        entry=word,
        mends=(Mend(word, safety="unsafe"),),
        message=f"A space stands inside “{word}”.",
        confidence=0.95,
        evidence=(f"no dictionary has “{suspect.word}”", f"“{word}” is common in the news"),
    )
