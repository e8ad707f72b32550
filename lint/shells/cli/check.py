"""``copydesk check``."""

from __future__ import annotations

from typing import Any

import click

from lint.finding import SEVERITIES
from lint.reports import FORMATS
from lint.shells.cli.checking import check
from lint.shells.cli.options import asking, choosing, doubting


@click.command("check", short_help="Check articles against the stylebook.")
@click.argument("paths", nargs=-1)
@choosing
@doubting
@asking
@click.option("--severity", type=click.Choice(SEVERITIES), help="The lowest severity to tell.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="The lowest severity that makes the exit status 1.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to tell.",
)
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--statistics", is_flag=True, help="Count findings by rule at the end.")
@click.option("--exit-zero", is_flag=True, help="Exit status 0 whatever is found.")
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    help="Processes to use; 0 takes what the work is worth.",
)
@click.option("--profile", is_flag=True, help="Say at the end where the time went (one process).")
@click.option(
    "--no-cache", is_flag=True, help="Check every file, changed or not since the last run."
)
@click.option(
    "--stdin-filename",
    metavar="PATH",
    help="What to call standard input; its ending gives the format.",
)
@click.option(
    "--baseline", metavar="FILE", help="Accept the findings of a baseline; tell only new ones."
)
@click.option(
    "--write-baseline", metavar="FILE", help="Accept everything found now, and write it down."
)
def command(**options: Any) -> None:
    """Check articles against the stylebook.

    PATHS are files, folders and globs; a single dash is standard input. Exit status: 0
    nothing found, 1 something found, 2 something was wrong with the command, the
    configuration, the stylebook or a file.
    """
    check(options)
