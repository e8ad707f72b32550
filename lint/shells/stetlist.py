"""The list of findings that editors let stand, by fingerprint, for every format of copy."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lint.checks.base import option
from lint.engine import UNUSED_STET
from lint.finding import Excerpt, Finding
from lint.frozen import Frozen
from lint.reports.legible import legible
from lint.shells.wordlist import read_text
from lint.shells.writing import write_atomically
from lint.span import Position, Span
from lint.stylebook.complaints import Complaint, StylebookError

if TYPE_CHECKING:
    from pathlib import Path

    from lint.stylebook.document import Document
    from lint.stylebook.schema import Faults

_WORDS = 200  # code points of a slip that are written down, for people to read


class Stet(Frozen):
    """One finding that is let stand. All but the fingerprint is for people to read."""

    fingerprint: str = option("the fingerprint that copydesk check shows")
    reason: str = option("why it may stand")
    rule: str = option("the rule of the finding", default="")
    path: str = option("the article", default="")
    words: str = option("the words that stand", default="")


class _File(Frozen):
    stet: tuple[Stet, ...] = option("the findings that are let stand", default=())


class StetList:
    """The entries of one ``stet.yaml`` and which of them did something in this run."""

    def __init__(self, path: str, document: Document | None, entries: Sequence[Stet]) -> None:
        self.path = path
        self.entries = tuple(entries)
        self._document = document
        self._by_print = {entry.fingerprint: entry for entry in entries}
        self._used: set[str] = set()

    def part(self, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings that remain, and those that the list lets stand."""
        remaining: list[Finding] = []
        stood: list[Finding] = []
        for finding in findings:
            if finding.fingerprint in self._by_print:
                self._used.add(finding.fingerprint)
                stood.append(finding)
            else:
                remaining.append(finding)
        return remaining, stood

    def unused(self, checked: Iterable[str], rules: Iterable[str]) -> Iterator[Finding]:
        """A finding for each entry about an article and a rule of this run that did nothing."""
        if not self.entries:
            return
        articles = {_plain(path) for path in checked}
        at_work, folder = set(rules), os.path.dirname(self.path)
        for number, entry in enumerate(self.entries):
            if entry.fingerprint in self._used or self._document is None:
                continue
            where = _plain(os.path.join(folder, entry.path)) if entry.path else ""
            if where in articles and entry.rule in at_work:
                yield self._finding(entry, self._document.complaint(("stet", number), ""))

    def _finding(self, entry: Stet, place: Complaint) -> Finding:
        start = Position(place.line, place.column)
        return Finding(
            path=self.path,
            rule=UNUSED_STET,
            kind="stet",
            entry=entry.fingerprint,
            severity="warning",
            message=f"“{entry.words}” is let stand here, but is not found any more"
            f" in {entry.path}. Take the entry out.",
            text="",
            span=Span(0, 0),
            start=start,
            end=start,
            excerpt=Excerpt("", 0, 0),
        )


def load_stets(path: str | os.PathLike[str]) -> StetList:
    """Read a list; a file that is not there is an empty list.

    Raises:
        StylebookError: with every complaint about the file.
    """
    path = os.fspath(path)
    if not os.path.isfile(path):
        return StetList(path, None, ())
    from lint.stylebook.document import parse
    from lint.stylebook.schema import make

    try:
        document = parse(read_text(path), path)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise StylebookError([Complaint(path, 0, 0, f"cannot be read: {reason}")]) from None
    faults: Faults = []
    made = make(_File, {} if document.data is None else document.data, (), faults)
    if faults:
        raise StylebookError(document.complaint(at, message) for at, message in faults)
    return StetList(path, document, made.stet)


def add_stet(path: Path, entry: Stet) -> None:
    """Add an entry at the end of a list, which keeps its comments and its order.

    Raises:
        CannotWrite: the file cannot be written.
    """
    from io import StringIO

    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    before = path.read_bytes() if path.is_file() else b""
    data = yaml.load(before.decode("utf-8-sig")) or {"stet": []}
    item = {"fingerprint": entry.fingerprint, "reason": entry.reason}
    words = entry.words if len(entry.words) <= _WORDS else f"{entry.words[:_WORDS]}…"
    named = {"rule": entry.rule, "path": entry.path, "words": words}
    data["stet"] = data.get("stet") or []  # the key may stand there with nothing after it
    data["stet"].append({k: legible(v) for k, v in {**item, **named}.items() if v})
    out = StringIO()
    yaml.dump(data, out)
    write_atomically(str(path), out.getvalue().encode("utf-8"), expected=before or None)


def _plain(path: str) -> str:
    return os.path.realpath(path)
