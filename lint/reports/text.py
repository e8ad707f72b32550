"""Findings for people: grouped by file, with the line, the slip underlined and the mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.article import Article
from lint.finding import SEVERITIES, Finding, Related, Safety, Severity
from lint.reports.base import Passage, Report, Said, Summary, Together
from lint.reports.excerpts import window
from lint.reports.legible import legible, padded, width, wrapped
from lint.reports.offers import Offer, offers
from lint.reports.sureness import sureness, untold_evidence
from lint.reports.tally import Tally, counted, counts_of, in_one

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "suggestion": "cyan"}
_SAFETY_MARKS: dict[Safety, str] = {"safe": "", "unsafe": "(unsafe)", "display": "(by hand)"}
_WIDEST = 100  # on a wider terminal lines stay this long: longer ones are hard to read
_NARROWEST = 40
_RELATED = 5  # so many other places are listed, the rest counted
_MARGIN = "  "


class TextReport(Report):
    """One finding after another, each with its place, its words and its mend."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._tally = Tally()
        self._with_findings: set[str] = set()
        self._columns = max(_NARROWEST, min(self.width, _WIDEST))

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Write the findings of one file under its name; nothing where there are none."""
        self.again(path, self.passage(path, findings, 0))

    @property
    def look(self) -> str:
        """The width and whether there is colour."""
        return f"text {self._columns} {self.colour}"

    def passage(self, path: str, findings: Sequence[Finding], stood: int) -> Passage:
        """The findings of one file under its name; no text where there are none."""
        if not findings:
            return Passage("", (), stood)
        lines = [self._heading(path), *self._lines(findings, list(map(_place, findings)))]
        return Passage("".join(f"{line}\n" for line in lines), counts_of(findings), stood)

    def again(self, path: str, passage: Passage) -> None:
        """Write what is to be written of one file."""
        if passage.counts:
            self._with_findings.add(path)
            self._tally.add_counts(passage.counts)
            self.out.write(passage.text)

    def together(self, told: Together) -> None:
        """Write what is to be written of several files."""
        self._with_findings.update(told.found)
        self._tally.add_counts(told.counts)
        self._write_raw(told.raw)

    def across(self, findings: Sequence[Finding]) -> None:
        """Write the findings that compare articles, each with the path it stands in."""
        self.across_again(in_one(map(self.said, findings)))

    def said(self, finding: Finding) -> Said:
        """A finding that compares articles, with the path and the place in a line of their own."""
        place = f"{legible(finding.path)}:{_place(finding)}"
        lines = self._lines([finding], [place], own_line=True)
        (count,) = counts_of([finding])
        return Said("".join(f"{line}\n" for line in lines), count, finding.path)

    def across_again(self, told: Together) -> None:
        """Write what is to be written of findings that compare articles, under their heading."""
        if told.counts:
            self._line(self._heading("Across articles"))
            self.together(told)

    def finish(self, summary: Summary) -> None:
        """Write what could not be read, what was noticed in reading, and the summary line."""
        for path, text in summary.remarks:
            self._line(f"{self._paint(legible(path), bold=True)}: {legible(text)}")
        for path, reason in summary.unreadable:
            name = self._paint(legible(path), fg="red", bold=True)
            self._line(f"{name}: not checked: {legible(reason)}")
        if summary.remarks or summary.unreadable:
            self._line("")
        counts = self._counts(summary)
        first, *more = wrapped(counts + self._rest(summary), self.width)
        if first.startswith(counts):
            first = self._paint(counts, bold=True) + first[len(counts) :]
        for line in (first, *more):
            self._line(line)

    def _heading(self, text: str) -> str:
        return self._paint(legible(text), bold=True, underline=self.colour)

    def _lines(
        self, findings: Sequence[Finding], places: Sequence[str], own_line: bool = False
    ) -> Iterator[str]:
        """Some findings, each with its place before it or in a line of its own."""
        column = 0 if own_line else max(map(width, places))
        word = max(len(finding.severity) for finding in findings)
        for finding, place in zip(findings, places, strict=True):
            indent = _MARGIN * 3 if own_line else " " * (len(_MARGIN) + column + 2)
            if own_line:
                yield _MARGIN + self._paint(place, dim=True)
                head = indent
            else:
                head = _MARGIN + self._paint(padded(place, column, right=True), dim=True) + "  "
            yield from self._message(finding, head, indent, word)
            for line in self._body(finding, self._columns - len(indent)):
                yield indent + line
            yield ""

    def _message(self, finding: Finding, head: str, indent: str, word: int) -> Iterator[str]:
        """The severity, what is wrong, the rule that says so, and how sure it is."""
        severity = self._paint(finding.severity, fg=_COLOURS[finding.severity], bold=True)
        severity += " " * (word - len(finding.severity) + 2)
        hanging = indent + " " * (word + 2)
        room = max(_NARROWEST // 2, self._columns - len(hanging))
        lines = wrapped(legible(finding.message), room)
        rule = legible(finding.rule)
        rule += f" ({sure})" if (sure := sureness(finding)) else ""
        if width(lines[-1]) + 2 + len(rule) <= room:
            lines[-1] += "  " + self._paint(rule, dim=True)
        else:
            lines.append(self._paint(rule, dim=True))
        yield head + severity + lines[0]
        yield from (hanging + line for line in lines[1:])

    def _body(self, finding: Finding, room: int) -> Iterator[str]:
        yield from self._excerpt(finding, room)
        for number, offer in enumerate(offers(finding)):
            first = "fix: " if number == 0 else " or: "
            yield self._offer(first, offer)
        if untold := untold_evidence(finding):
            first, *more = wrapped(legible("; ".join(untold)), room - len("because: "))
            yield self._paint(f"because: {first}", dim=True)
            yield from (self._paint(f"         {line}", dim=True) for line in more)
        yield from self._related(finding, room)

    def _excerpt(self, finding: Finding, room: int) -> Iterator[str]:
        lines = finding.end.line - finding.start.line
        shown = window(finding.excerpt, room)
        if not (shown.before + shown.slip + shown.after).strip():
            return
        colour = _COLOURS[finding.severity]
        slip = self._paint(shown.slip, fg=colour, bold=True) if shown.slip else ""
        yield shown.before + slip + shown.after
        more = f" and {counted(lines, 'more line')}" if lines else ""
        marks = " " * shown.indent + self._paint("^" * shown.underline, fg=colour, bold=True)
        yield marks + self._paint(more, dim=True)

    def _offer(self, first: str, offer: Offer) -> str:
        if offer.deletes:
            said = f"delete {self._paint(offer.before, fg='red')}"
        elif offer.after:
            said = f"{offer.before} → {self._paint(offer.after, fg='green', bold=True)}"
        else:
            said = offer.note
        note = f", {offer.note}" if offer.note and offer.note != said else ""
        mark = _SAFETY_MARKS[offer.safety]
        label = self._paint(first, fg="green")
        return label + said + note + ("  " + self._paint(mark, dim=True) if mark else "")

    def _related(self, finding: Finding, room: int) -> Iterator[str]:
        for related in finding.related[:_RELATED]:
            place = f"{related.start.line}:{related.start.column}"
            if related.path != finding.path:
                place = f"{legible(related.path)}:{place}"
            yield self._paint("also: ", fg="cyan") + f"{place}  {_said(related, room)}".rstrip()
        rest = len(finding.related) - _RELATED
        if rest > 0:
            yield self._paint(f"      and {counted(rest, 'more place')}", dim=True)

    def _counts(self, summary: Summary) -> str:
        if not summary.files and not summary.unreadable:
            return "No articles were found to check"
        articles = counted(summary.files, "article")
        if not summary.findings:
            return f"No findings in {articles}"
        number = len(self._with_findings)
        if number != summary.files:
            articles = f"{number} of {articles}"
        each = ", ".join(
            counted(summary.by_severity[severity], severity)
            for severity in SEVERITIES
            if summary.by_severity.get(severity)
        )
        return f"{counted(summary.findings, 'finding')} in {articles}: {each}"

    def _rest(self, summary: Summary) -> str:
        parts = []
        if self._tally.safe:
            parts.append(f"{self._tally.safe} can be mended with copydesk fix")
        if self._tally.unsafe:
            more = " more with" if self._tally.safe else " can be mended with copydesk fix"
            parts.append(f"{self._tally.unsafe}{more} --unsafe")
        if summary.suppressed:
            parts.append(f"{summary.suppressed} let stand")
        if summary.unreadable:
            parts.append(f"{counted(len(summary.unreadable), 'file')} not checked")
        return "".join(f"; {part}" for part in parts) + "."

    def _paint(self, text: str, **style: object) -> str:
        if not self.colour or not text:
            return text
        import click

        return click.style(text, **style)  # type: ignore[arg-type]

    def _line(self, text: str) -> None:
        self.out.write(text + "\n")


def _place(finding: Finding) -> str:
    return f"{finding.start.line}:{finding.start.column}"


def _said(related: Related, room: int) -> str:
    """What a related place is, or where nothing says so the words that stand there."""
    if related.message:
        return legible(related.message)
    shown = window(related.excerpt, max(_NARROWEST // 2, room - 20))
    return (shown.before + shown.slip + shown.after).strip()
