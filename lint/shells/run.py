"""Run the desk over files: one after another, or in several processes; in order either way."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from lint.article import Article
from lint.checks.base import Observation
from lint.finding import Finding
from lint.readers import Unreadable, read_article
from lint.shells.desk import Desk

# Starting a process costs as much as checking some dozens of articles.
_FILES_A_PROCESS = 200
_MOST_PROCESSES = 61  # more than Windows can wait for


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file gave; ``trouble`` says why it could not be read."""

    path: str
    findings: tuple[Finding, ...] = ()
    stood: tuple[Finding, ...] = ()
    observations: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    trouble: str = ""
    article: Article | None = None


def read_file(path: str) -> Article:
    """Read an article from a file.

    Raises:
        Unreadable: it cannot be read, or is no text; the message says why.
    """
    try:
        with open(path, "rb", opener=_open_ordinary) as file:
            raw = file.read() or b""  # nothing at all, from some files of the system
    except FileNotFoundError:
        raise Unreadable("is gone") from None
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None
    return read_article(raw, path)


def _open_ordinary(path: str, flags: int) -> int:
    """Open a file, but no pipe or device: those may keep the run waiting for ever.

    Raises:
        Unreadable: it is one.
    """
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if stat.S_ISREG(os.fstat(descriptor).st_mode) or os.path.isdir(path):
        return descriptor
    os.close(descriptor)
    raise Unreadable("is no ordinary file; give its text to copydesk on standard input")


def check_file(desk: Desk, path: str, *, keep_article: bool = False) -> FileResult:
    """Check one file."""
    try:
        return check_article(desk, read_file(path), keep_article=keep_article)
    except Unreadable as error:
        return FileResult(path, trouble=str(error))
    except Exception as error:
        return FileResult(path, trouble=failure(error))


def failure(error: Exception) -> str:
    """What is told of a file at which this program itself failed; the run goes on.

    Raises:
        Exception: the error itself, where ``COPYDESK_TRACEBACK`` is set.
    """
    if os.environ.get("COPYDESK_TRACEBACK"):
        raise error
    if isinstance(error, MemoryError):
        return "needs more memory than there is"
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return f"is too much for copydesk, which is a fault of copydesk; please report it ({said})"


def check_article(desk: Desk, article: Article, *, keep_article: bool = False) -> FileResult:
    """Check one article that has been read."""
    checked = desk.engine.check(article, desk.settings(article))
    return FileResult(
        article.path,
        checked.findings,
        checked.stood,
        checked.observations,
        article.remarks,
        article=article if keep_article else None,
    )


def check_files(
    make_desk: Callable[[], Desk],
    files: Sequence[str],
    *,
    jobs: int = 0,
    keep_articles: bool = False,
    desk: Desk | None = None,
) -> Iterator[FileResult]:
    """Check files, giving each result in the order of ``files`` as soon as it is there.

    ``jobs`` is the number of processes; 0 takes as many as the work and the machine are
    worth. ``make_desk`` is called once in every process that does not inherit ``desk``.
    """
    count = jobs or min(os.cpu_count() or 1, max(1, len(files) // _FILES_A_PROCESS))
    count = min(count, len(files), _MOST_PROCESSES)
    if count <= 1 or keep_articles:
        desk = desk or make_desk()
        for path in files:
            yield check_file(desk, path, keep_article=keep_articles)
        return
    yield from _in_processes(make_desk, desk or make_desk(), files, count)


def _in_processes(
    make_desk: Callable[[], Desk], desk: Desk, files: Sequence[str], count: int
) -> Iterator[FileResult]:
    from lint.shells.workers import in_order

    if sys.platform == "linux":  # processes are forked, and inherit the desk, loaded once
        _ = desk.engine
        return in_order(lambda: partial(check_file, desk), files, count, _killed)
    return in_order(partial(_open_desk, make_desk), files, count, _killed)


def _open_desk(make_desk: Callable[[], Desk]) -> Callable[[str], FileResult]:
    return partial(check_file, make_desk())


def _killed(path: str) -> FileResult:
    reason = "was not checked: the process that read it was killed, perhaps for want of memory"
    return FileResult(path, trouble=reason)
