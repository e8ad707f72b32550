"""Run the desk over files: one after another, or in several processes; in order either way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lint.article import Article
from lint.checks.base import Observation
from lint.finding import Finding
from lint.readers import Unreadable, read_article
from lint.shells.desk import Desk

# Starting a process costs as much as checking some dozens of articles.
_FILES_A_PROCESS = 200
_CHUNK = 25


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
        with open(path, "rb") as file:
            raw = file.read()
    except FileNotFoundError:
        raise Unreadable("is gone") from None
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None
    return read_article(raw, path)


def check_file(desk: Desk, path: str, *, keep_article: bool = False) -> FileResult:
    """Check one file."""
    try:
        article = read_file(path)
    except Unreadable as error:
        return FileResult(path, trouble=str(error))
    return check_article(desk, article, keep_article=keep_article)


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
    if count <= 1 or keep_articles:
        desk = desk or make_desk()
        for path in files:
            yield check_file(desk, path, keep_article=keep_articles)
        return
    yield from _in_processes(make_desk, desk or make_desk(), files, count)


_bench: list[Desk] = []  # the desk of this worker process, once it has been made


def _open_desk(make_desk: Callable[[], Desk]) -> None:
    if not _bench:
        _bench.append(make_desk())


def _check_here(path: str) -> FileResult:
    return check_file(_bench[0], path)


def _in_processes(
    make_desk: Callable[[], Desk], desk: Desk, files: Sequence[str], count: int
) -> Iterator[FileResult]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Where processes can be forked they inherit the desk, loaded once.
    forks = sys.platform == "linux"
    if forks:
        _bench.append(desk)
        _ = desk.engine
    context = multiprocessing.get_context("fork" if forks else "spawn")
    done = 0
    try:
        with ProcessPoolExecutor(
            count, mp_context=context, initializer=_open_desk, initargs=(make_desk,)
        ) as pool:
            try:
                for result in pool.map(_check_here, files, chunksize=_CHUNK):
                    done += 1
                    yield result
            except (KeyboardInterrupt, GeneratorExit):
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except BrokenProcessPool:
        # A worker died (out of memory, killed). The rest is done here, one by one, so that
        # the run goes on and the file that kills is the last one named.
        for path in files[done:]:
            yield check_file(desk, path)
    finally:
        _bench.clear()
