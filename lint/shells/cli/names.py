"""``copydesk names``: learn, show, suggest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from lint.lexicon.archive import Archive, Unusable
from lint.readers.records import Columns
from lint.reports.legible import legible
from lint.shells.cli.common import (
    FINE,
    FOUND,
    WRONG,
    complain,
    configured,
    refuse,
    tells_complaints,
)
from lint.shells.learning import Learner, Sources, find_sources, learn, open_whole
from lint.shells.writing import CannotWrite, why_not, write_atomically

if TYPE_CHECKING:
    from lint.checks.printed.search import Miss

_TOLD = 10  # troubles of one file; more are counted
_STEP = 250  # articles between two signs of life


@click.group("names", short_help="Learn the names that the house has printed, and ask for them.")
def command() -> None:
    """Learn the names that the house has printed, and ask for them.

    The index that is learnt holds names, counts and dates, and no copy. Named under “archive:”
    in the configuration, it lets copydesk check tell of names that were never printed so, when
    nearly the same name often was.
    """


@command.command("learn")
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True)
@click.option("-o", "--output", required=True, metavar="INDEX", help="The index to make or add to.")
@click.option("--fresh", is_flag=True, help="Begin anew instead of adding to the index.")
@click.option("--headline", default="", metavar="COLUMN", help="Column of the headline.")
@click.option("--text", default="", metavar="COLUMN", help="Column of the text.")
@click.option("--date", default="", metavar="COLUMN", help="Column of the date of publication.")
@click.option("--id", default="", metavar="COLUMN", help="Column of what names an article.")
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@tells_complaints
def learn_names(archives: tuple[str, ...], output: str, fresh: bool, **options: Any) -> None:
    """Learn names from an archive.

    ARCHIVE is a folder or file of articles as copydesk check takes them, a file of JSON lines
    (.jsonl, .ndjson, also with .gz) or Parquet with one article a record, or another index.
    Columns are known by their usual names (headline or title, body or text, published, id). An
    article that has been learnt before, by its text or its id, is passed over.

    Exit status: 0 learnt, 2 something could not be read or written (what could be is learnt).
    """
    sources = find_sources(archives, configured(options.pop("config")))
    columns = Columns(**options)
    learner, telling = _learner(output, fresh=fresh), _Telling()
    for trouble in sources.troubles:
        telling.tell(trouble.path, trouble.reason)
    with _Counting() as counting:
        learn(learner, _without(sources, output), columns, telling.tell, counting.step)
    telling.finish()
    if not (learner.learnt or learner.merged or learner.known):
        refuse("nothing was learnt; there are no articles")
    raw = learner.index()
    learner.close()
    try:
        write_atomically(output, raw)
    except CannotWrite as error:
        refuse(f"{output}: {error}")
    figures = Archive(raw).figures
    known = f", {learner.known:,} known already" if learner.known else ""
    learnt = learner.learnt + learner.merged
    click.echo(
        f"{learnt:,} articles learnt{known}. {legible(output)}: {figures.names:,} names from "
        f"{figures.articles:,} articles.",
        err=True,
    )
    sys.exit(WRONG if telling.files else FINE)


def _without(sources: Sources, output: str) -> Sources:
    """The sources less the index that is added to."""
    same = [p for p in sources.indexes if os.path.exists(output) and os.path.samefile(p, output)]
    sources.indexes = [path for path in sources.indexes if path not in same]
    return sources


def _learner(output: str, *, fresh: bool) -> Learner:
    if refusal := why_not(output):
        refuse(f"{output}: {refusal}")
    if fresh or not os.path.exists(output):
        return Learner()
    try:
        return Learner(open_whole(output))
    except Unusable as error:
        refuse(f"{output}: {error}. To put a new index in its place, add --fresh")


class _Telling:
    """Says what could not be read: of each file the first few records, then how many more."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self.files = 0  # that could not be read as a whole

    def tell(self, where: str, reason: str) -> None:
        path, _, number = where.rpartition(":")
        if not number.isdigit():
            self.files += 1
            complain(f"{where}: {reason}")
            return
        self._counts[path] += 1
        if self._counts[path] <= _TOLD:
            complain(f"{where}: {reason}")

    def finish(self) -> None:
        for path, count in self._counts.items():
            if count > _TOLD:
                complain(f"{path}: {count - _TOLD:,} more records could not be read")


class _Counting:
    """The number of articles so far, on a terminal, while a run lasts."""

    def __init__(self) -> None:
        self._count = 0
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> _Counting:
        return self

    def step(self) -> None:
        self._count += 1
        if self._shown and self._count % _STEP == 0:
            sys.stderr.write(f"\r\x1b[K{self._count:,} articles")
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        if self._shown and self._count >= _STEP:
            sys.stderr.write("\r\x1b[K")


def _opened(index: str) -> Archive:
    try:
        return open_whole(index)
    except Unusable as error:
        refuse(f"{index}: {error}")


@command.command("show")
@click.argument("index")
@click.argument("name", nargs=-1, required=True)
def show(index: str, name: tuple[str, ...]) -> None:
    """Show how often a name was printed, and which names near to it.

    Exit status: 0 it was printed, 1 it never was.
    """
    from lint.checks.printed.forms import folded_form
    from lint.checks.printed.telling import printed_when

    archive = _opened(index)
    asked = " ".join(name)
    found = archive.find(folded_form(asked))
    told = "never" if found is None else printed_when(found)
    click.echo(legible(f"{found.text if found else asked}: {told}"))
    for miss in _misses(archive, tuple(asked.split())):
        click.echo(legible(f"{miss.usual.text}: {printed_when(miss.usual)}"))
    sys.exit(FOUND if found is None else FINE)


def _misses(archive: Archive, words: tuple[str, ...]) -> list[Miss]:
    from lint.checks.printed.search import Searcher
    from lint.lexicon.archiving import USUAL
    from lint.lexicon.names import open_names
    from lint.lexicon.words import open_words

    miss = Searcher(archive, open_names(), open_words("en-GB"), USUAL).miss(words)
    return [miss] if miss is not None else []


@command.command("suggest")
@click.argument("index")
@click.option(
    "--min", "least", type=click.IntRange(3), default=20, show_default=True, metavar="N",
    help="In how many articles a name must have stood.",
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Also names that are not of people.")
@click.option(
    "--stylebook", "books", multiple=True, metavar="FOLDER", help="Stylebook to compare with."
)
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@tells_complaints
def suggest(
    index: str, least: int, everything: bool, books: tuple[str, ...], config: str | None
) -> None:
    """Propose entries for the names of the stylebook, as a rule file to look through.

    Each name that was often printed and is not in the stylebook yet, with the number of
    articles and the days of the first and the last; forms that seldom stood and are likely
    slips for it are proposed as wrong forms. Save it below the folder of the stylebook, take
    out what is not wanted, and put it to the test with copydesk rules test.
    """
    from lint.checks.printed.listed import Listed
    from lint.shells.desk import Desk
    from lint.shells.suggesting import rule_file, suggestions

    archive = _opened(index)
    book = Desk(configured(config), books=books).book
    known = Listed.of(book.checks.values()).forms
    proposed = suggestions(
        archive, least=least, people=not everything, is_listed=known.__contains__
    )
    if not proposed:
        refuse(f"{index}: no name that is not in the stylebook stands in {least} articles")
    click.echo(rule_file(archive, proposed, index), nl=False)
