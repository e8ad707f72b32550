"""The articles that are measured on, and how often each of their words stands in them."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from benchmarks.corpora import corpus

INJECTED = ("bbc2004", "bbc_modern", "dawn_2025_26", "newsarticles2017")

Made = TypeVar("Made")
Articles = Mapping[str, str]  # key (SET/FILE) → text

_WORD = re.compile(r"[^\W\d_]{2,}")
_INSIDE = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")  # a capital that opens no sentence


def read_corpus(name: str, limit: int = 0, seed: int = 1) -> dict[str, str]:
    """The articles of a corpus by key; with a limit, so many drawn at random."""
    files = corpus(name)
    if limit:
        files = sorted(random.Random(seed).sample(files, min(limit, len(files))))
    return {f"{name}/{file.name}": file.read_text("utf-8") for file in files}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """In how many articles a word stands with a small letter, with a capital inside a
    sentence, and with a capital anywhere."""

    small: Mapping[str, int]
    inside: Mapping[str, int]
    capital: Mapping[str, int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Count the words of some articles."""
        small: Counter[str] = Counter()
        inside: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        for text in texts:
            words = set(_WORD.findall(text))
            small.update(word for word in words if word[0].islower())
            capital.update(word for word in words if word[0].isupper())
            inside.update(set(_INSIDE.findall(text)))
        return cls(small, inside, capital)

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is a name: seen inside sentences, hardly ever small."""
        return self.inside.get(word, 0) > 0 and (
            self.small.get(word.lower(), 0) * 20 <= self.inside[word]
        )

    def knows(self, word: str) -> bool:
        """Whether a form is a word or a name of its own, going by the articles."""
        return self.small.get(word.lower(), 0) >= 2 or self.capital.get(word, 0) >= 3


class Collection:
    """The corpora of one run, read when they are asked for.

    ``limit`` is the number of articles taken of each corpus (0: all).
    """

    def __init__(self, names: Sequence[str] = INJECTED, *, limit: int = 0, seed: int = 1) -> None:
        self.names = tuple(names)
        self._limit, self._seed = limit, seed
        self._read: dict[str, dict[str, str]] = {}

    def articles(self, name: str) -> Articles:
        """The articles of a corpus."""
        if name not in self._read:
            self._read[name] = read_corpus(name, self._limit, self._seed)
        return self._read[name]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all corpora of the collection."""
        return Vocabulary.of(text for name in self.names for text in self.articles(name).values())

    def draw(
        self, purpose: str, count: int, make: Callable[[str, str, random.Random], Made | None]
    ) -> Iterator[Made]:
        """Draw articles of each corpus in turn, and yield what ``make`` makes of them.

        A corpus that has no more leaves its share to the others. ``make`` is given key, text
        and a source of chance of the article's own, and gives None where the article does not
        serve. What is drawn depends on the seed, the purpose and the articles alone.
        """
        sources = [self._made(purpose, name, make) for name in self.names]
        while sources and count:
            for source in list(sources):
                made = next(source, None)
                if made is None:
                    sources.remove(source)
                elif count:
                    count -= 1
                    yield made

    def _made(
        self, purpose: str, name: str, make: Callable[[str, str, random.Random], Made | None]
    ) -> Iterator[Made]:
        """What is made of the articles of one corpus, in an order of chance."""
        articles = self.articles(name)
        for key in in_chance_order(articles, f"{self._seed} {purpose}"):
            made = make(key, articles[key], random.Random(f"{self._seed} {purpose} {key} slip"))
            if made is not None:
                yield made


def in_chance_order(keys: Iterable[str], seed: str) -> list[str]:
    """Keys in an order of chance in which each key's place depends on itself alone."""
    return sorted(keys, key=lambda key: (random.Random(f"{seed} {key}").random(), key))
