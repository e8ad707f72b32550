"""YAML as dictionaries, lists and strings: read in a third of the time that nodes take.

Nothing is known of places here. A text in which there is something to tell of, and something
that plain data cannot hold, is refused, and is for :func:`lint.yamlnodes.compose` to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.yamlnodes import CONTROL, DEEPEST, parsed


class NotPlain(Exception):
    """A text that is not the plain data of one document."""


def plain_data(text: str) -> Any:
    """The one document of a text; None where there is none.

    Raises:
        NotPlain: it is no YAML, is nested too deep, or holds a second document, a key twice or
            a key that is no word, an alias or a tag.
    """
    from ruamel.yaml.events import (
        AliasEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceStartEvent,
    )

    root: list[Any] = []
    into: Any = root
    in_list, key = True, ""  # what is read next is an item, or a key where there is none yet
    around: list[Any] = []
    for event in _nodes(text):
        kind = event.__class__
        if kind is ScalarEvent:
            made = event.value
        elif kind is MappingStartEvent:
            made = {}
        elif kind is SequenceStartEvent:
            made = []
        elif kind is AliasEvent:
            raise NotPlain
        else:
            into = around.pop()
            in_list = into.__class__ is list
            continue
        if event.ctag is not None:
            raise NotPlain
        if in_list:
            into.append(made)
        elif key:
            into[key] = made
            key = ""
        elif kind is ScalarEvent and made and made not in into:
            key = made
        else:
            raise NotPlain
        if kind is not ScalarEvent:
            around.append(into)
            into, in_list = made, kind is SequenceStartEvent
            if len(around) > DEEPEST:
                raise NotPlain
    return root[0] if root else None


def _nodes(text: str) -> Iterator[Any]:
    """The events of a text that begin or end a node."""
    from ruamel.yaml import events
    from ruamel.yaml.error import YAMLError

    outside = (events.StreamStartEvent, events.StreamEndEvent, events.DocumentEndEvent)
    documents = 0
    if CONTROL.search(text) is not None:
        raise NotPlain
    try:
        for event in parsed(text):
            kind = event.__class__
            if kind is events.DocumentStartEvent:
                documents += 1
            elif kind not in outside:
                yield event
            if documents > 1:
                raise NotPlain
    except (YAMLError, ValueError):
        raise NotPlain from None
