"""A validator for one field of a model or a form."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible

from lint.article import BlockKind
from lint.readers.fields import Field
from lint.shells.django.asking import plain
from lint.shells.django.forms import error_of, fault_message
from lint.shells.save.checking import submitted


@deconstructible
class CopydeskValidator:
    """Refuses text with findings that refuse publication.

    ``format`` is ``text``, ``html`` or ``markdown``; ``kind`` what the text is in print
    (``headline``, ``standfirst``, ``paragraph`` …). A field is checked by itself: what holds
    between headline and body needs :class:`~lint.shells.django.forms.CopydeskFormMixin`. ::

        headline = models.CharField(max_length=120, validators=[CopydeskValidator(kind="headline")])
    """

    def __init__(self, format: str = "text", kind: BlockKind | None = "paragraph") -> None:
        self.format = format
        self.kind = kind

    def __call__(self, value: Any) -> None:
        """Raise ``ValidationError`` with every finding that refuses."""
        field = Field("text", str(value), self.format, self.kind)
        answer = plain.check(submitted([field], stage="publish"), remember=False)
        if answer.decision != "block":
            return
        if answer.fault:
            raise ValidationError(fault_message(answer), code="copydesk")
        raise ValidationError([error_of(told) for told in answer.blocking])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CopydeskValidator) and (self.format, self.kind) == (
            other.format,
            other.kind,
        )

    def __hash__(self) -> int:
        return hash((self.format, self.kind))
