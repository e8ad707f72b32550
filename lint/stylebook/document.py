"""A YAML file read as plain words, with the place of every one of them.

Every scalar is the text as written: there is no yes/no, number or date guessing, so that
an editor can write ``use: No`` or ``style: 17 July 2007`` without quotes. Types are given
by the schema, which knows what was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from lint.kept import cached_property
from lint.stylebook.complaints import Complaint, StylebookError
from lint.yamldata import NotPlain, plain_data
from lint.yamlnodes import BadYaml, Node, compose

Path = tuple[str | int, ...]
Places = Mapping[Path, tuple[int, int]]


class Document:
    """One YAML file: its plain data and where each part of it stands.

    A file in which nothing stands has None for data. ``places`` is asked only when there is
    something to complain of: finding them takes longer than reading the data.
    """

    def __init__(self, path: str, data: Any, places: Callable[[], Places]) -> None:
        self.path = path
        self.data = data
        self._find_places = places

    @cached_property
    def _places(self) -> Places:
        return self._find_places()

    def complaint(self, at: Path, message: str) -> Complaint:
        """A complaint about the part of the file that a path names, or its nearest parent."""
        while at and at not in self._places:
            at = at[:-1]
        line, column = self._places.get(at, (1, 1))
        return Complaint(self.path, line, column, message)


def parse(text: str, path: str) -> Document:
    """Read a YAML file into plain data (dictionaries, lists, strings).

    Raises:
        StylebookError: the text is not YAML, holds a tab as indentation, an alias, a tag or
            a key twice; all aliases, tags and duplicate keys are told at once.
    """
    try:
        data = plain_data(text)
    except NotPlain:
        data, places = _with_places(text, path)
        find = partial(_same, places)
    else:
        find = partial(_places_in, text, path)
    return Document(path, None if data == "" else data, find)


def _same(places: Places) -> Places:
    return places


def _places_in(text: str, path: str) -> Places:
    return _with_places(text, path)[1]


def _with_places(text: str, path: str) -> tuple[Any, Places]:
    """The plain data of a text, and where each part of it stands.

    Raises:
        StylebookError: as :func:`parse` does.
    """
    try:
        node = compose(text)
    except BadYaml as error:
        said = _explain(error, text)
        raise StylebookError([Complaint(path, error.line, error.column, said)]) from None
    places: dict[Path, tuple[int, int]] = {}
    complaints: list[Complaint] = []
    data = _plain(node, (), path, places, complaints)
    if complaints:
        raise StylebookError(complaints)
    return data, places


def _explain(error: BadYaml, text: str) -> str:
    line = text.split("\n", error.line)[error.line - 1 : error.line]
    if line and "\t" in line[0][: len(line[0]) - len(line[0].lstrip())]:
        return "a tab stands at the start of this line; YAML is indented with spaces"
    return f"this is not plain YAML: {error}"


def _plain(
    node: Node | None,
    at: Path,
    path: str,
    places: dict[Path, tuple[int, int]],
    complaints: list[Complaint],
) -> Any:
    if node is None:
        return None
    mark = node.start_mark
    places.setdefault(at, (mark.line + 1, mark.column + 1))
    if node.id == "alias" or node.tag:
        complaints.append(Complaint(path, mark.line + 1, mark.column + 1, _foreign(node)))
        return None
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


def _foreign(node: Node) -> str:
    """What to do about YAML that stands for something else than the words written."""
    if node.id == "alias":
        return f"“*{node.value}” stands for something written elsewhere; write it out here"
    return "a word that begins with an exclamation mark is a tag; put quotation marks around it"
