"""The table: medians of the figures of all rounds, their spread, and the targets."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.speed.clock import Rounds
from benchmarks.speed.rows import Figure, Row


@dataclass(frozen=True, slots=True)
class Told:
    """A figure over all rounds: empty where there was nothing to measure."""

    row: Row
    figure: Figure
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one of the values."""
        return statistics.median(self.values)


def told(rows: Sequence[Row], rounds: Rounds) -> list[Told]:
    """The figures of every row in every round that ran all it needs."""
    return [
        Told(
            row,
            figure,
            tuple(figure.of(runs) for runs in rounds if set(figure.works) <= set(runs)),
        )
        for row in rows
        for figure in row.figures
    ]


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "machine": platform.machine(),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.release()}",
    }


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            names = [line for line in lines if line.startswith("model name")]
    except OSError:
        names = []
    return names[0].split(":", 1)[1].strip() if names else platform.processor()


def lines(figures: Sequence[Told], *, judged: bool = True) -> list[str]:
    """The table as lines of text, with a mark at every figure that falls short."""
    made = []
    for this in figures:
        title = this.row.title if this.figure is this.row.figures[0] else ""
        made.append(f"{title:58} {this.figure.label:42} {_value(this, judged=judged)}")
    return made


def _value(this: Told, *, judged: bool) -> str:
    if not this.values:
        return "not measured"
    unit = this.figure.unit
    text = f"{number(this.median):>8} {unit:4} {target(this.figure):9}"
    text += f" ({number(min(this.values))} to {number(max(this.values))}, {len(this.values)})"
    reached = this.figure.reached(this.median)
    return text + (" SHORT" if judged and reached is False else "")


def target(figure: Figure) -> str:
    """The target of a figure in words, or nothing."""
    if figure.most is not None:
        return f"≤ {number(figure.most)}"
    return "" if figure.least is None else f"≥ {number(figure.least)}"


def number(value: float) -> str:
    """A number with three digits that mean something."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def bare(rounds: Rounds) -> list[str]:
    """What every command took: medians of processor and wall seconds, most memory."""
    names = dict.fromkeys(name for runs in rounds for name in runs)
    made = [f"{'':28}{'cpu s':>9}{'wall s':>9}{'peak MB':>9}"]
    for name in names:
        runs = [each[name] for each in rounds if name in each]
        cpu = statistics.median(run.cpu for run in runs)
        wall = statistics.median(run.wall for run in runs)
        peak = max(run.peak for run in runs) / 1_000_000
        said = {key: statistics.median(run.said[key] for run in runs) for key in runs[0].said}
        more = "".join(f"  {key} {value:.3f}" for key, value in said.items())
        made.append(f"{name:28}{cpu:9.3f}{wall:9.3f}{peak:9.1f}{more}")
    return made


def as_data(figures: Sequence[Told], rounds: Rounds, facts: Mapping[str, object]) -> dict[str, Any]:
    """Everything measured, for JSON."""
    return {
        **facts,
        "figures": [
            {
                "row": this.row.key,
                "title": this.row.title,
                "label": this.figure.label,
                "unit": this.figure.unit,
                "most": this.figure.most,
                "least": this.figure.least,
                "median": this.median if this.values else None,
                "values": this.values,
                "reached": this.figure.reached(this.median) if this.values else None,
            }
            for this in figures
        ],
        "rounds": [
            {
                name: {"cpu": run.cpu, "wall": run.wall, "peak": run.peak, "said": dict(run.said)}
                for name, run in runs.items()
            }
            for runs in rounds
        ],
    }
