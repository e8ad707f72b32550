"""The rules of the stylebook, as a list and page by page."""

from __future__ import annotations

from html import escape
from typing import Any

import msgspec

from lint.rule import Example
from lint.settling import names
from lint.shells.http.frames import Answer, Ask
from lint.shells.http.office import Office
from lint.shells.http.problems import Problem

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body {{ font: 1rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
        color: #1a1a1a; background: #fff }}
code {{ font-size: .9em }} table {{ border-collapse: collapse }}
td, th {{ border: 1px solid #bbb; padding: .2rem .5rem; text-align: left; vertical-align: top }}
blockquote {{ border-left: .2rem solid #bbb; margin-left: 0; padding-left: 1rem }}
@media (prefers-color-scheme: dark) {{ body {{ color: #e6e6e6; background: #16181c }}
a {{ color: #9cf }} }}
</style></head><body>
{body}</body></html>
"""


def rules(office: Office, ask: Ask) -> Answer:
    """Every rule, on or off."""
    desk = office.desk.desk
    at_work = set(desk.rules)
    told = []
    for rule, card in desk.book.cards.items():
        page = desk.book.checks[rule].rule
        told.append(
            {"id": rule, "kind": card.kind, "title": page.title,
             "severity": desk.severity_of(desk.book.checks[rule]), "on": rule in at_work}
        )  # fmt: skip
    return Answer(200, msgspec.json.encode({"stylebook": office.book, "rules": told}))


def rule(office: Office, ask: Ask) -> Answer:
    """One rule: JSON, or a page where the client asks for HTML."""
    desk, asked = office.desk.desk, ask.params["id"]
    if asked not in desk.book.cards:
        below = any(names(asked, known) for known in desk.book.cards)
        said = "this is a folder of rules" if below else "there is no such rule"
        raise Problem(404, said, at="id")
    check = desk.book.checks[asked]
    on = asked in desk.rules
    if ask.params.get("as") == "html":
        return _html(asked, check, on=on)
    page = check.rule
    told = {
        "id": asked,
        "kind": page.kind,
        "title": page.title,
        "severity": desk.severity_of(check),
        "on": on,
        "why": page.why,
        "message": page.message or type(check).message,
        "source": page.source,
        "examples": [_example(example) for example in page.examples],
        "markdown": _markdown(check, on=on),
    }
    return Answer(200, msgspec.json.encode(told))


def _markdown(check: Any, *, on: bool) -> str:
    from lint.stylebook.manual import rule_page

    return rule_page(check, on=on)


def _html(asked: str, check: Any, *, on: bool) -> Answer:
    import pyromark

    options = pyromark.Options.ENABLE_TABLES
    body = pyromark.html(_without_markup(_markdown(check, on=on), options), options=options)
    page = _PAGE.format(title=escape(asked), body=body)
    return Answer(200, page.encode(), "text/html; charset=utf-8")


def _without_markup(source: str, options: Any) -> str:
    """Markdown in which markup in the words of a rule is shown, not taken for markup.

    What stands as code is shown as it is anyway.
    """
    import pyromark

    raw = source.encode()
    parts: list[bytes] = []
    at = 0
    for event, where in pyromark.events_with_range(source, options=options):
        if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event):
            parts += (
                raw[at : where["start"]],
                raw[where["start"] : where["end"]].replace(b"<", b"&lt;"),
            )
            at = where["end"]
    return b"".join((*parts, raw[at:])).decode()


def _example(example: Example) -> dict[str, str]:
    keys = ("bad", "finds", "good", "ok", "format", "beside")
    told = {key: getattr(example, key) for key in keys}
    return {key: value for key, value in told.items() if value}
