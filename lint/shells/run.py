"""Run the desk over files: one after another, or in several processes; in order either way."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lint.article import Article
from lint.checks.base import Observation
from lint.digest import blake2b
from lint.finding import Finding
from lint.frozen import Frozen, field, replace
from lint.readers import Unreadable, read_article
from lint.shells.desk import Desk
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from lint.grammar.proof import Proof
    from lint.reports.base import Passage

# Starting a process costs as much as checking some dozens of articles.
_FILES_A_PROCESS = 200
_MOST_PROCESSES = 61  # more than Windows can wait for


class FileResult(Frozen):
    """What one file gave; ``trouble`` says why it could not be read.

    ``stamp`` is there where somebody wants to know whether the file has changed since.
    ``passage`` is what a report wrote of the file before, in the same look; the findings are
    then left out. ``unasked`` tells that a grammar engine has to be asked first, and nothing
    was found yet.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    stood: tuple[Finding, ...] = ()
    observations: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    trouble: str = ""
    article: Article | None = None
    stamp: Stamp | None = None
    unasked: bool = False
    passage: Passage | None = None


class Stamp(NamedTuple):
    """A file as it was when it was checked: bytes, times in nanoseconds, what stood in it."""

    size: int
    changed: int
    checked: int
    digest: bytes


def read_file(path: str) -> Article:
    """Read an article from a file.

    Raises:
        Unreadable: it cannot be read, or is no text; the message says why.
    """
    return read_article(_read(path)[0], path)


def _read(path: str) -> tuple[bytes, os.stat_result]:
    """The bytes of a file, and how it was before they were read.

    Raises:
        Unreadable: it cannot be read; the message says why.
    """
    try:
        with open(path, "rb", opener=_open_ordinary) as file:
            seen = os.fstat(file.fileno())
            return file.read() or b"", seen  # nothing at all, from some files of the system
    except FileNotFoundError:
        raise Unreadable("is gone") from None
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None


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


def check_file(
    desk: Desk, path: str, *, keep_article: bool = False, stamped: bool = False
) -> FileResult:
    """Check one file, if what a grammar engine says of it is known or not wanted."""
    try:
        article, stamp = _opened(path)
        proof = desk.known_proof(article)
        if proof is None:
            return FileResult(path, unasked=True)
        return _checked_file(desk, article, proof, stamp if stamped else None, keep_article)
    except Unreadable as error:
        return FileResult(path, trouble=str(error))
    except Exception as error:
        return FileResult(path, trouble=failure(error))


def _opened(path: str) -> tuple[Article, Stamp]:
    """The article of a file, and the file as it was."""
    now = time.time_ns()
    raw, seen = _read(path)
    return read_article(raw, path), Stamp(seen.st_size, seen.st_mtime_ns, now, digest_of(raw))


def _checked_file(
    desk: Desk, article: Article, proof: Proof, stamp: Stamp | None, keep_article: bool
) -> FileResult:
    result = check_article(desk, article, keep_article=keep_article, proof=proof)
    # What was not answered may be the next time.
    return replace(result, stamp=stamp) if stamp is not None and proof.is_whole else result


def digest_of(raw: bytes) -> bytes:
    """What stands for the content of a file."""
    return blake2b(raw, digest_size=16).digest()


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


def check_article(
    desk: Desk, article: Article, *, keep_article: bool = False, proof: Proof | None = None
) -> FileResult:
    """Check one article that has been read; without a ``proof`` a grammar engine is asked."""
    checked = desk.check(article, proof)
    remarks = article.remarks
    if article.stets:
        from lint.stets import unknown_rules

        remarks = (*remarks, *unknown_rules(article, desk.book.cards))
    return FileResult(
        article.path,
        checked.findings,
        checked.stood,
        checked.observations,
        remarks,
        article=article if keep_article else None,
    )


def check_files(
    make_desk: Callable[[], Desk],
    files: Sequence[str],
    *,
    jobs: int = 0,
    keep_articles: bool = False,
    desk: Desk | None = None,
    stamped: bool = False,
) -> Iterator[FileResult]:
    """Check files, giving each result in the order of ``files`` as soon as it is there.

    ``jobs`` is the number of processes; 0 takes as many as the work and the machine are
    worth. ``make_desk`` is called once in every process that does not inherit ``desk``.
    With ``stamped`` they say what tells whether a file has changed since.
    """
    desk = desk or make_desk()
    yield from _checked(make_desk, desk, files, jobs, keep_article=keep_articles, stamped=stamped)


def _checked(
    make_desk: Callable[[], Desk],
    desk: Desk,
    files: Sequence[str],
    jobs: int,
    *,
    keep_article: bool = False,
    stamped: bool = False,
) -> Iterator[FileResult]:
    """The results of files that have to be checked."""
    found = _without_asking(
        make_desk, desk, files, jobs, keep_article=keep_article, stamped=stamped
    )
    if desk.proofreader is None:
        yield from found
        return
    from lint.shells.proofing import Lacking, in_turn

    def lacking(result: FileResult) -> Lacking[FileResult] | None:
        if not result.unasked:
            return None
        try:
            article, stamp = _opened(result.path)
        except (Unreadable, OSError):  # gone meanwhile: what is wrong is told in its place
            article, stamp = read_article("", result.path, format="plain"), None
        return Lacking(article, partial(_finished, desk, article, stamp, stamped, keep_article))

    yield from in_turn(desk.proofreader, found, lacking)


def _finished(
    desk: Desk, article: Article, stamp: Stamp | None, stamped: bool, keep_article: bool,
    proof: Proof,
) -> FileResult:  # fmt: skip
    """The result of a file when what a grammar engine says of it is there."""
    if stamp is None:
        return check_file(desk, article.path)
    try:
        return _checked_file(desk, article, proof, stamp if stamped else None, keep_article)
    except Exception as error:
        return FileResult(article.path, trouble=failure(error))


def _without_asking(
    make_desk: Callable[[], Desk],
    desk: Desk,
    files: Sequence[str],
    jobs: int,
    *,
    keep_article: bool,
    stamped: bool,
) -> Iterator[FileResult]:
    count = jobs or min(os.cpu_count() or 1, max(1, len(files) // _FILES_A_PROCESS))
    count = min(count, len(files), _MOST_PROCESSES)
    if count <= 1 or keep_article:
        for path in files:
            yield check_file(desk, path, keep_article=keep_article, stamped=stamped)
        return
    yield from _in_processes(make_desk, desk, files, count, stamped)


def _in_processes(
    make_desk: Callable[[], Desk], desk: Desk, files: Sequence[str], count: int, stamped: bool
) -> Iterator[FileResult]:
    from lint.shells.workers import in_order

    if sys.platform == "linux":  # processes are forked, and inherit the desk, loaded once
        _ = desk.engine.checks
        work = partial(check_file, desk, stamped=stamped)
        return in_order(lambda: work, files, count, _killed)
    return in_order(partial(_open_desk, make_desk, stamped), files, count, _killed)


def _open_desk(make_desk: Callable[[], Desk], stamped: bool) -> Callable[[str], FileResult]:
    return partial(check_file, make_desk(), stamped=stamped)


def _killed(path: str) -> FileResult:
    reason = "was not checked: the process that read it was killed, perhaps for want of memory"
    return FileResult(path, trouble=reason)
