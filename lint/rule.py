"""A rule of the stylebook, apart from what its kind adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from lint.article import BlockKind
from lint.finding import Severity
from lint.frozen import Frozen
from lint.tuples import NamedTuple

if TYPE_CHECKING:
    from datetime import date

SpeechPolicy = Literal["check", "skip", "names-only"]


class Example(Frozen):
    """A sentence that proves the rule.

    Either ``bad`` (with ``finds``, the words that must be found, and optionally ``good``,
    the sentence after the fix) or ``ok`` (nothing may be found). ``beside`` is another
    article of the same run, for kinds that compare articles.
    """

    bad: str = ""
    finds: str = ""
    good: str = ""
    ok: str = ""
    format: str = "plain"
    beside: str = ""


class Rule(Frozen):
    """What the house looks for, why, and examples that prove it.

    ``id`` is the path of the file below the stylebook, without its ending. ``unless`` names
    rules that make this one needless while they are on. ``options`` is what the kind makes
    of the rest of the file (an instance of the check's ``Options``).
    """

    id: str
    kind: str
    title: str
    severity: Severity
    why: str
    message: str = ""
    source: str = ""
    on: bool = True
    unless: tuple[str, ...] = ()
    speech: SpeechPolicy | None = None
    scope: tuple[BlockKind, ...] = ()
    exceptions: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    examples: tuple[Example, ...] = ()
    path: str = ""
    options: Any = None


class Card(NamedTuple):
    """What a desk must know of a rule in order to say whether it is at work.

    ``whole`` tells that its kind reads every article.
    """

    id: str
    kind: str
    severity: Severity
    on: bool
    unless: tuple[str, ...]
    whole: bool

    @classmethod
    def of(cls, rule: Rule, *, whole: bool) -> Card:
        """The card of a rule."""
        return cls(rule.id, rule.kind, rule.severity, rule.on, rule.unless, whole)

    @classmethod
    def unpacked(cls, packed: Sequence[Any]) -> Card:
        """A card that has been written as a plain list."""
        identity, kind, severity, on, unless, whole = packed
        return cls(identity, kind, severity, on, tuple(unless), whole)
