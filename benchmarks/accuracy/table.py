"""The rows of the table: what was measured, on which half, against which target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from benchmarks.accuracy.halves import HALVES, Half, half_of

Part = Literal["tune", "report", "all"]
PARTS: tuple[Part, ...] = (*HALVES, "all")


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to reach (``at least``) or to stay under (``at most``)."""

    way: Literal["at least", "at most"]
    figure: float

    def __str__(self) -> str:
        return f"{'≥' if self.way == 'at least' else '≤'} {self.figure:g}"

    def is_met(self, figure: float) -> bool:
        """Whether a figure reaches the target."""
        return figure >= self.figure if self.way == "at least" else figure <= self.figure


def at_least(figure: float) -> Target:
    """A figure to reach."""
    return Target("at least", figure)


def at_most(figure: float) -> Target:
    """A figure to stay under."""
    return Target("at most", figure)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: ``hits`` of ``of``, times ``per`` (1 for a share, 100, 1,000, 10,000).

    ``hits`` may be an estimate, and then is no whole number. ``doubt`` says why the figure
    cannot be held against its target yet, where it cannot. A ``detail`` is written to the
    JSON, and printed only when asked for.
    """

    set: str
    part: Part
    measure: str
    hits: float
    of: int
    per: int = 1
    target: Target | None = None
    doubt: str = ""
    detail: bool = False

    @property
    def figure(self) -> float | None:
        """The figure, or None where there was nothing to measure on."""
        return self.hits / self.of * self.per if self.of else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target, a figure, or certainty."""
        if self.target is None or self.figure is None:
            return None
        met = self.target.is_met(self.figure)
        return None if self.doubt and not met else met

    def as_json(self) -> dict[str, Any]:
        """The row as plain data."""
        return {
            "set": self.set,
            "part": self.part,
            "measure": self.measure,
            "hits": round(self.hits, 4),
            "of": self.of,
            "per": self.per,
            "figure": None if self.figure is None else round(self.figure, 6),
            "target": None if self.target is None else str(self.target),
            "met": self.met,
            "doubt": self.doubt,
            "detail": self.detail,
        }


def in_parts(
    name: str,
    measure: str,
    items: Iterable[tuple[str, bool]],
    *,
    per: int = 1,
    target: Target | None = None,
) -> Iterator[Row]:
    """The rows of both halves and of all: of the items (key, is a hit) how many are hits."""
    counted: dict[Half, list[int]] = {half: [0, 0] for half in HALVES}
    for key, hit in items:
        count = counted[half_of(key)]
        count[0] += hit
        count[1] += 1
    yield from counted_parts(name, measure, counted, per=per, target=target)


def counted_parts(
    name: str,
    measure: str,
    counted: Mapping[Half, Sequence[float]],
    *,
    per: int = 1,
    target: Target | None = None,
    doubt: str = "",
) -> Iterator[Row]:
    """The rows of both halves and of all, from (hits, of) counted by half."""
    for half in HALVES:
        hits, of = counted[half]
        yield Row(name, half, measure, hits, int(of), per, target, doubt)
    total = sum(counted[half][0] for half in HALVES)
    size = sum(int(counted[half][1]) for half in HALVES)
    yield Row(name, "all", measure, total, size, per, target, doubt)


def as_detail(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows as details."""
    return (replace(row, detail=True) for row in rows)


HEADS = ("set", "measure", "tune", "report", "all", "hits", "target", "met")


def lines(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """The rows of each measure on one line: the figures by part, and whether they do.

    ``met`` is “yes” where the half that is reported and the whole set both reach the target,
    “no” where neither does, and else names the one that does.
    """
    grouped: dict[tuple[str, str], dict[Part, Row]] = {}
    for row in rows:
        grouped.setdefault((row.set, row.measure), {})[row.part] = row
    for (name, measure), parts in grouped.items():
        whole = parts["all"]
        yield (
            name,
            measure,
            *(_figure(parts[part]) if part in parts else "" for part in PARTS),
            f"{whole.hits:.10g} of {whole.of}" if whole.hits == int(whole.hits)
            else f"{whole.hits:.1f} of {whole.of}",
            "" if whole.target is None else str(whole.target),
            _met(parts.get("report", whole), whole),
        )  # fmt: skip


def _figure(row: Row) -> str:
    if row.figure is None:
        return "–"
    return f"{row.figure:.3f}" if row.per == 1 else f"{row.figure:.2f}"


def _met(report: Row, whole: Row) -> str:
    if whole.target is None:
        return ""
    if whole.figure is None:
        return "not measured"
    if whole.met and (report.met or report.figure is None):
        return "yes"
    if whole.doubt:
        return whole.doubt
    return "all only" if whole.met else "report only" if report.met else "no"


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal."""
    cells = [HEADS, *lines(rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADS))]
    printed: list[str] = []
    last = ""
    for line in cells:
        if line[0] != last and printed:
            printed.append("")
        last = line[0]
        parts = [
            cell.ljust(width) if column in (0, 1, 6, 7) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        printed.append("  ".join(parts).rstrip())
    return "\n".join(printed) + "\n"


def as_markdown(rows: Sequence[Row]) -> str:
    """The table as Markdown."""
    out = ["| " + " | ".join(HEADS) + " |", "| --- | --- | ---: | ---: | ---: | ---: | --- | --- |"]
    out += ["| " + " | ".join(cell or " " for cell in line) + " |" for line in lines(rows)]
    return "\n".join(out) + "\n"
