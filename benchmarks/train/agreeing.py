"""Fit what tells one name from two: ``python -m benchmarks.train.agreeing``.

Every two near forms of a name in the articles of the tuning half are the examples. Which
of them are one name is listed in ``agreeing.tsv``, by reading: the article, the CRC-32 of
the two forms in order of the alphabet, and the verdict (“one”, or “unclear”, which is left
out); what is not listed is two names. Slips injected into the same articles (see
:mod:`benchmarks.accuracy.injected.names`) are added, so weighed that they count as much as
the real ones. A logistic regression with a small ridge is fitted; the numbers are written
to ``lint/checks/agreeing/weights.py``. No text of the corpora is kept.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from benchmarks.accuracy.collection import INJECTED, Collection
from benchmarks.accuracy.halves import half_of
from benchmarks.accuracy.injected.names import name_cases
from benchmarks.corpora import ROOT, need_shared
from lint import read_article
from lint.checks.agreeing.judging import Pair, candidates
from lint.checks.naming.spelling import fold
from lint.reading import Reading

TARGET = ROOT / "lint" / "checks" / "agreeing" / "weights.py"
JUDGED = Path(__file__).with_name("agreeing.tsv")

# What families are like (Paul and Paula, Ivana and Ivanka) is seldom in the examples.
BY_HAND = {"kin": -3.0}
_SEED = 5
_CASES = 3000
_REAL = 200  # what all injected slips together count for
_RIDGE = 0.3
_ROUNDS = 500
_STEADY = 350  # rounds after which the steps are smaller
_STEP = 0.08


@dataclass(frozen=True, slots=True)
class Example:
    """What speaks for two forms being one name, whether they are, and how much it counts."""

    evidence: Mapping[str, float]
    same: bool
    weight: float = 1.0


def judged() -> dict[tuple[str, str], str]:
    """The verdicts, by article and pair."""
    with open(JUDGED, encoding="utf-8", newline="") as file:
        return {
            (row["article"], row["pair"]): row["verdict"]
            for row in csv.DictReader(file, delimiter="\t")
        }


def mark(pair: Pair) -> str:
    """The CRC-32 of two forms."""
    return f"{crc32('|'.join(sorted((pair.rare.folded, pair.usual.folded))).encode()):08x}"


def real(collection: Collection) -> Iterator[Example]:
    """The near forms of the articles as they are."""
    verdicts = judged()
    for name in INJECTED:
        for key, text in collection.articles(name).items():
            if half_of(key) == "tune":
                for pair in _candidates(text):
                    verdict = verdicts.get((key, mark(pair)), "two")
                    if verdict != "unclear":
                        yield Example(pair.evidence, verdict == "one")


def injected(collection: Collection) -> list[Example]:
    """The slips put into articles, each with the form that it was made of."""
    found = []
    for case in name_cases(collection, _CASES):
        if half_of(case.key) == "tune":
            wanted = {fold(case.slip), fold(case.right)}
            for pair in _candidates(case.after):
                if {pair.rare.folded, pair.usual.folded} == wanted:
                    found.append(pair.evidence)
    return [Example(evidence, True, _REAL / len(found)) for evidence in found]


def _candidates(text: str) -> Iterator[Pair]:
    return candidates(Reading(read_article(text, "article.txt", format="plain")), every=True)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of all evidence: gradient descent with steps by the root mean square."""
    names = sorted({name for example in examples for name in example.evidence})
    weights = dict.fromkeys(names, 0.0)
    means: dict[str, float] = {}
    for round_ in range(_ROUNDS):
        slopes = _slopes(examples, weights)
        step = _STEP * (1 if round_ < _STEADY else 0.2)
        for name, slope in slopes.items():
            before = means.get(name, slope * slope)
            means[name] = 0.95 * before + 0.05 * slope * slope
            if name not in BY_HAND:
                weights[name] -= step * slope / math.sqrt(means[name] + 1e-9)
    return {name: round(value, 2) for name, value in {**weights, **BY_HAND}.items()}


def _slopes(examples: Iterable[Example], weights: Mapping[str, float]) -> dict[str, float]:
    slopes = {
        name: 0.0 if name == "always" else _RIDGE * weight for name, weight in weights.items()
    }
    for example in examples:
        score = sum(weights[name] * value for name, value in example.evidence.items())
        off = example.weight * (1 / (1 + math.exp(-score)) - example.same)
        for name, value in example.evidence.items():
            slopes[name] += off * value
    return slopes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=TARGET, help="the file to write")
    target: Path = parser.parse_args().out
    need_shared()
    collection = Collection(seed=_SEED)
    examples = [*real(collection), *injected(collection)]
    weights = fit(examples)
    lines = "".join(f'    "{name}": {weights[name]},\n' for name in sorted(weights))
    target.write_text(
        '"""What each piece of evidence is worth: made by ``benchmarks/train/agreeing.py``."""\n\n'
        f"WEIGHTS = {{\n{lines}}}\n",
        encoding="utf-8",
    )
    print(len(examples), "examples,", sum(example.same for example in examples), "of one name")


if __name__ == "__main__":
    main()
