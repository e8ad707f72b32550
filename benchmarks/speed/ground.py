"""The ground that is measured on: articles, stylebooks, configuration, caches; made once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.speed.book import Book, make_book, more_literals, more_people
from benchmarks.speed.corpus import Writer, write_articles, write_blob
from benchmarks.speed.paragraphs import pool, source
from benchmarks.speed.shelf import extend, write_book, write_names, write_terms
from lint.shells.findingtables import NAME as FINDINGS
from lint.stylebook.book import load_stylebook

COPYDESK = (sys.executable, "-m", "lint")  # used where the command is not installed
_VERSION = 3  # to be raised when the stylebooks change
_ABOUT_RIGHT = range(500, 561)  # words of the one article


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything; ``blob`` in bytes."""

    articles: int = 20_000
    batch: int = 2_000
    blob: int = 100_000_000
    literals: int = 13_000
    patterns: int = 500
    names: int = 10_000
    many_literals: int = 400_000
    many_names: int = 200_000


FULL = Size()
SMALL = Size(40, 20, 200_000, 300, 30, 200, 1_000, 600)  # shows breakage, measures nothing


class Ground:
    """Where everything lies, below a folder, and how it is made.

    ``articles`` and ``batch`` are folders of articles (the batch is the beginning of the
    articles), ``one`` is one of them, ``blob`` one large file. The stylebooks: ``terms`` are
    the literals alone, ``house`` is everything over the shipped rules, ``phrases`` and
    ``names`` are the house with many more of each.
    """

    def __init__(self, size: Size, home: Path, *, real: bool = True) -> None:
        self.size = size
        self.home = home
        self._real = real
        self.articles = self.home / "articles"
        self.batch = self.home / "batch"
        self.one = self.home / "one" / "article.txt"
        self.blob = self.home / "blob" / "blob.txt"
        self.cache = self.home / "cache"
        self.cold_cache = self.home / "cold-cache"
        self._kept_cache = self.home / "kept-cache"

    def book(self, name: str) -> Path:
        """The folder of a stylebook."""
        return self.home / "books" / name

    @property
    def environment(self) -> dict[str, str]:
        """What commands find in their environment: a cache of their own, and no colours."""
        return {
            "COPYDESK_CACHE": str(self.cache),
            "COPYDESK_TRACEBACK": "",
            "NO_COLOR": "1",
            "PYTHONDONTWRITEBYTECODE": "",  # or every run compiles all of the program anew
        }

    @cached_property
    def source(self) -> str:
        """What the articles are put together from."""
        return source(real=self._real)

    @cached_property
    def writer(self) -> Writer:
        """The writer of the articles.

        Its made-up book has no regard for the shipped one, so that a new shipped rule does
        not change the articles.
        """
        book = make_book(self.size.literals, self.size.patterns, self.size.names)
        return Writer(pool(real=self._real), book)

    def make(self, *, many: bool = True) -> None:
        """Make whatever is not there yet; ``many`` asks for the two large stylebooks too."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.make_articles()
        self.make_books(many=many)

    def make_articles(self) -> None:
        """Make the articles, the batch, the one and the blob."""
        about = f"{self.source}; {self.size.literals} literals, {self.size.names} names"
        for folder, count in ((self.articles, self.size.articles), (self.batch, self.size.batch)):
            write_articles(folder, count, about, lambda: self.writer)
        files = sorted(self.articles.iterdir())
        self.one.parent.mkdir(exist_ok=True)
        shutil.copy(next(filter(_is_about_right, files), files[0]), self.one)
        self.blob.parent.mkdir(exist_ok=True)
        write_blob(self.blob, files, self.size.blob)

    def make_books(self, *, many: bool = True) -> None:
        """Write the stylebooks, and the configuration that chooses the house.

        They are written anew when the shipped one has changed.
        """
        (self.home / "copydesk.yaml").write_text("stylebook: [books/house]\n", "utf-8")
        shipped = load_stylebook()
        stamp = f"{_VERSION} {self.size} {shipped.digest}"
        claims = [claim for check in shipped.checks.values() for claim in check.claims()]
        book = make_book(
            self.size.literals,
            self.size.patterns,
            self.size.names,
            taken=frozenset(claim.form.lower() for claim in claims),
            forbidden=frozenset(claim.form.lower() for claim in claims if not claim.right),
        )
        self._once("house", stamp, lambda: write_book(self.home / "books", book))
        if many:
            self._once("phrases", stamp, lambda: self._write_more_phrases(book))
            self._once("names", stamp, lambda: self._write_more_names(book))

    def _once(self, name: str, stamp: str, write: Callable[[], None]) -> None:
        mark = self.book(name).with_suffix(".made")
        if not mark.is_file() or mark.read_text("utf-8") != stamp:
            shutil.rmtree(self.book(name), ignore_errors=True)
            write()
            mark.write_text(stamp, "utf-8")

    def _write_more_phrases(self, book: Book) -> None:
        extend(self.book("phrases"), "../house")
        more = more_literals(self.size.many_literals - self.size.literals, book)
        write_terms(self.book("phrases") / "more", more, a_rule=20_000)

    def _write_more_names(self, book: Book) -> None:
        extend(self.book("names"), "../house")
        known = {person.name for person in book.people}
        more = more_people(self.size.many_names - self.size.names, known)
        write_names(self.book("names") / "more", more, a_rule=10_000)

    def warm(self, *names: str) -> None:
        """Make the cache that every fresh one is a copy of: stylebooks and the expressions that an
        article asks are compiled, and no article is known."""
        shutil.rmtree(self._kept_cache, ignore_errors=True)
        article = max(self.batch.iterdir())
        for name in names:
            subprocess.run(
                [*copydesk(), "check", str(article), "--stylebook", str(self.book(name)),
                 "--exit-zero"],
                cwd=self.home,
                env={**os.environ, **self.environment, "COPYDESK_CACHE": str(self._kept_cache)},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
            )  # fmt: skip
        for known in self._kept_cache.glob(f"{FINDINGS}*"):
            known.unlink()
        self.freshen()

    def freshen(self) -> None:
        """Put back the cache in which the stylebooks are compiled and no article is known."""
        shutil.rmtree(self.cache, ignore_errors=True)
        if self._kept_cache.is_dir():
            shutil.copytree(self._kept_cache, self.cache)

    def chill(self) -> None:
        """Empty the cache for first times."""
        shutil.rmtree(self.cold_cache, ignore_errors=True)


def small_or_full(small: bool, out: Path) -> Ground:
    """The ground below a folder for what is made."""
    out.mkdir(parents=True, exist_ok=True)
    home = out.resolve() / "speed"
    return Ground(SMALL, home / "small", real=False) if small else Ground(FULL, home / "full")


def copydesk() -> tuple[str, ...]:
    """The installed command of this environment, as an editor calls it."""
    script = Path(sys.executable).with_name("copydesk")
    return (str(script),) if script.is_file() else COPYDESK


def _is_about_right(path: Path) -> bool:
    return len(path.read_text("utf-8").split()) in _ABOUT_RIGHT
