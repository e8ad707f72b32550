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
from lint.shells.wagtail.copy import pieces_of, submission_of
from lint.shells.wagtail.dismissals import PageLedger
from lint.shells.wagtail.headlines import PageHeadlines
from lint.shells.wagtail.pieces import Piece, Step

asker = Asker(headlines=PageHeadlines, ledger=PageLedger)

Place = tuple[str, str]
_NESTED: Mapping[str, Any] = {
    "stream": StreamBlockValidationError,
    "struct": StructBlockValidationError,
    "list": ListBlockValidationError,
}


def check_pieces(item: Any, pieces: Sequence[Piece], stage: Stage, *, remember: bool) -> Answer:
    """What the house says of the copy of a page or a snippet; a new one is not remembered."""
    submission = submission_of(item, pieces, stage)
    answer = asker.check(submission, remember=remember and bool(item.pk))
    return replace(answer, told=tuple(_named(told) for told in answer.told))


def _named(told: Told) -> Told:
    """A finding that calls other pages by their numbers, as people do."""
    message = told.message
    for id in told.elsewhere:
        message = message.replace(id, called(id))
    return replace(told, message=message)


def called(id: str) -> str:
    """An id as people say it: page 12, notice 3."""
    model, _, number = id.rpartition("-")
    return f"{model.rpartition('.')[2]} {number}"


def check_item(item: Any, stage: Stage, *, remember: bool = True) -> Answer:
    """What the house says of a page or a snippet as it is."""
    return check_pieces(item, pieces_of(item), stage, remember=remember)


def errors_of(told: Sequence[Told], pieces: Sequence[Piece]) -> dict[Place, list[ValidationError]]:
    """Findings as the errors of fields; in a stream they stand at their blocks.

    A field is named with the form of the inline panel in which it stands, or with nothing.
    """
    places = {piece.field.name: piece for piece in pieces}
    plain: dict[Place, list[ValidationError]] = {}
    nested: dict[Place, list[tuple[tuple[Step, ...], ValidationError]]] = {}
    for each in told:
        piece = places[each.field]
        place = (piece.within, piece.name)
        if piece.steps:
            nested.setdefault(place, []).append((piece.steps, error_of(each)))
        else:
            plain.setdefault(place, []).append(error_of(each))
    return plain | {place: [_nest(errors)] for place, errors in nested.items()}


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
