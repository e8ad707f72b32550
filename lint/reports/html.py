"""Findings as one self-contained page: the copy with its slips marked, the mend on each.

Copy is hostile until shown otherwise: everything told is escaped, nothing told becomes an
attribute that acts, and the page's policy lets no script or style run but its own.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files

from lint.article import Article
from lint.finding import SEVERITIES, Finding
from lint.reports.base import Report, Summary
from lint.reports.html_copy import Copy, copy_in_lines, copy_of, escape
from lint.reports.html_notes import Anchors, note
from lint.reports.tally import Tally, counted


class HtmlReport(Report):
    """One page. It is written at the end, for findings between articles come last."""

    needs_source = True

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]
        self._findings: dict[str, list[Finding]] = {}
        self._copies: dict[str, Copy] = {}
        self._tally = Tally()

    def article(
        self, path: str, findings: Sequence[Finding], article: Article | None = None
    ) -> None:
        """Keep one file: its findings, and its source where it is given."""
        self._keep(findings)
        if article is not None:
            self._copies[path] = copy_of(article)

    def across(self, findings: Sequence[Finding]) -> None:
        """Keep the findings that compare articles; each is marked in the copy it stands in."""
        self._keep(findings)

    def _keep(self, findings: Sequence[Finding]) -> None:
        self._tally.add(findings)
        for finding in findings:
            self._findings.setdefault(finding.path, []).append(finding)

    def finish(self, summary: Summary) -> None:
        """Write the page: articles with findings, and those that findings point to."""
        pointed = {
            related.path
            for found in self._findings.values()
            for finding in found
            for related in finding.related
        }
        paths = [p for p in self._copies if p in self._findings or p in pointed]
        paths += [p for p in self._findings if p not in self._copies]
        rules = [count.rule for count in self._tally.rules()]
        anchors = Anchors.of(paths, rules, self._findings)
        for part in self._page(summary, paths, anchors):
            self.out.write(part)

    def _page(self, summary: Summary, paths: Sequence[str], anchors: Anchors) -> Iterator[str]:
        style, script = _resource("page.css"), _resource("page.js")
        yield _head(counted(summary.findings, "finding"), style, script)
        yield '<a class="skip" href="#copy">Skip to the copy</a>\n<div class="page">\n'
        yield from self._side(summary, paths, anchors)
        yield '<main id="copy">\n'
        yield from _unread(summary)
        if not paths:
            yield '<p class="nothing">No findings.</p>\n'
        for path in paths:
            yield from self._piece(path, anchors)
        yield from self._rules(anchors)
        yield (
            f"<footer>copydesk {escape(self.info.version)} · stylebook "
            f"{escape(self.info.stylebook)} <code>{escape(self.info.digest)}</code></footer>\n"
        )
        yield '</main>\n</div>\n<div id="card" role="tooltip" hidden></div>\n'
        yield f"<script>{script}</script>\n</body>\n</html>\n"

    def _side(self, summary: Summary, paths: Sequence[str], anchors: Anchors) -> Iterator[str]:
        yield '<div class="side">\n<h1>copydesk</h1>\n'
        clean = summary.files - len({*self._findings})
        yield f'<p class="sum">{counted(summary.findings, "finding")} in '
        yield f"{counted(len(self._findings), 'article')}"
        yield f"; {clean:,} without any" if clean > 0 else ""
        yield f"; {summary.suppressed:,} let stand" if summary.suppressed else ""
        yield '. <span id="shown" role="status"></span></p>\n'
        yield '<fieldset class="scripted-only" hidden><legend>Severity</legend>\n'
        for severity in SEVERITIES:
            yield _tick(
                f'data-severity="{severity}"',
                f'<span class="key {severity}">{severity}</span>',
                summary.by_severity.get(severity, 0),
            )
        yield '</fieldset>\n<fieldset class="scripted-only" hidden><legend>Rules '
        yield '<button type="button" class="only" id="every">all or none</button></legend>\n'
        yield '<div class="list">\n'
        for count in self._tally.rules():
            rule = self.info.rules.get(count.rule)
            title = rule.title if rule is not None else ""
            name = f"{escape(title or count.rule)}"
            name += f"<small>{escape(count.rule)}</small>" if title else ""
            yield _tick(f'data-r="{anchors.rules[count.rule]}"', name, count.findings)
        yield "</div></fieldset>\n<nav><h2>Articles</h2>\n<ul>\n"
        for path in paths:
            number, found = anchors.articles[path], len(self._findings.get(path, ()))
            yield f'<li id="i{number}"><a class="name" href="#a{number}">{escape(path)}</a>'
            yield f'<span class="count">{found or ""}</span></li>\n'
        yield "</ul></nav>\n"
        yield '<p class="keys scripted-only" hidden>Keys: n next, p previous, Esc close.</p>\n'
        yield "</div>\n"

    def _piece(self, path: str, anchors: Anchors) -> Iterator[str]:
        findings = sorted(
            self._findings.get(path, ()), key=lambda f: (f.span.start, f.span.end, f.rule)
        )
        number = anchors.articles[path]
        yield f'<section class="piece" id="a{number}">\n'
        yield f'<h2><span class="path">{escape(path)}</span> '
        yield f"<small>{counted(len(findings), 'finding')}</small></h2>\n"
        yield '<div class="two">\n'
        if path in self._copies:
            yield '<div class="copy">\n'
            yield from copy_in_lines(self._copies[path], findings, anchors)
            yield "</div>\n"
        yield '<ol class="notes">\n'
        for finding in findings:
            yield note(finding, anchors, marked=path in self._copies)
        yield "</ol>\n</div>\n</section>\n"

    def _rules(self, anchors: Anchors) -> Iterator[str]:
        if not anchors.rules:
            return
        yield '<section class="rules">\n<h2>The rules and their reasons</h2>\n<dl>\n'
        for identity, number in anchors.rules.items():
            rule = self.info.rules.get(identity)
            title = escape(rule.title) if rule is not None and rule.title else ""
            yield f'<dt id="r{number}">{title} <code>{escape(identity)}</code></dt>\n'
            if rule is not None:
                yield f'<dd id="w{number}">{escape(rule.why.strip(), lines=True)}</dd>\n'
        yield "</dl>\n</section>\n"


def _head(title: str, style: str, script: str) -> str:
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>copydesk: {escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


def _digest(content: str) -> str:
    """What a content security policy calls a script or a style that may run."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _resource(name: str) -> str:
    return (files("lint.reports") / name).read_text(encoding="utf-8")


def _tick(attribute: str, name: str, count: int) -> str:
    return (
        f'<label><input type="checkbox" checked {attribute}><span class="name">{name}</span>'
        f'<span class="count">{count:,}</span></label>\n'
    )


def _unread(summary: Summary) -> Iterator[str]:
    if not (summary.unreadable or summary.remarks):
        return
    yield '<ul class="unread">\n'
    for path, reason in summary.unreadable:
        yield f'<li class="error"><span class="path">{escape(path)}</span>: not checked: '
        yield f"{escape(reason)}</li>\n"
    for path, text in summary.remarks:
        yield f'<li class="warning"><span class="path">{escape(path)}</span>: {escape(text)}</li>\n'
    yield "</ul>\n"
