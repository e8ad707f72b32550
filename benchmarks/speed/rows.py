"""The rows of the table: which figures the commands make, and what they are to reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.speed.clock import Run
from benchmarks.speed.ground import Ground, Size

_MB = 1_000_000
Runs = Mapping[str, Run]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that one round gives, and what it is to reach.

    It is made of the runs of the commands ``works``. ``most`` (or ``least``) is the target;
    without either it is only told.
    """

    label: str
    unit: str
    works: tuple[str, ...]
    of: Callable[[Runs], float]
    most: float | None = None
    least: float | None = None

    def reached(self, value: float) -> bool | None:
        """Whether a value is on the right side of the target; None where there is none."""
        if self.most is not None:
            return value <= self.most
        return None if self.least is None else value >= self.least


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    key: str
    title: str
    figures: tuple[Figure, ...]

    @property
    def works(self) -> frozenset[str]:
        """The commands that its figures are made of."""
        return frozenset(work for figure in self.figures for work in figure.works)


def rows(ground: Ground) -> tuple[Row, ...]:
    """Every row, in the order of the table."""
    size = ground.size
    return (
        *_against_rivals(size),
        *_again(size),
        *_larger(size),
        *_in_one_process(size),
        _findings(),
    )


def _against_rivals(size: Size) -> Sequence[Row]:
    return (
        Row(
            "archive",
            f"{size.articles:,} articles, one process, processor",
            (_ratio("archive, 1 process", "codespell, archive", "cpu", 0.45),),
        ),
        Row(
            "archive-wall",
            f"{size.articles:,} articles, every core, wall",
            (_ratio("archive", "typos, archive", "wall", 0.75),),
        ),
        Row(
            "batch",
            f"{size.batch:,} articles, one process, processor",
            (_ratio("batch", "typos, batch", "cpu", 1.0),),
        ),
        Row(
            "one",
            "one article, new process, whole command line",
            (
                _ratio("one", "codespell, one", "wall", 0.45),
                _ratio("one", "bare Python", "wall", 80 / 15),
                Figure("wall", "ms", ("one",), lambda runs: runs["one"].wall * 1000),
            ),
        ),
    )


def _again(size: Size) -> Sequence[Row]:
    """Runs over what a cache of findings knows; ``archive`` has filled it in the same round."""
    before = ("archive",)
    later = Figure(
        "wall, more than unchanged",
        "ms",
        ("archive", "unchanged", "changed"),
        lambda runs: (runs["changed"].wall - runs["unchanged"].wall) * 1000,
        most=60,
    )
    return (
        Row(
            "unchanged",
            f"{size.articles:,} articles, nothing changed",
            (
                _ratio("unchanged", "floor", "cpu", 1.3, after=before),
                _ratio("unchanged", "floor", "wall", after=before),
            ),
        ),
        Row("changed", f"one of {size.articles:,} articles changed", (later,)),
    )


def _larger(size: Size) -> Sequence[Row]:
    """Larger stylebooks, larger files."""
    return (
        Row(
            "phrases",
            f"{size.many_literals:,} phrases against {size.literals:,}",
            (_said_ratio("stream, more phrases", "stream", "article", 1.5),),
        ),
        Row(
            "names",
            f"{size.many_names:,} names against {size.names:,}",
            (_said_ratio("stream, more names", "stream", "article", 1.2),),
        ),
        Row(
            "memory",
            f"memory of one process, {size.literals:,} phrases and all rules",
            (_peak("batch", 60), _peak("archive", 60)),
        ),
        Row(
            "blob",
            f"one file of {size.blob / _MB:.3g} MB",
            (
                _peak("blob", 200),
                Figure(
                    "speed",
                    "MB/s",
                    ("blob",),
                    lambda runs: size.blob / _MB / runs["blob"].wall,
                    least=20,
                ),
            ),
        ),
    )


def _in_one_process(size: Size) -> Sequence[Row]:
    """What a service waits for."""
    share = Figure(
        "with / without",
        "×",
        ("warm",),
        lambda runs: runs["warm"].said["every"] / runs["warm"].said["listed"],
        most=3,
    )
    return (
        Row(
            "warm",
            "one article of 530 words, warm, in one process",
            (
                _said("warm", "listed", "without inferred kinds", 0.5),
                _said("warm", "every", "with inferred kinds"),
                share,
            ),
        ),
        Row(
            "load",
            f"opening the stylebook ({size.literals:,} entries)",
            (
                _said("load", "ready", "from cache", 10),
                _said("load, first time", "ready", "first time", 700),
            ),
        ),
        Row(
            "load-house",
            "opening it with all the other rules",
            (
                _said("load house", "ready", "from cache"),
                _said("load house, first time", "ready", "first time"),
            ),
        ),
    )


def _findings() -> Row:
    return Row(
        "findings",
        "findings, against one regular expression at a time",
        (_count("missing", 0), _count("extra", 0), _count("findings"), _count("articles")),
    )


def _count(what: str, most: float | None = None) -> Figure:
    return Figure(what, "", ("equivalence",), lambda runs: runs["equivalence"].said[what], most)


def _ratio(
    ours: str, theirs: str, what: str, most: float | None = None, *, after: tuple[str, ...] = ()
) -> Figure:
    """Seconds of one command for one of another, in the same round, ``after`` yet others."""
    return Figure(
        f"{what}, {ours} / {theirs}",
        "×",
        (*after, ours, theirs),
        lambda runs: float(getattr(runs[ours], what) / getattr(runs[theirs], what)),
        most,
    )


def _said_ratio(ours: str, theirs: str, what: str, most: float) -> Figure:
    return Figure(
        "time of an article",
        "×",
        (ours, theirs),
        lambda runs: runs[ours].said[what] / runs[theirs].said[what],
        most,
    )


def _said(work: str, what: str, label: str, most: float | None = None) -> Figure:
    """Milliseconds that a command measured itself."""
    return Figure(label, "ms", (work,), lambda runs: runs[work].said[what], most)


def _peak(work: str, most: float) -> Figure:
    return Figure(f"memory, {work}", "MB", (work,), lambda runs: runs[work].peak / _MB, most)
