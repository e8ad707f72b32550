"""The shapes of answers to LanguageTool’s clients; the tests hold answers to them."""

from __future__ import annotations

from msgspec import Struct

from lint.shells.http.answers import Offset


class LanguageAnswer(Struct):
    """A language, as LanguageTool’s clients know it."""

    name: str
    code: str
    longCode: str  # noqa: N815


class ReplacementAnswer(Struct):
    """What may stand at a match instead."""

    value: str


class ContextAnswer(Struct):
    """The text around a match; offsets in UTF-16 units."""

    text: str
    offset: Offset
    length: Offset


class CategoryAnswer(Struct):
    """The folder of a rule."""

    id: str
    name: str


class MatchRule(Struct):
    """The rule of a match."""

    id: str
    description: str
    issueType: str  # noqa: N815
    category: CategoryAnswer


class MatchAnswer(Struct):
    """A finding, as LanguageTool’s clients read it; offsets in UTF-16 units."""

    message: str
    shortMessage: str  # noqa: N815
    replacements: list[ReplacementAnswer]
    offset: Offset
    length: Offset
    context: ContextAnswer
    sentence: str
    rule: MatchRule


class MatchesAnswer(Struct):
    """The answer of LanguageTool’s check."""

    software: dict[str, str | int | bool]
    warnings: dict[str, bool | str]
    language: dict[str, str | dict[str, str | float]]
    matches: list[MatchAnswer]
