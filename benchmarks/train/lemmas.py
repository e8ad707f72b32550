"""Make what the package knows of plain forms: ``python -m benchmarks.train.lemmas``.

Source: WordNet 3.1 with its counts of senses, at a fixed version. A word is kept where the
word list of the package has it, or its form in -s, in the news; make that list first.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from pathlib import Path

import marisa_trie

from benchmarks.train.npm import package
from benchmarks.train.words import DATA, WORDNET, plural
from lint.lexicon.lemmas import ADVERB, GROUP, PERSON, TIME
from lint.lexicon.words import WordList, open_words

_KINDS = {"1": "noun", "2": "verb", "3": "adjective", "5": "adjective", "4": "adverb"}
_GROUPS = {"18": PERSON, "28": TIME, "23": TIME, "14": GROUP}  # numbers of WordNet's files
_SELDOM = 0.5  # of a word's senses as they were counted

Uses = dict[str, dict[str, Counter[str]]]  # word → kind → file of its senses → uses


def senses(path: Path) -> Uses:
    """How often each single word was met in which sense."""
    found: Uses = {}
    for line in path.read_text(encoding="ascii").splitlines():
        key, _, _, count = line.split()
        word, _, rest = key.partition("%")
        kind, file, _ = rest.split(":", 2)
        if word.isalpha() and word.islower():
            uses = found.setdefault(word, {}).setdefault(_KINDS[kind], Counter())
            uses[file] += int(count)
    return found


def weight(uses: Counter[str] | None) -> int:
    """A number of uses as four bits: 0 none, 1 never met, then the binary logarithm."""
    if uses is None:
        return 0
    return min(15, 1 + round(math.log2(1 + uses.total())))


def two_bytes(kinds: dict[str, Counter[str]]) -> bytes:
    """What a word can be, as :class:`lint.lexicon.lemmas.Lemmas` reads it."""
    nouns = kinds.get("noun", Counter())
    total = nouns.total() or len(nouns) or 1
    bits = ADVERB if "adverb" in kinds else 0
    for file, bit in _GROUPS.items():
        own = nouns[file] if nouns.total() else int(file in nouns)
        if own / total >= _SELDOM:
            bits |= bit
    first = weight(kinds.get("verb")) << 4 | weight(kinds.get("noun"))
    return bytes((first, weight(kinds.get("adjective")) << 4 | bits))


def is_met(word: str, words: WordList) -> bool:
    """Whether the news has a word, or its form in -s."""
    return bool(words.frequency(word) or words.frequency(plural(word)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the data files")
    folder: Path = parser.parse_args().out
    words = open_words()
    found = senses(package(*WORDNET) / "dict" / "index.sense")
    kept = {word: kinds for word, kinds in found.items() if is_met(word, words)}
    folder.mkdir(parents=True, exist_ok=True)
    trie = marisa_trie.Trie(sorted(kept))
    table = bytearray(2 * len(kept))
    for word, kinds in kept.items():
        number = trie[word]
        table[2 * number : 2 * number + 2] = two_bytes(kinds)
    trie.save(str(folder / "lemmas.marisa"))
    (folder / "lemmas.bin").write_bytes(table)
    print(f"{len(kept):,} words, {len(table) + (folder / 'lemmas.marisa').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
