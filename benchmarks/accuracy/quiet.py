"""How often each rule speaks in published copy: findings in 10,000 words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lint.checks.base import Observation
from lint.finding import Finding
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.run import FileResult, check_files

_WORD = re.compile(rb"[A-Za-z\xc2-\xf4][\w\x80-\xbf'-]*")


@dataclass
class Quiet:
    """One corpus: its size, and its findings by rule and severity."""

    corpus: str
    articles: int = 0
    words: int = 0
    findings: list[Finding] = field(default_factory=list)

    def by_rule(self) -> Counter[tuple[str, str]]:
        """How many findings each rule made, by (severity, rule)."""
        return Counter((f.severity, f.rule) for f in self.findings)

    def rate(self, severity: str) -> float:
        """Findings of a severity in 10,000 words."""
        count = sum(f.severity == severity for f in self.findings)
        return count / self.words * 10_000


def run(
    name: str, files: Sequence[Path], *, select: Sequence[str] = (), across: bool = True
) -> Quiet:
    """Check a corpus with the shipped stylebook (or the rules selected)."""
    quiet = Quiet(name)
    make_desk = partial(Desk, Configuration(), select=tuple(select))
    desk = make_desk()
    seen: dict[str, list[Observation]] = {}
    for path, result in _results(make_desk, desk, files):
        quiet.articles += 1
        quiet.words += len(_WORD.findall(path.read_bytes()))
        quiet.findings.extend(result.findings)
        for rule, observations in result.observations.items():
            seen.setdefault(rule, []).extend(observations)
    if across:
        quiet.findings.extend(desk.engine.compare(seen))
    return quiet


def _results(
    make_desk: partial[Desk], desk: Desk, files: Sequence[Path]
) -> Iterator[tuple[Path, FileResult]]:
    results = check_files(make_desk, [str(path) for path in files], desk=desk)
    yield from zip(files, results, strict=True)
