"""Vocabulary and classes: which words the model knows, and which of them are alike."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import Any

import marisa_trie
import numpy as np
from numpy.typing import NDArray

import lint.context
from lint.context.knowledge import Grammar
from lint.context.parts import described
from lint.context.tokens import CAPITAL, CAPITALS, HEADLINE
from lint.context.vocabulary import SHAPES, Vocabulary, shape
from lint.shells.teaching.gathering import Text
from lint.shells.teaching.wordlists import AGREEING, DELETED

LEAST = 4  # uses of a word that the model knows
_ALONE = 400  # words common enough to be a class of their own
_GROUPS = 110  # classes by parts
_NAME = 0.8  # of the uses of a word inside sentences: with a capital it is a name


@dataclass(slots=True)
class Lexicon:
    """The words of a text by their numbers, and what classes they are in.

    ``words`` holds the text in these numbers, ``counts`` leave out what is for later;
    ``parts`` the parts of each word (empty for shapes and for what no list knows), ``named``
    how often each is written as a name.
    """

    vocabulary: Vocabulary
    trie: marisa_trie.Trie
    words: NDArray[np.int32]
    counts: NDArray[np.float32]
    classes: NDArray[np.int16]
    names: list[str]
    grammar: Grammar
    parts: list[str]
    named: NDArray[np.float32]


def parts_table() -> marisa_trie.BytesTrie:
    """Which parts of speech English words can be; it ships with the model."""
    table = marisa_trie.BytesTrie()
    table.load(os.path.join(os.path.dirname(lint.context.__file__), "data", "parts.marisa"))
    return table


def learnt(text: Text) -> Lexicon:
    """Choose the words and classes for a text, and number it; articles for later have no say."""
    early = text.early
    provisional = np.bincount(text.words[:early], minlength=len(text.spelt))
    always = set(DELETED) | {word for pair in AGREEING for word in pair}
    known = [
        word for word, count in zip(text.spelt[2:], provisional[2:].tolist(), strict=True)
        if count >= LEAST and not word[0].isdigit()
    ]  # fmt: skip
    trie = marisa_trie.Trie(sorted(always.union(known)))
    vocabulary = Vocabulary(trie)
    words = _numbered(text, vocabulary)
    counts = counted(words[:early], vocabulary.size)
    capital, inside = (
        np.bincount(words[:early][_inside(text, capital=each)[:early]], minlength=vocabulary.size)
        for each in (True, False)
    )
    named = (capital / np.maximum(inside, 1)).astype(np.float32)
    table = parts_table()
    spelt = [vocabulary.word(number) for number in range(vocabulary.size)]
    parts = [_parts(table, word, share) for word, share in zip(spelt, named.tolist(), strict=True)]
    classes, names, mains = _classes(spelt, parts, counts, named)
    described_ = [described(name, main) for name, main in zip(names, mains, strict=True)]
    columns = np.array(described_, np.int8).T
    grammar = Grammar(columns[0], columns[1], columns[2])
    return Lexicon(vocabulary, trie, words, counts, classes, names, grammar, parts, named)


def counted(words: NDArray[np.int32], size: int) -> NDArray[np.float32]:
    """How often each word of a text stands in it."""
    counts = np.bincount(words, minlength=size).astype(np.float32)
    counts[:2] /= 3  # a boundary is three places
    return counts


def _numbered(text: Text, vocabulary: Vocabulary) -> NDArray[np.int32]:
    """The text in the numbers of a vocabulary; what it does not know as shapes."""
    tables: list[Any] = []
    for capital, capitals in ((False, False), (True, False), (True, True)):
        row = [0, 1]
        for word in text.spelt[2:]:
            number = vocabulary.known(word)
            row.append(number if number >= 0 else shape(word, capital, capitals))
        tables.append(row)
    table = np.array(tables, np.int32)
    kind = np.where(text.flags & CAPITALS, 2, np.where(text.flags & CAPITAL, 1, 0))
    result: NDArray[np.int32] = table[kind, text.words]
    return result


def _inside(text: Text, capital: bool) -> NDArray[np.bool_]:
    """The places inside sentences (and, of these, with a capital)."""
    first = np.zeros(len(text.words), np.bool_)
    first[1:] = text.words[:-1] < 2
    inside: NDArray[np.bool_] = ~first & (text.words > 1) & (text.flags & HEADLINE == 0)
    if capital:
        inside &= text.flags & CAPITAL != 0
    return inside


def _parts(table: marisa_trie.BytesTrie, word: str, named: float) -> str:
    if word.startswith("<"):
        return ""
    found = table.get(word)
    parts = found[0].decode() if found else ""
    if named >= _NAME:
        return "NNPS" if parts.startswith("NNS") else "NNP"
    if parts:
        return parts
    for ending, likely in (("ing", "VBG"), ("ed", "VBN/VBD"), ("ly", "RB"), ("s", "NNS")):
        if word.endswith(ending) and len(word) > 4:
            return likely
    return "JJ" if "-" in word else "NN"


def _classes(
    spelt: list[str], parts: list[str], counts: NDArray[np.float32], named: NDArray[np.float32]
) -> tuple[NDArray[np.int16], list[str], list[str]]:
    common = [n for n in np.argsort(-counts, kind="stable").tolist() if named[n] < _NAME]
    alone = set(range(len(SHAPES))) | set(common[:_ALONE])
    forced = set(DELETED) | {word for pair in AGREEING for word in pair}
    alone |= {n for n, word in enumerate(spelt) if word in forced or not word[0].isalpha()}
    weights: Counter[str] = Counter()
    for number, part in enumerate(parts):
        if number not in alone:
            weights[part] += int(counts[number])
    kept = {part for part, _ in weights.most_common(_GROUPS)}
    kept |= {part.partition("/")[0] for part in weights}
    numbers: dict[str, int] = {}
    classes, mains = [], []
    for number, word in enumerate(spelt):
        if number in alone:
            name = f"={word}"
        else:
            name = parts[number]
            while name not in kept:
                name = name.rpartition("/")[0]
        if name not in numbers:
            numbers[name] = len(numbers)
            mains.append(parts[number])
        classes.append(numbers[name])
    return np.array(classes, np.int16), list(numbers), mains
