"""``copydesk fix``."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import Any

import click

from lint.article import Article
from lint.finding import Finding
from lint.fixing import Mended, mend
from lint.readers import Unreadable, encode, read_article
from lint.shells.cli.common import (
    configured,
    desk_maker,
    standard_input,
    takes_standard_input,
    tells_complaints,
)
from lint.shells.cli.ending import FINE, FOUND, WRONG, complain, refuse
from lint.shells.cli.options import asking, choosing, doubting
from lint.shells.cli.output import Output
from lint.shells.desk import Desk
from lint.shells.files import gather
from lint.shells.run import failure, read_file
from lint.shells.stetlist import StetList, load_stets
from lint.shells.writing import CannotWrite, write_atomically


@click.command("fix", short_help="Write the safe fixes into the articles.")
@click.argument("paths", nargs=-1)
@choosing
@doubting
@asking
@click.option("--unsafe", is_flag=True, help="Also fixes that ask for a look.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--stdin-filename", metavar="PATH", help="Mend standard input to standard output.")
@tells_complaints
def command(**options: Any) -> None:
    """Write the safe fixes into the articles.

    Every other byte of a file stays as it is. Exit status: 0 all went well, 1 (with --diff)
    something would change, 2 a file could not be read or written.
    """
    fix = _Fix(options)
    try:
        status = fix.run()
    finally:
        fix.close()
    sys.exit(status)


@dataclass(slots=True)
class _Tally:
    files: int = 0
    fixes: int = 0
    remaining: int = 0
    troubles: int = 0


class _Fix:
    """One run of the command."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        configuration = configured(options["config"])
        self._configuration = configuration
        for asked in ("grammar", "context"):
            if options[asked] is None and not options["unsafe"]:
                options = {**options, asked: False}  # nothing that it offers is ever safe
        self._desk: Desk = desk_maker(configuration, options)()
        for remark in self._desk.remarks:
            complain(remark)
        self._stets: StetList = load_stets(configuration.beside(configuration.stet))
        self._tally = _Tally()
        # A patch is for programs, unless a person looks at it.
        self._output = Output(None, plain=not options["diff"] or sys.stdout.isatty())

    def run(self) -> int:
        """Mend the files (or standard input), and give the exit status."""
        paths = self._options["paths"]
        if takes_standard_input(paths, self._options["stdin_filename"]):
            return self._standard_input()
        files, troubles = gather(paths or (".",), self._configuration)
        for trouble in troubles:
            self._trouble(trouble.path, trouble.reason)
        for path in files:
            self._mend_file(path)
        self._summary()
        if said := self._desk.trouble:
            complain(said)
        if self._tally.troubles or self._desk.has_failed:
            return WRONG
        return FOUND if self._options["diff"] and self._tally.files else FINE

    def close(self) -> None:
        """End what was started for the run."""
        self._desk.close()

    def _mend_file(self, path: str) -> None:
        try:
            article = read_file(path)
            mended = self._mended(article)
            if mended.source == article.source:
                return
            self._guard(article, mended)
            if self._options["diff"]:
                self._show(path, article.source, mended.source)
            else:
                write_atomically(
                    path,
                    encode(mended.source, article.encoding),
                    expected=encode(article.source, article.encoding),
                )
        except (Unreadable, CannotWrite) as error:
            self._trouble(path, str(error))
            return
        except OSError:  # what is shown cannot be shown
            raise
        except Exception as error:
            self._trouble(path, failure(error))
            return
        self._count(mended)

    def _show(self, path: str, before: str, after: str) -> None:
        from lint.reports.diff import unified

        self._output.stream.write(unified(path, before, after, colour=self._output.colour))

    def _count(self, mended: Mended) -> None:
        self._tally.files += 1
        self._tally.fixes += len(mended.applied)

    def _mended(self, article: Article) -> Mended:
        def check(source: str) -> list[Finding]:
            again = read_article(source, article.path, format=article.format)
            again = replace(again, encoding=article.encoding)
            findings = self._desk.check(again).findings
            return self._stets.part(findings)[0]

        mended = mend(article.source, check, unsafe=self._options["unsafe"])
        self._tally.remaining += len(mended.remaining)
        return mended

    @staticmethod
    def _guard(article: Article, mended: Mended) -> None:
        """Refuse to write what the encoding of the file cannot hold, or may not mean there."""
        added = set(mended.source) - set(article.source)
        if not article.encoding.certain and any(char > "\x7f" for char in added):
            raise Unreadable(
                "is neither UTF-8 nor marked, and a fix needs a character beyond ASCII;"
                " save the file as UTF-8 first"
            )
        try:
            encode(mended.source, article.encoding)
        except UnicodeEncodeError as error:
            char = error.object[error.start]
            raise Unreadable(
                f"cannot hold “{char}” in {article.encoding.name}; save it as UTF-8"
            ) from None

    def _standard_input(self) -> int:
        name = self._options["stdin_filename"] or "<stdin>"
        raw = standard_input()
        try:
            article = read_article(raw, name)
            mended = self._mended(article)
            if mended.source != article.source:
                self._guard(article, mended)
        except Unreadable as error:
            refuse(f"{name}: {error}")
        except Exception as error:
            refuse(f"{name}: {failure(error)}")
        changed = mended.source != article.source
        if not self._options["diff"]:
            sys.stdout.buffer.write(encode(mended.source, article.encoding))
        elif changed:
            self._show(name, article.source, mended.source)
            self._count(mended)
        if self._options["diff"]:
            self._summary()
        if said := self._desk.trouble:
            complain(said)
        if self._desk.has_failed:
            return WRONG
        return FOUND if self._options["diff"] and changed else FINE

    def _trouble(self, path: str, reason: str) -> None:
        self._tally.troubles += 1
        complain(f"{path}: {reason}")

    def _summary(self) -> None:
        tally = self._tally
        done = "would be mended" if self._options["diff"] else "mended"
        slips = f"{tally.fixes} slip{'s' * (tally.fixes != 1)}"
        files = f"{tally.files} article{'s' * (tally.files != 1)}"
        rest = f"; {tally.remaining} left for an editor" if tally.remaining else ""
        click.echo(f"{slips} {done} in {files}{rest}.", err=True)
