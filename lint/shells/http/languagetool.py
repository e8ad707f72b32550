"""The house stylebook behind LanguageTool's API, so that its clients are ours.

The requests and answers of ``/v2/check`` and ``/v2/languages`` (https://languagetool.org/http-api/),
as far as clients need them: offsets are UTF-16 units of the text, markup included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import parse_qsl

import msgspec
from msgspec import Meta, Struct

from lint.article import Article
from lint.finding import Finding, Fix, at_least
from lint.readers import read_article
from lint.settling import names
from lint.shells.http.frames import Answer, Ask
from lint.shells.http.office import Office
from lint.shells.http.problems import Problem
from lint.shells.http.requests import decoded
from lint.sourcemap import ProseBuilder
from lint.span import Span, Utf16
from lint.version import __version__

_LANGUAGES = (
    ("English (GB)", "en", "en-GB"), ("English", "en", "en"), ("English (US)", "en", "en-US"),
    ("English (Australian)", "en", "en-AU"), ("English (Canadian)", "en", "en-CA"),
    ("English (New Zealand)", "en", "en-NZ"), ("English (South African)", "en", "en-ZA"),
)  # fmt: skip
_HOUSE = _LANGUAGES[0]
_AROUND = 40  # code points of context on each side
_MARK = "\ufeff"
_LINE_END = re.compile(f"\r\n?|{_MARK}")
_WHITE = re.compile(r"\s")
_UNESCAPED = re.compile(r"text=(?P<text>.*)&(?P<rest>language=[\w-]+(?:&\w+=[^&\s]*)*)", re.DOTALL)
# What LanguageTool's clients colour by.
_ISSUES = {
    "spelling": "misspelling", "names": "misspelling", "name-consistency": "misspelling",
    "archive-names": "misspelling", "confusions": "grammar", "frames": "grammar",
    "grammar": "grammar", "agreement": "grammar", "context": "grammar",
    "quotes": "typographical", "brackets": "typographical",
    "repetition": "duplication", "consistency": "inconsistency", "dates": "locale-violation",
}  # fmt: skip


class _Annotation(Struct):
    text: str | None = None
    markup: str | None = None
    interpretAs: str = ""  # noqa: N815


class _Data(Struct):
    annotation: Annotated[list[_Annotation], Meta(max_length=100_000)]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a client asks for: an article, and which rules it wants to hear of."""

    article: Article
    language: str
    enabled: tuple[str, ...]
    disabled: tuple[str, ...]
    only: bool
    picky: bool

    def wants(self, finding: Finding) -> bool:
        """Whether the client wants to hear of a finding."""
        named = any(names(rule, finding.rule) for rule in self.enabled)
        if self.only:
            return named
        if any(names(rule, finding.rule) for rule in self.disabled):
            return False
        return named or self.picky or at_least(finding.severity, "warning")


def languages(office: Office, ask: Ask) -> Answer:
    """The languages: English, in the varieties that clients ask for."""
    told = [{"name": name, "code": code, "longCode": long} for name, code, long in _LANGUAGES]
    return Answer(200, msgspec.json.encode(told))


def check(office: Office, ask: Ask) -> Answer:
    """Check a text."""
    wanted = _wanted(_parameters(ask))
    desk = office.desk.desk
    proof = office.desk.proof_of(wanted.article)
    checked = desk.check(wanted.article, proof)
    notices = office.desk.notices_of(proof)
    floor = desk.configuration.severity
    found = [f for f in checked.findings if at_least(f.severity, floor) and wanted.wants(f)]
    units = Utf16(wanted.article.source)
    name, _, code = next((each for each in _LANGUAGES if each[2] == wanted.language), _HOUSE)
    told = {
        "software": {
            "name": "copydesk", "version": __version__, "buildDate": "", "apiVersion": 1,
            "premium": False, "status": "",
        },
        "warnings": {"incompleteResults": bool(notices)}
        | ({"incompleteResultsReason": "; ".join(notices)} if notices else {}),
        "language": {
            "name": name, "code": code,
            "detectedLanguage": {"name": name, "code": code, "confidence": 1.0, "source": "given"},
        },
        "matches": [_match(wanted.article.source, units, f, desk.book.checks) for f in found],
    }  # fmt: skip
    return Answer(200, msgspec.json.encode(told), notes={"matches": len(found)})


def _parameters(ask: Ask) -> dict[str, str]:
    """What stands in the query and in a form; the form goes before."""
    told = dict(ask.params)
    if ask.body:
        try:
            form = ask.body.decode()
            told.update(_unescaped(form) or parse_qsl(
                form, keep_blank_values=True, errors="strict", max_num_fields=100
            ))  # fmt: skip
        except UnicodeDecodeError:
            raise Problem(400, "the form is not UTF-8", at="the body") from None
        except ValueError:
            raise Problem(400, "the form has more than 100 fields", at="the body") from None
    return told


def _unescaped(form: str) -> dict[str, str] | None:
    """A form as LibreOffice writes it (7.4 and later): with nothing escaped in the text.

    White space and letters beyond ASCII give it away, as no form that is escaped has them.
    """
    if form.isascii() and not _WHITE.search(form):
        return None
    found = _UNESCAPED.fullmatch(form)
    if found is None:
        return None
    return {"text": found["text"], **dict(parse_qsl(found["rest"], max_num_fields=100))}


