"""Which words may have been written for which: the choices of a model."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from lint.context.knowledge import Choices
from lint.context.relations import NUMBER_OF
from lint.lexicon.words import open_words
from lint.shells.teaching.irregular import NOUNS, VERBS, with_ending, with_s
from lint.shells.teaching.lexicon import Lexicon
from lint.shells.teaching.wordlists import (
    AGREEING,
    DELETED,
    INSERTED,
    NOT_EACH_OTHER,
    PREPOSITIONS,
    PRONOUNS,
)

_FORMS = 5  # uses of a word that may have been written for a form of it
_NEIGHBOURS = 40  # uses of words that are written for each other by a slip of the keys
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Pairs = dict[tuple[str, str], str]


def chosen(lexicon: Lexicon) -> Choices:
    """The choices that the words of a lexicon allow."""
    vocabulary = lexicon.vocabulary
    uses = {vocabulary.word(n): float(c) for n, c in enumerate(lexicon.counts) if n > 15}
    pairs: Pairs = {}
    for wrong, right, relation in (*_small(uses), *_forms(lexicon, uses)):
        pairs.setdefault((wrong, right), relation)
    for one, other, relation in _neighbours(lexicon, uses, pairs):
        pairs.setdefault((one, other), relation)
    rows = sorted(
        (vocabulary.known(wrong), vocabulary.known(right), NUMBER_OF[relation])
        for (wrong, right), relation in pairs.items()
    )
    table = np.array(rows, np.int32).reshape(-1, 3)
    offsets = np.searchsorted(table[:, 0], np.arange(vocabulary.size + 1)).astype(np.int32)
    inserted = np.array([vocabulary.known(word) for word in INSERTED], np.int32)
    deleted = np.array([vocabulary.known(word) for word in DELETED], np.int32)
    return Choices(inserted, deleted, offsets, table[:, 1], table[:, 2].astype(np.int8))


def _small(uses: dict[str, float]) -> Iterator[tuple[str, str, str]]:
    for one, other in AGREEING:
        if one in uses and other in uses:
            yield one, other, "agree"
            yield other, one, "agree"
    small = sorted(set(DELETED) - {"'s"})
    for one in small:
        for other in small:
            if one == other or frozenset((one, other)) in NOT_EACH_OTHER:
                continue
            if one in PRONOUNS and other in PRONOUNS:
                continue
            if one in PREPOSITIONS and other in PREPOSITIONS:
                yield one, other, "preposition"
            elif other in _edited(one):
                yield one, other, "small"


def _forms(lexicon: Lexicon, uses: dict[str, float]) -> Iterator[tuple[str, str, str]]:
    vocabulary = lexicon.vocabulary
    irregular = {base: (past, taken) for base, past, taken in VERBS}
    plurals = dict(NOUNS)

    def both(one: str, other: str, there: str, back: str) -> Iterator[tuple[str, str, str]]:
        if one != other and min(uses.get(one, 0), uses.get(other, 0)) >= _FORMS:
            yield one, other, there
            yield other, one, back

    for word in sorted(uses):
        parts = lexicon.parts[vocabulary.known(word)].split("/")
        if not word.isalpha() or len(word) < 2:
            continue
        if "NN" in parts or "NNP" in parts:
            yield from both(word, plurals.get(word, with_s(word)), "add-s", "drop-s")
        if "VB" in parts:
            third = with_s(word)
            yield from both(word, third, "add-s", "drop-s")
            past, taken = irregular.get(word, ("", ""))
            # Between a verb and its past tense lies time, and no slip that words can show.
            pasts = {taken} if past else set(with_ending(word, "ed"))
            yield from both(past, taken, "past-taken", "taken-past") if past else ()
            doing = with_ending(word, "ing")
            for form in sorted(pasts):
                yield from both(word, form, "add-ed", "drop-ed")
                for ing in doing:
                    yield from both(form, ing, "ed-ing", "ing-ed")
            for ing in doing:
                yield from both(word, ing, "add-ing", "drop-ing")
                yield from both(third, ing, "s-ing", "ing-s")
        if "JJ" in parts:
            for form in with_ending(word, "er"):
                yield from both(word, form, "add-er", "drop-er")
            yield from both(word, word + "ly", "add-ly", "drop-ly")


def _neighbours(
    lexicon: Lexicon, uses: dict[str, float], known: Pairs
) -> Iterator[tuple[str, str, str]]:
    words = open_words()
    common = sorted(
        word for word, count in uses.items()
        if count >= _NEIGHBOURS and len(word) > 2 and word.isalpha() and words.known(word)
        and lexicon.named[lexicon.vocabulary.known(word)] < 0.5
    )  # fmt: skip
    able = set(common)
    for word in common:
        for other in sorted(_edited(word) & able):
            if (word, other) in known or _variants(word, other):
                continue
            if frozenset((word, other)) in NOT_EACH_OTHER or _same_verb(lexicon, word, other):
                continue
            yield word, other, keyed(word, other)


def keyed(wrong: str, right: str) -> str:
    """By what slip of the keys one word was written for another, one edit away."""
    at = next((n for n, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), -1)
    if at == 0:
        return "first-letter"
    if len(wrong) == len(right):
        return "transposed" if wrong[at + 1 :] != right[at + 1 :] else "letter-wrong"
    longer = max(wrong, right, key=len)
    last = at if at > 0 else len(longer) - 1
    if longer[last] == longer[last - 1]:
        return "doubled"
    return "letter-missing" if longer is right else "letter-extra"


def _variants(one: str, other: str) -> bool:
    """Whether two words are spellings of one (-ise, -ize; -our, -or; -re, -er)."""
    return (
        one.replace("z", "s") == other.replace("z", "s")
        or one.replace("our", "or") == other.replace("our", "or")
        or (one[:-2] == other[:-2] and {one[-2:], other[-2:]} == {"re", "er"})
        or one.replace("-", "") == other.replace("-", "")
    )


def _same_verb(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether two words differ in tense alone (run and ran), as far as their letters show."""
    if one[:-1] == other[:-1] and {one[-1], other[-1]} == {"s", "d"}:
        return True
    numbers = lexicon.vocabulary.known
    first, second = lexicon.parts[numbers(one)], lexicon.parts[numbers(other)]
    tenses = {"VBD", "VBZ"}
    return (
        bool(tenses & set(first.split("/")))
        and bool(tenses & set(second.split("/")))
        and (one[0] == other[0] and one[-1] == other[-1])
    )


def _edited(word: str) -> set[str]:
    """Everything one slip of the keys away: a letter more, less, another, or two swapped."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return (
        {a + b[1:] for a, b in cuts if b}
        | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        | {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
        | {a + letter + b for a, b in cuts for letter in _LETTERS}
    ) - {word}
