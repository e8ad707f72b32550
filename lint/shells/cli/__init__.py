"""The command line. Each command is a file; it is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

# command → (module, what the list of commands says of it)
_COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("lint.shells.cli.check", "Check articles against the stylebook."),
    "fix": ("lint.shells.cli.fix", "Write the safe fixes into the articles."),
    "explain": ("lint.shells.cli.explain", "Show a rule as a page: reason, examples, options."),
    "rules": ("lint.shells.cli.rules", "List the rules, or put their examples to the test."),
    "init": ("lint.shells.cli.init", "Start a configuration and an own stylebook."),
    "stet": ("lint.shells.cli.stet", "Let a finding stand, with a reason."),
}


class _Commands(click.Group):
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
        from lint import __version__

        click.echo(f"copydesk {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, callback=_version, expose_value=False, is_eager=True,
    help="Show the version.",
)  # fmt: skip
def main() -> None:
    """Check and mend news copy against a house stylebook."""
