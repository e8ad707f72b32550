"""``copydesk stet``."""

from __future__ import annotations

import re
from typing import Any

import click

from lint.finding import Finding
from lint.reports.legible import legible
from lint.shells.cli.common import choosing, configured, refuse, split, tells_complaints
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.files import gather
from lint.shells.run import check_files
from lint.shells.stetlist import Stet, add_stet, load_stets
from lint.shells.writing import CannotWrite

_PRINT = re.compile(r"[0-9a-f]{16}")


@click.command("stet", short_help="Let a finding stand, with a reason.")
@click.argument("fingerprint")
@click.argument("paths", nargs=-1)
@click.option("--reason", required=True, help="Why it may stand.")
@choosing
@tells_complaints
def command(fingerprint: str, paths: tuple[str, ...], reason: str, **options: Any) -> None:
    """Let a finding stand, with a reason, in the list stet.yaml.

    FINGERPRINT is shown by copydesk check --format json. PATHS say where the finding is
    looked for (the folder of the configuration by default), so that the list can name the
    article, the rule and the words.
    """
    if not _PRINT.fullmatch(fingerprint):
        refuse(f"“{fingerprint}” is no fingerprint; it has sixteen digits from 0 to f")
    if not reason.strip():
        refuse("a stet needs a reason")
    configuration = configured(options["config"])
    file = configuration.beside(configuration.stet)
    if any(entry.fingerprint == fingerprint for entry in load_stets(file).entries):
        refuse(f"{fingerprint} stands in {file} already")
    desk = Desk(
        configuration,
        select=split(options["select"]),
        ignore=split(options["ignore"]),
        books=options["books"],
    )
    finding = _find(desk, configuration, fingerprint, paths)
    if finding is None:
        refuse(f"no finding {fingerprint} in {', '.join(paths) or 'this folder'}; name the article")
    entry = Stet(
        fingerprint, reason.strip(), finding.rule, desk.relative(finding.path), finding.text
    )
    try:
        add_stet(file, entry)
    except CannotWrite as error:
        refuse(f"{file}: {error}")
    click.echo(legible(f"“{entry.words}” ({finding.rule}) is let stand in {finding.path}."))


def _find(
    desk: Desk, configuration: Configuration, fingerprint: str, paths: tuple[str, ...]
) -> Finding | None:
    files, _ = gather(paths or (configuration.folder or ".",), configuration)
    seen: dict[str, list[Any]] = {}
    for result in check_files(lambda: desk, files, jobs=1, desk=desk):
        for finding in result.findings:
            if finding.fingerprint == fingerprint:
                return finding
        for rule, observations in result.observations.items():
            seen.setdefault(rule, []).extend(observations)
    across = desk.engine.compare(seen)
    return next((finding for finding in across if finding.fingerprint == fingerprint), None)
