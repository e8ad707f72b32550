"""One piece of copy of a page or a snippet, and where it stands."""

from __future__ import annotations

from lint.article import BlockKind
from lint.readers.fields import Field, kind_of
from lint.tuples import NamedTuple


class Step(NamedTuple):
    """One step into a stream: ``key`` of a block of this ``kind`` (stream, struct, list)."""

    kind: str
    key: str | int


class Piece(NamedTuple):
    """One piece of copy and where it stands.

    ``name`` is the model's field, ``steps`` lead from there into its stream; ``within`` is the
    form of the inline panel in which it stands (``links-0``), or empty. ``path`` is the same way
    in the words of Wagtail's editor, which knows blocks by their ids. What a script cannot write
    into (tables) has no ``writable`` place: it is told and mended by hand.
    """

    field: Field
    name: str
    steps: tuple[Step, ...] = ()
    path: tuple[str, ...] = ()
    within: str = ""
    writable: bool = True


def kind_within(name: str) -> BlockKind | None:
    """What a name says of copy inside an article: a title there is not the headline."""
    kind = kind_of(name)
    return "crosshead" if kind == "headline" else kind
