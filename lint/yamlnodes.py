"""YAML as nodes with their places, for files that anybody may have written.

Made from the parser's events, and not with the parser's own composer: that one works in
native recursion, so that some thousand brackets end the process. Here the depth is bounded,
an alias stays an alias (nothing is multiplied, nothing can hold itself), and a tag is told
of and never obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from lint.late import late
from lint.tuples import NamedTuple

DEEPEST = 64  # lists and mappings inside each other
# What may not stand in a text.
CONTROL = late("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class BadYaml(ValueError):
    """A text that is no YAML document, and the place; line and column count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class Node(NamedTuple):
    """A scalar, a sequence, a mapping or an alias.

    ``value`` is the scalar's text, a list of nodes, a list of pairs of nodes, or the name
    that the alias stands for. Marks have ``line``, ``column`` and ``index`` from 0, in code
    points. ``tag`` is empty where none was written.
    """

    id: Literal["scalar", "sequence", "mapping", "alias"]
    value: Any
    start_mark: Any
    end_mark: Any
    style: str | None = None
    tag: str = ""


def compose(text: str) -> Node | None:
    """The node of the one document of a text, or None where there is none.

    Raises:
        BadYaml: the text is no YAML, is nested too deep, or holds a second document.
    """
    root: Node | None = None
    open_nodes: list[Node] = []
    documents = 0
    for event in _events(text):
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            documents += 1
            if documents > 1:
                raise _bad("a second document begins here; keep one", event.start_mark)
        elif kind in ("SequenceEndEvent", "MappingEndEvent"):
            open_nodes.pop()
        elif (node := _node(kind, event)) is not None:
            if open_nodes:
                _put(open_nodes[-1], node)
            else:
                root = node
            if isinstance(node.value, list):
                open_nodes.append(node)
                if len(open_nodes) > DEEPEST:
                    raise _bad(f"this is nested more than {DEEPEST} deep", event.start_mark)
    return root


def _node(kind: str, event: Any) -> Node | None:
    marks = event.start_mark, event.end_mark
    if kind == "ScalarEvent":
        return Node("scalar", event.value, *marks, event.style, _tag(event))
    if kind == "SequenceStartEvent":
        return Node("sequence", [], *marks, None, _tag(event))
    if kind == "MappingStartEvent":
        return Node("mapping", [], *marks, None, _tag(event))
    return Node("alias", event.anchor, *marks) if kind == "AliasEvent" else None


def _tag(event: Any) -> str:
    """The tag that was written; a lone exclamation mark is one too."""
    tag = event.tag
    return "" if tag is None else str(tag)


def _put(parent: Node, node: Node) -> None:
    """Put a node into a sequence, or into a mapping as the next key or its value."""
    if parent.id == "sequence":
        parent.value.append(node)
    elif parent.value and parent.value[-1][1] is None:
        parent.value[-1] = (parent.value[-1][0], node)
    else:
        parent.value.append((node, None))


def _events(text: str) -> Iterator[Any]:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if (control := CONTROL.search(text)) is not None:
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        said = f"the control character U+{ord(control[0]):04X} stands here; take it out"
        raise BadYaml(said, line, column)
    try:
        yield from parsed(text)
    except MarkedYAMLError as error:
        from lint.yamlwords import in_plain_words

        raise _bad(*in_plain_words(error)) from None
    except (YAMLError, ValueError) as error:
        if isinstance(error, BadYaml):
            raise
        raise BadYaml(" ".join(str(error).split()), 1, 1) from None


def parsed(text: str) -> Iterator[Any]:
    """The events of a text, as the parser has them.

    Raises:
        ruamel.yaml.error.YAMLError, ValueError: it is no YAML.
    """
    try:
        from ruamel.yaml.cyaml import CBaseLoader
    except ImportError:  # no C parser for this platform: slower, the same events
        from ruamel.yaml import YAML

        yield from YAML(typ="base", pure=True).parse(text)
        return
    yield from iter(CBaseLoader(text).get_event, None)


def _bad(message: str, mark: Any) -> BadYaml:
    return BadYaml(message, mark.line + 1, mark.column + 1) if mark else BadYaml(message, 1, 1)
