"""Common words of news copy, which the made-up stylebook is made of.

``words.txt`` holds the lower-case words that stand at least twice in each of four bodies of
news, the commonest first: a count, no copy. It is kept in the project, so that the made-up
stylebook is the same everywhere.

    python -m benchmarks.speed.words      # makes the file again, from ../shared/corpora
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from benchmarks.corpora import corpus, need_shared

_FILE = Path(__file__).with_name("words.txt")
_BODIES = ("bbc2004", "bbc_modern", "dawn_2025_26", "newsarticles2017")
_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
_LEAST = 2  # times in each body


@lru_cache(maxsize=1)
def common_words() -> tuple[str, ...]:
    """The words, the commonest first."""
    return tuple(_FILE.read_text("utf-8").split())


def main() -> None:
    """Count the words of the corpora and write the file."""
    need_shared()
    bodies = []
    for name in _BODIES:
        counts: Counter[str] = Counter()
        for path in corpus(name):
            counts.update(_WORD.findall(path.read_text("utf-8")))
        bodies.append(counts)
    of_all = sum(bodies, Counter())
    shared = [word for word in of_all if all(body[word] >= _LEAST for body in bodies)]
    shared.sort(key=lambda word: (-of_all[word], word))
    _FILE.write_text("\n".join(shared) + "\n", "utf-8")
    print(f"{len(shared)} words: {_FILE}")


if __name__ == "__main__":
    main()
