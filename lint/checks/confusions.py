"""A real word written for another, judged by the company it keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.checks.base import Check, Claim, Complaint, Mend, Slip
from lint.checks.casing import follow_apostrophe, follow_case
from lint.checks.confusion.company import PhraseError, Surroundings
from lint.checks.confusion.entries import ConfusionsOptions, Entry, evidence, judge_of
from lint.checks.confusion.judge import Context, Judge, Story, Verdict
from lint.checks.confusion.learnt import InTurn
from lint.checks.confusion.tables import NoModel, model_of
from lint.checks.confusion.triggers import Trigger, literals
from lint.index import Hit
from lint.index import Phrase as Literal
from lint.reading import Reading
from lint.rule import Rule


class Confusions(Check):
    """A real word written for another: “county” for “country”, “pubic” for “public”.

    A spelling checker passes such a word, so it is judged by the company it keeps. Each entry
    names the word meant (``write``), the word written (``not``), further forms of both, and
    the evidence, as phrases in which ``~`` stands for the word:

        - write: public
          not: pubic
          forms: {pubicly: publicly}
          always: true                          # the word alone is enough ...
          fine: ["~ hair|bone"]                 # ... but for this company
        - write: country
          not: county
          forms: {counties: countries}
          fine: ["~ council|court|cricket"]
          sure: ["the other|neighbouring|two ~counties"]
          likely:
            - company: ["the|this|that ~"]
              story has: {words: [Russia, minister, diplomats], at least: 2}
              story lacks: [county, County]

    In a phrase ``a|b`` is either word, ``*`` any word, ``refus*`` and ``*ing`` words that begin
    or end so, ``(very)`` a word that may be absent, ``!of`` anything but this word,
    ``<nations>`` a word of a list named under ``lists``, ``<number>`` a number, ``<name>`` a
    word with a capital, ``~counties`` the word in this form. Words match in any case unless
    written with a capital. A comma, stop or quotation mark breaks a phrase that does not
    name it; a hyphen is a space.

    A ``learnt`` model of a pair, made from news by counting what stands around each of the two
    words, is asked where the rest says nothing: it weighs the words near, and for some pairs
    the words of the whole story, its section and its dateline. It tells what it is sure of as
    gravely as the rule says and, where the entry is ``doubtful: true``, what is only likely as
    a suggestion:

        - write: policy
          not: police
          learnt: police/policy
          beside: ["<number> ~"]                # optional: ask only in this company

    What is ``fine`` clears the word whatever else is known. ``sure`` company gives it away
    alone; everything that a ``likely`` clue names must hold together: ``company``, words
    ``near`` (eight places) and ``not near``, words that the rest of the story ``has`` or
    ``lacks``; and no phrase may stand here that it names under ``unless``, as in ``fine:
    [{company: ["<name> ~county"], unless: ["African ~"]}]``. Beside a ``learnt`` model what is
    likely is told only where the model has some doubt, too. A mend may be written unasked only
    where the entry is ``safe`` and the evidence is not merely likely. A word with a capital
    inside a sentence is taken for a name and left alone unless the entry says ``capitals:
    true``; capitals and a possessive ’s survive the mend.
    """

    Options = ConfusionsOptions
    message = "{verdict}{because}."
    fields = ("verdict", "because")
    certainty = (
        "Of a learnt model, how likely it is that the other word is meant, as found in news kept "
        "apart from what it has learnt. Hand-made evidence has fixed numbers: 0.99 where the "
        "company gives the word away, 0.97 where the word alone does, 0.9 where both together "
        "make it likely. What is mended without asking has none: it is certain."
    )

    def __init__(self, rule: Rule, options: ConfusionsOptions) -> None:
        super().__init__(rule, options)
        self._judges: dict[int, Judge] = {}

    def judge(self, number: int) -> Judge:
        """Who judges an entry; made when its word is first met, and kept.

        Raises:
            PhraseError: a phrase of the entry cannot be read.
        """
        if number not in self._judges:
            self._judges[number] = judge_of(self.options.entries[number], self.options.lists)
        return self._judges[number]

    def phrases(self) -> Iterable[Literal]:
        """The words written, alone or, where they are everyday words, with a neighbour."""
        for number, entry in enumerate(self.options.entries):
            for wrong in (entry.wrong, *entry.forms):
                yield from literals(number, entry, wrong, self.options.lists)

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Judge each word found; the surest verdict on a word is told."""
        story = Story(reading.prose, reading.article)
        best: dict[int, Slip] = {}
        seen: set[tuple[int, int]] = set()
        for hit in hits:
            trigger = Trigger(*hit.payload)
            start, end = hit.start + trigger.left, hit.end - trigger.right
            if (start, trigger.entry) in seen:
                continue
            seen.add((start, trigger.entry))
            slip = self._slip(reading, story, trigger, start, end)
            if slip is not None:
                other = best.get(start)
                if other is None or _certainty(slip) > _certainty(other):
                    best[start] = slip
        yield from (best[start] for start in sorted(best))

    def _slip(
        self, reading: Reading, story: Story, trigger: Trigger, start: int, end: int
    ) -> Slip | None:
        judge = self.judge(trigger.entry)
        if isinstance(judge, InTurn) and not judge.doubts(reading.prose, start, end):
            return None
        entry = self.options.entries[trigger.entry]
        found = reading.prose[start:end]
        block = reading.block_at(start)
        if block is None or (not entry.capitals and _is_name(reading, start, found)):
            return None
        place = Surroundings(reading.prose, start, end, block.start, block.end)
        verdict = judge.judge(Context(found, place, story))
        if verdict is None:
            return None
        return _told(entry, trigger, reading, (start, end), verdict)

    def claims(self) -> Iterator[Claim]:
        """The words that are never right."""
        for number, entry in enumerate(self.options.entries):
            if entry.always and not entry.fine:
                yield Claim(entry.wrong, False, entry.write, ("entries", number, "not"))

    def complaints(self) -> Iterator[Complaint]:
        """A phrase that cannot be read, an entry that has no evidence or mends nothing."""
        for number, entry in enumerate(self.options.entries):
            at: tuple[str | int, ...] = ("entries", number)
            if not (entry.always or entry.sure or entry.likely or entry.learnt):
                yield Complaint(
                    at,
                    f"“{entry.wrong}” has no evidence: give “sure”, “likely”, “learnt” or “always”",
                )
            if entry.learnt:
                yield from _unlearnt(entry, (*at, "learnt"))
            for wrong, right in ((entry.wrong, entry.write), *entry.forms.items()):
                if wrong == right:
                    yield Complaint(at, f"“{wrong}” is both the word written and the word meant")
            for part in ("fine", "sure", "likely", "beside"):
                for place, clue in enumerate(getattr(entry, part)):
                    try:
                        evidence(clue, self.options.lists)
                    except PhraseError as error:
                        yield Complaint((*at, part, place), str(error))


