"""All commands. Each is a file; it is imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from lint.shells.cli.ending import ending, leave, open_streams

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
        open_streams()
        try:
            return super().main(*args, **extra)
        except OSError as error:
            leave(error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong around it is one line and a status, no traceback."""
        with ending():
            return super().invoke(ctx)

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
