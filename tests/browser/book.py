"""The stylebook of the browser tests: one rule of each severity."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_RULES = {
    "names/people": """
kind: names
title: Names of people
severity: error
why: |
  The house writes one form of a name.
entries:
  - name: Andrei Lugovoi
    not: [Lugovi]
examples:
  - bad: They asked for Andrei Lugovi again.
    finds: Lugovi
    good: They asked for Andrei Lugovoi again.
  - ok: Lugano is in Switzerland.
  - ok: Andrei Lugovoi left.
""",
    "terms/spelling": """
kind: terms
title: House spellings
severity: warning
why: |
  One spelling throughout.
entries:
  - use: adviser
    not: [advisor]
examples:
  - bad: An advisor spoke.
    finds: advisor
    good: An adviser spoke.
  - ok: An adviser spoke.
  - ok: Some advice was given.
""",
    "terms/plain": """
kind: terms
title: Plain words
severity: suggestion
why: |
  The short word is the better one.
entries:
  - use: begin
    not: [commence]
examples:
  - bad: Talks will commence today.
    finds: commence
    good: Talks will begin today.
  - ok: Talks will begin today.
  - ok: The end is near.
""",
}


def write(folder: Path, more: Mapping[str, str] = {}) -> Path:
    """Write the stylebook into a folder, with more rules by their ids."""
    for name, text in {**_RULES, **more}.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), "utf-8")
    return folder
