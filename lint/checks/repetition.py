"""Repetition: words, sentences, lines and paragraphs that stand twice by mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from lint.checks.base import Check, Slip, option
from lint.checks.repeating.blocks import doubled_lines, doubled_paragraphs, doubled_sentences
from lint.checks.repeating.words import doubled_words
from lint.frozen import Frozen
from lint.index import Hit
from lint.reading import Reading
from lint.rule import Rule


class RepetitionOptions(Frozen):
    """What a rule of this kind may say."""

    look_for: Literal["words", "sentences", "lines", "paragraphs"] = option(
        "what stands twice by mistake"
    )
    by_right: tuple[str, ...] = option("further words that may stand twice in a row", default=())


class Repetition(Check):
    """Words, sentences, lines and paragraphs that stand twice by mistake.

    *Words*: the same word, or the same two words, twice in a row inside a paragraph, with
    nothing but space between. Function words that no sentence needs twice (the the, of of)
    are told as the rule says and mended unasked; other words are a warning, and mended when
    asked for. Words that double by right are left alone: had had, that that, very very, no
    no, brought in in 2018, what it is is, names (Duran Duran, Bora Bora), words that stand
    three times, terms that an article doubles more than once. Some double in one company
    only: “the pools she goes to to swim” is right, “talking to to the council” is not, and
    so with way way too, great great aunt, out out. An editor adds to them under
    ``by right``::

        kind: repetition
        look for: words
        by right: [boda, tuk]

    *Sentences*: seven words or more, the same twice in a row. *Lines*: a short line that
    stands twice, one under the other. *Paragraphs*: ten words or more that have stood in
    the article before; only the very next paragraph, letter for letter the same, is
    deleted unasked. The headline is the business of ``headlines``.
    """

    Options = RepetitionOptions
    message = "“{use}” stands twice."
    whole = True

    def __init__(self, rule: Rule, options: RepetitionOptions) -> None:
        super().__init__(rule, options)
        self._by_right = frozenset(word.lower() for word in options.by_right)
        self.structural = options.look_for != "words"

    def read(self, reading: Reading, hits: Sequence[Hit]) -> Iterator[Slip]:
        """Yield what stands twice."""
        if self.options.look_for == "words":
            yield from doubled_words(reading, self._by_right)
        elif self.options.look_for == "sentences":
            yield from doubled_sentences(reading)
        elif self.options.look_for == "lines":
            yield from doubled_lines(reading)
        else:
            yield from doubled_paragraphs(reading)