def _unlearnt(entry: Entry, at: tuple[str | int, ...]) -> Iterator[Complaint]:
    """A model that is not there, or that knows another pair."""
    try:
        known = {word for both in model_of(entry.learnt).forms for word in both}
    except NoModel as error:
        yield Complaint(at, str(error))
        return
    for word in (entry.wrong, *entry.forms):
        if word not in known:
            yield Complaint(at, f"the learnt model “{entry.learnt}” knows no “{word}”")


def _is_name(reading: Reading, start: int, found: str) -> bool:
    """Whether a capital makes the word a name: not in ALL CAPS, not where a sentence opens."""
    return found[:1].isupper() and not found.isupper() and not reading.opens_sentence(start)


def _certainty(slip: Slip) -> float:
    return 1.0 if slip.confidence is None else slip.confidence


def _told(
    entry: Entry, trigger: Trigger, reading: Reading, place: tuple[int, int], verdict: Verdict
) -> Slip:
    start, end = place
    found = reading.prose[start:end]
    meant: Mapping[str, str] = {entry.wrong: entry.write, **entry.forms}
    right = follow_apostrophe(found, follow_case(found, meant[trigger.wrong]))
    possessive = reading.prose[end : end + 2]
    if possessive in ("’s", "'s") and not reading.prose[end + 2 : end + 3].isalnum():
        end, right = end + 2, right + possessive
    written = reading.prose[start:end]
    said = (
        f"Write “{right}”, not “{written}”"
        if verdict.sure
        else f"“{written}” may be a slip for “{right}”"
    )
    because = f" ({'; '.join(verdict.reasons)})" if verdict.reasons else ""
    certain = entry.safe and verdict.sure  # by construction, so that it may be mended unasked
    return Slip(
        start,
        end,
        entry=f"{entry.wrong}/{entry.write}",
        mends=(Mend(right, safety="safe" if certain else "unsafe"),),
        say={"verdict": said, "because": because, "note": entry.note},
        severity=verdict.severity,
        confidence=None if certain else verdict.score,
        evidence=verdict.reasons,
    )
