"""Writes made-up stylebooks as folders of rule files, each rule with its examples."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from benchmarks.speed.book import Book, Literal, Person
from benchmarks.speed.templates import Pattern

_OK = (
    "The harbour wall was mended before the first boats came in.",
    "Nobody on the quay could say whose lamp it was.",
)
Item = TypeVar("Item")


def write_terms(folder: Path, literals: Iterable[Literal], *, a_rule: int = 500) -> None:
    """Write literals as rules of kind ``terms``, so many entries to a file."""
    for number, some in enumerate(_rules(literals, a_rule)):
        entries = [f"use: {_quoted(e.use)}\n    not: [{_quoted(e.wrong)}]" for e in some]
        wrong = some[0].wrong
        _write(folder / f"terms-{number:03}.yaml", "terms", entries, f"He wrote {wrong} here.",
               wrong)  # fmt: skip


def write_patterns(folder: Path, patterns: Iterable[Pattern], *, a_rule: int = 50) -> None:
    """Write patterns as rules of kind ``pattern``."""
    for number, some in enumerate(_rules(patterns, a_rule)):
        _write(
            folder / f"patterns-{number:03}.yaml",
            "pattern",
            [_pattern(pattern) for pattern in some],
            f"He wrote: {some[0].shows} - and left.",
            some[0].shows,
        )


def _pattern(pattern: Pattern) -> str:
    text = pattern.text.replace("'", "''")
    lines = [f"pattern: '{text}'"]
    if pattern.use:
        lines.append(f"use: {_quoted(pattern.use)}")
    if pattern.ignore_case:
        lines.append("ignore case: true")
    return "\n    ".join(lines)


def write_names(folder: Path, people: Iterable[Person], *, a_rule: int = 500) -> None:
    """Write people as rules of kind ``names``; near-misses of every one are looked for."""
    for number, some in enumerate(_rules(people, a_rule)):
        entries = [
            f"name: {person.name}" + (f"\n    not: [{person.wrong}]" if person.wrong else "")
            for person in some
        ]
        wrong = next((person.wrong for person in some if person.wrong), "") or _near(some[0])
        _write(folder / f"names-{number:03}.yaml", "names", entries, f"They met {wrong} here.",
               wrong if any(person.wrong for person in some) else wrong.split()[1])  # fmt: skip


def _near(person: Person) -> str:
    """The name with its last letter but one doubled."""
    return f"{person.name[:-1]}{person.name[-2:]}"


def _rules(entries: Iterable[Item], a_rule: int) -> Iterator[Sequence[Item]]:
    rest = iter(entries)
    while some := list(islice(rest, a_rule)):
        yield some


def _write(path: Path, kind: str, entries: Sequence[str], bad: str, finds: str) -> None:
    ok = "".join(f"  - ok: {sentence}\n" for sentence in _OK)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"kind: {kind}\n"
        f"title: Made up for measuring\n"
        f"why: |\n  Nothing here is true; it is there to be as large as a newsroom’s book.\n"
        f"source: made up\n"
        f"entries:\n{''.join(f'  - {entry}{chr(10)}' for entry in entries)}"
        f"examples:\n  - bad: {_quoted(bad)}\n    finds: {_quoted(finds)}\n{ok}",
        "utf-8",
    )


def _quoted(text: str) -> str:
    """A text as YAML in double quotation marks, which JSON is too."""
    return json.dumps(text, ensure_ascii=False)


def write_book(home: Path, book: Book) -> None:
    """Write the books ``terms`` (the literals alone) and ``house`` (all, over the shipped one)."""
    for name in ("terms", "house"):
        shutil.rmtree(home / name, ignore_errors=True)
    write_terms(home / "terms" / "made-up", book.literals)
    write_patterns(home / "house" / "made-up", book.patterns)
    write_names(home / "house" / "made-up", book.people)
    extend(home / "house", "copydesk", "../terms")


def extend(folder: Path, *books: str) -> None:
    """Make a folder a stylebook that builds on others."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = ", ".join(books)
    text = f"name: {folder.name}\nextends: [{listed}]\n"
    (folder / "stylebook.yaml").write_text(text, "utf-8")
