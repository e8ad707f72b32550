"""All forms of the words of a Hunspell dictionary, for the plain affixes that English uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Change:
    """Take these letters off, put these on, where the word fits."""

    strip: str
    add: str
    fits: re.Pattern[str]


@dataclass(slots=True)
class _Affix:
    prefix: bool
    crosses: bool  # may stand together with an affix of the other side
    changes: list[_Change] = field(default_factory=list)

    def apply(self, word: str) -> Iterator[str]:
        for change in self.changes:
            if not change.fits.search(word):
                continue
            if self.prefix:
                yield change.add + word[len(change.strip) :]
            else:
                yield word[: len(word) - len(change.strip)] + change.add


def read_affixes(path: Path) -> dict[str, _Affix]:
    """The PFX and SFX tables of an ``.aff`` file, by flag."""
    affixes: dict[str, _Affix] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) < 4 or parts[0] not in {"PFX", "SFX"}:
            continue
        prefix = parts[0] == "PFX"
        if len(parts) == 4:  # the head of a table: PFX flag crosses how-many
            affixes[parts[1]] = _Affix(prefix, parts[2] == "Y")
            continue
        strip, add, condition = ("" if part == "0" else part for part in parts[2:5])
        fits = re.compile(f"^(?:{condition})" if prefix else f"(?:{condition})$")
        affixes[parts[1]].changes.append(_Change(strip, add, fits))
    return affixes


def expand(folder: Path) -> set[str]:
    """Every word and every form of it, of the ``index.dic`` and ``index.aff`` in a folder.

    Compound rules, which English needs for ordinal numbers only, are left out.
    """
    affixes = read_affixes(folder / "index.aff")
    forms: set[str] = set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        used = [affixes[flag] for flag in flags if flag in affixes]
        crossing = {word}
        forms.add(word)
        for affix in used:
            if not affix.prefix:
                made = set(affix.apply(word))
                forms |= made
                if affix.crosses:
                    crossing |= made
        for affix in used:
            if affix.prefix:
                for form in crossing if affix.crosses else {word}:
                    forms.update(affix.apply(form))
    return forms
