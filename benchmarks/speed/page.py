"""Puts what was measured into a page of the manual, between two marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.speed.table import Told, number, target
from benchmarks.speed.timers import Timers

_END = "<!-- end -->"


class NoMarks(Exception):
    """A page that does not say where its figures go."""


def put(page: Path, command: str, text: str) -> None:
    """Put a text between the mark of a command and the next end mark.

    Raises:
        NoMarks: the page has not got them.
    """
    begin = f"<!-- begin: {command} -->"
    whole = page.read_text("utf-8")
    before, found, rest = whole.partition(begin)
    _, ended, after = rest.partition(_END)
    if not (found and ended):
        raise NoMarks(f"{page}: the figures go between “{begin}” and “{_END}”")
    page.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{_END}{after}", "utf-8")


def figures(told: Sequence[Told], facts: Mapping[str, object]) -> str:
    """The table as Markdown, and what it was measured on."""
    versions = facts["versions"]
    assert isinstance(versions, Mapping)
    lines = [
        f"Measured {str(facts['when'])[:10]} on {facts['processor']}, {facts['cores']} cores, "
        f"{facts['system']}; " + ", ".join(f"{name} {said}" for name, said in versions.items()),
        "",
        "| work | figure | median | target | least to most | runs |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for this in told:
        title = this.row.title if this.figure is this.row.figures[0] else ""
        lines.append(f"| {title} | {this.figure.label} | {_cells(this)} |")
    return "\n".join(lines)


def _cells(this: Told) -> str:
    if not this.values:
        return f"not measured | {target(this.figure)} | | "
    unit = this.figure.unit
    short = " (short)" if this.figure.reached(this.median) is False else ""
    spread = f"{number(min(this.values))} to {number(max(this.values))}"
    return (
        f"{number(this.median)} {unit}{short} | {target(this.figure)} | {spread} | "
        f"{len(this.values)}"
    )


def stages(timers: Timers, articles: int, *, least: float = 0.002) -> str:
    """The stages as Markdown, those with less than a share of ``least`` in one line."""
    whole = sum(timers.seconds.values())
    lines = ["| stage | µs an article | share |", "| --- | ---: | ---: |"]
    rest = 0.0
    for name, seconds in timers.costliest():
        if seconds / whole < least:
            rest += seconds
        else:
            lines.append(f"| {name} | {seconds * 1e6 / articles:.1f} | {seconds / whole:.1%} |")
    lines.append(f"| the rest | {rest * 1e6 / articles:.1f} | {rest / whole:.1%} |")
    lines.append(f"| **all** | {whole * 1e6 / articles:.1f} | |")
    return "\n".join(lines)
