"""What readers judged of findings that they read: counts by rule and corpus, no text.

``verdicts.tsv`` has a line for each reading: the rule or folder of rules, the corpus (or
several of either with commas; ``all`` corpora), the date, the hash of the stylebook, how many
findings were read, how many of them were right, debatable and wrong, and of the wrong ones
how many have been mended since (they are not told any more).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

VERDICTS = Path(__file__).with_name("verdicts.tsv")
COLUMNS = (
    "rule", "corpus", "date", "stylebook", "read", "right", "debatable", "wrong", "mended",
)  # fmt: skip

_ENOUGH = 10  # findings read of a corpus, from which its own share is told


@dataclass(frozen=True, slots=True)
class Verdict:
    """One reading of findings."""

    rules: tuple[str, ...]
    corpora: tuple[str, ...]
    date: str
    stylebook: str
    read: int
    right: int
    debatable: int
    wrong: int
    mended: int = 0

    def is_of(self, rule: str) -> bool:
        """Whether a rule is the one that was read, or lies in the folder that was."""
        return any(rule == own or rule.startswith(f"{own}/") for own in self.rules)


def read_verdicts(path: Path = VERDICTS) -> list[Verdict]:
    """The verdicts of a file; none where there is no file.

    Raises:
        ValueError: the counts of a line do not add up.
    """
    if not path.is_file():
        return []
    found = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            read, right, debatable, wrong, mended = (
                int(row[column] or 0) for column in COLUMNS[4:]
            )
            if read != right + debatable + wrong or mended > wrong:
                raise ValueError(f"{path.name}: the counts of {row['rule']} do not add up")
            found.append(
                Verdict(
                    _listed(row["rule"]), _listed(row["corpus"]), row["date"], row["stylebook"],
                    read, right, debatable, wrong, mended,
                )
            )  # fmt: skip
    return found


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(","))


def share_wrong(rule: str, corpus: str, verdicts: Sequence[Verdict]) -> float | None:
    """The share of a rule's findings that is wrong, by the readings that come nearest.

    Readings of the rule itself go before those of its folder, and then those of the corpus,
    if they are enough to tell, before those of all; readings that are equally near are added
    up. None: nobody has read any.
    """
    fitting = [verdict for verdict in verdicts if verdict.is_of(rule) and verdict.read]
    own = [v for v in fitting if rule in v.rules] or fitting
    here = [v for v in own if corpus in v.corpora or "all" in v.corpora]
    nearest = here if sum(v.read for v in here) >= _ENOUGH else own
    if not nearest:
        return None
    return sum(v.wrong - v.mended for v in nearest) / sum(v.read for v in nearest)
