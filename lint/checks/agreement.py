"""A verb in -s where the sentence asks for the plain form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.checks.base import Check, Mend, Slip, option
from lint.checks.concord.clauses import Clash, Sort, clashes_of
from lint.checks.concord.tokens import COPY, Tokens
from lint.frozen import Frozen
from lint.index import Hit
from lint.reading import Reading

_HEADS = frozenset({"headline", "crosshead"})
_TITLE_CASE = 0.6  # of the words of a headline, beginning with a capital
_SHOWN = 6  # words of a subject that are shown whole


class AgreementOptions(Frozen):
    """What a rule of this kind may say."""

    look_for: Sort = option(
        "plural: a subject in the plural right before the verb; across: one with a preposition "
        "and another noun between; pair: one thing and another; after to: to or a helping verb"
    )
    confidence: float = option(
        "how many of what the rule told readers found right, 0 to 1", default=0.8, between=(0, 1)
    )
    one: tuple[str, ...] = option(
        "subjects that look like many and take the verb of one", default=()
    )


class Agreement(Check):
    """A verb in -s that does not agree with its subject, or that follows “to”.

    *Plural*: a subject in the plural at the beginning of a clause, and the verb right after
    it (councils says). *Across*: a preposition and another noun stand between (talks on the
    treaty has). *Pair*: one thing and another (the mayor and the bishop was). *After to*:
    “to” or a helping verb, and a verb in -s (to targets, could takes).

    Verbs, nouns and their plurals are known from a dictionary, and only such beginnings of
    clauses are read as leave no doubt what the subject is. What is one though it looks like
    many is left alone: amounts (two years is), names of teams, firms and works, news and
    politics, data and media, what stands under ``one``. Collective nouns (the team, the
    government) may take either verb, and are never told; nor is direct speech, nor a
    headline in which words begin with capitals::

        kind: agreement
        look for: pair
        one: [fish and chips, law and order]
    """

    Options = AgreementOptions
    message = "{because}: write “{use}”, not “{found}”."
    fields = ("because",)
    speech = "skip"
    whole = True
    inferred = True
    certainty = "How many findings of the rule readers of news copy found right."

    options: AgreementOptions

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield a slip for each verb that does not agree."""
        tokens, clashes = reading.once(clashes_of)
        for clash in clashes:
            if clash.sort == self.options.look_for and self._is_copy(reading, tokens, clash):
                yield self._slip(reading, tokens, clash)

    def _is_copy(self, reading: Reading, tokens: Tokens, clash: Clash) -> bool:
        start = tokens.places[clash.begin][0]
        block = reading.block_at(start)
        if block is None or block.kind not in COPY or tokens.places[clash.verb][1] > block.end:
            return False
        if block.kind in _HEADS:
            listed = tokens.codes[clash.begin - 1] == "Q"  # a comma is an “and” there
            if listed or _in_title_case(reading.prose[block.start : block.end]):
                return False
        if reading.is_damaged(start) or reading.in_speech(start, start + 1):
            return False
        subject = " ".join(tokens.words[clash.begin : clash.verb]).lower()
        return not any(subject.endswith(one) for one in self.options.one)

    def _slip(self, reading: Reading, tokens: Tokens, clash: Clash) -> Slip:
        from lint.checks.concord.mending import plain_form

        start, end = tokens.places[clash.verb]
        found = reading.prose[start:end]
        because = _because(reading, tokens, clash)
        return Slip(
            start,
            end,
            entry=self.options.look_for,
            mends=(Mend(plain_form(found, after_to=clash.sort == "after to"), safety="unsafe"),),
            say={"because": because},
            confidence=self.options.confidence,
            evidence=(because[0].lower() + because[1:],),
        )


def _because(reading: Reading, tokens: Tokens, clash: Clash) -> str:
    first, last = clash.subject, clash.subject
    if clash.sort == "after to":
        return f"After “{tokens.words[first]}” the verb stands in its plain form"
    if clash.sort == "pair":
        first, last = clash.begin, clash.verb - 1
        if tokens.codes[last] == "R":
            last -= 1
        if last - first >= _SHOWN:
            return "The subject is one and another"
    subject = reading.prose[tokens.places[first][0] : tokens.places[last][1]]
    if clash.sort == "pair":
        return f"“{subject}” are two"
    return f"The subject, “{subject}”, is in the plural"


def _in_title_case(headline: str) -> bool:
    words = [word for word in headline.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return capitals > _TITLE_CASE * len(words)
