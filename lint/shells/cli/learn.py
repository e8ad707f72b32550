"""``copydesk learn``: what copydesk can be taught from a newsroom’s own archive."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Any

import click

from lint.readers.records import Columns
from lint.reports.legible import legible
from lint.shells.cli.archives import with_columns
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import FINE, WRONG, complain, refuse
from lint.shells.learning import find_sources, records_of
from lint.shells.writing import CannotWrite, why_not, write_atomically

if TYPE_CHECKING:
    from lint.shells.teaching.gathering import Text
    from lint.shells.teaching.making import Made
    from lint.shells.teaching.working import Work

_TOLD = 10  # troubles; more are counted
_STEP = 500  # articles between two signs of life
_NEEDED = "pip install 'copydesk[learn]'"


@click.group("learn", short_help="Learn from the house’s own archive.")
def command() -> None:
    """Learn from the house’s own archive.

    See also “copydesk names learn” and “copydesk headlines learn”.
    """


@command.command("context")
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True)
@click.option("-o", "--output", required=True, metavar="MODEL", help="The model to make.")
@click.option("--name", default="", metavar="TEXT", help="What the model is called in reports.")
@click.option("--language", default="en-GB", show_default=True, metavar="TAG")
@click.option("--seed", default=1, show_default=True, metavar="N", help="Of all that is random.")
@click.option("--fresh", is_flag=True, help="Begin anew where an earlier run stopped.")
@with_columns("headline", "text")
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@tells_complaints
def learn_context(
    archives: tuple[str, ...], output: str, name: str, language: str, seed: int, fresh: bool,
    headline: str, text: str, config: str | None,
) -> None:  # fmt: skip
    """Make a model that tells slips which only the sentence shows.

    ARCHIVE is a folder or file of articles as copydesk check takes them, a file of JSON lines
    (.jsonl, .ndjson, also with .gz) or Parquet with one article a record. Half a million words
    are a beginning; each doubling finds more. The model holds counts of words and of runs of
    words by hash, and no copy. What has been worked out is kept in MODEL.work until the model
    is made: a run that stopped goes on from there.

    Exit status: 0 made, 2 something could not be read or written.
    """
    try:
        from lint.shells.teaching.making import Plan, TooLittle, made
        from lint.shells.teaching.working import Work
    except ImportError as error:
        refuse(f"{error.name} is not installed; {_NEEDED}")
    if refusal := why_not(output):
        refuse(f"{output}: {refusal}")
    if not language.startswith("en"):
        refuse(f"--language {language}: only English can be learnt so far (en-GB, en-US)")
    sources = find_sources(archives, configured(config))
    for trouble in sources.troubles:
        complain(f"{trouble.path}: {trouble.reason}")
    asked = {
        "sources": [[path, os.path.getsize(path)] for path in sources.files + sources.archives],
        "columns": [headline, text], "seed": seed, "language": language,
    }  # fmt: skip
    folder = f"{output}.work"
    work = Work(folder, {**asked, "fresh": time.time()} if fresh else asked)
    gathered, wrong = _gathered(work, sources, Columns(headline=headline, text=text))
    plan = Plan(language, name or os.path.basename(output), seed)
    try:
        result = made(gathered, plan, work, lambda doing: click.echo(f"{doing} …", err=True))
    except TooLittle as error:
        work.done()
        refuse(f"nothing was learnt: {error}")
    except ImportError as error:
        refuse(f"{error.name} is not installed; {_NEEDED}. Then ask again: it goes on from here")
    try:
        write_atomically(output, result.raw)
    except CannotWrite as error:
        refuse(f"{output}: {error}")
    work.done()
    _report(output, result, len(gathered.starts))
    sys.exit(WRONG if wrong or sources.troubles else FINE)


def _gathered(work: Work, sources: Any, columns: Columns) -> tuple[Text, int]:
    """The text of all articles, and how many could not be read."""
    from lint.shells.teaching.gathering import Gatherer, restored, saved

    troubles = 0

    def gather() -> Any:
        nonlocal troubles
        gatherer = Gatherer()
        shown = sys.stderr.isatty()
        for count, record in enumerate(records_of(sources, columns), start=1):
            if record.article is None:
                troubles += 1
                if troubles <= _TOLD:
                    complain(f"{record.where}: {record.trouble}")
            else:
                gatherer.take(record.article)
            if shown and count % _STEP == 0:
                click.echo(f"\r{count:,} articles, {gatherer.size:,} words", nl=False, err=True)
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)
        return saved(gatherer.text())

    if work.has("text"):
        click.echo("going on from an earlier run …", err=True)
    text = restored(work.step("text", gather))
    if troubles > _TOLD:
        complain(f"{troubles - _TOLD:,} more articles could not be read")
    return text, troubles


def _report(output: str, result: Made, articles: int) -> None:
    """What the model may be expected to do, on articles that it did not learn from."""
    click.echo(f"{legible(output)}: {len(result.raw) / 1e6:.1f} MB from {articles:,} articles.")
    click.echo("Of 1,000 made-up slips found, by alarms in 1,000 words (articles kept apart):")
    for rate, family, alarms, found in result.report:
        if family == "all":
            click.echo(f"  {rate:g} alarms: {found * 1000:.0f} found")
        elif rate == 1.0:
            click.echo(f"      {family}: {alarms:.2f} alarms, {found * 1000:.0f} found")
    if result.excerpts:
        click.echo("What it doubts most in the articles kept apart, with the chance of a slip:")
    for one in result.excerpts:
        edit = f"{one.old} → {one.new or '∅'}" if one.old else one.new
        click.echo(legible(f"  {one.chance:.2f}  {one.before} [{edit}] {one.after}"))
    click.echo(
        f"Suggestions from a chance of {result.suggestion:.2f}, warnings from {result.warning:.2f}."
    )
