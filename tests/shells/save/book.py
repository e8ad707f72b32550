"""A small stylebook for the tests of what happens at the save."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

BOOK: Mapping[str, str] = {
    "stylebook": "name: small\n",
    "terms/right": """
kind: terms
title: Words spelt right
severity: error
why: Readers notice.
entries:
  - use: wrong
    not: [wrongg]
  - use: <b>bold</b> & brave
    not: [bold and brave]
  - use: "10:30"
    not: [half past ten]
examples:
  - bad: This is wrongg.
    finds: wrongg
  - ok: This is right.
  - ok: So is this.
""",
    "terms/house": """
kind: terms
title: Words of the house
severity: warning
why: One word for one thing.
entries:
  - use: adviser
    not: [advisor]
examples:
  - bad: An advisor came.
    finds: advisor
  - ok: An adviser came.
  - ok: Advice was given.
""",
    "terms/gentle": """
kind: terms
title: Words that may be
severity: suggestion
why: A shorter one is there.
entries:
  - use: use
    not: [utilise]
examples:
  - bad: They utilise it.
    finds: utilise
  - ok: They use it.
  - ok: It is of use.
""",
    "names/people": """
kind: names
title: Names of people
severity: error
why: People notice first when their own name is wrong.
entries:
  - name: Andrei Lugovoi
    not: [Lugovi]
examples:
  - bad: They asked for Andrei Lugovi.
    finds: Lugovi
    good: They asked for Andrei Lugovoi.
  - ok: They asked for Andrei Lugovoi.
  - ok: Lugano is a town.
""",
    "headlines/repeated": """
kind: headlines
title: Headline repeated
severity: error
why: Readers see it twice.
look for: repeats
examples:
  - bad: |
      Harbour bridge to close for repairs

      Harbour bridge to close for repairs

      Drivers face a month of detours from Monday, the council said.
    finds: Harbour bridge to close for repairs
  - ok: Harbour bridge to close
  - ok: Harbour bridge to open
""",
    "headlines/twins": """
kind: headlines
title: The same headline on another article
severity: warning
why: Readers cannot tell the two apart.
look for: twins
standing: [Letters]
examples:
  - bad: |
      Harbour bridge to close for repairs

      The bridge will be shut for a month, the council said.
    beside: |
      Harbour bridge to close for repairs

      Drivers face detours from Monday, it was said.
    finds: Harbour bridge to close for repairs
  - ok: Harbour bridge to close
  - ok: Harbour bridge to open
""",
    "headlines/similar": """
kind: headlines
title: Nearly the same headline on another article
severity: warning
why: One story has been filed twice.
look for: near twins
examples:
  - bad: |
      Harbour bridge to close for repairs

      The bridge across the harbour will be shut for a month from Monday, the council said.
    beside: |
      Harbour bridge to close for repair

      The bridge across the harbour will be shut for a month from Monday, the council said.
    finds: Harbour bridge to close for repairs
  - ok: Harbour bridge to close
  - ok: Harbour bridge to open
""",
    "dates/mixed": """
kind: dates
title: Dates in more than one form
severity: warning
why: Two ways look like two writers.
look for: mixed forms
examples:
  - bad: The ship left Hull on 17 July and docked in Oslo on July 19.
    finds: July 19
  - ok: The ship left Hull on 17 July.
  - ok: It happened on 11 September 2001.
""",
    "names/two": """
kind: name-consistency
title: One name, two spellings
severity: warning
why: It is wrong at least once.
examples:
  - bad: Pranab Kolenko, the finance minister, resigned. Mr Kolneko gave no reason.
    finds: Kolneko
  - ok: Mr Johnson met Mr Johnston, and both denied it.
  - ok: Wessex is older than Essex.
""",
}


def write_files(folder: Path, book: Mapping[str, str]) -> Path:
    """Write a stylebook into a folder."""
    for name, text in book.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
