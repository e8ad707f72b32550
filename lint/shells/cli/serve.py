"""``copydesk serve``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from lint.frozen import replace
from lint.reports.legible import legible
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import refuse
from lint.shells.configuration import Configuration
from lint.shells.save.settings import Serve

_MISSING = "the service needs the extra “serve”: pip install 'copydesk[serve]'"


@click.group(
    "serve", invoke_without_command=True,
    short_help="Check articles over HTTP, for content management systems.",
)  # fmt: skip
@click.option("--host", metavar="ADDRESS", help="The address to listen at (loopback by default).")
@click.option("--port", type=click.IntRange(0, 65535), help="The port; 0 takes one that is free.")
@click.option(
    "--stylebook", "books", multiple=True, metavar="FOLDER",
    help="Stylebook to use instead of the configured one.",
)  # fmt: skip
@click.option("--workers", type=click.IntRange(0, 256), help="Processes that check.")
@click.option("--store", metavar="FILE", help="File for what is let stand, counts and keys.")
@click.option("--headlines", metavar="FILE", help="Headlines of the archive.")
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@click.option("--quiet", is_flag=True, help="Log only what goes wrong.")
@click.pass_context
@tells_complaints
def command(ctx: click.Context, config: str | None, quiet: bool, **options: Any) -> None:
    """Check articles over HTTP: at the save in a content management system, in LanguageTool's
    clients, from any program.

    What an option leaves open is taken from the section “serve” of the configuration. Bound to
    anything but loopback it needs keys (copydesk serve keys add NAME).
    """
    configuration = configured(config)
    settings = _settings(configuration, options)
    ctx.obj = settings.store
    if ctx.invoked_subcommand is None:
        _serve(configuration, settings, options["books"], quiet=quiet)


def _settings(configuration: Configuration, options: dict[str, Any]) -> Serve:
    """The section of the configuration, with what the command line says instead."""
    own = configuration.serve or Serve()
    store = str(configuration.beside(own.store)) if own.store else default_store()
    headlines = str(configuration.beside(own.headlines)) if own.headlines else ""
    settings = replace(own, store=store, headlines=headlines)
    asked = ("host", "port", "workers", "store", "headlines")
    return replace(settings, **{name: options[name] for name in asked if options[name] is not None})


def default_store() -> str:
    """Where the file of the service lies unless somebody says: with the state of the user."""
    home = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    return str(Path(home, "copydesk", "service.sqlite"))


def _serve(
    configuration: Configuration, settings: Serve, books: tuple[str, ...], *, quiet: bool
) -> None:
    if not hasattr(os, "fork"):
        refuse("the service needs a system that can fork processes (Linux, macOS)")
    if "*" in settings.origins:
        refuse("“*” lets every page of the web in; name the origins one by one")
    try:
        from lint.shells.http.crew import CannotStart
        from lint.shells.http.logs import Log
        from lint.shells.http.office import Options
        from lint.shells.http.server import NotSafe, serve
        from lint.shells.save.database import CannotOpen
    except ImportError:
        refuse(_MISSING)
    options = Options(configuration.path, books, settings.store, settings.headlines)
    try:
        serve(settings, options, log=Log(quiet=quiet), listening=_tell)
    except (NotSafe, CannotOpen) as error:
        refuse(str(error))
    except CannotStart as error:
        _tell_complaints(error.complaints)
    except OSError as error:
        refuse(f"{settings.host}:{settings.port}: cannot be listened at: {error.strerror}")


def _tell(address: str) -> None:
    click.echo(f"copydesk: serving at {address}", err=True)


def _tell_complaints(complaints: list[str]) -> NoReturn:
    for complaint in complaints:
        click.echo(legible(complaint), err=True)
    count = len(complaints)
    refuse(f"{count} complaint{'s' * (count != 1)}; nothing done")


@command.group("keys", short_help="Make, list and revoke API keys.")
def keys() -> None:
    """Make, list and revoke API keys.

    Keys stand in the file of the service as hashes: a key is shown once, when it is made.
    """


@keys.command("add")
@click.argument("name")
@click.pass_obj
def add(store: str, name: str) -> None:
    """Make a key for NAME and show it, once."""
    if not name.strip() or not name.isprintable():
        refuse("the name of a key must be printable")
    click.echo(_keys(store).add(name))
    click.echo("copydesk: this key is not shown again", err=True)


@keys.command("list")
@click.pass_obj
def show(store: str) -> None:
    """List the keys: id, name, when it was made, when it was revoked."""
    for key in _keys(store).all():
        revoked = f"revoked {key.revoked}" if key.revoked else ""
        click.echo(legible(f"{key.id}  {key.name}  {key.made}  {revoked}".rstrip()))


@keys.command("revoke")
@click.argument("key")
@click.pass_obj
def revoke(store: str, key: str) -> None:
    """Revoke KEY, an id or a name; from now on it opens nothing.

    Exit status: 0 revoked, 2 there is no such key.
    """
    revoked = _keys(store).revoke(key)
    if not revoked:
        refuse(f"{key}: there is no such key that is in force")
    for each in revoked:
        click.echo(legible(f"revoked {each.id} ({each.name})"), err=True)
    sys.exit(0)


def _keys(store: str) -> Any:
    from lint.shells.http.keys import Keys
    from lint.shells.save.database import CannotOpen

    try:
        return Keys(store)
    except CannotOpen as error:
        refuse(str(error))
