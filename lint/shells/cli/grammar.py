"""``copydesk grammar``: which engines are here, and how to get one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from lint.grammar.asking import NoAnswer, Unanswered, Wanted
from lint.grammar.installing import CENTRAL, CannotInstall, Jar, install, jars
from lint.grammar.locating import (
    EMBEDDED,
    EMBEDDED_ENGLISH,
    LANGUAGETOOL,
    WRAPPER,
    default_place,
    find_java,
    find_languagetool,
    installed,
    places,
    why_no_embedded,
    why_no_languagetool,
)
from lint.grammar.settings import GrammarSettings
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import FINE, WRONG, refuse
from lint.shells.configuration import Configuration

_TRIAL = "The minister was found in a several places."
_PATIENCE = 120.0  # seconds for the first answer of an engine that starts


@click.group("grammar", short_help="See which grammar engines are here, and get one.")
def command() -> None:
    """See which grammar engines are here, and get one.

    Grammar is checked where the configuration has a section “grammar”, or with --grammar.
    """


@command.command("doctor")
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@click.option("--try", "is_tried", is_flag=True, help="Also start the engine and ask it something.")
@tells_complaints
def doctor(config: str | None, is_tried: bool) -> None:
    """Say which engines are here, where they were looked for, and what is missing.

    Exit status: 0 an engine can be used, 2 none can.
    """
    configuration = configured(config)
    settings = configuration.grammar or GrammarSettings()
    for line in _report(configuration, settings):
        click.echo(line)
    sys.exit(_verdict(configuration, settings, is_tried))


def _folder(configuration: Configuration, settings: GrammarSettings) -> str:
    return str(configuration.beside(settings.folder)) if settings.folder else ""


def _report(configuration: Configuration, settings: GrammarSettings) -> Iterator[str]:
    wanted = "switched on" if configuration.grammar is not None else "not switched on"
    yield f"configuration: {configuration.path or 'none'}; grammar is {wanted}"
    yield f"asked for: {settings.engine}, {settings.language}"
    yield "LanguageTool"
    if settings.server:
        yield f"  server: {settings.server} ({_server(settings)})"
    folder = _folder(configuration, settings)
    yield f"  {WRAPPER}: {installed(WRAPPER) or 'not installed'}"
    java = find_java()
    yield f"  Java: {f'{java.program}, {java.said}' if java else 'not found on the PATH'}"
    found = find_languagetool(folder)
    yield f"  LanguageTool {LANGUAGETOOL}: {found or 'not found'}"
    for place in dict.fromkeys(places(folder)):
        yield f"    looked for in {place}"
    if why := why_no_languagetool(folder, look_closely=True):
        yield f"  cannot be started: {why}"
    yield "LingoTweaker (without Java)"
    for package in (EMBEDDED, EMBEDDED_ENGLISH):
        yield f"  {package}: {installed(package) or 'not installed'}"
    if why := why_no_embedded():
        yield f"  cannot be used: {why}"
    yield "To get one"
    yield "  LanguageTool: pip install 'copydesk[grammar]'; copydesk grammar install"
    yield "    without the network: copydesk grammar install --from FOLDER (docs/grammar.md)"
    yield "  LingoTweaker: pip install 'copydesk[grammar-embedded]'"


def _server(settings: GrammarSettings) -> str:
    from lint.grammar.languagetool import LanguageToolEngine

    engine = LanguageToolEngine(Wanted(settings.language), address=settings.server, limit=5)
    try:
        return f"answers, version {engine.remote_version() or 'unknown'}"
    except (NoAnswer, Unanswered) as error:
        return str(error)
    finally:
        engine.close()


def _verdict(configuration: Configuration, settings: GrammarSettings, is_tried: bool) -> int:
    from lint.grammar.choosing import open_engine

    try:
        folder = _folder(configuration, settings)
        engine = open_engine(settings, Wanted(settings.language), folder, lambda _: "")
    except NoAnswer as error:
        click.echo(f"No engine can be used: {error}")
        return WRONG
    try:
        click.echo(f"Used: {engine.identity}")
        if not is_tried:
            return FINE
        (told,) = engine.ask([_TRIAL], _PATIENCE)
    except (NoAnswer, Unanswered) as error:
        click.echo(f"It does not answer: {error}")
        return WRONG
    finally:
        engine.close()
    said = f": {told[0].rule}, {told[0].message}" if told else ""
    click.echo(f"It answers{said}")
    return FINE


@command.command("install")
@click.option(
    "--from", "source", default=CENTRAL, show_default=True, metavar="ADDRESS|FOLDER",
    help="A Maven repository, or a folder with the files.",
)  # fmt: skip
@click.option("--to", "to", metavar="FOLDER", help="Where to lay it out.")
def install_command(source: str, to: str | None) -> None:
    """Lay out LanguageTool, so that it can be started here.

    97 MB come from Maven Central, a mirror of it, or a folder, and each file is checked. Java
    17 or later is needed to run it.
    """
    folder = Path(to).expanduser() if to else default_place()
    done = 0
    many = jars()

    def progress(_: Jar) -> None:
        nonlocal done
        done += 1
        if sys.stderr.isatty():
            click.echo(f"\r{done} of {len(many)} files", nl=done == len(many), err=True)

    try:
        target = install(folder, source, progress)
    except CannotInstall as error:
        refuse(str(error))
    click.echo(f"LanguageTool {LANGUAGETOOL} lies in {target}")
    if to and folder.resolve() != default_place().resolve():
        click.echo(f"Write its folder into the configuration: “grammar: {{folder: {folder}}}”")
    if not installed(WRAPPER):
        click.echo(f"{WRAPPER} is not installed: pip install 'copydesk[grammar]'")
    if find_java() is None:
        click.echo("There is no Java; LanguageTool needs version 17 or later.")
