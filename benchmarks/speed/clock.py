"""Commands run in turn, round after round, and what each run took."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_LAUNCH = Path(__file__).with_name("launch.py")
_LONGEST = 900  # seconds after which a command is stopped


@dataclass(frozen=True, slots=True)
class Work:
    """A command that is timed.

    ``prepare`` is called before each run, outside the time that is measured. ``speaks``
    means that it measures itself and writes JSON. ``most`` bounds the runs of what is slow.
    ``fine`` are the exit statuses of success (rivals leave with others when they find
    something).
    """

    name: str
    command: Sequence[str]
    folder: Path
    prepare: Callable[[], None] | None = None
    speaks: bool = False
    most: int = 1000
    fine: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds of processor (children included) and wall, bytes of memory.

    ``said`` is what a command that measures itself found.
    """

    cpu: float
    wall: float
    peak: int
    said: Mapping[str, float] = field(default_factory=dict)


class Failed(Exception):
    """A command that left with a status of failure, or was stopped."""


def run(work: Work, environment: Mapping[str, str]) -> Run:
    """Run a command once.

    Raises:
        Failed: it did not do its work.
    """
    if work.prepare is not None:
        work.prepare()
    flags = ["--said"] if work.speaks else []
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_LAUNCH), *flags, "--stop", str(_LONGEST), *work.command],
        cwd=work.folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    if told["status"] not in work.fine:
        raise Failed(f"{work.name}: status {told['status']}: {' '.join(work.command)}")
    try:
        said = json.loads(told["said"]) if work.speaks else {}
    except ValueError:
        raise Failed(f"{work.name}: did not say what it measured") from None
    return Run(told["cpu"], told["wall"], told["peak"], said)


Rounds = list[dict[str, Run]]  # the runs of each round, by the name of the work


def run_in_turn(
    works: Sequence[Work],
    rounds: int,
    environment: Mapping[str, str],
    tell: Callable[[str], None],
) -> tuple[Rounds, dict[str, str]]:
    """Run every command once a round, after a round that is not counted if there are several.

    What fails is left out of later rounds; the second result says why.
    """
    done: Rounds = []
    failed: dict[str, str] = {}
    for number in range(int(rounds == 1), rounds + 1):
        runs: dict[str, Run] = {}
        for work in works:
            if work.name in failed or number > work.most or (number == 0 and work.most < rounds):
                continue
            tell(f"{work.name}: {'warm-up' if number == 0 else f'run {number} of {rounds}'}")
            try:
                runs[work.name] = run(work, environment)
            except Failed as error:
                failed[work.name] = str(error)
        if number:
            done.append(runs)
    return done, failed


def processor_of_children() -> float:
    """Seconds of processor time of all processes that this one has started and waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
