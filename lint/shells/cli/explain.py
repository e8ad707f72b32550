"""``copydesk explain``."""

from __future__ import annotations

from difflib import get_close_matches

import click

from lint.checks import KINDS
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import refuse
from lint.shells.cli.output import Output
from lint.shells.desk import Desk
from lint.stylebook.manual import kind_page, rule_page


@click.command("explain", short_help="Show a rule as a page: reason, examples, options.")
@click.argument("rule")
@click.option("--stylebook", "books", multiple=True, metavar="FOLDER", help="Stylebook to use.")
@click.option("--config", metavar="FILE", help="Configuration file to use.")
@tells_complaints
def command(rule: str, books: tuple[str, ...], config: str | None) -> None:
    """Show a rule (names/people) or a kind (names) as a page."""
    output = Output(None, plain=True)
    if rule in KINDS:
        output.stream.write(kind_page(rule))
        return
    desk = Desk(configured(config), books=books)
    check = desk.book.checks.get(rule)
    if check is None:
        near = get_close_matches(rule, [*desk.book.checks, *KINDS], 1, 0.4)
        meant = f"did you mean “{near[0]}”?" if near else "see copydesk rules list"
        refuse(f"there is no rule “{rule}”; {meant}")
    page = rule_page(check, on=desk.book.is_on(rule))
    if output.colour:
        page = "\n".join(
            click.style(line, bold=True) if line.startswith("#") else line
            for line in page.splitlines()
        )
    output.stream.write(page.rstrip("\n") + "\n")
