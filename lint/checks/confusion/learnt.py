"""The learnt judge: how likely each word of a pair is here, by a model of both."""

from __future__ import annotations

from math import inf

from lint.checks.confusion.judge import ByEvidence, Context, Verdict
from lint.checks.confusion.keys import HYPHENS
from lint.checks.confusion.tables import NUMBERS, Direction, Glance, Model, glance_of, model_of
from lint.checks.confusion.weighing import BESIDE, Weighing, is_short
from lint.frozen import Frozen, replace
from lint.kept import cached_property

_STOPS = ",.;:!?”)"
_MARKS = frozenset(_STOPS)
_QUOTES = frozenset('“"')
_EDGE = frozenset(("", "\n"))


class Learnt:
    """Judges one word of a pair, as written, by the pair's model.

    ``wrong`` is the word (in any of its forms); ``doubtful`` asks for what is only worth a
    suggestion too. The model is read when the word is first met, all of it where there is doubt.

    Raises:
        NoModel: (when first used) there is no model of this pair.
    """

    def __init__(self, pair: str, wrong: str, *, doubtful: bool = False) -> None:
        self._pair = pair
        self._wrong = wrong
        self._doubtful = doubtful
        self._before: dict[str, int] = {}  # what words next to ours say, once they were met
        self._after: dict[str, int] = {}

    @cached_property
    def _model(self) -> Model:
        return model_of(self._pair)

    @cached_property
    def _glance(self) -> Glance:
        return glance_of(self._pair)

    @cached_property
    def _sign(self) -> int:
        return 1 if _form_of(self._glance, self._wrong)[0] == 0 else -1

    @cached_property
    def _direction(self) -> Direction:
        return self._glance.directions[self._sign < 0]

    @cached_property
    def _least(self) -> float:
        """What the words next to ours must say; more than can be said where nothing is told."""
        direction = self._direction
        wanted = direction.suggestion if self._doubtful else direction.warning
        return inf if wanted is None else direction.first / self._glance.unit

    def doubts(self, text: str, start: int, end: int) -> bool:
        """Whether the words next to the one at ``[start, end)`` leave doubt of it.

        In nearly all copy they do not, so this comes first and is quick: beside anything but
        plain words and marks, and the edge of a paragraph, there is doubt.
        """
        left = _word_before(text[max(0, start - BESIDE) : start])
        right = _word_after(text[end : end + BESIDE])
        if left is None or right is None:
            return text[start - 1 : start] not in HYPHENS and text[end : end + 1] not in HYPHENS
        before = self._before.get(left)
        if before is None:
            before = self._before[left] = self._sign * self._glance.before[NUMBERS[left]]
        after = self._after.get(right)
        if after is None:
            after = self._after[right] = self._sign * self._glance.after[NUMBERS[right]]
        return before + after >= self._least

    def knows_too_little(self, context: Context) -> bool:
        """Whether the model goes by the whole story, and this one is too short for it."""
        return self._model.story is not None and is_short(context.story)

    def judge(self, context: Context) -> Verdict | None:
        """See :class:`lint.checks.confusion.judge.Judge`."""
        if len(context.found) > 1 and context.found.isupper():
            return None  # “LED”; and of headlines in capitals too little was learnt
        place = context.place
        beside = (place.text[place.start - 1 : place.start], place.text[place.end : place.end + 1])
        if beside[0] in HYPHENS or beside[1] in HYPHENS:
            return None  # part of a compound: “all-out”, “Labour-led”
        form = _form_of(self._model, context.found.replace("’", "'").lower())[1]
        weighing = Weighing(self._model, self._direction, self._sign, form, context)
        return weighing.verdict(self._doubtful)


class InTurn(Frozen):
    """Hand-made evidence first, then the learnt judge, whom what is fine overrules.

    What merely makes a slip likely counts where the learnt judge has some doubt, too (or too
    little to go by): both together are as grave as the rule says.
    """

    evidence: ByEvidence
    then: Learnt

    def doubts(self, text: str, start: int, end: int) -> bool:
        """Whether the word at ``[start, end)`` needs judging at all; quickly told."""
        evidence = self.evidence
        if evidence.sure or evidence.likely or evidence.always:
            return True
        return self.then.doubts(text, start, end)

    def judge(self, context: Context) -> Verdict | None:
        """See :class:`lint.checks.confusion.judge.Judge`."""
        evidence = self.evidence
        by_hand = None
        if evidence.sure or evidence.likely or evidence.always:
            by_hand = evidence.judge(context)
            if by_hand is not None and (by_hand.sure or self.then.knows_too_little(context)):
                return by_hand
        learnt = self.then.judge(context)
        if learnt is None or (by_hand is None and evidence.clears(context)):
            return None
        if by_hand is None or learnt.severity is None:
            return learnt
        return replace(learnt, score=by_hand.score, severity=None)


def _word_before(text: str) -> str | None:
    """The last word or mark of a text (``""`` the edge), None where that is not easily told."""
    last = text[-1:]
    if last != " ":
        return last if last in _QUOTES else "" if last in _EDGE else None
    word = text[:-1].rpartition(" ")[2]
    if word.isalpha() and len(word) < BESIDE - 2:
        return word
    if word.endswith(("'s", "’s")):
        return "'s"
    last = word[-1:]
    return last if last and last in _MARKS else None


def _word_after(text: str) -> str | None:
    """The first word or mark of a text (``""`` the edge), None where that is not easily told."""
    first = text[:1]
    if first != " ":
        return first if first in _MARKS or first in _QUOTES else "" if first in _EDGE else None
    word = text[1:].partition(" ")[0].rstrip(_STOPS)
    return word if word.isalpha() and len(word) < BESIDE - 2 else None


def _form_of(model: Model | Glance, found: str) -> tuple[int, int]:
    for number, both in enumerate(model.forms):
        if found in both:
            return both.index(found), number
    return 0, 0
