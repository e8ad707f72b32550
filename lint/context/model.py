"""The context model: which small edits would make a sentence of the news more usual.

It is opened from one file by memory map. ``numpy`` (extra ``context``) is imported when a
model is opened, here and in the files beside, and nowhere else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.context.judging import Verdicts
    from lint.context.page import Page
    from lint.context.tokens import Token
    from lint.reading import Reading

FAMILIES = ("missing-word", "extra-word", "agreement", "wrong-form", "wrong-word")
_AT_ONCE = 4000  # words and marks of a page
LANGUAGES = ("en-GB", "en-US", "en")
_DEFAULT = os.path.join(os.path.dirname(__file__), "data", "news-en-GB.context")


class ContextError(ValueError):
    """A file that is no model that can be used here; the message says which file, and the
    way out (make it again, install what is missing)."""


class Doubt(NamedTuple):
    """One edit that the model would make.

    ``prose[:start] + write + prose[end:]`` is the text after it, with its spaces right: what
    is inserted brings its space along (``"of "``; the possessive ``"’s"`` has none), what is
    deleted takes one along. ``write.strip()`` and ``prose[start:end].strip()`` are the words.
    """

    start: int  # code points of ``reading.prose``, half-open; start == end for an insertion
    end: int
    write: str  # "" for a deletion
    family: str  # one of FAMILIES
    chance: float  # 0..1: how probable it is a real slip in published copy
    evidence: tuple[str, ...]  # plain words for an editor; figures of the counts


class Thresholds(NamedTuple):
    """From which chance up a doubt is worth telling, by place. Above 1: never."""

    suggestion: float
    warning: float
    headline_suggestion: float
    headline_warning: float
    speech: float  # inside direct speech (missing-word only; the others are above 1)


class Model:
    """An opened model.

    ``language`` is a language tag (``en-GB``), ``name`` what the model was made from,
    ``thresholds`` by family.
    """

    def __init__(self, path: str, about: Mapping[str, Any], arrays: Mapping[str, Any]) -> None:
        from lint.context import judging, shelf

        self.path = path
        self.language: str = about["language"]
        self.name: str = about["name"]
        self.thresholds: Mapping[str, Thresholds] = {
            family: Thresholds(*about["thresholds"][family]) for family in FAMILIES
        }
        self._vocabulary = shelf.vocabulary_of(arrays)
        self._knowledge = shelf.knowledge_of(arrays)
        self._forests = shelf.forests_of(arrays)
        self._curves = judging.read_curves(about["curves"])

    def doubts(self, reading: Reading, least: float) -> list[Doubt]:
        """The edits whose chance is ``least`` or more, in order of place, one a place.

        Headlines, standfirsts, crossheads, paragraphs and quotations are read; lists,
        tables, captions, bylines, datelines and slugs are not. Direct speech is read like
        the rest: what is told there is the check's to decide (``Thresholds.speech``).
        """
        from lint.context.judging import judged

        lowest = self._curves.least_odds(least)
        if lowest == float("inf"):
            return []
        doubts = []
        for page, tokens in self._pages(reading):
            verdicts = judged(page, self._forests, lowest)
            chances = self._curves.chances(verdicts)
            for number in (chances >= least).nonzero()[0].tolist():
                chance = float(chances[number])
                doubts.append(self._doubt(reading.prose, page, tokens, verdicts, number, chance))
        return [doubt for doubt in doubts if not reading.is_protected(doubt.start, doubt.end)]

    def _pages(self, reading: Reading) -> Iterator[tuple[Page, list[Token | None]]]:
        """The words of an article as numbers, and the token of each place; long ones in
        parts, so that what is held in memory does not grow with them."""
        from lint.context.page import Page, joined
        from lint.context.tokens import blocks_read, sentences

        number = self._vocabulary.number
        numbered: list[tuple[list[int], list[int]]] = []
        tokens: list[Token] = []

        def page() -> tuple[Page, list[Token | None]]:
            page = Page(*joined(numbered), self._knowledge)
            places: list[Token | None] = [None] * len(page.words)
            for place, token in zip(page.real.nonzero()[0].tolist(), tokens, strict=True):
                places[place] = token
            return page, places

        for block in blocks_read(reading.blocks):
            for sentence in sentences(reading.prose, block):
                tokens += sentence
                numbered.append(
                    ([number(t.text, t.flags) for t in sentence], [t.flags for t in sentence])
                )
                if len(tokens) >= _AT_ONCE:
                    yield page()
                    numbered, tokens = [], []
        if tokens:
            yield page()

    def _doubt(
        self, prose: str, page: Page, tokens: list[Token | None], verdicts: Verdicts, number: int,
        chance: float,
    ) -> Doubt:  # fmt: skip
        from lint.context.judging import FAMILY_OF

        at, kind = int(verdicts.at[number]), int(verdicts.kind[number])
        before, here, after = tokens[at - 1], tokens[at], tokens[at + 1]
        assert here is not None
        family = FAMILIES[int(FAMILY_OF[verdicts.sort[number]])]
        word = self._vocabulary.word(int(verdicts.write[number])) if kind != 1 else ""
        if kind == 0:
            assert before is not None
            start, end, write = _inserted(prose, before, here, word)
        elif kind == 1:
            start, end, write = *_deleted(before, here, after), ""
        else:
            start, end, write = here.start, here.end, _cased(prose[here.start : here.end], word)
        evidence = self._evidence(prose, page, at, kind, int(verdicts.write[number]), tokens)
        return Doubt(start, end, write, family, chance, evidence)

    def _evidence(
        self, prose: str, page: Page, at: int, kind: int, write: int, tokens: list[Token | None]
    ) -> tuple[str, ...]:
        """How often the three words were met that the edit makes, and those that stand there."""
        import numpy as np

        from lint.context.vocabulary import SHAPES

        words = page.words.tolist()
        right = at if kind == 0 else at + 1
        old = [words[at - 1], *([] if kind == 0 else [words[at]]), words[right]]
        new = [words[at - 1], *([] if kind == 1 else [write]), words[right]]
        said = []
        for run in (new, old):
            if min(run) < len(SHAPES):
                continue
            count = float(self._knowledge.words(*(np.array([word]) for word in run))[0])
            spelt = " ".join(self._vocabulary.word(word) for word in run).replace(" '", "'")
            times = "never" if not count else "once" if count == 1 else f"some {count:.0f} times"
            said.append(f"“{spelt}” met {times}")
        return tuple(said)


def _inserted(prose: str, before: Token, here: Token, word: str) -> tuple[int, int, str]:
    if word == "'s":
        return before.end, before.end, "’s" if "’" in prose else "'s"
    if here.text[0].isalnum() and prose[here.start - 1 : here.start] != "-":
        return here.start, here.start, word + " "
    return before.end, before.end, " " + word


def _deleted(before: Token | None, here: Token, after: Token | None) -> tuple[int, int]:
    if after is not None and after.text[0].isalnum() and here.text != "'s":
        return here.start, after.start
    if before is not None and here.text != "'s":
        return before.end, here.end
    return here.start, here.end


def _cased(old: str, word: str) -> str:
    if len(old) > 1 and old.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if old[0].isupper() else word


def open_model(path: str | None = None) -> Model:
    """Open a model by memory map, in a few milliseconds; None is the default that ships.

    Raises:
        ContextError: the file is not there, no model, truncated, of another version or of
            another language, or numpy is not installed.
    """
    file = path or _DEFAULT
    try:
        from lint.context.storing import Damaged, unpacked
    except ImportError:
        raise ContextError(
            f"{file}: numpy, which reads it, is not installed; pip install 'copydesk[context]'"
        ) from None
    again = "make it again with copydesk learn context" if path else "install copydesk again"
    try:
        about, arrays = unpacked(file)
        if about["language"] not in LANGUAGES:
            raise ContextError(
                f"{file}: is for {about['language']}; English is read here. Name another model"
            )
        return Model(file, about, arrays)
    except OSError as error:
        raise ContextError(f"{file}: cannot be read: {error.strerror or error}; {again}") from None
    except Damaged as error:
        raise ContextError(f"{file}: {error}; {again}") from None
    except (KeyError, TypeError, ValueError, IndexError) as error:
        if isinstance(error, ContextError):
            raise
        raise ContextError(f"{file}: is damaged ({type(error).__name__}); {again}") from None
