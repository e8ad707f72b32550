"""``copydesk headlines``."""

from __future__ import annotations

import sys
from typing import Any

import click

from lint.reports.legible import legible
from lint.reports.tally import counted
from lint.shells.cli.archives import with_columns
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import FINE, WRONG, complain, refuse

_TOLD = 20  # records that cannot be read; more are counted


@click.group("headlines", short_help="Learn the headlines printed, for the service.")
def command() -> None:
    """Learn the headlines that the house has printed.

    With them the service knows, at the save, when a headline has stood over another article
    before. The file holds headlines, dates, and numbers that stand for the text; no copy.
    """


@command.command("learn")
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="FILE",
    help="The file to make or add to (headlines in the section serve of the configuration).",
)  # fmt: skip
@with_columns()
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@tells_complaints
def learn(archives: tuple[str, ...], output: str | None, config: str | None, **names: Any) -> None:
    """Learn headlines from an archive.

    ARCHIVE is a folder or file of articles as copydesk check takes them, or a file of JSON lines
    (.jsonl, .ndjson, also with .gz) or Parquet with one article a record. Columns are known by
    their usual names. The id must be the one under which the content management system asks:
    an article without one is kept under its path or line.

    Exit status: 0 learnt, 2 something could not be read or written (what could be is learnt).
    """
    from lint.readers.records import Columns
    from lint.shells.learning import find_sources
    from lint.shells.save.database import CannotOpen
    from lint.shells.save.headlines import HeadlineArchive
    from lint.shells.save.learning import learn_headlines

    configuration = configured(config)
    own = configuration.serve.headlines if configuration.serve is not None else ""
    file = output or (str(configuration.beside(own)) if own else "")
    if not file:
        refuse("name the file to learn into: --output FILE, or headlines in the configuration")
    try:
        archive = HeadlineArchive(file)
    except CannotOpen as error:
        refuse(str(error))
    sources = find_sources(archives, configuration)
    if sources.indexes:
        refuse(f"{sources.indexes[0]}: this is an index of names, not an archive of articles")
    troubles: list[str] = []
    learnt = learn_headlines(
        archive, sources, Columns(**names), lambda *told: troubles.append(": ".join(told))
    )
    troubles += (f"{trouble.path}: {trouble.reason}" for trouble in sources.troubles)
    for trouble in troubles[:_TOLD]:
        complain(trouble)
    if len(troubles) > _TOLD:
        complain(f"{len(troubles) - _TOLD:,} more records could not be read")
    if not learnt:
        refuse("nothing was learnt; there are no articles with a headline")
    total = counted(len(archive), "headline")
    click.echo(f"{counted(learnt, 'headline')} learnt. {legible(file)}: {total}.", err=True)
    sys.exit(WRONG if troubles else FINE)
