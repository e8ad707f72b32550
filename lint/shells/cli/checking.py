"""One run of ``copydesk check``: read, check, compare, tell."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from lint.finding import Finding, Severity, at_least
from lint.readers import Unreadable, read_article
from lint.reports import report_class
from lint.reports.base import Passage, Report, RunInfo, Summary, Together
from lint.reports.tally import Tally, counted, statistics
from lint.shells.cli.across import Across
from lint.shells.cli.common import (
    configured,
    desk_maker,
    standard_input,
    takes_standard_input,
    tells_complaints,
)
from lint.shells.cli.ending import FINE, FOUND, WRONG, complain, refuse, say
from lint.shells.cli.output import Output, not_written_over
from lint.shells.configuration import Configuration
from lint.shells.desk import Desk
from lint.shells.expressions import open_expressions
from lint.shells.files import Trouble, gather
from lint.shells.run import FileResult, check_article, check_files, failure
from lint.shells.seen import Seen
from lint.shells.stetlist import StetList, load_stets
from lint.shells.writing import CannotWrite

if TYPE_CHECKING:
    from lint.shells.baseline import Baseline
    from lint.shells.findingcache import FindingCache
    from lint.shells.profiling import Profile

_FEWEST_REMEMBERED = 20  # files; for fewer the cache costs more than it saves


@tells_complaints
def check(options: dict[str, Any]) -> NoReturn:
    """Run ``copydesk check`` with the options of its command line; ends with its status."""
    expressions = open_expressions()
    checking = Checking(options)
    try:
        status = checking.run()
    finally:
        checking.desk.close()
    if expressions is not None:
        expressions.write()
    sys.exit(status)


class Checking:
    """One run of ``copydesk check``, with the options of its command line."""

    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        self.configuration: Configuration = configured(options["config"])
        self._make_desk = desk_maker(self.configuration, options)
        self.desk: Desk = self._make_desk()
        for remark in self.desk.remarks:
            complain(remark)
        self._profile = self._timed() if options["profile"] else None
        self._floor: Severity = options["severity"] or self.configuration.severity
        self._fail_on: Severity = options["fail_on"] or self.configuration.fail_on
        self._stets: StetList = load_stets(self.configuration.name_of(self.configuration.stet))
        self._baseline = self._load_baseline()
        self._told: list[Finding] = []  # kept only where a baseline is written
        self._tally = Tally()
        self._suppressed = 0
        self._files = 0
        self._troubles: list[Trouble] = []
        self._remarks: list[tuple[str, str]] = []
        self._seen = Seen()
        self._cache: FindingCache | None = None
        self._look = ""  # under which the cache keeps what is written of a file

    def _load_baseline(self) -> Baseline | None:
        asked = self._options["baseline"]
        if self._options["write_baseline"]:
            if asked:
                refuse("--baseline and --write-baseline cannot stand together; take one")
            return None
        configured_file = self.configuration.baseline
        if not (asked or configured_file):
            return None
        from pathlib import Path

        from lint.shells.baseline import load_baseline

        return load_baseline(Path(asked) if asked else self.configuration.beside(configured_file))

    def run(self) -> int:
        """Check, tell, and give the exit status."""
        output = self._output()
        info = self._info()
        cls = report_class(self._options["format_name"])
        report = cls(output.stream, info, colour=output.colour, width=output.width)
        checked: list[str] = []
        for result in output.progress(*self._results(report)):
            if isinstance(result, Together):
                self._together(result, report)
            else:
                checked.append(result.path)
                self._take(result, report)
        self._tell_across(report, checked)
        if self._options["write_baseline"]:
            self._write_baseline()
        report.finish(self._summary())
        self._tell_aside(output, info)
        if trouble := self.desk.trouble:
            complain(trouble)
        try:
            output.close()
        except CannotWrite as error:
            refuse(f"{self._options['output']}: {error}")
        return self._status()

    def _timed(self) -> Profile:
        """Who notes how long everything takes."""
        from lint.shells.profiling import Profile

        profile = self.desk.profile = Profile()
        return profile

    def _tell_across(self, report: Report, checked: list[str]) -> None:
        """Tell what the articles say together, and which lines of stet let nothing stand."""

        def told(found: Iterable[Finding]) -> list[Finding]:
            return self._kept(found) + self._counted(self._stets.unused(checked, self.desk.rules))

        across = Across(self.desk, self._look, self._floor, self._tally, told)
        across.tell(report, self._seen, self._cache)

    def _open_cache(self, count: int, report: Report) -> FindingCache | None:
        """What remembers earlier runs, where the run is long enough to earn it."""
        if self._options["no_cache"] or self._profile or count < _FEWEST_REMEMBERED:
            return None
        from lint.stylebook.cache import cache_folder

        folder = cache_folder()
        if folder is None:
            return None
        from lint.shells.findingcache import open_cache

        self._look = self._look_of(report)
        return open_cache(folder, self.desk.key, self._look, self.desk.ties)

    def _look_of(self, report: Report) -> str:
        """All that decides what is written of a file; empty where other files may matter."""
        if self._baseline is not None or self._stets.entries or self._options["write_baseline"]:
            return ""
        return f"{report.look} {self._floor}" if report.look else ""

    def _output(self) -> Output:
        file = self._options["output"]
        try:
            return Output(file, plain=self._options["format_name"] == "text")
        except CannotWrite as error:
            refuse(f"{file}: {error}")

    def _tell_aside(self, output: Output, info: RunInfo) -> None:
        """What goes to standard error where the report is for other programs."""
        text = self._options["format_name"] == "text"
        if not text:
            for trouble in self._troubles:
                complain(f"{trouble.path}: {trouble.reason}")
        if self._profile is not None:
            sys.stderr.write(f"\n{self._profile.table(self._files)}")
        if self._options["statistics"]:
            table = statistics(self._tally, info)
            (output.stream if text else sys.stderr).write(f"\n{table}" if text else table)

    def _info(self) -> RunInfo:
        from lint.version import __version__

        return RunInfo(
            __version__,
            self.desk.book.name,
            self.desk.book.digest,
            self.desk.pages,
            self._fail_on,
        )

    def _results(self, report: Report) -> tuple[Iterator[FileResult | Together], int]:
        paths = self._options["paths"]
        if takes_standard_input(paths, self._options["stdin_filename"]):
            return iter([self._standard_input()]), 1
        files, troubles = gather(paths or (".",), self.configuration)
        if troubles and not files and len(troubles) == len(paths):
            refuse("; ".join(f"{trouble.path}: {trouble.reason}" for trouble in troubles))
        self._troubles.extend(troubles)
        if not files:
            complain(f"no articles in {', '.join(paths or ('.',))}")
        files = not_written_over(files, self._options)
        if not report.needs_source:
            self._cache = self._open_cache(len(files), report)
        cache = self._cache
        check = partial(
            check_files, self._make_desk, jobs=1 if self._profile else self._options["jobs"],
            keep_articles=report.needs_source, desk=self.desk, stamped=cache is not None,
        )  # fmt: skip
        if cache is None:
            return check(files), len(files)
        from lint.shells.remembering import check_changed

        return check_changed(check, files, cache), len(files)

    def _standard_input(self) -> FileResult:
        name = self._options["stdin_filename"] or "<stdin>"
        raw = standard_input()
        try:
            article = read_article(raw, name)
            return check_article(self.desk, article, keep_article=True)
        except Unreadable as error:
            return FileResult(name, trouble=str(error))
        except Exception as error:
            return FileResult(name, trouble=failure(error))

    def _take(self, result: FileResult, report: Report) -> None:
        if result.trouble:
            self._troubles.append(Trouble(result.path, result.trouble))
            return
        self._files += 1
        if result.passage is not None:
            self._again(result.path, result.passage, report)
            return
        self._suppressed += len(result.stood)
        self._remarks.extend((result.path, remark) for remark in result.remarks)
        self._seen.add(result.observations)
        kept = self._kept(result.findings)
        if self._cache is None or not self._look or result.remarks:
            report.article(result.path, kept, result.article)
            return
        passage = report.passage(result.path, kept, len(result.stood))
        report.again(result.path, passage)
        self._cache.keep_passage(result.path, passage)

    def _again(self, path: str, passage: Passage, report: Report) -> None:
        """Tell of a file what was told in an earlier run."""
        self._suppressed += passage.stood
        self._tally.add_counts(passage.counts)
        report.again(path, passage)

    def _together(self, told: Together, report: Report) -> None:
        """Tell of several files what was told in an earlier run."""
        self._files += told.files
        self._suppressed += told.stood
        self._tally.add_counts(told.counts)
        report.together(told)

    def _kept(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings to tell: not let stand, not accepted, grave enough."""
        remaining, stood = self._stets.part(findings)
        self._suppressed += len(stood)
        if self._baseline is not None:
            remaining, accepted = self._baseline.part(remaining)
            self._suppressed += accepted
        return self._counted(f for f in remaining if at_least(f.severity, self._floor))

    def _counted(self, findings: Iterable[Finding]) -> list[Finding]:
        told = list(findings)
        self._tally.add(told)
        if self._options["write_baseline"]:
            self._told.extend(told)
        return told

    def _write_baseline(self) -> None:
        from pathlib import Path

        from lint.shells.baseline import write_baseline

        file = Path(self._options["write_baseline"])
        try:
            count = write_baseline(file, self._told)
        except CannotWrite as error:
            refuse(f"{file}: {error}")
        say(f"{counted(count, 'finding')} accepted in {file}")

    def _summary(self) -> Summary:
        return self._tally.summary(
            self._files,
            suppressed=self._suppressed,
            unreadable=((trouble.path, trouble.reason) for trouble in self._troubles),
            remarks=self._remarks,
        )

    def _status(self) -> int:
        if self._troubles or self.desk.has_failed:
            return WRONG
        failing = any(at_least(count.severity, self._fail_on) for count in self._tally.rules())
        if failing and not self._options["exit_zero"] and not self._options["write_baseline"]:
            return FOUND
        return FINE
