"""Makes ``lint/context/data/parts.marisa``: which parts of speech an English word can be.

    python -m benchmarks.train.parts

The likeliest part comes from Brill's lexicon (in textblob), what else a word can be from
WordNet with the counts of its tagged texts, inflected here. The parts have the names of the
Penn Treebank.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import marisa_trie

from benchmarks.corpora import ROOT
from benchmarks.train import npm, pypi
from benchmarks.train.words import WORDNET
from lint.lexicon.words import open_words
from lint.shells.teaching.irregular import NOUNS, UNCHANGED, VERBS, with_ending, with_s

_TEXTBLOB = (
    "textblob",
    "0.20.1",
    "f957699169a3e7b9a03a504883111b7b6973679496b9af959db2f74ee2449977",
)
_TO = ROOT / "lint" / "context" / "data" / "parts.marisa"
_KEPT = frozenset("NN NNS VB VBZ VBD VBN VBG JJ JJR RB".split())
_AS = {"JJS": "JJR", "VBP": "VB", "RBR": "RB", "RBS": "RB"}
_SENSES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_RARE = 0.04  # of the uses of a word: what it is more seldom is left out


def brill(folder: Path) -> dict[str, str]:
    """The likeliest part of each word in small letters."""
    found = {}
    text = (folder / "textblob" / "en" / "en-lexicon.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, _, part = line.partition(" ")
        part = _AS.get(part, part)
        if word.isalpha() and word.islower() and part in _KEPT:
            found[word] = part
    return found


def lemmas(folder: Path) -> dict[str, Counter[str]]:
    """By lemma how often each sort of word was met (one more than that)."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "dict" / "index.sense").read_text(encoding="latin-1").splitlines():
        key, _, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if lemma.isalpha():
            kind = _SENSES[rest[0]]
            found[lemma][kind] = max(found[lemma][kind], 1) + int(count)
    return found


def forms(known: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    """By form the parts it can be, weighed by how often its lemma is met so."""
    words = open_words()
    verbs = {base: (past, taken) for base, past, taken in VERBS}
    nouns = dict(NOUNS)
    found: dict[str, Counter[str]] = defaultdict(Counter)

    def add(form: str, part: str, weight: int) -> None:
        if words.known(form):
            found[form][part] = max(found[form][part], weight)

    for lemma in sorted(known):
        uses = known[lemma]
        if weight := uses["n"]:
            add(lemma, "NN", weight)
            add(nouns.get(lemma, with_s(lemma)), "NNS", weight)
        if weight := uses["v"]:
            add(lemma, "VB", weight)
            add(with_s(lemma), "VBZ", weight)
            for form in with_ending(lemma, "ing"):
                add(form, "VBG", weight)
            regular = (lemma,) if lemma in UNCHANGED else with_ending(lemma, "ed")
            past, taken = verbs.get(lemma, ("", ""))
            for form in (past,) if past else regular:
                add(form, "VBD", weight)
            for form in (taken,) if taken else regular:
                add(form, "VBN", weight)
        if weight := uses["a"]:
            add(lemma, "JJ", weight)
        if weight := uses["r"]:
            add(lemma, "RB", weight)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=_TO, help="the file to write")
    target: Path = parser.parse_args().out
    likeliest = brill(pypi.package(*_TEXTBLOB))
    table = forms(lemmas(npm.package(*WORDNET)))
    for word, part in likeliest.items():
        uses = table[word]
        uses[part] = max([uses[part], *uses.values(), 1]) + 1
    rows = []
    for word in sorted(table):
        uses = table[word]
        total = sum(uses.values())
        parts = sorted((p for p in uses if uses[p] >= _RARE * total), key=lambda p: (-uses[p], p))
        rows.append((word, "/".join(parts[:4]).encode()))
    marisa_trie.BytesTrie(rows).save(str(target))
    print(f"{len(rows)} words, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
