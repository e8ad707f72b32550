"""In how many articles of the corpora each word stands, and of how many corpora."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.corpora import NAMES, corpus

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def half(key: str) -> int:
    """To which half of the data an item belongs: 0 to tune on, 1 to report on."""
    return zlib.crc32(key.encode()) & 1


@dataclass(slots=True)
class Counts:
    """Words as they are written, by corpus: in how many articles each stands."""

    by_corpus: dict[str, Counter[str]] = field(default_factory=dict)
    weight: int = 1  # of an article: 2 where only half of them were counted

    def articles(self, word: str) -> int:
        """In how many articles of all corpora a word stands."""
        return self.weight * sum(counter[word] for counter in self.by_corpus.values())

    def corpora(self, word: str) -> int:
        """In how many corpora a word stands."""
        return sum(word in counter for counter in self.by_corpus.values())

    def words(self) -> set[str]:
        """Every word of every corpus."""
        return set().union(*self.by_corpus.values())


def count_words(only_half: int | None = None) -> Counts:
    """Count the words of every corpus, headlines apart (some are all capitals)."""
    counts = Counts(weight=1 if only_half is None else 2)
    for name in NAMES:
        counter = counts.by_corpus.setdefault(name, Counter())
        for path in corpus(name):
            if only_half is not None and half(f"{name}/{path.name}") != only_half:
                continue
            body = path.read_text(encoding="utf-8").partition("\n")[2].replace("’", "'")
            counter.update({word.removesuffix("'s") for word in _WORD.findall(body)})
    return counts
