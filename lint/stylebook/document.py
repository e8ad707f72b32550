"""A YAML file read as plain words, with the place of every one of them.

Every scalar is the text as written: there is no yes/no, number or date guessing, so that
an editor can write ``use: No`` or ``style: 17 July 2007`` without quotes. Types are given
by the schema, which knows what was asked for.
"""

from __future__ import annotations

from typing import Any

from lint.stylebook.complaints import Complaint, StylebookError

Path = tuple[str | int, ...]


class Document:
    """One YAML file: its plain data and where each part of it stands."""

    def __init__(self, path: str, data: Any, places: dict[Path, tuple[int, int]]) -> None:
        self.path = path
        self.data = data
        self._places = places

    def complaint(self, at: Path, message: str) -> Complaint:
        """A complaint about the part of the file that a path names, or its nearest parent."""
        while at and at not in self._places:
            at = at[:-1]
        line, column = self._places.get(at, (1, 1))
        return Complaint(self.path, line, column, message)


def parse(text: str, path: str) -> Document:
    """Read a YAML file into plain data (dictionaries, lists, strings).

    Raises:
        StylebookError: the text is not YAML, holds a tab as indentation, an alias or a key
            twice; all duplicate keys are told at once.
    """
    node = _compose(text, path)
    places: dict[Path, tuple[int, int]] = {}
    complaints: list[Complaint] = []
    data = _plain(node, (), path, places, complaints)
    if complaints:
        raise StylebookError(complaints)
    return Document(path, data, places)


def _compose(text: str, path: str) -> Any:
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        try:
            from ruamel.yaml.cyaml import CBaseLoader
        except ImportError:  # no C parser for this platform: slower, the same nodes
            from ruamel.yaml import YAML

            return YAML(typ="base", pure=True).compose(text)
        return CBaseLoader(text).get_single_node()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise StylebookError([Complaint(path, line, column, _explain(error, text, line))]) from None
    except (YAMLError, ValueError) as error:
        raise StylebookError([Complaint(path, 0, 0, f"this is not YAML: {error}")]) from None


def _explain(error: Any, text: str, line: int) -> str:
    lines = text.splitlines()
    if 0 < line <= len(lines) and lines[line - 1][
        : len(lines[line - 1]) - len(lines[line - 1].lstrip())
    ].count("\t"):
        return "a tab stands at the start of this line; YAML is indented with spaces"
    context = f" {error.context}" if error.context else ""
    return f"this is not YAML: {error.problem}{context}"


def _plain(
    node: Any,
    at: Path,
    path: str,
    places: dict[Path, tuple[int, int]],
    complaints: list[Complaint],
) -> Any:
    if node is None:
        return None
    mark = node.start_mark
    places.setdefault(at, (mark.line + 1, mark.column + 1))
    if node.id == "sequence":
        return [
            _plain(item, (*at, number), path, places, complaints)
            for number, item in enumerate(node.value)
        ]
    if node.id == "mapping":
        data: dict[str, Any] = {}
        for key, value in node.value:
            where = key.start_mark
            name = key.value if key.id == "scalar" else ""
            if not isinstance(name, str) or not name:
                complaints.append(
                    Complaint(path, where.line + 1, where.column + 1, "a key must be a word")
                )
                continue
            if name in data:
                first = places[(*at, name)]
                complaints.append(
                    Complaint(
                        path,
                        where.line + 1,
                        where.column + 1,
                        f"the key “{name}” stands here twice (first in line {first[0]}); keep one",
                    )
                )
            # A complaint about a value points at its key, which is what an editor looks for.
            places[(*at, name)] = (where.line + 1, where.column + 1)
            data[name] = _plain(value, (*at, name), path, places, complaints)
        return data
    return node.value
