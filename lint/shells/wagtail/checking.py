"""Have a page checked, and tell findings as errors at their fields and stream blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from lint.shells.django.answers import Answer, Told
from lint.shells.django.asking import Asker
from lint.shells.django.forms import error_of
from lint.shells.save.policy import Stage
from lint.shells.wagtail.copy import Piece, Step, pieces_of, submission_of
from lint.shells.wagtail.headlines import PageHeadlines

asker = Asker(headlines=PageHeadlines)

_NESTED: Mapping[str, Any] = {
    "stream": StreamBlockValidationError,
    "struct": StructBlockValidationError,
    "list": ListBlockValidationError,
}


def check_pieces(page: Any, pieces: Sequence[Piece], stage: Stage, *, remember: bool) -> Answer:
    """What the house says of the copy of a page; a page that was never saved is not remembered."""
    submission = submission_of(page, pieces, stage)
    answer = asker.check(submission, remember=remember and bool(page.pk))
    return replace(answer, told=tuple(_named(told) for told in answer.told))


def _named(told: Told) -> Told:
    """A finding that calls other pages by their numbers, as people do."""
    message = told.message
    for id in told.elsewhere:
        message = message.replace(id, id.replace("page-", "page "))
    return replace(told, message=message)


def check_page(page: Any, stage: Stage, *, remember: bool = True) -> Answer:
    """What the house says of a page as it is."""
    return check_pieces(page, pieces_of(page), stage, remember=remember)


def errors_of(told: Sequence[Told], pieces: Sequence[Piece]) -> dict[str, list[ValidationError]]:
    """Findings as the errors of a page's fields; in a stream they stand at their blocks."""
    places = {piece.field.name: piece for piece in pieces}
    plain: dict[str, list[ValidationError]] = {}
    nested: dict[str, list[tuple[tuple[Step, ...], ValidationError]]] = {}
    for each in told:
        piece = places[each.field]
        if piece.steps:
            nested.setdefault(piece.name, []).append((piece.steps, error_of(each)))
        else:
            plain.setdefault(piece.name, []).append(error_of(each))
    return plain | {name: [_nest(errors)] for name, errors in nested.items()}


def _nest(errors: Sequence[tuple[tuple[Step, ...], ValidationError]]) -> ValidationError:
    """Errors of one block: its own, or those of the blocks within it."""
    if not errors[0][0]:
        return ValidationError([error for _, error in errors])
    within: dict[str | int, list[tuple[tuple[Step, ...], ValidationError]]] = {}
    for steps, error in errors:
        within.setdefault(steps[0].key, []).append((steps[1:], error))
    made = _NESTED[errors[0][0][0].kind]
    nested: ValidationError = made(block_errors={key: _nest(each) for key, each in within.items()})
    return nested
