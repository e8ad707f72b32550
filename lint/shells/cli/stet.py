"""``copydesk stet``."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from typing import Any

import click

from lint.checks.base import Observation
from lint.finding import Finding
from lint.housewords import odd_words
from lint.late import late
from lint.reports.legible import legible
from lint.reports.offers import offers
from lint.shells.cli.common import configured, desk_maker, tells_complaints
from lint.shells.cli.ending import complain, refuse
from lint.shells.cli.options import choosing
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.files import gather
from lint.shells.run import check_files
from lint.shells.stetlist import Stet, add_stet, load_stets
from lint.shells.writing import CannotWrite
from lint.span import Position

_PRINT = late(r"[0-9a-f]{16}")
_PLACE = late(r"(?P<path>.+):(?P<line>\d{1,9}):(?P<column>\d{1,9})")

Wanted = Callable[[Finding], bool]


@click.command("stet", short_help="Let a finding stand, with a reason.")
@click.argument("finding", metavar="PATH:LINE:COLUMN|FINGERPRINT")
@click.argument("paths", nargs=-1)
@click.option("--reason", required=True, help="Why it may stand.")
@choosing
@tells_complaints
def command(finding: str, paths: tuple[str, ...], reason: str, **options: Any) -> None:
    """Let a finding stand, with a reason, in the list stet.yaml.

    The finding is named by its place, as copydesk check shows it (story.txt:7:46), or by its
    fingerprint, as copydesk check --format json does. PATHS say where a fingerprint is
    looked for; by default in the folder of the configuration.
    """
    if not reason.strip():
        refuse("a stet needs a reason")
    configuration = configured(options["config"])
    desk = desk_maker(configuration, options)()
    found = _find(desk, configuration, *_asked(finding, paths))
    _refuse_unless_one(found, finding, paths)
    _write(configuration, desk, found[0], reason.strip())


def _asked(finding: str, paths: tuple[str, ...]) -> tuple[Wanted, tuple[str, ...]]:
    """What is looked for, and where."""
    if _PRINT.fullmatch(finding):
        return lambda found: found.fingerprint == finding, paths
    place = _PLACE.fullmatch(finding)
    if place is None:
        refuse(
            f"“{finding}” names no finding: write its place (story.txt:7:46) or its fingerprint,"
            " sixteen digits from 0 to f"
        )
    start = Position(int(place["line"]), int(place["column"]))
    return lambda found: found.start == start, (place["path"], *paths)


def _refuse_unless_one(found: Sequence[Finding], finding: str, paths: tuple[str, ...]) -> None:
    if not found:
        where = ", ".join(paths) or "this folder"
        refuse(f"no finding {finding}{'' if ':' in finding else f' in {where}; name the article'}")
    if len({each.fingerprint for each in found}) > 1:
        rules = ", ".join(each.rule for each in found)
        refuse(f"several findings stand at {finding} ({rules}); say which with --select")


def _write(configuration: Configuration, desk: Desk, finding: Finding, reason: str) -> None:
    file = configuration.beside(configuration.stet)
    if any(entry.fingerprint == finding.fingerprint for entry in load_stets(file).entries):
        refuse(f"{finding.fingerprint} stands in {file} already")
    path = desk.relative(finding.path)
    entry = Stet(finding.fingerprint, reason, finding.rule, path, finding.text)
    try:
        add_stet(file, entry)
    except CannotWrite as error:
        refuse(f"{file}: {error}")
    click.echo(legible(f"“{entry.words}” ({finding.rule}) is let stand in {finding.path}."))
    _offer_words(desk, finding)


def _offer_words(desk: Desk, finding: Finding) -> None:
    """Say how the word is let stand everywhere, where a word list can do that."""
    check = desk.book.checks.get(finding.rule)
    if check is None or not check.heeds_words or finding.confidence is None:
        return
    uses = [offer.after for offer in offers(finding)]
    words = " ".join(map(shlex.quote, dict.fromkeys(odd_words(finding.text, uses))))
    if words:
        click.echo(legible(f"To let it stand in every article: copydesk words add {words}"))


def _find(
    desk: Desk, configuration: Configuration, wanted: Wanted, paths: tuple[str, ...]
) -> list[Finding]:
    """The findings wanted: those of the first article that has any, or those of the run."""
    files, troubles = gather(paths or (configuration.folder or ".",), configuration)
    for trouble in troubles:
        complain(f"{trouble.path}: {trouble.reason}")
    seen: dict[str, list[Observation]] = {}
    for result in check_files(lambda: desk, files, jobs=1, desk=desk):
        if result.trouble:
            complain(f"{result.path}: {result.trouble}")
        found = [finding for finding in result.findings if wanted(finding)]
        if found:
            return found
        for rule, observations in result.observations.items():
            seen.setdefault(rule, []).extend(observations)
    return [finding for finding in desk.compare(seen) if wanted(finding)]
