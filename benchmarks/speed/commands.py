"""Every command that is timed, in the order in which they run in a round."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from benchmarks.speed.clock import Work
from benchmarks.speed.ground import FULL, Ground, copydesk

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent
_FOUND = frozenset({0, 2, 65})  # with these typos and codespell leave when they find something


def works(ground: Ground, rivals: Path | None) -> Sequence[Work]:
    """Every command that a row needs, in the order in which they run in a round.

    Without ``rivals`` theirs are left out. The three runs over the archive follow each other:
    the first fills the cache, the second finds it full, the third finds one article changed.
    """
    made = [
        _check(ground, "archive, 1 process", ground.articles, "--jobs", "1", fresh=True),
        _check(ground, "archive", ground.articles, fresh=True),
        _as_hooks_do(ground, "unchanged", ground.articles),
        _changed(ground),
        _check(ground, "batch", ground.batch, "--jobs", "1", fresh=True),
        _as_hooks_do(ground, "one", ground.one, fresh=True),
        _python(ground, "floor", "-I", str(_HERE / "floor.py"), str(ground.articles)),
        _python(ground, "bare Python", "-I", "-c", "pass"),
        _inside(ground, "stream", "stream", "house", str(ground.batch)),
        _inside(ground, "stream, more phrases", "stream", "phrases", str(ground.batch)),
        _inside(ground, "stream, more names", "stream", "names", str(ground.batch)),
        _inside(ground, "warm", "again", "house", str(ground.batch)),
        _inside(ground, "load", "load", "terms"),
        _inside(ground, "load house", "load", "house"),
        _first(ground, "load, first time", "terms"),
        _first(ground, "load house, first time", "house"),
        _check(ground, "blob", ground.blob, fresh=True, most=2),
        _equivalence(ground),
    ]
    if rivals is not None:
        made += [
            Work(f"{name}, {what}", (str(rivals / name), str(path)), ground.home, fine=_FOUND)
            for name, what, path in (
                ("codespell", "archive", ground.articles),
                ("typos", "archive", ground.articles),
                ("typos", "batch", ground.batch),
                ("codespell", "one", ground.one),
                ("typos", "one", ground.one),
            )
        ]
    return made


def _check(
    ground: Ground, name: str, path: Path, *options: str, fresh: bool = False, most: int = 1000
) -> Work:
    """``copydesk check``; ``fresh`` puts back the cache that knows no article."""
    command = (*copydesk(), "check", str(path.relative_to(ground.home)), "--exit-zero", *options)
    return Work(name, command, ground.home, ground.freshen if fresh else None, most=most)


def _as_hooks_do(ground: Ground, name: str, path: Path, fresh: bool = False) -> Work:
    """``copydesk check`` with nothing but a path, as a hook calls it."""
    command = (*copydesk(), "check", str(path.relative_to(ground.home)))
    prepare = ground.freshen if fresh else None
    return Work(name, command, ground.home, prepare, fine=frozenset({0, 1}))


def _changed(ground: Ground) -> Work:
    """The archive again, after another sentence has been put to one article."""
    article = ground.articles / f"{ground.size.articles // 2:06}.txt"
    text = article.read_text("utf-8")
    numbers = count(1)

    def change() -> None:
        article.write_text(f"{text}\nCorrected for the {next(numbers)}th time.\n", "utf-8")

    unchanged = _as_hooks_do(ground, "changed", ground.articles)
    return replace(unchanged, prepare=change)


def _inside(ground: Ground, name: str, what: str, book: str, *more: str) -> Work:
    command = (sys.executable, "-m", "benchmarks.speed.inside", what, str(ground.book(book)), *more)
    return Work(name, command, _ROOT, speaks=True)


def _first(ground: Ground, name: str, book: str) -> Work:
    """Opening a stylebook of which no cache knows."""
    work = _inside(ground, name, "load", book, "--cache", str(ground.cold_cache))
    return Work(name, work.command, work.folder, ground.chill, speaks=True)


def _equivalence(ground: Ground) -> Work:
    """The engine against the plain one; status 1 says that they differ, not that it failed."""
    size = () if ground.size == FULL else ("--quick",)
    out = str(ground.home.parent.parent)
    module = ("-m", "benchmarks.speed.equivalence", "--json", "--out", out, *size)
    both = frozenset({0, 1})
    command = (sys.executable, *module)
    return Work("equivalence", command, _ROOT, speaks=True, most=1, fine=both)


def _python(ground: Ground, name: str, *command: str) -> Work:
    return Work(name, (sys.executable, *command), ground.home)
