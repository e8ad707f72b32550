"""The bodies of requests: decoded and looked through, with complaints that name the place."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from lint.article import BlockKind, Metadata
from lint.readers.fields import Field
from lint.shells.http.problems import Problem
from lint.shells.save.checking import Submission
from lint.shells.save.policy import Stage

MOST_FIELDS = 1000
# What is looked for after decoding, so that the complaint is a plain one, is described here.
_LINE = {"pattern": r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$"}
_LINES = {"pattern": r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$"}
_COPY = {"pattern": r"^[^\u0000]*$"}
_DAY = {"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"}


def _word(description: str, most: int, least: int = 0, *, lines: bool = False) -> Meta:
    shape = _LINES if lines else _LINE
    return Meta(min_length=least, max_length=most, description=description, extra_json_schema=shape)


Name = Annotated[str, _word("its own, each once", 200, 1)]
Copy = Annotated[str, Meta(description="the text as it is kept", extra_json_schema=_COPY)]
Id = Annotated[str, _word("names the article; nothing is kept without one", 200)]
Article = Annotated[str, _word("the id of the article", 200, 1)]
Section = Annotated[str, _word("the section, for overrides of the configuration", 200)]
Day = Annotated[
    str, Meta(max_length=40, description="day or moment, ISO 8601", extra_json_schema=_DAY)
]
Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z", description="as a finding has it",
                                  extra_json_schema={"pattern": "^[0-9a-f]{16}$"})]  # fmt: skip
Editor = Annotated[str, _word("who let it stand", 200)]
Reason = Annotated[str, _word("why it may stand", 1000, 1, lines=True)]
Words = Annotated[str, _word("what stands there, for people to read", 200, lines=True)]
RuleId = Annotated[str, _word("the rule of the finding", 200, 1)]


class FieldBody(Struct, forbid_unknown_fields=True):
    """One field of an article."""

    name: Name
    text: Copy
    format: Literal["text", "html", "markdown"] = "text"
    kind: BlockKind | None = None


class MetadataBody(Struct, forbid_unknown_fields=True):
    """What is known of an article besides its copy."""

    id: Id = ""
    published: Day | None = None
    section: Section = ""


class CheckBody(Struct, forbid_unknown_fields=True):
    """An article to be checked."""

    fields: Annotated[list[FieldBody], Meta(min_length=1, max_length=MOST_FIELDS)]
    metadata: MetadataBody = msgspec.field(default_factory=MetadataBody)
    stage: Stage = "draft"
    remember: bool = True


class ChosenFix(Struct, forbid_unknown_fields=True):
    """A finding whose mend is wanted, and which of its fixes, counted from 0."""

    fingerprint: Fingerprint
    fix: Annotated[int, Meta(ge=0, le=100)] | None = None


class FixBody(CheckBody, forbid_unknown_fields=True):
    """An article to be mended: by its safe fixes, or by those that are chosen."""

    chosen: Annotated[list[ChosenFix], Meta(max_length=MOST_FIELDS)] | None = None
    unsafe: bool = False


class DismissalBody(Struct, forbid_unknown_fields=True):
    """A finding that an editor lets stand."""

    article: Article
    fingerprint: Fingerprint
    rule: RuleId
    reason: Reason
    editor: Editor = ""
    words: Words = ""


class Taken(Struct, forbid_unknown_fields=True):
    """A finding whose mend was taken."""

    fingerprint: Fingerprint
    rule: RuleId


class TakenBody(Struct, forbid_unknown_fields=True):
    """Mends that an editor took, for the statistics."""

    taken: Annotated[list[Taken], Meta(min_length=1, max_length=MOST_FIELDS)]
    article: Id = ""


_T = TypeVar("_T")
_AT = re.compile(r" - at `\$\.?(.*)`$", re.DOTALL)
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def decoded(body: bytes, schema: type[_T]) -> _T:
    """A body of JSON as what it should be.

    Raises:
        Problem: it is no JSON (400), or says something else than it should (422).
    """
    try:
        return msgspec.json.decode(body, type=schema)
    except msgspec.ValidationError as error:
        _complain_of_json(body)  # which goes before what it says
        said = str(error)
        found = _AT.search(said)
        at = found[1] if found else ""
        detail = said[: found.start()] if found else said
        raise Problem(422, _plainly(detail), at=at or "the body") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        _complain_of_json(body)
        raise


def _complain_of_json(body: bytes) -> None:
    """Complain where a body is no JSON, whatever it says.

    Raises:
        Problem: it is none.
    """
    try:
        msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if at := _surrogate_at(body):
            raise Problem(400, "half of a surrogate pair stands alone here", at=at) from None
        raise Problem(400, _no_json(body, error), at="the body") from None
    except RecursionError:
        raise Problem(400, "the body is nested too deep", at="the body") from None


def _plainly(detail: str) -> str:
    return re.sub("`([^`]*)`", r"“\1”", detail[:1].lower() + detail[1:])


def _no_json(body: bytes, error: Exception) -> str:
    if not body.strip():
        return "the body is empty; JSON is expected"
    try:
        body.decode()
    except UnicodeDecodeError as wrong:
        return f"the body is not UTF-8 (byte {wrong.start})"
    return f"the body is not JSON: {error}"


def _surrogate_at(body: bytes) -> str:
    """The field that holds half a surrogate pair, where that is what is wrong."""
    if not _SURROGATE.search(body):
        return ""
    import json  # takes such halves, so that the place can be told

    try:
        return _half_at(json.loads(body), "")
    except (ValueError, RecursionError):
        return ""


def _half_at(value: Any, at: str) -> str:
    if isinstance(value, str):
        return at if any("\ud800" <= char <= "\udfff" for char in value) else ""
    parts: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        parts = [(f"{at}.{key}" if at else str(key), item) for key, item in value.items()]
    elif isinstance(value, list):
        parts = [(f"{at}[{number}]", item) for number, item in enumerate(value)]
    return next((found for where, item in parts if (found := _half_at(item, where))), "")


def submission_of(body: CheckBody) -> Submission:
    """The article of a body.

    Raises:
        Problem: a field holds what no field of text can, or two have the same name.
    """
    fields = []
    names: set[str] = set()
    for number, field in enumerate(body.fields):
        at = f"fields[{number}]"
        if field.name in names:
            raise Problem(422, "another field has this name already", at=f"{at}.name")
        names.add(field.name)
        printable(field.name, f"{at}.name")
        if "\0" in field.text:
            raise Problem(422, "the text holds a NUL, so it is no text", at=f"{at}.text")
        fields.append(Field(field.name, field.text, field.format, field.kind))
    told = body.metadata
    printable(told.id, "metadata.id")
    printable(told.section, "metadata.section")
    metadata = Metadata(_day(told.published), told.section)
    return Submission(tuple(fields), metadata, told.id, body.stage)


def printable(word: str, at: str, *, lines: bool = False) -> None:
    """Look through a name, or with ``lines`` a text of several lines.

    Raises:
        Problem: it holds a control character.
    """
    if (_NO_TEXT if lines else _CONTROL).search(word):
        raise Problem(422, "this holds a control character", at=at)


def _day(published: str | None) -> date | None:
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        raise Problem(
            422, "this is no day or moment in ISO 8601 (2026-11-21)", at="metadata.published"
        ) from None
