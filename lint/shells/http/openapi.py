"""The description of the service: OpenAPI 3.1, at ``/openapi.json``.

The schemas are made from the types that requests are decoded with; the routes are written here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from lint.shells.http import answers, matches, requests
from lint.shells.http.problems import MEDIA_TYPE
from lint.version import __version__

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_REF = "#/components/schemas/{name}"
_BODIES = (requests.CheckBody, requests.FixBody, requests.DismissalBody, requests.TakenBody)
_ANSWERS = (
    answers.CheckAnswer, answers.FixedAnswer, answers.RulesAnswer, answers.RuleAnswer,
    answers.DismissalAnswer, answers.DismissalsAnswer, answers.StatisticsAnswer,
    answers.HealthAnswer, answers.ReloadAnswer, answers.ProblemAnswer, matches.LanguageAnswer,
    matches.MatchesAnswer,
)  # fmt: skip
_SAID = {
    "400": "The request cannot be understood",
    "401": "A key is needed, or this one is not known",
    "403": "Pages of this origin may not call",
    "404": "There is no such thing",
    "408": "The request came too slowly",
    "409": "The stylebook on disk is broken; the last good one is at work",
    "413": "The body is too large",
    "414": "The query is too long",
    "415": "The body is of another type than it must be",
    "421": "Without keys the service answers to localhost only",
    "422": "The request says something that cannot be",
    "429": "This client has too many requests at work",
    "503": "No worker became free, or the check took too long",
}
_ALWAYS = ("401", "403", "421", "429")
_WORK = (*_ALWAYS, "503")
_BODY = ("400", "408", "413", "415", "422")
_FINGERPRINT = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
_LANGUAGETOOL = {
    "text": {"type": "string", "description": "the text; either this or data"},
    "data": {"type": "string", "description": "JSON: {“annotation”: [{“text”: …}, {“markup”: …}]}"},
    "language": {"type": "string", "description": "en-GB, en-US …, or auto"},
    "enabledRules": {"type": "string", "description": "rules or folders, with commas between"},
    "disabledRules": {"type": "string", "description": "rules or folders, with commas between"},
    "enabledCategories": {"type": "string", "description": "folders, with commas between"},
    "disabledCategories": {"type": "string", "description": "folders, with commas between"},
    "enabledOnly": {"type": "string", "enum": ["true", "false"]},
    "level": {"type": "string", "enum": ["default", "picky"],
              "description": "picky tells suggestions too"},
    "apiKey": {"type": "string", "description": "the key, where no header can be sent"},
}  # fmt: skip


@cache
def document() -> bytes:
    """The document as JSON."""
    _, schemas = msgspec.json.schema_components([*_BODIES, *_ANSWERS], ref_template=_REF)
    made = {
        "openapi": "3.1.0",
        "info": {
            "title": "copydesk",
            "version": __version__,
            "description": "Checks and mends news copy against a house stylebook.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "header": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
            },
        },
        "security": [{}, {"bearer": []}, {"header": []}],
    }
    return msgspec.json.encode(made)


def _paths() -> dict[str, Any]:
    return {
        "/v1/check": {
            "post": _operation("Check an article", "CheckAnswer", body="CheckBody", wrong=_BODY)
        },
        "/v1/fix": {
            "post": _operation("Mend an article", "FixedAnswer", body="FixBody", wrong=_BODY)
        },
        "/v1/rules": {"get": _operation("List the rules", "RulesAnswer")},
        "/v1/rules/{id}": {"get": _rule()},
        "/v1/dismissals": {
            "get": _operation(
                "List what is let stand", "DismissalsAnswer", wrong=("400", "414", "422"),
                query={"article": {"type": "string"}},
            ),
            "post": _operation(
                "Let a finding stand", "DismissalAnswer", body="DismissalBody", wrong=_BODY,
                status="201",
            ),
            "delete": _operation(
                "Tell a finding again", "", wrong=("400", "404", "414", "422"), status="204",
                query={"article": {"type": "string", "minLength": 1}, "fingerprint": _FINGERPRINT},
                required=True,
            ),
        },
        "/v1/taken": {
            "post": _operation("Count mends that an editor took", "", body="TakenBody",
                               wrong=_BODY, status="204")
        },
        "/v1/statistics": {"get": _operation("Count by rule", "StatisticsAnswer")},
        "/v1/headlines": {
            "delete": _operation(
                "Forget the headline of an article", "", wrong=("400", "404", "414", "422"),
                status="204", query={"id": {"type": "string", "minLength": 1}}, required=True,
            )
        },
        "/v1/reload": {"post": _operation("Load the stylebook again", "ReloadAnswer",
                                          wrong=("409",))},
        "/v2/check": {"get": _languagetool("get"), "post": _languagetool("post")},
        "/v2/languages": {"get": _languages()},
        "/v2/healthcheck": {"get": _plain("LanguageTool’s sign of life")},
        "/metrics": {"get": _plain("Figures for Prometheus", wrong=_ALWAYS)},
        "/healthz": {"get": _operation("How the service is", "HealthAnswer", always=("429",))},
        "/readyz": {"get": _ready()},
        "/openapi.json": {"get": _described()},
    }  # fmt: skip


def _operation(
    summary: str, answer: str, *, body: str = "", wrong: tuple[str, ...] = (),
    status: str = "200", query: dict[str, Any] | None = None, required: bool = False,
    always: tuple[str, ...] = _WORK,
) -> dict[str, Any]:  # fmt: skip
    done: dict[str, Any] = {"description": "Done"}
    if answer:
        done["content"] = {_JSON: {"schema": _ref(answer)}}
    made: dict[str, Any] = {
        "summary": summary,
        "responses": {status: done, **_wrong(always, wrong)},
    }
    if body:
        made["requestBody"] = {"required": True, "content": {_JSON: {"schema": _ref(body)}}}
    if query:
        made["parameters"] = [
            {"name": name, "in": "query", "required": required, "schema": schema}
            for name, schema in query.items()
        ]
    return made


def _wrong(*groups: tuple[str, ...]) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": _ref("ProblemAnswer")}}
    statuses = sorted({status for group in groups for status in group})
    return {status: {"description": _SAID[status], "content": content} for status in statuses}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(name=name)}


def _rule() -> dict[str, Any]:
    made = _operation("Show a rule", "RuleAnswer", wrong=("404",))
    made["responses"]["200"]["content"]["text/html"] = {"schema": {"type": "string"}}
    made["parameters"] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"},
         "description": "the id, slashes and all: names/people"}
    ]  # fmt: skip
    return made


def _languagetool(method: str) -> dict[str, Any]:
    wrong = (
        ("400", "408", "413", "414", "415", "422") if method == "post" else ("400", "414", "422")
    )
    made = _operation("LanguageTool’s check", "MatchesAnswer", wrong=wrong)
    if method == "post":
        schema = {"type": "object", "properties": _LANGUAGETOOL, "required": ["language"]}
        made["requestBody"] = {"required": True, "content": {_FORM: {"schema": schema}}}
    else:
        made["parameters"] = [
            {"name": name, "in": "query", "required": name == "language", "schema": schema}
            for name, schema in _LANGUAGETOOL.items()
        ]
    return made


def _languages() -> dict[str, Any]:
    made = _operation("LanguageTool’s languages", "LanguageAnswer")
    made["responses"]["200"]["content"] = {
        _JSON: {"schema": {"type": "array", "items": _ref("LanguageAnswer")}}
    }
    return made


def _plain(summary: str, *, wrong: tuple[str, ...] = ("429",)) -> dict[str, Any]:
    done = {"description": "Done", "content": {"text/plain": {"schema": {"type": "string"}}}}
    return {"summary": summary, "responses": {"200": done, **_wrong(wrong)}}


def _ready() -> dict[str, Any]:
    schema = {"type": "object", "properties": {"ready": {"const": True}}, "required": ["ready"]}
    done = {"description": "Requests can be sent", "content": {_JSON: {"schema": schema}}}
    return {"summary": "Whether requests can be sent",
            "responses": {"200": done, **_wrong(("429", "503"))}}  # fmt: skip


def _described() -> dict[str, Any]:
    done = {"description": "This document", "content": {_JSON: {"schema": {"type": "object"}}}}
    return {"summary": "This document", "responses": {"200": done, **_wrong(("429",))}}
