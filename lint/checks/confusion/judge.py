"""Judging a word by its company: the seam at which another way of judging is put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

from lint.article import Article
from lint.checks.confusion.company import Company, Slot, Surroundings, tokens_of
from lint.finding import Severity
from lint.frozen import Frozen, field
from lint.kept import cached_property

_SHOWN = 4  # how many words of the story a reason names


class Story:
    """The words of the whole article, counted once, when first asked for; and its setting."""

    def __init__(self, text: str, article: Article | None = None) -> None:
        self._text = text
        self._article = article

    @cached_property
    def setting(self) -> frozenset[str]:
        """What its section and dateline say (:mod:`lint.checks.confusion.setting`)."""
        if self._article is None:
            return frozenset()
        from lint.checks.confusion.setting import setting_of  # few stories ask for it

        return setting_of(self._article)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each word stands in the article, as written."""
        counts: dict[str, int] = {}
        for token in tokens_of(self._text):
            counts[token] = counts.get(token, 0) + 1
        return counts

    def besides(self, found: str) -> list[str]:
        """The different words of the article when one occurrence of ``found`` is left out."""
        return [w for w, n in self.counts.items() if n > (1 if w == found else 0)]


class Context(Frozen):
    """What a judge may look at: the word found, where it stands, and the article."""

    found: str
    place: Surroundings
    story: Story


class Verdict(Frozen):
    """A word judged wrong: how surely (0 to 1), and why, in words an editor can check.

    ``sure`` says that the word cannot be right here, so that the mend may be safe;
    ``severity`` takes the place of the rule's own.
    """

    score: float
    reasons: tuple[str, ...] = ()
    sure: bool = False
    severity: Severity | None = None


class Judge(Protocol):
    """Decides whether a word is written for another.

    Hand-made evidence (:class:`ByEvidence`) is one judge; a learnt model is another
    (:class:`lint.checks.confusion.learnt.Learnt`).
    """

    def judge(self, context: Context) -> Verdict | None:
        """The verdict where the word is wrong, or None where it may stand."""
        ...


class Sought(Frozen):
    """Words to be looked for, and how many different ones there must be."""

    words: Slot
    at_least: int = 1

    def among(self, tokens: Iterable[str]) -> tuple[str, ...]:
        """The different words that are there, if they are enough; else nothing."""
        seen = dict.fromkeys(token for token in tokens if self.words.fits(token))
        return tuple(seen) if len(seen) >= self.at_least else ()


class Evidence(Frozen):
    """One piece of evidence: everything that it names must hold."""

    company: Company | None = None
    unless: Company | None = None
    near: Sought | None = None
    not_near: Sought | None = None
    story_has: Sought | None = None
    story_lacks: Sought | None = None

    def weigh(
        self, context: Context, before: Sequence[str], after: Sequence[str]
    ) -> tuple[str, ...] | None:
        """The reasons if everything holds, else None; ``before`` and ``after`` nearest first."""
        reasons: list[str] = []
        if self.unless is not None and self.unless.find(context.found, before, after):
            return None
        if self.company is not None:
            phrase = self.company.find(context.found, before, after)
            if phrase is None:
                return None
            words = [*reversed(before[: len(phrase.before)]), context.found]
            words += after[: len(phrase.after)]
            if len(words) > 1:
                reasons.append(f"“{spoken(words)}”")
        if not self._neighbours(context, reasons) or not self._story(context, reasons):
            return None
        return tuple(reasons)

    def _neighbours(self, context: Context, reasons: list[str]) -> bool:
        if self.near is None and self.not_near is None:
            return True
        words = context.place.neighbours()
        if self.not_near is not None and self.not_near.among(words):
            return False
        return _found(self.near, words, "near it", reasons)

    def _story(self, context: Context, reasons: list[str]) -> bool:
        if self.story_has is None and self.story_lacks is None:
            return True
        words = context.story.besides(context.found)
        if self.story_lacks is not None:
            if self.story_lacks.among(words):
                return False
            if self.story_lacks.words.fits(context.found):
                reasons.append(f"no other “{context.found.lower()}” in the story")
        return _found(self.story_has, words, "in the story", reasons)


def _found(sought: Sought | None, words: Iterable[str], where: str, reasons: list[str]) -> bool:
    if sought is None:
        return True
    seen = sought.among(words)
    if seen:
        reasons.append(f"{where}: {', '.join(seen[:_SHOWN])}")
    return bool(seen)


def spoken(words: Sequence[str]) -> str:
    """Words and marks as they are written in running text."""
    text = " ".join(words)
    return text.replace(" '", "’").replace(" ,", ",").replace(" .", ".")


class ByEvidence(Frozen):
    """The judge of hand-made evidence: what clears a word, what convicts it."""

    fine: tuple[Evidence, ...] = ()
    sure: tuple[Evidence, ...] = ()
    likely: tuple[Evidence, ...] = ()
    always: bool = False
    scores: Mapping[Literal["sure", "always", "likely"], float] = field(
        default_factory=lambda: {"sure": 0.99, "always": 0.97, "likely": 0.9}
    )

    def judge(self, context: Context) -> Verdict | None:
        """See :class:`Judge`. What is fine comes first, then sure, likely, mere occurrence."""
        before, after = context.place.before(), context.place.after()
        if self._clears(context, before, after):
            return None
        for item in self.sure:
            reasons = item.weigh(context, before, after)
            if reasons is not None:
                return Verdict(self.scores["sure"], reasons, sure=True)
        for item in self.likely:
            reasons = item.weigh(context, before, after)
            if reasons is not None:
                return Verdict(self.scores["likely"], reasons)
        return Verdict(self.scores["always"], sure=True) if self.always else None

    def clears(self, context: Context) -> bool:
        """Whether the word keeps company in which it is right."""
        return bool(self.fine) and self._clears(
            context, context.place.before(), context.place.after()
        )

    def _clears(self, context: Context, before: Sequence[str], after: Sequence[str]) -> bool:
        return any(item.weigh(context, before, after) is not None for item in self.fine)
