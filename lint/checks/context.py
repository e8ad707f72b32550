"""Slips that only the sentence shows, doubted by a model of the news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from lint.article import Block, BlockKind
from lint.checks.base import Check, Complaint, Mend, Slip, option
from lint.checks.contextual.foreign import is_foreign
from lint.checks.contextual.wording import told
from lint.frozen import Frozen
from lint.index import Hit
from lint.reading import Reading
from lint.rule import Rule

if TYPE_CHECKING:
    from lint.checks.contextual.reader import ContextReader
    from lint.context.model import Doubt

Family = Literal["missing word", "extra word", "agreement", "wrong form", "wrong word"]
READ: frozenset[BlockKind] = frozenset(
    {"headline", "crosshead", "standfirst", "paragraph", "quotation"}
)
_HEADS = frozenset({"headline", "crosshead"})
_LANGUAGE = 2  # letters


class ContextOptions(Frozen):
    """What a rule of this kind may say. Chances that are not given are the model’s own."""

    family: Family = option(
        "missing word, extra word, agreement, wrong form (longer, long) or wrong word (he, the)"
    )
    suggestion: float | None = option(
        "the chance from which a slip is suggested, 0 to 1", default=None, between=(0, 1)
    )
    warning: float | None = option(
        "the chance from which it is told as gravely as the rule says", default=None,
        between=(0, 1),
    )  # fmt: skip
    headline_suggestion: float | None = option(
        "the same as suggestion, in headlines and crossheads", default=None, between=(0, 1)
    )
    headline_warning: float | None = option(
        "the same as warning, in headlines and crossheads", default=None, between=(0, 1)
    )
    speech: float | None = option(
        "the chance from which direct speech is doubted (small words that are missing)",
        default=None, between=(0, 1),
    )  # fmt: skip


class Context(Check):
    """Slips that only the sentence shows: a handful shops, at he station, expected be ready.

    A model that has counted what stands beside what in the news weighs small edits of each
    sentence, one word put in, taken out or changed, and says how likely it is that the copy
    was meant so. There is one rule for each family of edits. From one chance on a slip is
    suggested, from a higher one it is told as gravely as the rule says; headlines have chances
    of their own, since they leave words out on purpose. The model brings all of them along,
    chosen on published articles; the rule may set others::

        kind: context
        family: missing word
        severity: warning
        warning: 0.6          # fewer warnings than the model would give
        headline warning: 1   # none in headlines

    Nothing is found without a model: see ``context:`` in the configuration, or ``--context``.
    Direct speech is left alone but for small words that are surely missing; so are lists,
    tables, captions, paragraphs in other languages, and copy that is damaged. Where any other
    rule speaks this one is silent. The edit is offered, and never written unasked.
    """

    Options = ContextOptions
    message = "{doubt}"
    fields = ("doubt",)
    whole = True
    inferred = True
    heeds_words = True
    gives_way = True
    certainty = (
        "How likely it is that the edit mends a slip, as the model found on slips put into "
        "articles that it had not learnt from; half of them where it says 0.5."
    )

    options: ContextOptions

    def __init__(self, rule: Rule, options: ContextOptions) -> None:
        super().__init__(rule, options)
        self._reader: ContextReader | None = None
        self._family = options.family.replace(" ", "-")
        self._levels: dict[str, tuple[float, float]] = {}

    def consult(self, reader: ContextReader) -> None:
        """Be given the model."""
        self._reader = reader
        own, options = reader.thresholds(self._family), self.options
        speech = _first(options.speech, own.speech)
        self._levels = {
            "body": (
                _first(options.suggestion, own.suggestion), _first(options.warning, own.warning)
            ),
            "head": (
                _first(options.headline_suggestion, own.headline_suggestion),
                _first(options.headline_warning, own.headline_warning),
            ),
            "speech": (speech, speech),
        }  # fmt: skip
        reader.listen(min(min(levels) for levels in self._levels.values()))

    @property
    def lacks(self) -> str:
        """See :attr:`lint.checks.base.Check.lacks`."""
        return "" if self._reader is not None else "--context"

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield the doubts of the rule’s family that are strong enough where they stand."""
        if self._reader is None or not self._is_of_language(reading):
            return
        foreign = partial(_is_foreign, reading, {})
        said: set[str] = set()
        for doubt in reading.once(self._reader.doubts):
            if doubt.family != self._family:
                continue
            block = reading.block_at(doubt.start)
            if block is None or doubt.end > block.end or block.kind not in READ:
                continue
            suggestion, warning = self._levels[_place(reading, block, doubt)]
            if doubt.chance < min(suggestion, warning) or reading.is_damaged(doubt.start):
                continue
            if foreign(block):
                continue
            slip = self._slip(reading, block, doubt, grave=doubt.chance >= warning)
            if slip.say["doubt"] not in said:  # what stands in every part is told once
                said.add(slip.say["doubt"])
                yield slip

    def _is_of_language(self, reading: Reading) -> bool:
        """Whether an article that says its language says that of the model."""
        assert self._reader is not None
        language = reading.article.metadata.language[:_LANGUAGE].lower()
        return not language or language == self._reader.model.language[:_LANGUAGE].lower()

    def _slip(self, reading: Reading, block: Block, doubt: Doubt, *, grave: bool) -> Slip:
        shown = told(reading.prose, block, doubt)
        old = reading.prose[doubt.start : doubt.end].strip()
        mend = Mend(shown.use, safety="unsafe")
        if not shown.use:  # a word goes with a space
            mend = mend._replace(title="Delete", edits=((doubt.start, doubt.end, ""),))
        return Slip(
            shown.start,
            shown.end,
            entry=f"{old.lower()}/{doubt.write.strip().lower()}",
            mends=(mend,),
            say={"doubt": shown.said},
            severity=None if grave else "suggestion",
            confidence=doubt.chance,
            evidence=doubt.evidence,
        )

    def complaints(self) -> Iterator[Complaint]:
        """A suggestion that would never be made, because the warning comes before it."""
        options = self.options
        for low, high in (("suggestion", "warning"), ("headline_suggestion", "headline_warning")):
            suggestion, warning = getattr(options, low), getattr(options, high)
            if suggestion is not None and warning is not None and suggestion > warning:
                key = low.replace("_", " ")
                yield Complaint((key,), f"“{key}” is above “{high.replace('_', ' ')}”")


def _first(own: float | None, of_model: float) -> float:
    return of_model if own is None else own


def _place(reading: Reading, block: Block, doubt: Doubt) -> str:
    if reading.in_speech(doubt.start, doubt.end):
        return "speech"
    return "head" if block.kind in _HEADS else "body"


def _is_foreign(reading: Reading, known: dict[Block, bool], block: Block) -> bool:
    if block not in known:
        known[block] = is_foreign(reading.prose[block.start : block.end])
    return known[block]
