"""``copydesk cache``: what is kept between runs, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from lint.grammar import answers
from lint.shells.cli.ending import refuse
from lint.shells.expressions import NAME as EXPRESSIONS
from lint.shells.findingtables import NAME, remembered
from lint.stylebook.cache import BOOKS, cache_folder


@click.group("cache", short_help="Show or clear what is kept between runs.")
def command() -> None:
    """Show or clear what is kept between runs.

    Compiled stylebooks and expressions, what was found in each file, and what a grammar engine
    said of each paragraph. All are made again when they are needed. COPYDESK_CACHE names another
    folder for them, or says “off”.
    """


@command.command("info")
def info() -> None:
    """Say where the cache lies, what is in it and how large it is."""
    folder = _folder()
    books = list(_files(folder, BOOKS))
    size = sum(path.stat().st_size for path in _all(folder))
    click.echo(f"folder: {folder}")
    click.echo(f"compiled stylebooks: {len(books)}")
    click.echo(f"articles remembered: {remembered(folder):,}")
    click.echo(f"paragraphs with answers about their grammar: {answers.remembered(folder):,}")
    click.echo(f"size: {size / 1_000_000:.1f} MB")


@command.command("clear")
def clear() -> None:
    """Delete what is kept. Nothing is lost: the next run makes it again."""
    folder = _folder()
    gone = 0
    for path in list(_all(folder)):
        try:
            path.unlink()
        except OSError as error:
            refuse(f"{path}: cannot be deleted: {error.strerror}")
        gone += 1
    click.echo(f"{gone} file{'s' * (gone != 1)} deleted from {folder}")


def _folder() -> Path:
    folder = cache_folder()
    if folder is None:
        refuse("there is no cache: COPYDESK_CACHE is off, or there is no home folder")
    return folder


def _all(folder: Path) -> Iterator[Path]:
    for pattern in (BOOKS, "configuration-*", EXPRESSIONS, f"{NAME}*", f"{answers.NAME}*"):
        yield from _files(folder, pattern)


def _files(folder: Path, pattern: str) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in folder.glob(pattern) if path.is_file())