def _wanted(told: dict[str, str]) -> _Wanted:
    language = told.get("language", "")
    if not language:
        raise Problem(400, "the language is missing (en-GB)", at="language")
    if language != "auto" and language.split("-")[0].lower() != "en":
        raise Problem(400, "the house stylebook is one of English", at="language")
    only = told.get("enabledOnly", "").lower() in ("true", "yes")
    enabled = _named(told, "enabledRules", "enabledCategories")
    if only and not enabled:
        raise Problem(400, "with enabledOnly, rules must be enabled", at="enabledRules")
    if told.get("level", "default") not in ("default", "picky"):
        raise Problem(400, "the level is default or picky", at="level")
    return _Wanted(
        _article(told),
        _HOUSE[2] if language == "auto" else language,
        enabled,
        _named(told, "disabledRules", "disabledCategories"),
        only,
        told.get("level") == "picky",
    )


def _named(told: dict[str, str], *parameters: str) -> tuple[str, ...]:
    return tuple(
        name.strip()
        for each in parameters
        for name in told.get(each, "").split(",")
        if name.strip()
    )


def _article(told: dict[str, str]) -> Article:
    if ("text" in told) == ("data" in told):
        raise Problem(400, "either text or data is needed", at="text")
    if "text" in told:
        parts = [_Annotation(text=told["text"])]
        _lawful(told["text"], "text")
    else:
        parts = decoded(told["data"].encode(), _Data).annotation
    article = _annotated(parts)
    # A single line is a paragraph that somebody writes; several are an article.
    if len(article.blocks) == 1:
        article = replace(article, blocks=(article.blocks[0]._replace(kind="paragraph"),))
    return article


def _annotated(parts: Sequence[_Annotation]) -> Article:
    """Text with markup between, as an article whose source is both."""
    builder, sources, at = ProseBuilder(), [], 0
    for number, part in enumerate(parts):
        where = f"data.annotation[{number}]"
        if (part.text is None) == (part.markup is None):
            raise Problem(400, "either text or markup is needed", at=where)
        piece = part.text if part.text is not None else part.markup or ""
        _lawful(piece + part.interpretAs, where)
        if part.text is None:
            shown = part.interpretAs.replace("\r", "").replace(_MARK, "")
            builder.add(shown, at, at + len(piece), fixed=True)
        else:
            _add(builder, piece, at)
        sources.append(piece)
        at += len(piece)
    prose, origin = builder.finish()
    read = read_article(prose, "", format="plain")
    marked = any(part.text is None for part in parts)
    form = "annotated" if marked else "plain"
    return replace(read, source="".join(sources), origin=origin, format=form)


def _add(builder: ProseBuilder, text: str, at: int) -> None:
    """Add text of the source: line ends are one character each, byte-order marks none."""
    start = 0
    for end in _LINE_END.finditer(text):
        builder.add(text[start : end.start()], at + start, at + end.start())
        if end[0] != _MARK:
            builder.add("\n", at + end.start(), at + end.end())
        start = end.end()
    builder.add(text[start:], at + start, at + len(text))


def _lawful(text: str, at: str) -> None:
    if "\0" in text:
        raise Problem(400, "the text holds a NUL, so it is no text", at=at)


def _match(source: str, units: Utf16, finding: Finding, checks: Any) -> dict[str, Any]:
    span, values = _replaced(source, finding)
    start, end = units.units(span.start), units.units(span.end)
    left = max(0, span.start - _AROUND)
    context = source[left : span.end + _AROUND]
    before = units.units(span.start) - units.units(left)
    check = checks.get(finding.rule)
    folder = finding.rule.split("/")[0]
    return {
        "message": finding.message,
        "shortMessage": check.rule.title if check is not None else "",
        "replacements": [{"value": value} for value in values],
        "offset": start,
        "length": end - start,
        "context": {"text": re.sub(r"\s", " ", context), "offset": before, "length": end - start},
        "sentence": finding.excerpt.line,
        "type": {"typeName": "Other"},
        "rule": {
            "id": finding.rule,
            "description": check.rule.title if check is not None else finding.rule,
            "issueType": _ISSUES.get(finding.kind, "style"),
            "category": {"id": folder, "name": folder.capitalize()},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _replaced(source: str, finding: Finding) -> tuple[Span, list[str]]:
    """What is marked, and what may stand there instead: one for each fix that can be written.

    A fix that writes outside the words found (a deletion takes the space before) widens the mark.
    """
    fixes = [fix for fix in finding.fixes if fix.safety != "display"]
    span = finding.span
    if fixes:
        span = _hull([span, *(edit.span for edit in fixes[0].edits)])
    values = (_value(source, span, fix) for fix in fixes)
    return span, list(dict.fromkeys(value for value in values if value is not None))


def _value(source: str, span: Span, fix: Fix) -> str | None:
    """What stands at a span once a fix has been made, unless it writes outside it."""
    parts: list[str] = []
    at = span.start
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        if edit.path or edit.span.start < at or edit.span.end > span.end:
            return None
        parts += source[at : edit.span.start], edit.text
        at = edit.span.end
    return "".join((*parts, source[at : span.end]))


def _hull(spans: Iterable[Span]) -> Span:
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))
