"""What every report is: told of each file as it is done, and of the whole run at the end."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from io import TextIOWrapper
from typing import ClassVar, TextIO

from lint.article import Article
from lint.finding import Finding, Severity
from lint.frozen import Frozen
from lint.rule import Rule
from lint.tuples import NamedTuple

_NO_CHANGE = os.linesep == "\n"  # of line ends, on their way out

WIDTH = 100  # columns of a line, where nobody says how wide the terminal is


class RunInfo(Frozen):
    """What the run was, known before it starts.

    ``rules`` are the rules at work, by id. ``failing`` is the severity from which a finding
    makes the command fail; it decides what is a failure where a form has such a thing.
    """

    version: str
    stylebook: str
    digest: str
    rules: Mapping[str, Rule]
    failing: Severity = "warning"


class Summary(Frozen):
    """What the run came to.

    ``files`` are the articles checked, ``suppressed`` the findings that were let stand;
    ``unreadable`` are pairs of path and reason, ``remarks`` pairs of path and what was
    noticed in reading. :class:`lint.reports.tally.Tally` makes one.
    """

    files: int
    findings: int
    by_severity: Mapping[Severity, int]
    by_rule: Mapping[str, int]
    suppressed: int = 0
    unreadable: tuple[tuple[str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()


class Count(NamedTuple):
    """The findings of one rule at one severity.

    ``safe`` is how many of them ``copydesk fix`` mends, ``unsafe`` how many more it mends
    with ``--unsafe``.
    """

    rule: str
    severity: Severity
    findings: int
    safe: int
    unsafe: int


class Passage(NamedTuple):
    """What a report writes of one file, so that it can be written again as it stands.

    ``stood`` is how many findings were let stand.
    """

    text: str
    counts: tuple[Count, ...]
    stood: int = 0


class Together(NamedTuple):
    """What a report writes of several files, or of all findings that compare articles, in one.

    ``raw`` is the text in UTF-8, ``stood`` is how many findings were let stand, ``files`` how
    many files it is of, ``found`` the paths of those with findings.
    """

    raw: bytes
    counts: tuple[Count, ...]
    stood: int
    files: int
    found: Collection[str]


class Said(NamedTuple):
    """What a report writes of one finding that compares articles, to be written again.

    ``path`` is that of the article at which it stands.
    """

    text: str
    counted: Count
    path: str


class Report:
    """Writes findings in one form.

    Told in this order: :meth:`article` for each file, :meth:`across` at most once,
    :meth:`finish` once. Paths are told with ``/`` between their parts. Nothing is written
    that the findings do not decide: no clock, no machine, no folder.
    """

    needs_source: ClassVar[bool] = False  # whether article() must be given the article too

    def __init__(
        self, out: TextIO, info: RunInfo, colour: bool = False, width: int = WIDTH
    ) -> None:
        self.out = out
        self.info = info
        self.colour = colour
        self.width = width

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Tell of one file: its findings, in order of place. Files without any are told too."""
        raise NotImplementedError

    @property
    def look(self) -> str:
        """All that decides what is written of a file besides its findings.

        Empty where a file cannot be told of by itself, so that :meth:`passage` and
        :meth:`said` are not asked.
        """
        return ""

    def passage(self, path: str, findings: Sequence[Finding], stood: int) -> Passage:
        """What is to be written of one file; nothing is written yet."""
        raise NotImplementedError

    def again(self, path: str, passage: Passage) -> None:
        """Tell of one file what was told before; stands for :meth:`article`."""
        raise NotImplementedError

    def together(self, told: Together) -> None:
        """Tell of several files what was told before; stands for :meth:`again` of each."""
        raise NotImplementedError

    def across(self, findings: Sequence[Finding]) -> None:
        """Tell of the findings that compare articles; they come after the files."""
        raise NotImplementedError

    def said(self, finding: Finding) -> Said:
        """What is to be written of a finding that compares articles; nothing is written yet."""
        raise NotImplementedError

    def across_again(self, told: Together) -> None:
        """Tell of such findings what was told before; stands for :meth:`across`."""
        raise NotImplementedError

    def finish(self, summary: Summary) -> None:
        """Tell what the run came to, and end the document."""
        raise NotImplementedError

    def _write_raw(self, raw: bytes) -> None:
        """Write text that is UTF-8 already: as it is, where the stream would come to the same."""
        out = self.out
        if _NO_CHANGE and isinstance(out, TextIOWrapper) and out.encoding.lower() == "utf-8":
            out.flush()
            out.buffer.write(raw)
        else:
            out.write(raw.decode())
