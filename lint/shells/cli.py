"""The command line (thin slice)."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lint.engine import Engine
from lint.readers import read_article
from lint.stylebook.book import load_stylebook
from lint.stylebook.complaints import StylebookError
from lint.stylebook.proving import prove


@click.group()
def main() -> None:
    """Check and mend news copy against a house stylebook."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--select", multiple=True)
def check(paths: tuple[str, ...], select: tuple[str, ...]) -> None:
    """Check articles."""
    book = load_stylebook()
    checks = [
        c
        for c in book.checks.values()
        if (any(c.rule.id.startswith(s) for s in select) if select else book.is_on(c.rule.id))
    ]
    engine = Engine(checks)
    seen: dict[str, list] = {}
    files = [f for p in paths for f in ([Path(p)] if Path(p).is_file() else sorted(Path(p).rglob("*.txt")))]
    found = []
    for path in files:
        checked = engine.check(read_article(path.read_bytes(), str(path)))
        found.extend(checked.findings)
        for rule, observations in checked.observations.items():
            seen.setdefault(rule, []).extend(observations)
    found.extend(engine.compare(seen))
    for f in found:
        click.echo(f"{f.path}:{f.start.line}:{f.start.column}: {f.severity} {f.rule}: {f.message}"
                   f" [{f.excerpt.line[max(0, f.excerpt.start - 60):f.excerpt.start]}»{f.text}«{f.excerpt.line[f.excerpt.end:f.excerpt.end + 60]}]"
                   f" {[(x.title, x.safety) for x in f.fixes]} {[str(r.path) + ':' + str(r.start.line) for r in f.related][:5]}")
    click.echo(f"{len(found)} findings in {len(files)} files", err=True)


@main.group()
def rules() -> None:
    """Rules."""


@rules.command()
@click.argument("select", nargs=-1)
def test(select: tuple[str, ...]) -> None:
    """Put every example to the test."""
    try:
        book = load_stylebook()
    except StylebookError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    chosen = [c for i, c in book.checks.items() if not select or any(i.startswith(s) for s in select)]
    whole = Engine([c for i, c in book.checks.items() if book.is_on(i)])
    failures = list(prove(chosen, whole))
    for failure in failures:
        click.echo(f"{failure.rule}: {failure.example!r}: {failure.message}")
    click.echo(f"{len(chosen)} rules, {len(failures)} failures")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
