"""``copydesk rules``: list, test, lint, manual."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from lint.engine import Engine
from lint.reports.tally import counted
from lint.settling import names
from lint.shells.cli.common import configured, tells_complaints
from lint.shells.cli.ending import FINE, FOUND, complain, refuse
from lint.shells.cli.options import asking
from lint.shells.cli.output import Output
from lint.shells.desk import Desk, own_folders
from lint.stylebook.book import Stylebook, load_stylebook
from lint.stylebook.manual import MARK, pages
from lint.stylebook.proving import prove


@click.group("rules", short_help="List the rules, or put their examples to the test.")
def command() -> None:
    """List the rules, or put their examples to the test."""


def _with_book(function: Any) -> Any:
    function = click.option(
        "--stylebook", "books", multiple=True, metavar="FOLDER", help="Stylebook to use."
    )(function)
    return click.option("--config", metavar="FILE", help="Configuration file to use.")(function)


@command.command("list")
@_with_book
@click.option("--all", "everything", is_flag=True, help="Also the rules that are off.")
@tells_complaints
def list_rules(books: tuple[str, ...], config: str | None, everything: bool) -> None:
    """List the rules that are on."""
    output = Output(None, plain=True)
    desk = Desk(configured(config), books=books)
    on = set(desk.rules)
    shown = [c for c in desk.book.checks.values() if everything or c.rule.id in on]
    width = max((len(check.rule.id) for check in shown), default=0)
    for check in shown:
        rule = check.rule
        entries = len(getattr(check.options, "entries", ()))
        count = f" ({counted(entries, 'entry', 'entries')})" if entries else ""
        off = "" if rule.id in on else " [off]"
        output.stream.write(
            f"{rule.id:{width}}  {desk.severity_of(check):10}  {rule.title}{count}{off}\n"
        )
    off_count = len(desk.book.checks) - len(on)
    click.echo(f"{counted(len(on), 'rule')} on, {off_count} off.{_alone(desk.book)}", err=True)


def _alone(book: Stylebook) -> str:
    """What is told of a book that does not build on the one that ships."""
    if set(book.cards).intersection(load_stylebook().cards):
        return ""
    return (
        " The rules that ship with copydesk are not among them; to build on those, write"
        " “extends: [copydesk]” into the stylebook.yaml of the folder."
    )


@command.command("test")
@click.argument("select", nargs=-1)
@_with_book
@asking
@tells_complaints
def test(
    select: tuple[str, ...], books: tuple[str, ...], config: str | None, grammar: bool | None,
    context: bool | None,
) -> None:  # fmt: skip
    """Put every example of every rule (or of those selected) to the test.

    Exit status: 0 all hold, 1 some do not, 2 the stylebook cannot be read.
    """
    output = Output(None, plain=True)
    desk = Desk(configured(config), select=(), books=books, grammar=grammar, context=context)
    reader = desk.proofreader
    checks = [
        check
        for rule, check in desk.book.checks.items()
        if not select or any(names(selector, rule) for selector in select)
    ]
    whole = Engine([c for rule, c in desk.book.checks.items() if desk.book.is_on(rule)])
    advise = None if reader is None else lambda article: reader.ask(article).advice
    try:
        failures = list(prove(checks, whole, advise, _inherited(desk.book)))
    finally:
        desk.close()
    if said := desk.trouble:
        complain(said)
    for option, unproven in (
        ("--grammar", [c.rule.id for c in checks if c.advised and reader is None]),
        ("--context", [c.rule.id for c in checks if c.lacks == "--context"]),
    ):
        if unproven:
            said = f"{', '.join(unproven)}: nothing bad can be found without {option}"
            click.echo(said, err=True)
    for failure in failures:
        output.stream.write(f"{failure.rule}: in “{failure.example}”\n    {failure.message}\n")
    examples = sum(len(check.rule.examples) for check in checks)
    output.stream.write(
        f"{counted(examples, 'example')} of {counted(len(checks), 'rule')}: "
        f"{len(failures)} do not hold.\n"
    )
    sys.exit(FOUND if failures else FINE)


def _inherited(book: Stylebook) -> frozenset[str]:
    """The rules of a book that stand in the one that ships, with the same examples."""
    shipped = load_stylebook().checks
    return frozenset(
        rule
        for rule, check in book.checks.items()
        if rule in shipped and shipped[rule].rule.examples == check.rule.examples
    )


@command.command("lint")
@click.argument("select", nargs=-1)
@_with_book
@tells_complaints
def lint(select: tuple[str, ...], books: tuple[str, ...], config: str | None) -> None:
    """Tell of rules that cost time without need, and of words in them that do nothing.

    Exit status: 0 nothing to tell, 1 something, 2 the stylebook cannot be read.
    """
    from lint.stylebook.linting import remarks, unread

    output = Output(None, plain=True)
    configuration = configured(config)
    book = Desk(configuration, books=books).book
    wanted = [rule for rule in book.cards if not select or any(names(s, rule) for s in select)]
    told = list(remarks(book, wanted))
    if not select:
        told += unread(map(Path, own_folders(configuration, books)))
    for remark in told:
        output.stream.write(f"{remark}\n")
    output.stream.write(f"{counted(len(wanted), 'rule')}: {counted(len(told), 'remark')}.\n")
    sys.exit(FOUND if told else FINE)


@command.command("manual")
@click.argument("folder")
@_with_book
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; exit 1 if a page is stale."
)
@tells_complaints
def manual(folder: str, books: tuple[str, ...], config: str | None, only_check: bool) -> None:
    """Write the manual of the rules into a folder, or check that it is current."""
    desk = Desk(configured(config), books=books)
    on = {rule: desk.book.is_on(rule) for rule in desk.book.checks}
    wanted = dict(pages(desk.book.checks, on))
    root = Path(folder)
    present = {
        path.relative_to(root).as_posix(): path.read_text("utf-8", "replace")
        for path in sorted(root.rglob("*.md"))
        if path.is_file()
    }
    foreign = [n for n in wanted if n in present and not present[n].endswith(MARK)]
    if foreign and not only_check:
        refuse(f"{root / foreign[0]} is no page of the manual; write it into another folder")
    stale = [name for name, text in wanted.items() if present.get(name) != text]
    gone = [name for name in present if name not in wanted and present[name].endswith(MARK)]
    if only_check:
        for name in (*stale, *gone):
            click.echo(f"stale: {root / name}", err=True)
        sys.exit(FOUND if stale or gone else FINE)
    for name in stale:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(wanted[name], "utf-8", newline="\n")
    for name in gone:
        (root / name).unlink()
    click.echo(f"{len(stale)} pages written, {len(gone)} removed, {len(wanted)} in all.", err=True)
