"""The command line. Each command is a file; it is imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

_STOPPED, _PIPE_CLOSED, _WRONG = 130, 141, 2  # the first two as a shell tells of the signals

# command → (module, what the list of commands says of it)
_COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("lint.shells.cli.check", "Check articles against the stylebook."),
    "fix": ("lint.shells.cli.fix", "Write the safe fixes into the articles."),
    "explain": ("lint.shells.cli.explain", "Show a rule as a page: reason, examples, options."),
    "rules": ("lint.shells.cli.rules", "List the rules, or put their examples to the test."),
    "names": ("lint.shells.cli.names", "Learn the names printed, and ask for them."),
    "learn": ("lint.shells.cli.learn", "Learn from the house’s own archive."),
    "serve": ("lint.shells.cli.serve", "Check articles over HTTP, for a CMS."),
    "headlines": ("lint.shells.cli.headlines", "Learn the headlines printed, for the service."),
    "init": ("lint.shells.cli.init", "Start a configuration and an own stylebook."),
    "grammar": ("lint.shells.cli.grammar", "See which grammar engines are here, and get one."),
    "cache": ("lint.shells.cli.cache", "Show or clear what is kept between runs."),
    "stet": ("lint.shells.cli.stet", "Let a finding stand, with a reason."),
    "words": ("lint.shells.cli.words", "Put words into the house word list."),
}


class _Commands(click.Group):
    def main(self, *args: Any, **extra: Any) -> Any:
        _open_streams()
        try:
            return super().main(*args, **extra)
        except OSError as error:
            _leave(error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong around it is one line and a status, no traceback."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except KeyboardInterrupt:
            click.echo("copydesk: stopped", err=True)
            sys.exit(_STOPPED)
        except BrokenPipeError:
            _forget_output()
            sys.exit(_PIPE_CLOSED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # Written from the table, so that help imports no command.
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, (_, said) in _COMMANDS.items()])


def _open_streams() -> None:
    """Make the standard streams fit for anything that copy and file names may hold."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever called
            nothing = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nothing)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


def _leave(error: OSError) -> NoReturn:
    from lint.shells.cli.common import complain

    where = f"{error.filename}: " if error.filename else ""
    complain(f"{where}{error.strerror or error}")
    _forget_output()
    sys.exit(_WRONG)


def _forget_output() -> None:
    """Let what could not be written go, so that Python does not complain of it at the end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), descriptor)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from lint.version import __version__

        click.echo(f"copydesk {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, callback=_version, expose_value=False, is_eager=True,
    help="Show the version.",
)  # fmt: skip
def main() -> None:
    """Check and mend news copy against a house stylebook."""
